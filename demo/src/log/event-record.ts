/**
 * What a page heard from the widget or from a frame: kept in order, observed by the elements that
 * show it. Nothing in here is a secret: payloads enter as snapshots.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { maskText, takeSnapshot, type Snapshot } from './snapshot.js';

/**
 * Where an entry comes from: `message` the frame said something that was accepted, `rejected` it
 * was turned away, `status` and `error` the widget said so itself, `page` the page did something.
 */
export const entryKinds = ['message', 'rejected', 'status', 'error', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Entry {
  readonly id: number;
  /** ms since 1970. */
  readonly time: number;
  readonly kind: EntryKind;
  /** The message's type, the new status, the error's code, or what the page did. */
  readonly type: string;
  readonly origin: string;
  /** Absent where there is none. */
  readonly payload?: Snapshot;
}

/** What is told to a record; it adds number, time and a safe payload. */
export type Heard = Pick<Entry, 'kind' | 'type' | 'origin'> & { readonly payload?: unknown };

/** Beyond this many entries the oldest tenth goes. */
const capacity = 20_000;

export class EventRecord {
  #entries: Entry[] = [];
  #nextId = 1;
  readonly #observers = new Set<() => void>();
  readonly #secrets = new Set<string>();

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** From now on `secret` is masked wherever it occurs. */
  hide(secret: string): void {
    if (secret) this.#secrets.add(secret);
  }

  add({ kind, type, origin, payload }: Heard): void {
    const secrets = [...this.#secrets];
    if (this.#entries.length >= capacity) this.#entries = this.#entries.slice(capacity / 10);
    this.#entries.push({
      id: this.#nextId++,
      time: performance.timeOrigin + performance.now(),
      kind,
      type: maskText(type, secrets),
      origin,
      ...(payload === undefined ? {} : { payload: takeSnapshot(payload, secrets) }),
    });
    this.#tell();
  }

  clear(): void {
    this.#entries = [];
    this.#tell();
  }

  /** Calls `observer` after each change; returns the way to stop. */
  observe(observer: () => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  #tell(): void {
    for (const observer of this.#observers) observer();
  }
}

/** Updates its host when the record changes, at most once a frame, however many events come. */
export class RecordObserver implements ReactiveController {
  #record: EventRecord | undefined;
  #stop: (() => void) | undefined;
  #frame = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly record: () => EventRecord | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#record !== this.record()) this.#watch();
  }

  hostConnected(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #watch(): void {
    this.#stop?.();
    this.#record = this.record();
    this.#stop = this.#record?.observe(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.host.requestUpdate();
      });
    });
  }
}
