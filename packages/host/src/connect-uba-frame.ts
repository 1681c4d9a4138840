import type { UbaMessageType, UbaOptions } from '@finodigital/uba-protocol';
import { FrameHost, type UbaReady } from './frame-host.js';
import {
  dispatchMessage,
  subscribe,
  type UbaHandler,
  type UbaHandlerOptions,
} from './message-events.js';
import { loadFrame } from './uba-frame.js';
import { checkOptions, requireSession } from './uba-url.js';

/** A page's own iframe, connected. */
export interface UbaFrameConnection {
  /**
   * Calls `handler` with each message of that type, with `*` for every accepted one, those of unknown
   * types included. A handler that throws stops no other.
   *
   * @returns a function that ends it
   */
  on<T extends UbaMessageType | '*'>(
    type: T,
    handler: UbaHandler<T>,
    options?: UbaHandlerOptions,
  ): () => void;
  /**
   * The payload of `ready`. Rejected by a UbaError `LOAD_TIMEOUT` after `readyTimeout` ms (30,000 by
   * default) or `DESTROYED` after `disconnect`; need not be caught.
   */
  ready(): Promise<UbaReady>;
  /**
   * Posts to UBA's exact origin; before `ready` the message waits.
   *
   * @throws UbaError `QUEUE_FULL` beyond 100 waiting messages, `DESTROYED` after `disconnect`
   * @throws DOMException `DataCloneError` for what cannot be cloned
   */
  postMessage(message: unknown): void;
  /** Ends the connection for good. The iframe stays as it is. */
  disconnect(): void;
}

/**
 * Connects an iframe that the page owns. One that has no address yet is given the attributes and
 * the address that UBA needs; one that has is left as it is, and `origin`, `readyTimeout` and
 * `autoHeight` are all that counts. Connect before the frame loads: what it says earlier is lost.
 *
 * @param iframe of this page; its language, where `lang` is not set, is that of its place
 * @param source a session and what else `UbaOptions` has
 * @throws UbaError `INVALID_CONFIG`, also where the iframe has no address and there is no session
 *
 * @example
 * const uba = connectUbaFrame(document.querySelector('iframe'), { sessionId, userIdentifier });
 * uba.on('bank-connect', ({ payload }) => save(payload.accountIds));
 * await uba.ready();
 */
export function connectUbaFrame(iframe: HTMLIFrameElement, source: UbaOptions): UbaFrameConnection {
  const options = checkOptions(source);
  if (!iframe.getAttribute('src')) {
    requireSession(options);
    loadFrame(iframe, options, iframe);
  }
  const target = new EventTarget();
  const host: FrameHost = new FrameHost({
    statusChanged: () => undefined,
    rejected: () => undefined,
    accepted: (message) => dispatchMessage(target, message, () => host.status === 'destroyed'),
    resized: (height) => {
      if (options.autoHeight) iframe.style.height = `${height}px`;
    },
  });
  host.open(iframe, options);
  return {
    on: (type, handler, handlerOptions) => subscribe(target, type, handler, handlerOptions),
    ready: () => host.ready,
    postMessage: (message) => host.postMessage(message),
    disconnect: () => host.close('destroyed'),
  };
}
