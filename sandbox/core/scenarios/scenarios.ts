/**
 * Every path through the sandbox, as data: the start, what a person does, and the exact events.
 * The tests run it, the panel lists it, deep links (`?scenario=09`) start from it.
 */
import type { UbaBankErrorCode, UbaMessageType } from '@finodigital/uba-protocol';
import type { AccountType, TanMethod } from '../contract/bank-side.js';
import { minute } from '../contract/durations.js';

export interface Scenario {
  /** Two digits, and a letter where it is a variant of another one. */
  readonly id: string;
  readonly title: { readonly de: string; readonly en: string };
  /** How the page is opened. */
  readonly start: ScenarioStart;
  /** What a person does, in order. */
  readonly does: readonly ScenarioAction[];
  /** The exact events, in order. */
  readonly events: readonly ExpectedEvent[];
}

export interface ScenarioStart {
  /** The sandbox reads from the id what kind of session it is; see bank/session.ts. */
  readonly sessionId: string;
  /** Parameters of the address beyond the session. */
  readonly params?: Readonly<Record<string, string>>;
}

export interface ExpectedEvent {
  readonly type: UbaMessageType;
  /** What the payload must hold; it may hold more. Lists are compared as a whole. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** One act of a person, in the words of the screen it happens on. */
export type ScenarioAction =
  | { readonly act: 'pick-bank'; readonly bank: string }
  | { readonly act: 'choose-account-type'; readonly accountType: AccountType }
  | { readonly act: 'log-in'; readonly userName: string; readonly pin: string }
  | { readonly act: 'enter-tan'; readonly tan: string }
  | { readonly act: 'choose-method'; readonly method: TanMethod }
  /** The last digits of the phone's number. */
  | { readonly act: 'choose-medium'; readonly phone: string }
  | { readonly act: 'agree-consent' | 'decline-consent' }
  /** Counted from 0, in the order of the list. */
  | { readonly act: 'toggle-account'; readonly index: number }
  | { readonly act: 'connect-accounts' }
  /** Goes on from the review of a payment, whatever it says of the payees. */
  | { readonly act: 'authorise-payment' }
  | { readonly act: 'cancel' | 'close' | 'back' | 'done' | 'retry' | 'add-bank' }
  | { readonly act: 'approve-on-phone' | 'decline-on-phone' | 'bind-on-phone' }
  /** By the panel; ms of sandbox time. */
  | { readonly act: 'move-clock'; readonly ms: number }
  | { readonly act: 'go-to-bank' }
  /** On the bank's own page; without a user name as the one that stands there. */
  | {
      readonly act: 'at-bank';
      readonly choice: 'agree' | 'cancel' | 'refuse' | 'close-window';
      readonly userName?: string;
    }
  | { readonly act: 'synchronise' | 'disconnect'; readonly bank: string }
  | { readonly act: 'confirm-disconnect' }
  /** By the panel. */
  | { readonly act: 'expire-consent' | 'revoke-consent'; readonly bank: string };

type Does = readonly ScenarioAction[];
type Events = readonly ExpectedEvent[];

const scaBank = 'fino SCA Bank';
const redirectBank = 'fino Redirect Bank';
const interfaceBank = 'fino Interface Bank';
const tanMethodsBank = 'fino TAN-Methods Bank';
const errorBank = 'fino Error Bank';
const offlineBank = 'fino Offline Bank';
const slowBank = 'fino Slow Bank';
const legacyBank = 'fino Legacy Bank';

// How a page is opened.

const connect: ScenarioStart = { sessionId: 'sbx-connect' };
const manage: ScenarioStart = { sessionId: 'sbx-manage' };
const pay: ScenarioStart = { sessionId: 'sbx-pay' };
const payByPhone: ScenarioStart = { sessionId: 'sbx-pay-app' };

// What a person does: commands.

const pick = (bank: string): ScenarioAction => ({ act: 'pick-bank', bank });

const logIn = (bank: string, userName: string, pin: string): Does => [
  pick(bank),
  { act: 'log-in', userName, pin },
];

const enterTan = (...tans: readonly string[]): Does =>
  tans.map((tan) => ({ act: 'enter-tan', tan }));

const untick = (...indexes: readonly number[]): Does =>
  indexes.map((index) => ({ act: 'toggle-account', index }));

const agree: ScenarioAction = { act: 'agree-consent' };
const decline: ScenarioAction = { act: 'decline-consent' };
const connectAccounts: ScenarioAction = { act: 'connect-accounts' };
const cancel: ScenarioAction = { act: 'cancel' };
const authorise: ScenarioAction = { act: 'authorise-payment' };

const atBank = (
  choice: 'agree' | 'cancel' | 'refuse' | 'close-window',
  userName?: string,
): Does => [
  pick(redirectBank),
  { act: 'go-to-bank' },
  { act: 'at-bank', choice, ...(userName && { userName }) },
];

const synchronise = (bank: string): ScenarioAction => ({ act: 'synchronise', bank });
/** What leads from a login to the connection. */
const connectAll: Does = [agree, connectAccounts];
const addBank: ScenarioAction = { act: 'add-bank' };

// What is posted: participles.

const event = (type: UbaMessageType, payload?: ExpectedEvent['payload']): ExpectedEvent =>
  payload ? { type, payload } : { type };

const bankNamed = (shortName: string) => ({ bank: { shortName } });

const opened = event('ready');

const connectionsShown = event('bank-accounts');

const managementOpened: Events = [opened, connectionsShown];

const pickedBank = (bank: string): Events => [
  event('BANK_SEARCH_INIT'),
  event('bank-select', bankNamed(bank)),
];

const loginSubmitted = (bank: string): ExpectedEvent => event('bank-login', bankNamed(bank));

const loginFailed = (code: UbaBankErrorCode): ExpectedEvent => event('BANK_LOGIN_ERROR', { code });

const loginAborted = event('BANK_LOGIN_ABORT');

const loginTimedOut = event('BANK_LOGIN_TIMEOUT');

/** What the user cannot mend. */
const errorReported = (code: UbaBankErrorCode): ExpectedEvent => event('ERROR', { code });

/** Which challenge: an smsTAN, the only one, where nothing else is said. */
type Challenge = [method?: TanMethod, round?: number, rounds?: number];

const challengeState = (
  status: 'started' | 'finalised' | 'failed',
  ...[method = 'smsTAN', round = 1, rounds = 1]: Challenge
): ExpectedEvent =>
  event('state', {
    kind: 'tan',
    status,
    approach: method === 'pushTAN' ? 'decoupled' : 'embedded',
    method,
    round,
    rounds,
  });

const challengeStarted = (...challenge: Challenge) => challengeState('started', ...challenge);

const challengeFailed = (...challenge: Challenge) => challengeState('failed', ...challenge);

const challengePassed = (...challenge: Challenge): Events => [
  event('TAN_CHALLENGE_SUCCESS'),
  challengeState('finalised', ...challenge),
];

const tanAccepted = (...challenge: Challenge): Events => [
  event('TAN_CHALLENGE_SUBMIT'),
  ...challengePassed(...challenge),
];

const tanRejected: Events = [
  event('TAN_CHALLENGE_SUBMIT'),
  event('TAN_CHALLENGE_ERROR', { code: 'INVALID_OTP', reason: 'wrong' }),
];

const loginSucceeded = event('BANK_LOGIN_SUCCESS');

const accountsOffered: Events = [loginSucceeded, event('BANK_ACCOUNT_SELECT')];

const accountToggled = (selected: boolean): ExpectedEvent =>
  event('BANK_ACCOUNT_SELECT_TOGGLE', { selected });

const accountsConnected: Events = [
  event('BANK_ACCOUNT_SELECT_SUCCESS'),
  event('bank-connect'),
  event('SUCCESS'),
];

const redirectState = (status: 'started' | 'finalised' | 'failed'): ExpectedEvent =>
  event('state', { kind: 'redirect', status });

const redirectStarted: Events = [
  event('bank-redirect', bankNamed(redirectBank)),
  event('redirect', { reason: 'sca' }),
  redirectState('started'),
];

const returnedFromBank = (status: 'agreed' | 'cancelled' | 'refused'): ExpectedEvent =>
  event('handle-redirect', { status, params: { outcome: status } });

const redirectPassed: Events = [event('BANK_REDIRECT_SUCCESS'), redirectState('finalised')];

const redirectFailed = (code: UbaBankErrorCode, reason?: string): Events => [
  event('BANK_REDIRECT_ERROR', { code, ...(reason && { reason }) }),
  redirectState('failed'),
];

const syncStarted = event('bank-sync', { challenge: null });

const smsTan = { approach: 'embedded', method: 'smsTAN' };

const syncNeedsSca = event('bank-sync', { code: 'SCA_REQUIRED', challenge: smsTan });

const syncSucceeded = event('BANK_SYNC_SUCCESS');

const syncFailed = (code: UbaBankErrorCode, reason?: string): ExpectedEvent =>
  event('BANK_SYNC_ERROR', { code, ...(reason && { reason }) });

const syncRefused: Events = [syncStarted, syncFailed('BANK_ERROR'), errorReported('BANK_ERROR')];

/** How a payment stands. */
const paymentState = (
  status: 'started' | 'PENDING' | 'NOT_SUCCESSFUL' | 'DISCARDED',
): ExpectedEvent => event('state', { kind: 'payment', status });

const paymentStarted: Events = [opened, paymentState('started')];

/** The bank has it, and executes it later. */
const paymentOrdered: Events = [paymentState('PENDING'), event('SUCCESS')];

/** @param step where the user has left */
const paymentLeft = (step: string): Events => [paymentState('DISCARDED'), event('EXIT', { step })];

const connectedAtBank: Events = [
  opened,
  ...pickedBank(redirectBank),
  ...redirectStarted,
  returnedFromBank('agreed'),
  ...redirectPassed,
  ...accountsOffered,
  ...accountsConnected,
];

export const scenarios: readonly Scenario[] = [
  {
    id: '01',
    title: { de: 'Ohne PIN verbinden', en: 'Connect without a PIN' },
    start: connect,
    does: [...logIn(scaBank, 'persondemo', ''), ...connectAll],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      ...accountsOffered,
      ...accountsConnected,
    ],
  },
  {
    id: '02',
    title: { de: 'Mit TAN verbinden', en: 'Connect with a TAN' },
    start: connect,
    does: [...logIn(scaBank, 'fino01', '654321'), ...enterTan('123456'), ...connectAll],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      ...tanAccepted(),
      ...accountsOffered,
      ...accountsConnected,
    ],
  },
  {
    id: '03',
    title: { de: 'Erst falsche, dann richtige TAN', en: 'A wrong TAN, then the right one' },
    start: connect,
    does: [...logIn(scaBank, 'fino01', '654321'), ...enterTan('111111', '123456'), ...connectAll],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      ...tanRejected,
      ...tanAccepted(),
      ...accountsOffered,
      ...accountsConnected,
    ],
  },
  {
    id: '04',
    title: { de: 'Drei falsche TANs', en: 'Three wrong TANs' },
    start: connect,
    does: [...logIn(scaBank, 'fino01', '654321'), ...enterTan('111111', '222222', '333333')],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      ...tanRejected,
      ...tanRejected,
      ...tanRejected,
      challengeFailed(),
      loginFailed('INVALID_OTP'),
      errorReported('INVALID_OTP'),
    ],
  },
  {
    id: '05',
    title: { de: 'Falsche PIN', en: 'Wrong PIN' },
    start: connect,
    does: logIn(scaBank, 'fino01', '999999'),
    events: [opened, ...pickedBank(scaBank), loginSubmitted(scaBank), loginFailed('INVALID_PIN')],
  },
  {
    id: '06',
    title: { de: 'Auf dem Telefon freigeben', en: 'Approve on the phone' },
    start: connect,
    does: [...logIn(scaBank, 'persondemo', '999991'), { act: 'approve-on-phone' }, ...connectAll],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted('pushTAN'),
      ...challengePassed('pushTAN'),
      ...accountsOffered,
      ...accountsConnected,
    ],
  },
  {
    id: '07',
    title: { de: 'Auf dem Telefon ablehnen', en: 'Decline on the phone' },
    start: connect,
    does: [...logIn(scaBank, 'persondemo', '999991'), { act: 'decline-on-phone' }],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted('pushTAN'),
      event('TAN_CHALLENGE_ERROR', { reason: 'declined' }),
      challengeFailed('pushTAN'),
      loginAborted,
    ],
  },
  {
    id: '08',
    title: { de: 'Freigabe läuft ab', en: 'The approval expires' },
    start: connect,
    does: [...logIn(scaBank, 'persondemo', '999991'), { act: 'move-clock', ms: 5 * minute }],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted('pushTAN'),
      event('TAN_CHALLENGE_ERROR', { reason: 'expired' }),
      challengeFailed('pushTAN'),
      loginTimedOut,
    ],
  },
  {
    id: '09',
    title: { de: 'photoTAN, zweimal', en: 'photoTAN, twice' },
    start: connect,
    does: [
      ...logIn(scaBank, 'persondemo', '999992'),
      ...enterTan('123456', '123456'),
      ...connectAll,
    ],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted('photoTAN', 1, 2),
      ...tanAccepted('photoTAN', 1, 2),
      challengeStarted('photoTAN', 2, 2),
      ...tanAccepted('photoTAN', 2, 2),
      ...accountsOffered,
      ...accountsConnected,
    ],
  },
  {
    id: '10',
    title: { de: 'Bei der TAN abbrechen', en: 'Cancel at the TAN' },
    start: connect,
    does: [...logIn(scaBank, 'fino01', '654321'), cancel],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      challengeFailed(),
      loginAborted,
      event('BANK_SEARCH_INIT'),
    ],
  },
  {
    id: '11',
    title: { de: 'Bei der TAN schließen', en: 'Close at the TAN' },
    start: connect,
    does: [...logIn(scaBank, 'fino01', '654321'), { act: 'close' }],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      challengeFailed(),
      loginAborted,
      event('EXIT', { step: 'tan' }),
    ],
  },
  {
    id: '12',
    title: { de: 'Dieselbe Bank noch einmal', en: 'The same bank a second time' },
    start: manage,
    does: [addBank, ...logIn(scaBank, 'persondemo', '654321'), ...enterTan('123456')],
    events: [
      ...managementOpened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      ...tanAccepted(),
      event('BANK_LOGIN_CONFLICT'),
    ],
  },
  {
    id: '13',
    title: { de: 'Gesperrt nach drei falschen PINs', en: 'Locked after three wrong PINs' },
    start: connect,
    does: [
      pick(scaBank),
      { act: 'log-in', userName: 'sbx-lock', pin: '999999' },
      { act: 'log-in', userName: 'sbx-lock', pin: '999999' },
      { act: 'log-in', userName: 'sbx-lock', pin: '999999' },
    ],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      loginFailed('INVALID_PIN'),
      loginSubmitted(scaBank),
      loginFailed('INVALID_PIN'),
      loginSubmitted(scaBank),
      loginFailed('ACCESS_BLOCKED'),
      errorReported('ACCESS_BLOCKED'),
    ],
  },
  {
    id: '14',
    title: { de: 'Ein Konto abwählen', en: 'Untick an account' },
    start: connect,
    does: [...logIn(scaBank, 'persondemo', ''), agree, ...untick(2), connectAccounts],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      ...accountsOffered,
      accountToggled(false),
      ...accountsConnected,
    ],
  },
  {
    id: '15',
    title: { de: 'Alle Konten abwählen', en: 'Untick all accounts' },
    start: connect,
    does: [...logIn(scaBank, 'persondemo', ''), agree, ...untick(0, 1, 2), connectAccounts],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      ...accountsOffered,
      accountToggled(false),
      accountToggled(false),
      accountToggled(false),
      event('BANK_ACCOUNT_SELECT_ERROR', { reason: 'none' }),
    ],
  },
  {
    id: '16',
    title: { de: 'Bei der Bank zustimmen', en: 'Agree at the bank' },
    start: connect,
    does: [...atBank('agree'), connectAccounts],
    events: connectedAtBank,
  },
  {
    id: '17',
    title: { de: 'Bei der Bank abbrechen', en: 'Cancel at the bank' },
    start: connect,
    does: atBank('cancel'),
    events: [
      opened,
      ...pickedBank(redirectBank),
      ...redirectStarted,
      returnedFromBank('cancelled'),
      ...redirectFailed('AUTH_NOT_COMPLETED', 'cancelled'),
    ],
  },
  {
    id: '18',
    title: { de: 'Fenster der Bank schließen', en: 'Close the bank’s window' },
    start: connect,
    does: atBank('close-window'),
    events: [
      opened,
      ...pickedBank(redirectBank),
      ...redirectStarted,
      ...redirectFailed('AUTH_NOT_COMPLETED', 'closed'),
    ],
  },
  {
    id: '19',
    title: { de: 'Zugriff bei der Bank verweigert', en: 'Access refused at the bank' },
    start: connect,
    does: atBank('refuse'),
    events: [
      opened,
      ...pickedBank(redirectBank),
      ...redirectStarted,
      returnedFromBank('refused'),
      ...redirectFailed('ACCESS_DENIED', 'refused'),
      errorReported('ACCESS_DENIED'),
    ],
  },
  {
    id: '20',
    title: { de: 'Bank liefert kein Token', en: 'The bank gives no token' },
    start: connect,
    does: atBank('agree', 'sbx-missing-token'),
    events: [
      opened,
      ...pickedBank(redirectBank),
      ...redirectStarted,
      returnedFromBank('agreed'),
      ...redirectFailed('MISSING_TOKEN'),
      errorReported('MISSING_TOKEN'),
    ],
  },
  {
    id: '21',
    title: { de: 'Bank nicht erreichbar', en: 'The bank is offline' },
    start: connect,
    does: logIn(offlineBank, 'persondemo', ''),
    events: [
      opened,
      ...pickedBank(offlineBank),
      loginSubmitted(offlineBank),
      loginFailed('OFFLINE_ERROR'),
      errorReported('OFFLINE_ERROR'),
    ],
  },
  {
    id: '22',
    title: { de: 'Bank nicht unterstützt', en: 'The bank is not supported' },
    start: connect,
    does: [pick(legacyBank)],
    events: [opened, ...pickedBank(legacyBank), errorReported('NOT_SUPPORTED')],
  },
  {
    id: '23',
    title: { de: 'Bank antwortet nicht', en: 'The bank does not answer' },
    start: connect,
    does: [...logIn(slowBank, 'persondemo', ''), { act: 'move-clock', ms: minute }],
    events: [opened, ...pickedBank(slowBank), loginSubmitted(slowBank), loginTimedOut],
  },
  {
    id: '24',
    title: { de: 'Fehler nach Wunsch', en: 'An error of your choice' },
    start: connect,
    does: logIn(errorBank, 'err-HBCI_ERROR', ''),
    events: [
      opened,
      ...pickedBank(errorBank),
      loginSubmitted(errorBank),
      loginFailed('HBCI_ERROR'),
      errorReported('HBCI_ERROR'),
    ],
  },
  {
    id: '25',
    title: { de: 'Verbindungen verwalten', en: 'Manage connections' },
    start: manage,
    does: [],
    events: managementOpened,
  },
  {
    id: '26',
    title: { de: 'Aktualisieren', en: 'Synchronise' },
    start: manage,
    does: [synchronise(redirectBank)],
    events: [...managementOpened, syncStarted, syncSucceeded, connectionsShown],
  },
  {
    id: '27',
    title: { de: 'Abgelaufenen Zugriff erneuern', en: 'Renew an expired consent' },
    start: manage,
    does: [synchronise(scaBank), ...enterTan('123456'), agree],
    events: [
      ...managementOpened,
      syncNeedsSca,
      challengeStarted(),
      ...tanAccepted(),
      syncSucceeded,
      event('SUCCESS'),
      connectionsShown,
    ],
  },
  {
    id: '28',
    title: { de: 'Erneuern abbrechen', en: 'Cancel the renewal' },
    start: manage,
    does: [synchronise(scaBank), cancel],
    events: [
      ...managementOpened,
      syncNeedsSca,
      challengeStarted(),
      challengeFailed(),
      syncFailed('SCA_REQUIRED'),
    ],
  },
  {
    id: '29',
    title: { de: 'Zugriff bei der Bank widerrufen', en: 'Consent revoked at the bank' },
    start: manage,
    does: [{ act: 'revoke-consent', bank: redirectBank }, synchronise(redirectBank)],
    events: [
      ...managementOpened,
      syncStarted,
      syncFailed('INVALID_CONSENT'),
      errorReported('INVALID_CONSENT'),
    ],
  },
  {
    id: '30',
    title: { de: 'Aktualisieren schlägt fehl', en: 'A synchronisation fails' },
    start: { sessionId: 'sbx-manage-sync-error' },
    does: [synchronise(errorBank)],
    events: [...managementOpened, ...syncRefused],
  },
  {
    id: '31',
    title: { de: 'Bank trennen', en: 'Disconnect a bank' },
    start: manage,
    does: [{ act: 'disconnect', bank: redirectBank }, { act: 'confirm-disconnect' }],
    events: [...managementOpened, event('bank-disconnect'), connectionsShown],
  },
  {
    id: '32',
    title: { de: 'Bank hinzufügen', en: 'Add a bank' },
    start: manage,
    does: [addBank, ...logIn(scaBank, 'companydemo', ''), ...connectAll],
    events: [
      ...managementOpened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      ...accountsOffered,
      ...accountsConnected,
      connectionsShown,
    ],
  },
  {
    id: '33',
    title: { de: 'Mehrere Banken', en: 'Several banks' },
    start: {
      sessionId: 'sbx-connect',
      params: { multiple: 'true', redirectURL: 'https://example.com/callback' },
    },
    does: [...logIn(scaBank, 'persondemo', ''), ...connectAll, { act: 'done' }],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      ...accountsOffered,
      ...accountsConnected,
      connectionsShown,
      event('redirect', { reason: 'finished' }),
    ],
  },
  {
    id: '34',
    title: { de: 'Gleich mit der Suche beginnen', en: 'Begin with the search' },
    start: { sessionId: 'sbx-manage', params: { addBankLogin: 'true' } },
    does: [...logIn(scaBank, 'companydemo', ''), ...connectAll],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      ...accountsOffered,
      ...accountsConnected,
      connectionsShown,
    ],
  },
  {
    id: '35',
    title: { de: 'Sitzung abgelaufen', en: 'The session has expired' },
    start: { sessionId: 'sbx-expired' },
    does: [],
    events: [opened, event('ERROR', { code: 'UNKNOWN', reason: 'session-expired' })],
  },
  {
    id: '36',
    title: { de: 'Den Zugriff ablehnen', en: 'Decline the consent' },
    start: connect,
    does: [...logIn(scaBank, 'fino01', '654321'), ...enterTan('123456'), decline],
    events: [
      opened,
      ...pickedBank(scaBank),
      loginSubmitted(scaBank),
      challengeStarted(),
      ...tanAccepted(),
      loginSucceeded,
      event('BANK_LOGIN_ABORT', { reason: 'consent-declined' }),
      event('BANK_SEARCH_INIT'),
    ],
  },
  {
    id: '37',
    title: { de: 'Den erneuerten Zugriff ablehnen', en: 'Decline the renewed consent' },
    start: manage,
    does: [synchronise(scaBank), ...enterTan('123456'), decline],
    events: [
      ...managementOpened,
      syncNeedsSca,
      challengeStarted(),
      ...tanAccepted(),
      syncFailed('SCA_REQUIRED', 'consent-declined'),
    ],
  },
  {
    id: '38',
    title: { de: 'Zwei Telefone zur Wahl', en: 'A choice of two phones' },
    start: connect,
    does: [
      ...logIn(tanMethodsBank, 'persondemo', '654321'),
      { act: 'choose-method', method: 'smsTAN' },
      { act: 'choose-medium', phone: '77' },
      ...enterTan('123456'),
      ...connectAll,
    ],
    events: [
      opened,
      ...pickedBank(tanMethodsBank),
      loginSubmitted(tanMethodsBank),
      challengeStarted(),
      ...tanAccepted(),
      ...accountsOffered,
      ...accountsConnected,
    ],
  },
  {
    id: '39',
    title: {
      de: 'Das Doppelte zeigt sich erst danach',
      en: 'The duplicate shows only afterwards',
    },
    start: { sessionId: 'sbx-connect-late-duplicate' },
    does: [...atBank('agree', 'sbx-late-duplicate'), connectAccounts],
    events: connectedAtBank,
  },
  {
    id: '40',
    title: { de: 'Jedes Mal eine TAN', en: 'A TAN each time' },
    start: { sessionId: 'sbx-manage-sca-always' },
    does: [synchronise(interfaceBank), ...enterTan('123456')],
    events: [
      ...managementOpened,
      event('bank-sync', { challenge: smsTan }),
      challengeStarted(),
      ...tanAccepted(),
      syncSucceeded,
      connectionsShown,
    ],
  },
  {
    id: '41',
    title: { de: 'Zweimal gestört, dann geht es', en: 'It fails twice, then works' },
    start: { sessionId: 'sbx-manage-fails-twice' },
    does: [synchronise(interfaceBank), synchronise(interfaceBank), synchronise(interfaceBank)],
    events: [
      ...managementOpened,
      ...syncRefused,
      ...syncRefused,
      syncStarted,
      syncSucceeded,
      connectionsShown,
    ],
  },
  {
    id: '42',
    title: { de: 'Mit TAN bezahlen', en: 'Pay with a TAN' },
    start: pay,
    does: [authorise, ...enterTan('123456')],
    events: [...paymentStarted, challengeStarted(), ...tanAccepted(), ...paymentOrdered],
  },
  {
    id: '42a',
    title: { de: 'Auf dem Telefon bezahlen', en: 'Pay by phone' },
    start: payByPhone,
    does: [authorise, { act: 'approve-on-phone' }],
    events: [
      ...paymentStarted,
      challengeStarted('pushTAN'),
      ...challengePassed('pushTAN'),
      ...paymentOrdered,
    ],
  },
  {
    id: '42b',
    title: { de: 'Mit photoTAN bezahlen, zweimal', en: 'Pay with a photoTAN, twice' },
    start: { sessionId: 'sbx-pay-photo' },
    does: [authorise, ...enterTan('123456', '123456')],
    events: [
      ...paymentStarted,
      challengeStarted('photoTAN', 1, 2),
      ...tanAccepted('photoTAN', 1, 2),
      challengeStarted('photoTAN', 2, 2),
      ...tanAccepted('photoTAN', 2, 2),
      ...paymentOrdered,
    ],
  },
  {
    id: '42c',
    title: { de: 'Bei der Bank bezahlen', en: 'Pay at the bank' },
    start: { sessionId: 'sbx-pay-redirect' },
    does: [authorise, { act: 'go-to-bank' }, { act: 'at-bank', choice: 'agree' }],
    events: [
      ...paymentStarted,
      ...redirectStarted,
      returnedFromBank('agreed'),
      ...redirectPassed,
      ...paymentOrdered,
    ],
  },
  {
    id: '43',
    title: { de: 'Zahlung bei der TAN abbrechen', en: 'Leave a payment at the TAN' },
    start: pay,
    does: [authorise, cancel],
    events: [...paymentStarted, challengeStarted(), challengeFailed(), ...paymentLeft('tan')],
  },
  {
    id: '43a',
    title: { de: 'Zahlung beim Prüfen abbrechen', en: 'Leave a payment at the review' },
    start: pay,
    does: [cancel],
    events: [...paymentStarted, ...paymentLeft('payment')],
  },
  {
    id: '43b',
    title: { de: 'Zahlung auf dem Telefon ablehnen', en: 'Decline a payment on the phone' },
    start: payByPhone,
    does: [authorise, { act: 'decline-on-phone' }],
    events: [
      ...paymentStarted,
      challengeStarted('pushTAN'),
      event('TAN_CHALLENGE_ERROR', { reason: 'declined' }),
      challengeFailed('pushTAN'),
      ...paymentLeft('decoupled'),
    ],
  },
  {
    id: '44',
    title: { de: 'Bank lehnt die Zahlung ab', en: 'The bank refuses the payment' },
    start: { sessionId: 'sbx-pay-refuse' },
    does: [authorise, ...enterTan('123456')],
    events: [
      ...paymentStarted,
      challengeStarted(),
      ...tanAccepted(),
      paymentState('NOT_SUCCESSFUL'),
      errorReported('BANK_ERROR'),
    ],
  },
];

/**
 * The scenario of that id.
 *
 * @param id such as `'02'` or `'43a'`
 * @throws Error where there is none; it names the ids there are
 */
export function scenarioOf(id: string): Scenario {
  const found = scenarios.find((one) => one.id === id);
  if (found) return found;
  const ids = scenarios.map((one) => one.id).join(', ');
  throw new Error(`There is no scenario ${id}. There are ${ids}.`);
}

/** What a deep link does by itself, so that the page stands at the first screen that matters. */
export function leadOf({ does }: Pick<Scenario, 'does'>): readonly ScenarioAction[] {
  const isLead = ({ act }: ScenarioAction) =>
    act === 'add-bank' || act === 'pick-bank' || act === 'choose-account-type';
  const end = does.findIndex((action) => !isLead(action));
  return end < 0 ? [] : does.slice(0, end);
}
