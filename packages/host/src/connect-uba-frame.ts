import type { UbaMessageType, UbaOptions } from '@finodigital/uba-protocol';
import { FrameHost, type UbaReady } from './frame-host.js';
import {
  dispatchMessage,
  subscribe,
  type UbaHandler,
  type UbaHandlerOptions,
} from './message-events.js';
import { loadUbaFrame } from './uba-frame.js';
import { checkOptions } from './uba-url.js';

/** A page's own iframe, connected. */
export interface UbaFrameConnection {
  /** Calls `handler` with each message of that type, with `*` for every one. Returns what ends it. */
  on<T extends UbaMessageType | '*'>(
    type: T,
    handler: UbaHandler<T>,
    options?: UbaHandlerOptions,
  ): () => void;
  /** The payload of `ready`. Rejected by a UbaError `LOAD_TIMEOUT` or `DESTROYED`. */
  ready(): Promise<UbaReady>;
  /**
   * Posts to the frame; before `ready` the message waits.
   *
   * @throws UbaError `QUEUE_FULL`, `DESTROYED`
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
 * @throws UbaError `INVALID_CONFIG`
 */
export function connectUbaFrame(iframe: HTMLIFrameElement, source: UbaOptions): UbaFrameConnection {
  const options = checkOptions(source);
  if (!iframe.getAttribute('src')) loadUbaFrame(iframe, options);
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
