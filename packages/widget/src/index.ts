/** Banking Connect, embedded: importing this registers `<fino-uba>`. */
import './define.js';

export { createUbaWidget, UbaWidgetController } from './create-uba-widget.js';
export type {
  FinoUbaEventMap,
  FinoUbaProps,
  UbaEventOf,
  UbaEventType,
  UbaHandler,
  UbaMessageEventMap,
  UbaOwnEventMap,
} from './events.js';
export { FinoUba } from './fino-uba.js';
export {
  UbaError,
  parseRedirectCallback,
  type UbaAnyMessage,
  type UbaErrorCode,
  type UbaHandlerOptions,
  type UbaReady,
  type UbaRedirectCallback,
} from '@finodigital/uba-host';
export { type UbaRejection, type UbaStatus } from '@finodigital/uba-host/internal';
export { version } from './version.js';
export {
  errorCodes,
  origins,
  type UbaBankErrorCode,
  type UbaColorScheme,
  type UbaLoading,
  type UbaMessage,
  type UbaMessageType,
  type UbaOptions,
  type UbaPayload,
  type UbaTheme,
} from '@finodigital/uba-protocol';
