import type { UbaAnyMessage, UbaError } from '@finodigital/uba-host';
import type { UbaRejection, UbaStatus } from '@finodigital/uba-host/internal';
import type { UbaMessage, UbaMessageType, UbaOptions } from '@finodigital/uba-protocol';

/** The widget's own events. They bubble and cross shadow roots. */
export interface UbaOwnEventMap {
  /**
   * A message of UBA that was accepted; it comes after the event of its own name, and alone for a message
   * that the documentation does not know. The flow goes on as that event says.
   */
  'uba-message': CustomEvent<UbaAnyMessage>;
  /**
   * The status has changed: `idle`, `loading`, `ready`, `failed` or `destroyed`. The flow goes on, unless it
   * is `idle` or `destroyed`.
   */
  'uba-status': CustomEvent<{ readonly status: UbaStatus }>;
  /**
   * `INVALID_CONFIG`: an option is wrong, and the user can do nothing. `LOAD_TIMEOUT`: the frame did not get
   * ready in time. The flow can go on after the second: by a late `ready`, or by Retry in the error view.
   */
  'uba-error': CustomEvent<UbaError>;
  /**
   * The frame said something that was refused, and why; at most 10 times a second. For your log: the flow
   * goes on.
   */
  'uba-rejected': CustomEvent<UbaRejection>;
  /**
   * The user wants to go on in a new tab, of which this page will hear nothing more: ask your back end. The
   * flow goes on there. Cancelable: then nothing opens. It never says the URL, which names the session.
   */
  'uba-open-tab': CustomEvent<null>;
}

/** UBA's messages under their own names. They do not bubble. */
export type UbaMessageEventMap = {
  [T in UbaMessageType]: CustomEvent<UbaMessage<T>>;
};

/** What a handler of the controller can be for; `*` stands for every accepted message. */
export type UbaEventType = UbaMessageType | keyof UbaOwnEventMap | '*';

/** What a handler of the controller is given. */
export type UbaEventOf<T extends UbaEventType> = T extends UbaMessageType
  ? UbaMessage<T>
  : T extends keyof UbaOwnEventMap
    ? { readonly type: T; readonly payload: UbaOwnEventMap[T]['detail'] }
    : UbaAnyMessage;

/** A handler of the controller. */
export type UbaHandler<T extends UbaEventType> = (message: UbaEventOf<T>) => void;

/** Everything that `<fino-uba>` fires, by the name to listen for. */
export interface FinoUbaEventMap extends HTMLElementEventMap, UbaMessageEventMap {}

/** What markup that sets properties takes: the options, and a handler for each event as `on` + name. */
export type FinoUbaProps = UbaOptions & {
  [T in keyof (UbaMessageEventMap & UbaOwnEventMap) as `on${T}`]?:
    ((event: FinoUbaEventMap[T]) => void) | undefined;
};

declare global {
  // What bubbles can be heard on every element.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface GlobalEventHandlersEventMap extends UbaOwnEventMap {}
}
