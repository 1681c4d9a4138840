/// <reference lib="esnext.disposable" preserve="true" />
import { UbaError, type UbaHandlerOptions, type UbaReady } from '@finodigital/uba-host';
import {
  createElement,
  destroyed,
  subscribe,
  unsubscribe,
  type UbaStatus,
} from '@finodigital/uba-host/internal';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { own } from '@finodigital/uba-protocol/internal';
import './define.js';
import type { UbaEventOf, UbaEventType, UbaHandler } from './events.js';
import type { FinoUba } from './fino-uba.js';

/**
 * Makes a widget; append its `element` to the page, and the frame loads.
 * Source: finoOS documentation, "Programmatic API".
 *
 * @param options none by default: nothing loads before there is a session
 * @throws UbaError `INVALID_CONFIG`
 *
 * @example
 * const widget = createUbaWidget({ sessionId, userIdentifier });
 * widget.on('bank-connect', ({ payload }) => save(payload.accountIds));
 * document.body.append(widget.element);
 */
export function createUbaWidget(options: UbaOptions = {}): UbaWidgetController {
  const element = createElement(document, 'fino-uba');
  // Another script may own the name: something else, or an older copy of this one.
  if (!(element as Partial<FinoUba>).setOptions) {
    throw new UbaError(
      'INVALID_CONFIG',
      '<fino-uba> was registered by another script, as something else.',
    );
  }
  element.setOptions(options);
  return new UbaWidgetController(element);
}

/** Drives one `<fino-uba>` from a script. */
export class UbaWidgetController {
  readonly element: FinoUba;

  /** For an element that is there already; `createUbaWidget` makes a new one. */
  constructor(element: FinoUba) {
    this.element = element;
  }

  /** @see FinoUba.status */
  get status(): UbaStatus {
    return this.element.status;
  }

  /** The payload of `ready`, for the newest load. Rejected as the element's `ready` is. */
  ready(): Promise<UbaReady> {
    return this.element.ready;
  }

  /**
   * Calls `handler` with each message of that type, with `*` for every one, those that the
   * documentation does not know included; with one of the widget's own events, such as `uba-error`,
   * with `{ type, payload }`. A handler that throws stops no other. Attach it before the frame loads:
   * what comes earlier is lost.
   *
   * @returns a function that ends it
   */
  on<T extends UbaEventType>(
    type: T,
    handler: UbaHandler<T>,
    options?: UbaHandlerOptions,
  ): () => void {
    return subscribe(this.element, type, handler, options);
  }

  /** Undoes `on`. */
  off<T extends UbaEventType>(type: T, handler: UbaHandler<T>): void {
    unsubscribe(this.element, type, handler);
  }

  /**
   * The next message of that type. Rejected by a UbaError `DESTROYED` once the widget is destroyed, by
   * the signal's reason once that aborts; which need not be caught.
   */
  once<T extends UbaEventType>(
    type: T,
    options: Pick<UbaHandlerOptions, 'signal'> = {},
  ): Promise<UbaEventOf<T>> {
    const signal = own(options, 'signal');
    const settled = new AbortController();
    const promise = new Promise<UbaEventOf<T>>((resolve, reject) => {
      const whenDestroyed = () => {
        if (this.status === 'destroyed') reject(destroyed());
      };
      const whenAborted = () => reject(signal?.reason as Error);
      this.on(type, resolve, { signal: settled.signal });
      this.on('uba-status', whenDestroyed, { signal: settled.signal });
      signal?.addEventListener('abort', whenAborted, { signal: settled.signal });
      whenDestroyed();
      if (signal?.aborted) whenAborted();
    });
    const end = () => settled.abort();
    promise.then(end, end);
    return promise;
  }

  /** @see FinoUba.setOptions */
  update(changes: UbaOptions): void {
    this.element.setOptions(changes);
  }

  /** @see FinoUba.setSession */
  setSession(sessionId: string, userIdentifier: string): void {
    this.element.setSession(sessionId, userIdentifier);
  }

  /** @see FinoUba.reload */
  reload(): void {
    this.element.reload();
  }

  /** @see FinoUba.postMessage */
  postMessage(message: unknown): void {
    this.element.postMessage(message);
  }

  /** Unloads the frame for good and takes the element out of the page. */
  destroy(): void {
    this.element.destroy();
    this.element.remove();
  }

  /** `destroy`, at the end of a `using` block. */
  [Symbol.dispose](): void {
    this.destroy();
  }
}
