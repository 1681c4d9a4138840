/** The props that take a handler: their names follow from those of the events. */
import { messageTypes } from '@finodigital/uba-protocol';
import type { UbaMessageEventMap, UbaOwnEventMap } from '@finodigital/uba-widget';

type UbaEventMap = UbaMessageEventMap & UbaOwnEventMap;

/** The widget's own events: the compiler sees to it that all are here. */
const ownEvents = {
  'uba-message': true,
  'uba-status': true,
  'uba-error': true,
  'uba-rejected': true,
  'uba-open-tab': true,
} satisfies Record<keyof UbaOwnEventMap, true>;

/** `bank-connect` → `BankConnect`, `BANK_LOGIN_ERROR` → `BankLoginError`. */
type PascalCase<T extends string> = T extends `${infer Word}-${infer Rest}`
  ? `${PascalCase<Word>}${PascalCase<Rest>}`
  : T extends `${infer Word}_${infer Rest}`
    ? `${PascalCase<Word>}${PascalCase<Rest>}`
    : Capitalize<Lowercase<T>>;

/** UBA's `ERROR` and the widget's `uba-error` would both be `onError`. */
type HandlerName<T extends string> = T extends 'ERROR'
  ? 'onFlowError'
  : T extends `uba-${infer Own}`
    ? `on${PascalCase<Own>}`
    : `on${PascalCase<T>}`;

/**
 * A handler for each event: `on` and the event's name in camel case, the widget's own events without
 * their `uba-`. `onError` is for `uba-error`, `onFlowError` for UBA's `ERROR`. Each is given the
 * `CustomEvent`.
 */
export type UbaHandlers = {
  [T in keyof UbaEventMap as HandlerName<T>]?: ((event: UbaEventMap[T]) => void) | undefined;
};

/** The types of all events. */
export const eventTypes: readonly string[] = /* @__PURE__ */ [
  ...messageTypes,
  .../* @__PURE__ */ Object.keys(ownEvents),
];

/** The prop that takes the handler for an event of that type. */
export function handlerName(type: string): keyof UbaHandlers {
  const words = type === 'ERROR' ? 'flow-error' : type.toLowerCase().replace('uba-', '');
  const name = words.replace(/(^|[-_])./g, (letter) => letter.slice(-1).toUpperCase());
  return `on${name}` as keyof UbaHandlers;
}
