/**
 * Words that only this project's authors would understand, each with what to say in its place. Plain
 * English words, which can be right elsewhere, are left out: those are for the reader's eye.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const privateWords = {
  // What users see.
  lever: 'test control',
  levers: 'test controls',
  Lever: 'Test control',
  Levers: 'Test controls',
  'So it will be': 'The next requests are refused',
  UbaErrorKind: 'UbaErrorCode',
  connectUrl: 'connectURL',
  'uba-widget/element.js': 'uba-widget/element',
  'uba-widget/loader.js': 'uba-widget/loader',
  'FinoUba.update': 'FinoUba.setOptions',

  // One name for two things, or two for one.
  Errand: 'ReturnState, SessionPurpose',
  errand: 'returnState, purpose',
  StateAt: 'StateOf',
  callOff: 'unsubscribe',

  // Terms of our own.
  mouth: 'messaging module',
  mouths: 'messaging modules',
  Knock: 'BankCallRequest',
  'page door': 'bank RPC',
  'page-door': 'bank-rpc',
  pageDoor: 'bankRpc',
  Mission: 'SessionRequest',
  ScaDesk: 'ScaService',
  WebhookDesk: 'WebhookRegistry',
  pulse: 'revision',
  feelPulse: 'pollRevision',
  patience: 'timeout, delay',
  owesFocus: 'pendingFocus',
  payFocus: 'applyPendingFocus',
  restBetweenSigns: 'activityThrottle',
  enrolment: 'syncSettings',
  Enrolment: 'SyncSettings',
  enrolments: 'syncSettings',
  recall: 'load',
  tabKeep: 'tabStorage',
  freshMemory: 'newStore',
  seal: 'encodeState',
  unseal: 'decodeState',
  loadChecked: 'loadFrame',
  knownOrigin: 'origin',
  knownTag: 'languageTag',
  'ledger.failed': 'ledger.markFailed',
  'world.connected': 'onConnected',
};

const alternatives = Object.keys(privateWords).map((word) =>
  word.replaceAll('.', '\\.').replaceAll(' ', String.raw`\s+(?:(?:\*|//|#)\s+)?`),
);
const pattern = new RegExp(String.raw`(?<![\w$])(?:${alternatives.join('|')})(?![\w$])`, 'g');

/**
 * The private words in a text, as whole words: a part of a longer name does not count. Those of more
 * than one word may stand on two lines of prose or of a comment.
 *
 * @param {string} text
 * @returns {{ word: string, line: number }[]} with the line that each begins in, from 1
 */
export const privateWordsIn = (text) =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    word: found.replace(/\s+(?:(?:\*|\/\/|#)\s+)?/g, ' '),
    line: text.slice(0, index).split('\n').length,
  }));
