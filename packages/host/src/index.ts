/** The framework-free iframe host: the address, the gate and the channel, without a widget. */
export { connectUbaFrame, type UbaFrameConnection } from './connect-uba-frame.js';
export { FrameHost, type FrameOwner, type UbaReady, type UbaStatus } from './frame-host.js';
export { languageAt, textLanguage } from './frame-language.js';
export {
  dispatchMessage,
  dispatchOwn,
  subscribe,
  unsubscribe,
  type UbaHandler,
  type UbaHandlerOptions,
} from './message-events.js';
export { judge, type UbaAnyMessage, type UbaRejection, type Verdict } from './message-gate.js';
export { parseRedirectCallback, type UbaRedirectCallback } from './redirect-callback.js';
export { UbaError, type UbaErrorCode } from './uba-error.js';
export { frameTitle, loadFrame, loadUbaFrame } from './uba-frame.js';
export { buildUbaUrl, checkOptions, hasSession, invalidConfig } from './uba-url.js';
