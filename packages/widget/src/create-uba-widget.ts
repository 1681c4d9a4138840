/// <reference lib="esnext.disposable" preserve="true" />
import { type UbaHandler, type UbaHandlerOptions, type UbaReady } from '@finodigital/uba-host';
import { subscribe, unsubscribe, type UbaStatus } from '@finodigital/uba-host/internal';
import type { UbaMessageType, UbaOptions } from '@finodigital/uba-protocol';
import './define.js';
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
  const element = document.createElement('fino-uba');
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
   * documentation does not know included. A handler that throws stops no other.
   *
   * @returns a function that ends it
   */
  on<T extends UbaMessageType | '*'>(
    type: T,
    handler: UbaHandler<T>,
    options?: UbaHandlerOptions,
  ): () => void {
    return subscribe(this.element, type, handler, options);
  }

  /** Undoes `on`. */
  off<T extends UbaMessageType | '*'>(type: T, handler: UbaHandler<T>): void {
    unsubscribe(this.element, type, handler);
  }

  /** The next message of that type; pending for ever where none comes. */
  once<T extends UbaMessageType | '*'>(type: T): Promise<Parameters<UbaHandler<T>>[0]> {
    return new Promise((resolve) => this.on(type, resolve, { once: true }));
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
