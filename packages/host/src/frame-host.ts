/**
 * The page's end of the channel to UBA's frame: one listener a window, shared by all frames in it,
 * and for each frame a status, the promise of `ready`, a queue and a time-out.
 */
import {
  features,
  type UbaFeature,
  type UbaOptions,
  type UbaPayload,
} from '@finodigital/uba-protocol';
import { judge, type UbaAnyMessage, type UbaRejection } from './message-gate.js';
import { ReadyPromise } from './ready-promise.js';
import { UbaError } from './uba-error.js';
import { frameOrigin } from './uba-url.js';

/** Where a frame stands; `destroyed` is final. */
export type UbaStatus = 'idle' | 'loading' | 'ready' | 'failed' | 'destroyed';

/** The payload of `ready`. */
export type UbaReady = UbaPayload<'ready'>;

/** Who a frame host works for. It may call `open`, `close` or `fail` from within. */
export interface FrameOwner {
  /** With `error` where it failed, be it once more. */
  statusChanged(status: UbaStatus, error?: UbaError): void;
  accepted(message: UbaAnyMessage): void;
  rejected(rejection: UbaRejection): void;
  /** The frame asks for a height, in px. */
  resized(height: number): void;
}

const defaultTimeout = 30_000;
const queueLength = 100;
const rejectionsPerSecond = 10;

/** A frame that is open. */
interface OpenFrame {
  readonly iframe: HTMLIFrameElement;
  readonly origin: string;
  readonly hub: Hub | undefined;
  readonly receive: (event: MessageEvent<unknown>) => void;
  /** The window that the frame last spoke from; unknown until it speaks. */
  source?: MessageEventSource;
  openedAt: number;
  features: readonly UbaFeature[];
}

/** Stays with its owner for good and takes one frame after the other: `open`, `close`, `open` … */
export class FrameHost {
  readonly #owner: FrameOwner;
  readonly #ready = new ReadyPromise<UbaReady>();
  #status: UbaStatus = 'idle';
  #frame: OpenFrame | undefined;
  #queue: unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readyTimeout = defaultTimeout;
  #rejectedAt: number[] = [];

  constructor(owner: FrameOwner) {
    this.#owner = owner;
  }

  get status(): UbaStatus {
    return this.#status;
  }

  /** Follows the newest load: a reload leaves it pending, a failure or `destroyed` rejects it. */
  get ready(): Promise<UbaReady> {
    return this.#ready.promise;
  }

  /** The iframe that is open. */
  get iframe(): HTMLIFrameElement | undefined {
    return this.#frame?.iframe;
  }

  /** Whether the frame has announced a feature. */
  offers(feature: UbaFeature): boolean {
    return !!this.#frame?.features.includes(feature);
  }

  /** @throws UbaError `DESTROYED` */
  assertAlive(): void {
    if (this.#status === 'destroyed') throw destroyed();
  }

  /** Listens to an iframe and waits for its `ready`. What was open before must be closed. */
  open(iframe: HTMLIFrameElement, options: UbaOptions): void {
    const view = iframe.ownerDocument.defaultView;
    this.#frame = {
      iframe,
      origin: frameOrigin(options),
      hub: view ? hubOf(view) : undefined,
      receive: (event) => this.#receive(event),
      openedAt: 0,
      features: [],
    };
    this.#frame.hub?.add(this.#frame);
    this.#readyTimeout = options.readyTimeout ?? defaultTimeout;
    this.#load(this.#frame);
  }

  /** Undoes `open` and drops the queue. The iframe stays where it is. */
  close(status: 'idle' | 'loading' | 'destroyed'): void {
    if (this.#status === 'destroyed') return;
    clearTimeout(this.#timer);
    this.#frame?.hub?.remove(this.#frame);
    this.#frame = undefined;
    this.#queue = [];
    if (status === 'destroyed') this.#ready.reject(destroyed());
    else this.#ready.renew();
    this.#turn(status);
  }

  /** Gives up waiting. A frame that is open stays open, so that a late `ready` still counts. */
  fail(error: UbaError): void {
    clearTimeout(this.#timer);
    this.#ready.reject(error);
    this.#status = 'failed';
    this.#owner.statusChanged('failed', error);
  }

  /** Call when the iframe was moved within the page: some engines load it anew, into a new window. */
  moved(): void {
    const frame = this.#frame;
    if (!frame?.source || frame.source === frame.iframe.contentWindow) return;
    frame.features = [];
    this.#load(frame);
  }

  /** How long to wait for `ready` from the beginning of the load, in ms; 0 = for ever. */
  set readyTimeout(ms: number | undefined) {
    this.#readyTimeout = ms ?? defaultTimeout;
    if (this.#frame && this.#status === 'loading') this.#arm(this.#frame);
  }

  /**
   * Posts to the frame's exact origin; before `ready` the message waits its turn.
   *
   * @throws UbaError `QUEUE_FULL` beyond 100 waiting messages, `DESTROYED`
   * @throws DOMException `DataCloneError` for what cannot be cloned
   */
  postMessage(message: unknown): void {
    this.assertAlive();
    if (this.#frame && this.#status === 'ready') return send(this.#frame, message);
    if (this.#queue.length >= queueLength) {
      throw new UbaError('QUEUE_FULL', `${queueLength} messages wait for the frame already.`);
    }
    this.#queue.push(structuredClone(message));
  }

  #load(frame: OpenFrame): void {
    frame.openedAt = performance.now();
    this.#ready.renew();
    this.#arm(frame);
    this.#turn('loading');
  }

  #arm({ openedAt }: OpenFrame): void {
    clearTimeout(this.#timer);
    const ms = this.#readyTimeout;
    if (!ms) return;
    this.#timer = setTimeout(() => this.fail(loadTimeout(ms)), openedAt + ms - performance.now());
  }

  #turn(status: UbaStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#owner.statusChanged(status);
  }

  #receive(event: MessageEvent<unknown>): void {
    const frame = this.#frame;
    if (!frame) return;
    const verdict = judge(event, { source: frame.iframe.contentWindow, origin: frame.origin });
    switch (verdict.is) {
      case 'rejected':
        return this.#reject(verdict.rejection);
      case 'resize':
        return this.offers('resize') ? this.#owner.resized(verdict.height) : undefined;
      case 'accepted': {
        const { message } = verdict;
        if (message.known && message.type === 'ready') this.#becomeReady(frame, message.payload);
        // A handler of `uba-status` may have closed the frame just now.
        if (this.#frame === frame) this.#owner.accepted(message);
      }
    }
  }

  #becomeReady(frame: OpenFrame, payload: UbaReady): void {
    const announced: unknown = payload?.features;
    frame.features = Array.isArray(announced) ? features.filter((f) => announced.includes(f)) : [];
    if (this.#status === 'ready') return;
    clearTimeout(this.#timer);
    this.#ready.resolve(payload);
    for (const message of this.#queue.splice(0)) send(frame, message);
    this.#turn('ready');
  }

  /** Passes a rejection on, unless there were many within the last second. */
  #reject(rejection: UbaRejection): void {
    const now = performance.now();
    this.#rejectedAt = this.#rejectedAt.filter((time) => now - time < 1000);
    if (this.#rejectedAt.length >= rejectionsPerSecond) return;
    this.#rejectedAt.push(now);
    this.#owner.rejected(rejection);
  }
}

function send({ iframe, origin }: OpenFrame, message: unknown): void {
  iframe.contentWindow?.postMessage(message, origin);
}

const destroyed = () => new UbaError('DESTROYED', 'The widget was destroyed.');

const loadTimeout = (ms: number) =>
  new UbaError(
    'LOAD_TIMEOUT',
    `The frame did not get ready within ${ms} ms. Likely causes: UBA is out of reach, the Content-Security-Policy of the page blocks it (frame-src), or UBA refuses to be framed here (X-Frame-Options, frame-ancestors).`,
  );

/** The one `message` listener of a window. It is there while a frame of that window is open. */
class Hub {
  readonly #view: Window;
  readonly #frames = new Set<OpenFrame>();
  readonly #bySource = new Map<MessageEventSource, OpenFrame>();

  constructor(view: Window) {
    this.#view = view;
  }

  add(frame: OpenFrame): void {
    this.#frames.add(frame);
    this.#view.addEventListener('message', this);
  }

  remove(frame: OpenFrame): void {
    this.#frames.delete(frame);
    if (frame.source) this.#bySource.delete(frame.source);
    if (!this.#frames.size) this.#view.removeEventListener('message', this);
  }

  handleEvent(event: MessageEvent<unknown>): void {
    if (event.source) this.#frameOf(event.source)?.receive(event);
  }

  /** Reading `contentWindow` of a new iframe is costly, so that is left until somebody speaks. */
  #frameOf(source: MessageEventSource): OpenFrame | undefined {
    const found = this.#bySource.get(source);
    if (found) return found;
    for (const frame of this.#frames) {
      if (frame.iframe.contentWindow !== source) continue;
      if (frame.source) this.#bySource.delete(frame.source);
      frame.source = source;
      this.#bySource.set(source, frame);
      return frame;
    }
    return undefined;
  }
}

const hubs = new WeakMap<Window, Hub>();

function hubOf(view: Window): Hub {
  let hub = hubs.get(view);
  if (!hub) hubs.set(view, (hub = new Hub(view)));
  return hub;
}
