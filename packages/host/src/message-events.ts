/** Messages as events of a target, and the handlers that listen there. */
import type { UbaMessage, UbaMessageType } from '@finodigital/uba-protocol';
import type { UbaAnyMessage } from './message-gate.js';

/**
 * A handler for messages of type `T`: it is given the message with its typed payload. With `*` it is
 * given every accepted message, those of unknown types included, told apart by `known`.
 */
export type UbaHandler<T extends UbaMessageType | '*'> = (
  message: T extends UbaMessageType ? UbaMessage<T> : UbaAnyMessage,
) => void;

/** How long a handler stays; for ever by default. */
export interface UbaHandlerOptions {
  /** Takes one message only. Default: false. */
  readonly once?: boolean;
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
}

/**
 * Fires a message: under its own name where it is known, then as `uba-message`.
 *
 * @param isDestroyed whether a handler has destroyed the target's frame meanwhile
 */
export function dispatchMessage(
  target: EventTarget,
  message: UbaAnyMessage,
  isDestroyed: () => boolean,
): void {
  const { known, type, payload, user } = message;
  if (known) target.dispatchEvent(new CustomEvent(type, { detail: { type, payload, user } }));
  if (!isDestroyed()) dispatchOwn(target, 'uba-message', message);
}

/**
 * Fires one of our own `uba-*` events, which go up the tree.
 *
 * @returns whether nobody cancelled it
 */
export function dispatchOwn(
  target: EventTarget,
  type: `uba-${string}`,
  detail: unknown,
  cancelable = false,
): boolean {
  return target.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
  );
}

/** What is called with a message; which one, the type that it was subscribed for says. */
type AnyHandler = (message: never) => void;

/**
 * Calls `handler` with each message of that type, with `*` for every one; with the name of one of our
 * own events with `{ type, payload }`, the payload being the event's detail.
 *
 * @returns a function that ends it
 */
export function subscribe(
  target: EventTarget,
  type: string,
  handler: AnyHandler,
  options?: UbaHandlerOptions,
): () => void {
  target.addEventListener(eventName(type), listenerOf(type, handler), options);
  return () => unsubscribe(target, type, handler);
}

/** Undoes `subscribe`; nothing happens where there is nothing to undo. */
export function unsubscribe(target: EventTarget, type: string, handler: AnyHandler): void {
  target.removeEventListener(eventName(type), listenerOf(type, handler));
}

const eventName = (type: string) => (type === '*' ? 'uba-message' : type);

/** One listener a handler, so that a target knows it again: for messages, and for our own events. */
const messageListeners = new WeakMap<AnyHandler, EventListener>();
const ownListeners = new WeakMap<AnyHandler, EventListener>();

function listenerOf(type: string, handler: AnyHandler): EventListener {
  const isOwn = type.startsWith('uba-');
  const listeners = isOwn ? ownListeners : messageListeners;
  let listener = listeners.get(handler);
  if (!listener) {
    listener = (event) => {
      // What bubbles up from somebody else's element inside the target is none of ours.
      if (event.eventPhase !== Event.AT_TARGET) return;
      const { detail } = event as CustomEvent<unknown>;
      handler((isOwn ? { type: event.type, payload: detail } : detail) as never);
    };
    listeners.set(handler, listener);
  }
  return listener;
}
