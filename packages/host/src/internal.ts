/** What the widget shares with the host beyond the public entry. It may change with any version. */
export { say, sayOnce, sayProblems, type Said } from './console.js';
export { FrameHost, destroyed, type UbaStatus } from './frame-host.js';
export { languageAt, textLanguage } from './frame-language.js';
export { dispatchMessage, dispatchOwn, subscribe, unsubscribe } from './message-events.js';
export type { UbaRejection } from './message-gate.js';
export { createElement, ofDocument } from './of-document.js';
export { frameTitle, loadFrame } from './uba-frame.js';
export { checkOptions, frameOrigin, hasSession, invalidConfig } from './uba-url.js';
