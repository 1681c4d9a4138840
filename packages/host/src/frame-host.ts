/**
 * The page's end of the channel to UBA's frame: one listener a window, shared by all frames in it,
 * and for each frame a status, the promise of `ready`, a queue and a time-out.
 */
import type { UbaFeature, UbaOptions, UbaPayload } from '@finodigital/uba-protocol';
import { own } from '@finodigital/uba-protocol/internal';
import { deferred } from './deferred.js';
import { ofDocument } from './of-document.js';
import { judge, type UbaAnyMessage, type UbaRejection } from './message-gate.js';
import { UbaError } from './uba-error.js';
import { frameOrigin } from './uba-url.js';

/** Where a frame stands; `destroyed` is final. */
export type UbaStatus = 'idle' | 'loading' | 'ready' | 'failed' | 'destroyed';

/** The payload of `ready`, `undefined` where it came without one. */
export type UbaReady = UbaPayload<'ready'>;

/** Who a frame host works for. It may call `open`, `close` or `fail` from within. */
export interface FrameOwner {
  /** With `error` where it failed, be it once more, or was destroyed. */
  statusChanged(status: UbaStatus, error?: UbaError): void;
  accepted(message: UbaAnyMessage): void;
  rejected(rejection: UbaRejection): void;
  /** The frame asks for a height, in px. */
  resized(height: number): void;
}

const defaultTimeout = 30_000;
const queueLength = 100;
/** How often to look whether the page is in sight while a frame loads, in ms. */
const timeStep = 1000;
const rejectionsPerSecond = 10;

/** A frame that is open. */
interface OpenFrame {
  readonly iframe: HTMLIFrameElement;
  readonly origin: string;
  /** The window that the frame posts to. */
  readonly view: Window | null;
  readonly receive: (event: MessageEvent<unknown>) => void;
  /** Call when a policy of the page keeps the frame from loading. */
  readonly block: () => void;
  /** The window that the frame last spoke from; unknown until it speaks. */
  source: MessageEventSource | undefined;
  /** How long it has loaded while somebody could see it, in ms. */
  waited: number;
  isBlocked: boolean;
  /** What the frame said with `ready`. */
  ready: UbaReady;
}

/** Stays with its owner for good and takes one frame after the other: `open`, `close`, `open` … */
export class FrameHost {
  readonly #owner: FrameOwner;
  #status: UbaStatus = 'idle';
  /** Pending while the status is `idle` or `loading`, settled otherwise. */
  #ready = deferred<UbaReady>();
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

  /** Whether a policy of the page keeps the frame from loading. */
  get isBlocked(): boolean {
    return this.#frame?.isBlocked ?? false;
  }

  /** Whether the frame has announced a feature. */
  offers(feature: UbaFeature): boolean {
    const ready = this.#frame?.ready;
    const announced: unknown = ready && own(ready, 'features');
    return Array.isArray(announced) && announced.includes(feature);
  }

  /** @throws UbaError `DESTROYED` */
  assertAlive(): void {
    if (this.#status === 'destroyed') throw destroyed();
  }

  /** Listens to an iframe and waits for its `ready`. What was open before must be closed. */
  open(iframe: HTMLIFrameElement, options: UbaOptions): void {
    this.readyTimeout = options.readyTimeout;
    this.#listen(iframe, frameOrigin(options));
  }

  /** Undoes `open` and drops the queue. The iframe stays where it is. */
  close(status: 'idle' | 'loading' | 'destroyed'): void {
    if (this.#status === 'destroyed') return;
    if (this.#frame) unlistenTo(this.#frame);
    this.#frame = undefined;
    this.#queue = [];
    this.#setStatus(status, status === 'destroyed' ? destroyed() : undefined);
  }

  /** Gives up waiting. A frame that is open stays open, so that a late `ready` still counts. */
  fail(error: UbaError): void {
    this.#setStatus('failed', error);
  }

  /** Call when the iframe was moved: some engines load it anew, into a new window. */
  moved(): void {
    const frame = this.#frame;
    if (frame?.source && frame.source !== frame.iframe.contentWindow) this.reloaded();
  }

  /** Call when the iframe loads anew by itself, perhaps in another document. */
  reloaded(): void {
    const frame = this.#frame;
    if (!frame) return;
    unlistenTo(frame);
    this.#listen(frame.iframe, frame.origin);
  }

  /** How long to wait for `ready` from the beginning of the load, in ms; 0 = for ever. */
  set readyTimeout(ms: number | undefined) {
    const timeout = ms ?? defaultTimeout;
    // To start it again would put off the end each time that any option changes.
    if (timeout === this.#readyTimeout) return;
    this.#readyTimeout = timeout;
    this.#startTimer();
  }

  /**
   * Posts to the frame's exact origin; before `ready` the message waits in a queue.
   *
   * @throws UbaError `QUEUE_FULL` beyond 100 waiting messages, `DESTROYED`
   * @throws DOMException `DataCloneError` for what cannot be cloned
   */
  postMessage(message: unknown): void {
    this.assertAlive();
    if (this.#frame && this.#status === 'ready') {
      send(this.#frame, message);
    } else if (this.#queue.length < queueLength) {
      this.#queue.push(copyOf(message));
    } else {
      throw new UbaError('QUEUE_FULL', `${queueLength} messages wait already.`);
    }
  }

  #listen(iframe: HTMLIFrameElement, origin: string): void {
    this.#frame = {
      iframe,
      origin,
      view: ofDocument(iframe.ownerDocument, 'defaultView'),
      receive: (event) => this.#receive(event),
      block: () => this.#block(),
      source: undefined,
      waited: 0,
      isBlocked: false,
      ready: undefined,
    };
    listenTo(this.#frame);
    this.#setStatus('loading');
  }

  /** The one place where the status changes, and with it the promise and the time-out. */
  #setStatus(status: UbaStatus, error?: UbaError): void {
    const before = this.#status;
    if (before !== 'idle' && before !== 'loading') this.#ready = deferred();
    this.#status = status;
    this.#startTimer();
    if (error) this.#ready.reject(error);
    else if (status === 'ready') this.#ready.resolve(this.#frame?.ready);
    if (error || status !== before) this.#owner.statusChanged(status, error);
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    const ms = this.#readyTimeout;
    if (this.#status !== 'loading' || !this.#frame || !ms) return;
    const frame = this.#frame;
    const step = Math.max(0, Math.min(timeStep, ms - frame.waited));
    this.#timer = setTimeout(() => {
      // A tab in the background is slow by right, and a laptop asleep loads nothing.
      if (ofDocument(frame.iframe.ownerDocument, 'visibilityState') !== 'hidden') {
        frame.waited += step;
      }
      if (frame.waited >= ms) this.fail(loadTimeout(frame));
      else this.#startTimer();
    }, step);
  }

  #block(): void {
    if (!this.#frame || this.#status !== 'loading') return;
    this.#frame.isBlocked = true;
    this.fail(blocked());
  }

  #receive(event: MessageEvent<unknown>): void {
    const frame = this.#frame;
    if (!frame) return;
    const verdict = judge(event, frame.iframe.contentWindow, frame.origin);
    if (!verdict) return;
    if (verdict.kind === 'rejection') this.#reject(verdict.rejection);
    else if (verdict.kind === 'message') this.#accept(frame, verdict.message);
    else if (this.offers('resize')) this.#owner.resized(verdict.height);
  }

  #accept(frame: OpenFrame, message: UbaAnyMessage): void {
    if (message.known && message.type === 'ready') {
      frame.ready = message.payload;
      if (this.#status !== 'ready') {
        for (const waiting of this.#queue.splice(0)) send(frame, waiting);
        this.#setStatus('ready');
      }
    }
    // A handler of `uba-status` may have closed the frame just now.
    if (this.#frame === frame) this.#owner.accepted(message);
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

export const destroyed = () => new UbaError('DESTROYED', 'The widget was destroyed.');

// A frame that holds another origin's document, an error page say, shows none to this page.
const loadTimeout = ({ iframe }: OpenFrame) =>
  new UbaError(
    'LOAD_TIMEOUT',
    `No ready within readyTimeout; the frame loaded ${iframe.contentDocument ? 'nothing' : 'something else'}. ` +
      'A content blocker, CSP frame-src or X-Frame-Options may block it.',
  );

const blocked = () =>
  new UbaError(
    'LOAD_TIMEOUT',
    "The page's CSP blocks the frame: its frame-src must allow UBA's origin.",
  );

/** Simulated browsers lack `structuredClone`; what waits there may change meanwhile. */
const copyOf = (message: unknown): unknown =>
  typeof structuredClone === 'function' ? structuredClone(message) : message;

/** All open frames, and those that have spoken by the window that they spoke from. */
const frames = new Set<OpenFrame>();
const bySource = new Map<MessageEventSource, OpenFrame>();

function listenTo(frame: OpenFrame): void {
  frames.add(frame);
  // The same listener is added once a window, however often that is asked for.
  frame.view?.addEventListener('message', deliver);
  frame.view?.addEventListener('securitypolicyviolation', block);
}

function unlistenTo(frame: OpenFrame): void {
  const { view, source } = frame;
  frames.delete(frame);
  if (source) bySource.delete(source);
  for (const other of frames) if (other.view === view) return;
  view?.removeEventListener('message', deliver);
  view?.removeEventListener('securitypolicyviolation', block);
}

/** A policy of the page was violated: perhaps by a frame of ours. */
function block(this: Window, event: SecurityPolicyViolationEvent): void {
  const { disposition, effectiveDirective, blockedURI } = event;
  if (disposition !== 'enforce' || effectiveDirective !== 'frame-src') return;
  for (const { view, origin, block } of frames) {
    // Engines name the whole URL or its origin alone.
    if (view === this && `${blockedURI}/`.startsWith(`${origin}/`)) block();
  }
}

/** The one listener: takes a message to the frame that it comes from. */
function deliver(event: MessageEvent<unknown>): void {
  const { source } = event;
  if (source) (bySource.get(source) ?? findFrame(source))?.receive(event);
}

/**
 * The frame that a window is in, remembered for the next message. Reading `contentWindow` of a new
 * iframe is costly, so that is left until its window posts something.
 */
function findFrame(source: MessageEventSource): OpenFrame | undefined {
  for (const frame of frames) {
    if (frame.iframe.contentWindow !== source) continue;
    if (frame.source) bySource.delete(frame.source);
    frame.source = source;
    bySource.set(source, frame);
    return frame;
  }
  return undefined;
}
