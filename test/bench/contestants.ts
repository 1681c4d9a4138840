/**
 * The page's side of the bench: the ways to embed a frame, each with the same frame attributes where
 * it leaves them to the page, each with one handler for a message.
 */
import { createUbaWidget } from '@finodigital/uba-widget';
import { Connect } from 'connect-web-sdk';
import { connect, WindowMessenger } from 'penpal';

/** The frame to embed: the origin of its site and a session, by which that site knows it again. */
export interface FrameAddress {
  readonly origin: string;
  readonly sessionId: string;
}

/** What the page wants to hear from a frame. */
interface Ears {
  ready(): void;
  message(payload: unknown): void;
}

/** When a frame is destroyed. */
export type End = 'ready' | 'before ready';

/** Embeds a frame in `place`; returns what undoes it. */
type Contestant = (place: HTMLElement, frame: FrameAddress, ears: Ears) => () => void;

const byHand: Contestant = (place, frame, ears) =>
  listenByHand(place, frame, ears, (payload) => ears.message(payload));

/** Fires the two events that the widget fires; what it gets is not checked. */
const byHandWithEvents: Contestant = (place, frame, ears) => {
  const target = document.createElement('div');
  target.addEventListener('bank-connect', (event) => {
    ears.message((event as CustomEvent<{ payload: unknown }>).detail.payload);
  });
  place.append(target);
  const stop = listenByHand(target, frame, ears, (payload) => {
    const detail = { type: 'bank-connect', payload };
    target.dispatchEvent(new CustomEvent('bank-connect', { detail }));
    const init = { detail, bubbles: true, composed: true };
    target.dispatchEvent(new CustomEvent('uba-message', init));
  });
  return () => {
    stop();
    target.remove();
  };
};

function listenByHand(
  place: HTMLElement,
  { origin, sessionId }: FrameAddress,
  ears: Ears,
  onConnect: (payload: unknown) => void,
): () => void {
  const iframe = iframeFor(origin, `${origin}/auth`, sessionId);
  const listen = ({ source, origin: sender, data }: MessageEvent<unknown>) => {
    if (source !== iframe.contentWindow || sender !== origin) return;
    const { type, payload } = data as { type: string; payload: unknown };
    if (type === 'ready') ears.ready();
    else if (type === 'bank-connect') onConnect(payload);
  };
  addEventListener('message', listen);
  place.append(iframe);
  return () => {
    removeEventListener('message', listen);
    iframe.remove();
  };
}

const byWidget: Contestant = (place, { origin, sessionId }, ears) => {
  const widget = createUbaWidget({ origin, sessionId, userIdentifier: 'bench' });
  widget.on('ready', () => ears.ready());
  widget.on('bank-connect', ({ payload }) => ears.message(payload));
  place.append(widget.element);
  return () => widget.destroy();
};

const byPenpal: Contestant = (place, { origin, sessionId }, ears) => {
  const iframe = iframeFor(origin, `${origin}/penpal`, sessionId);
  place.append(iframe);
  // It wants the window at once, so the frame has to be in the page before.
  const remoteWindow = iframe.contentWindow as Window;
  const { promise, destroy } = connect({
    messenger: new WindowMessenger({ remoteWindow, allowedOrigins: [origin] }),
    methods: { message: (payload: unknown) => ears.message(payload) },
  });
  void promise.then(() => ears.ready());
  return () => {
    destroy();
    iframe.remove();
  };
};

/** Says `ready` when the frame has loaded; before, it does not listen. One frame a page. */
const byMastercard: Contestant = (place, { origin, sessionId }, ears) => {
  const nothing = () => undefined;
  Connect.launch(
    addressOf(`${origin}/mastercard`, sessionId),
    {
      onLoad: () => ears.ready(),
      onUser: (payload: unknown) => ears.message(payload),
      onDone: nothing,
      onCancel: nothing,
      onError: nothing,
    },
    { node: place },
  );
  return () => Connect.destroy();
};

const contestants = {
  'by hand': byHand,
  'by hand, again': byHand,
  'by hand, two events': byHandWithEvents,
  widget: byWidget,
  penpal: byPenpal,
  'Mastercard SDK': byMastercard,
} as const satisfies Record<string, Contestant>;

/** The name of a contestant, as it heads a column of the table. */
export type ContestantName = keyof typeof contestants;

function addressOf(base: string, sessionId: string): string {
  return `${base}?${new URLSearchParams({ sessionId, userIdentifier: 'bench' }).toString()}`;
}

/** With the attributes that the finoOS documentation asks for, as the widget sets them. */
function iframeFor(origin: string, base: string, sessionId: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation allow-storage-access-by-user-activation allow-downloads',
  );
  iframe.allow = `clipboard-write ${origin}; publickey-credentials-get ${origin}; otp-credentials ${origin}; storage-access ${origin}`;
  iframe.referrerPolicy = 'strict-origin';
  iframe.title = 'Connect your bank';
  iframe.style.cssText = 'display: block; width: 100%; height: 640px; border: 0';
  iframe.src = addressOf(base, sessionId);
  return iframe;
}

/** The time on a clock that all sites of this machine share, in ms. */
const now = () => performance.timeOrigin + performance.now();

const place = document.querySelector('main') as HTMLElement;
let destroyers: (() => void)[] = [];
let expected = 0;
let missing = 0;
let firstAt = 0;
let allArrived: (ms: number) => void;

/** What the rounds call in the page. */
const bench = {
  /** Mounts frames side by side; resolves when all are ready. */
  async mount(name: ContestantName, frames: readonly FrameAddress[]) {
    const mountedAt = now();
    const mountOne = (frame: FrameAddress) =>
      new Promise<void>((ready) =>
        destroyers.push(contestants[name](place, frame, { ready, message })),
      );
    await Promise.all(frames.map(mountOne));
    return { mountedAt, readyAt: now() };
  },

  /** Resolves when all that was expected last has arrived, with the ms from first to last. */
  arrived: Promise.resolve(0),

  expect(count: number) {
    expected = count;
    missing = count;
    bench.arrived = new Promise((resolve) => (allArrived = resolve));
  },

  /** Resolves when the page has drawn what there is to draw, and has nothing left to do. */
  idle: () =>
    new Promise<void>((resolve) => {
      const drawn = () => requestIdleCallback(() => resolve());
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    }),

  /** Comes back when `/hold` is answered; until then the page does nothing at all. */
  wait() {
    const request = new XMLHttpRequest();
    request.open('GET', '/hold', false);
    request.send();
  },

  /** One after the other; each is destroyed at once, or in the task after it was mounted. */
  async mountAndDestroy(name: ContestantName, frames: readonly FrameAddress[], end: End) {
    for (const frame of frames) {
      const ready = bench.mount(name, [frame]);
      await (end === 'ready' ? ready : new Promise((resolve) => setTimeout(resolve)));
      bench.destroyAll();
    }
  },

  destroyAll() {
    for (const destroy of destroyers) destroy();
    destroyers = [];
  },
};

/** The handler of every contestant. */
function message(): void {
  if (missing === expected) firstAt = now();
  missing -= 1;
  if (!missing) allArrived(now() - firstAt);
}

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
