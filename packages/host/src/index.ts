/** The framework-free iframe host: the address, the gate and the channel, without a widget. */
export { connectUbaFrame, type UbaFrameConnection } from './connect-uba-frame.js';
export type { UbaReady } from './frame-host.js';
export type { UbaHandler, UbaHandlerOptions } from './message-events.js';
export type { UbaAnyMessage } from './message-gate.js';
export { parseRedirectCallback, type UbaRedirectCallback } from './redirect-callback.js';
export { UbaError, type UbaErrorCode } from './uba-error.js';
export { buildUbaUrl } from './uba-url.js';
export type {
  UbaBankErrorCode,
  UbaMessage,
  UbaMessageType,
  UbaOptions,
  UbaPayload,
} from '@finodigital/uba-protocol';
