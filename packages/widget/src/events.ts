import type { UbaAnyMessage, UbaError } from '@finodigital/uba-host';
import type { UbaRejection, UbaStatus } from '@finodigital/uba-host/internal';
import type { UbaMessage, UbaMessageType, UbaOptions } from '@finodigital/uba-protocol';

/** The widget's own events. They bubble and cross shadow roots. */
export interface UbaOwnEventMap {
  /** Every accepted message, those that the documentation does not know included. */
  'uba-message': CustomEvent<UbaAnyMessage>;
  /** The status has changed. */
  'uba-status': CustomEvent<{ readonly status: UbaStatus }>;
  /** `INVALID_CONFIG` or `LOAD_TIMEOUT`. */
  'uba-error': CustomEvent<UbaError>;
  /** The frame said something that was refused; fired at most 10 times a second. */
  'uba-rejected': CustomEvent<UbaRejection>;
}

/** UBA's messages under their own names. They do not bubble. */
export type UbaMessageEventMap = {
  [T in UbaMessageType]: CustomEvent<UbaMessage<T>>;
};

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
