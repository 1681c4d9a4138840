/**
 * Every path through the sandbox, as data: the start, what a person does, and the exact events.
 * The tests run it, the panel lists it, deep links (`?scenario=09`) start from it.
 */
import type { UbaBankErrorCode, UbaMessageType } from '@finodigital/uba-protocol';
import type { AccountType, TanMethod } from '../contract/bank-side.js';

export interface Scenario {
  /** Two digits. */
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
  /** Counted from 0, in the order of the list. */
  | { readonly act: 'toggle-account'; readonly index: number }
  | { readonly act: 'connect-accounts' }
  | { readonly act: 'cancel' | 'close' | 'back' | 'done' | 'retry' | 'add-bank' }
  | { readonly act: 'approve-on-phone' | 'decline-on-phone' }
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

const sca = 'fino SCA Bank';
const redirect = 'fino Redirect Bank';
const errors = 'fino Error Bank';

// How a page is opened.

const connect: ScenarioStart = { sessionId: 'sbx-connect' };
const manage: ScenarioStart = { sessionId: 'sbx-manage' };

// What a person does.

const pick = (bank: string): ScenarioAction => ({ act: 'pick-bank', bank });

const logIn = (bank: string, userName: string, pin: string): Does => [
  pick(bank),
  { act: 'log-in', userName, pin },
];

const tan = (...tans: readonly string[]): Does => tans.map((tan) => ({ act: 'enter-tan', tan }));

const untick = (...indexes: readonly number[]): Does =>
  indexes.map((index) => ({ act: 'toggle-account', index }));

const confirm: ScenarioAction = { act: 'connect-accounts' };
const cancel: ScenarioAction = { act: 'cancel' };

const atBank = (
  choice: 'agree' | 'cancel' | 'refuse' | 'close-window',
  userName?: string,
): Does => [
  pick(redirect),
  { act: 'go-to-bank' },
  { act: 'at-bank', choice, ...(userName && { userName }) },
];

const synchronise = (bank: string): ScenarioAction => ({ act: 'synchronise', bank });

// What is posted. The letters are those of the specification.

const e = (type: UbaMessageType, payload?: ExpectedEvent['payload']): ExpectedEvent =>
  payload ? { type, payload } : { type };

const named = (shortName: string) => ({ bank: { shortName } });

const select = (bank: string): Events => [e('BANK_SEARCH_INIT'), e('bank-select', named(bank))];

const P = (bank: string): Events => [e('ready'), ...select(bank)];

const L = (bank: string): ExpectedEvent => e('bank-login', named(bank));

/** `state` of a challenge. */
const challenge = (
  status: 'started' | 'finalised' | 'failed',
  method: TanMethod = 'smsTAN',
  round = 1,
  rounds = 1,
): ExpectedEvent =>
  e('state', {
    kind: 'tan',
    status,
    approach: method === 'pushTAN' ? 'decoupled' : 'embedded',
    method,
    round,
    rounds,
  });

type Round = [method?: TanMethod, round?: number, rounds?: number];

const C = (...round: Round): ExpectedEvent => challenge('started', ...round);

const failed = (...round: Round): ExpectedEvent => challenge('failed', ...round);

const V = (...round: Round): Events => [
  e('TAN_CHALLENGE_SUBMIT'),
  e('TAN_CHALLENGE_SUCCESS'),
  challenge('finalised', ...round),
];

const X: Events = [
  e('TAN_CHALLENGE_SUBMIT'),
  e('TAN_CHALLENGE_ERROR', { code: 'INVALID_OTP', reason: 'wrong' }),
];

const A: Events = [
  e('BANK_LOGIN_SUCCESS'),
  e('BANK_ACCOUNT_SELECT'),
  e('BANK_ACCOUNT_SELECT_SUCCESS'),
  e('bank-connect'),
  e('SUCCESS'),
];

const [loggedIn, choose, ...chosen] = A as [ExpectedEvent, ExpectedEvent, ...Events];

const M: Events = [e('ready'), e('bank-accounts')];

/** `state` of a redirect. */
const redirected = (status: 'started' | 'finalised' | 'failed'): ExpectedEvent =>
  e('state', { kind: 'redirect', status });

const R: Events = [
  e('bank-redirect', named(redirect)),
  e('redirect', { reason: 'sca' }),
  redirected('started'),
];

const E = (code: UbaBankErrorCode): ExpectedEvent => e('ERROR', { code });

const loginError = (code: UbaBankErrorCode): ExpectedEvent => e('BANK_LOGIN_ERROR', { code });

const toggle = (selected: boolean): ExpectedEvent => e('BANK_ACCOUNT_SELECT_TOGGLE', { selected });

const back = (status: string): ExpectedEvent =>
  e('handle-redirect', { status, params: { outcome: status } });

const redirectError = (code: UbaBankErrorCode, reason?: string): Events => [
  e('BANK_REDIRECT_ERROR', { code, ...(reason && { reason }) }),
  redirected('failed'),
];

const syncNeedsSca = e('bank-sync', {
  code: 'SCA_REQUIRED',
  challenge: { approach: 'embedded', method: 'smsTAN' },
});
const sync = e('bank-sync', { challenge: null });
const syncError = (code: UbaBankErrorCode): ExpectedEvent => e('BANK_SYNC_ERROR', { code });

const minute = 60_000;

export const scenarios: readonly Scenario[] = [
  {
    id: '01',
    title: { de: 'Ohne PIN verbinden', en: 'Connect without a PIN' },
    start: connect,
    does: [...logIn(sca, 'persondemo', ''), confirm],
    events: [...P(sca), L(sca), ...A],
  },
  {
    id: '02',
    title: { de: 'Mit TAN verbinden', en: 'Connect with a TAN' },
    start: connect,
    does: [...logIn(sca, 'fino01', '654321'), ...tan('123456'), confirm],
    events: [...P(sca), L(sca), C(), ...V(), ...A],
  },
  {
    id: '03',
    title: { de: 'Erst falsche, dann richtige TAN', en: 'A wrong TAN, then the right one' },
    start: connect,
    does: [...logIn(sca, 'fino01', '654321'), ...tan('111111', '123456'), confirm],
    events: [...P(sca), L(sca), C(), ...X, ...V(), ...A],
  },
  {
    id: '04',
    title: { de: 'Drei falsche TANs', en: 'Three wrong TANs' },
    start: connect,
    does: [...logIn(sca, 'fino01', '654321'), ...tan('111111', '222222', '333333')],
    events: [
      ...P(sca),
      L(sca),
      C(),
      ...X,
      ...X,
      ...X,
      failed(),
      loginError('INVALID_OTP'),
      E('INVALID_OTP'),
    ],
  },
  {
    id: '05',
    title: { de: 'Falsche PIN', en: 'Wrong PIN' },
    start: connect,
    does: logIn(sca, 'fino01', '999999'),
    events: [...P(sca), L(sca), loginError('INVALID_PIN')],
  },
  {
    id: '06',
    title: { de: 'Auf dem Telefon freigeben', en: 'Approve on the phone' },
    start: connect,
    does: [...logIn(sca, 'persondemo', '999991'), { act: 'approve-on-phone' }, confirm],
    events: [
      ...P(sca),
      L(sca),
      C('pushTAN'),
      e('TAN_CHALLENGE_SUCCESS'),
      challenge('finalised', 'pushTAN'),
      ...A,
    ],
  },
  {
    id: '07',
    title: { de: 'Auf dem Telefon ablehnen', en: 'Decline on the phone' },
    start: connect,
    does: [...logIn(sca, 'persondemo', '999991'), { act: 'decline-on-phone' }],
    events: [
      ...P(sca),
      L(sca),
      C('pushTAN'),
      e('TAN_CHALLENGE_ERROR', { reason: 'declined' }),
      failed('pushTAN'),
      e('BANK_LOGIN_ABORT'),
    ],
  },
  {
    id: '08',
    title: { de: 'Freigabe läuft ab', en: 'The approval expires' },
    start: connect,
    does: [...logIn(sca, 'persondemo', '999991'), { act: 'move-clock', ms: 5 * minute }],
    events: [
      ...P(sca),
      L(sca),
      C('pushTAN'),
      e('TAN_CHALLENGE_ERROR', { reason: 'expired' }),
      failed('pushTAN'),
      e('BANK_LOGIN_TIMEOUT'),
    ],
  },
  {
    id: '09',
    title: { de: 'photoTAN, zweimal', en: 'photoTAN, twice' },
    start: connect,
    does: [...logIn(sca, 'persondemo', '999992'), ...tan('123456', '123456'), confirm],
    events: [
      ...P(sca),
      L(sca),
      C('photoTAN', 1, 2),
      ...V('photoTAN', 1, 2),
      C('photoTAN', 2, 2),
      ...V('photoTAN', 2, 2),
      ...A,
    ],
  },
  {
    id: '10',
    title: { de: 'Bei der TAN abbrechen', en: 'Cancel at the TAN' },
    start: connect,
    does: [...logIn(sca, 'fino01', '654321'), cancel],
    events: [...P(sca), L(sca), C(), failed(), e('BANK_LOGIN_ABORT'), e('BANK_SEARCH_INIT')],
  },
  {
    id: '11',
    title: { de: 'Bei der TAN schließen', en: 'Close at the TAN' },
    start: connect,
    does: [...logIn(sca, 'fino01', '654321'), { act: 'close' }],
    events: [...P(sca), L(sca), C(), failed(), e('BANK_LOGIN_ABORT'), e('EXIT', { step: 'tan' })],
  },
  {
    id: '12',
    title: { de: 'Dieselbe Bank noch einmal', en: 'The same bank a second time' },
    start: manage,
    does: [{ act: 'add-bank' }, ...logIn(sca, 'persondemo', '654321'), ...tan('123456')],
    events: [...M, ...select(sca), L(sca), C(), ...V(), e('BANK_LOGIN_CONFLICT')],
  },
  {
    id: '13',
    title: { de: 'Gesperrt nach drei falschen PINs', en: 'Locked after three wrong PINs' },
    start: connect,
    does: [
      pick(sca),
      { act: 'log-in', userName: 'sbx-lock', pin: '999999' },
      { act: 'log-in', userName: 'sbx-lock', pin: '999999' },
      { act: 'log-in', userName: 'sbx-lock', pin: '999999' },
    ],
    events: [
      ...P(sca),
      L(sca),
      loginError('INVALID_PIN'),
      L(sca),
      loginError('INVALID_PIN'),
      L(sca),
      loginError('ACCESS_BLOCKED'),
      E('ACCESS_BLOCKED'),
    ],
  },
  {
    id: '14',
    title: { de: 'Ein Konto abwählen', en: 'Untick an account' },
    start: connect,
    does: [...logIn(sca, 'persondemo', ''), ...untick(2), confirm],
    events: [...P(sca), L(sca), loggedIn, choose, toggle(false), ...chosen],
  },
  {
    id: '15',
    title: { de: 'Alle Konten abwählen', en: 'Untick all accounts' },
    start: connect,
    does: [...logIn(sca, 'persondemo', ''), ...untick(0, 1, 2), confirm],
    events: [
      ...P(sca),
      L(sca),
      loggedIn,
      choose,
      toggle(false),
      toggle(false),
      toggle(false),
      e('BANK_ACCOUNT_SELECT_ERROR', { reason: 'none' }),
    ],
  },
  {
    id: '16',
    title: { de: 'Bei der Bank zustimmen', en: 'Agree at the bank' },
    start: connect,
    does: [...atBank('agree'), confirm],
    events: [
      ...P(redirect),
      ...R,
      back('agreed'),
      e('BANK_REDIRECT_SUCCESS'),
      redirected('finalised'),
      ...A,
    ],
  },
  {
    id: '17',
    title: { de: 'Bei der Bank abbrechen', en: 'Cancel at the bank' },
    start: connect,
    does: atBank('cancel'),
    events: [
      ...P(redirect),
      ...R,
      back('cancelled'),
      ...redirectError('AUTH_NOT_COMPLETED', 'cancelled'),
    ],
  },
  {
    id: '18',
    title: { de: 'Fenster der Bank schließen', en: 'Close the bank’s window' },
    start: connect,
    does: atBank('close-window'),
    events: [...P(redirect), ...R, ...redirectError('AUTH_NOT_COMPLETED', 'closed')],
  },
  {
    id: '19',
    title: { de: 'Zugriff bei der Bank verweigert', en: 'Access refused at the bank' },
    start: connect,
    does: atBank('refuse'),
    events: [
      ...P(redirect),
      ...R,
      back('refused'),
      ...redirectError('ACCESS_DENIED', 'refused'),
      E('ACCESS_DENIED'),
    ],
  },
  {
    id: '20',
    title: { de: 'Bank liefert kein Token', en: 'The bank gives no token' },
    start: connect,
    does: atBank('agree', 'sbx-missing-token'),
    events: [
      ...P(redirect),
      ...R,
      back('agreed'),
      ...redirectError('MISSING_TOKEN'),
      E('MISSING_TOKEN'),
    ],
  },
  {
    id: '21',
    title: { de: 'Bank nicht erreichbar', en: 'The bank is offline' },
    start: connect,
    does: logIn('fino Offline Bank', 'persondemo', ''),
    events: [
      ...P('fino Offline Bank'),
      L('fino Offline Bank'),
      loginError('OFFLINE_ERROR'),
      E('OFFLINE_ERROR'),
    ],
  },
  {
    id: '22',
    title: { de: 'Bank nicht unterstützt', en: 'The bank is not supported' },
    start: connect,
    does: [pick('fino Legacy Bank')],
    events: [...P('fino Legacy Bank'), E('NOT_SUPPORTED')],
  },
  {
    id: '23',
    title: { de: 'Bank antwortet nicht', en: 'The bank does not answer' },
    start: connect,
    does: [...logIn('fino Slow Bank', 'persondemo', ''), { act: 'move-clock', ms: minute }],
    events: [...P('fino Slow Bank'), L('fino Slow Bank'), e('BANK_LOGIN_TIMEOUT')],
  },
  {
    id: '24',
    title: { de: 'Fehler nach Wunsch', en: 'An error of your choice' },
    start: connect,
    does: logIn(errors, 'err-HBCI_ERROR', ''),
    events: [...P(errors), L(errors), loginError('HBCI_ERROR'), E('HBCI_ERROR')],
  },
  {
    id: '25',
    title: { de: 'Verbindungen verwalten', en: 'Manage connections' },
    start: manage,
    does: [],
    events: M,
  },
  {
    id: '26',
    title: { de: 'Aktualisieren', en: 'Synchronise' },
    start: manage,
    does: [synchronise(redirect)],
    events: [...M, sync, e('BANK_SYNC_SUCCESS'), e('bank-accounts')],
  },
  {
    id: '27',
    title: { de: 'Abgelaufene Freigabe erneuern', en: 'Renew an expired consent' },
    start: manage,
    does: [synchronise(sca), ...tan('123456')],
    events: [
      ...M,
      syncNeedsSca,
      C(),
      ...V(),
      e('BANK_SYNC_SUCCESS'),
      e('SUCCESS'),
      e('bank-accounts'),
    ],
  },
  {
    id: '28',
    title: { de: 'Erneuern abbrechen', en: 'Cancel the renewal' },
    start: manage,
    does: [synchronise(sca), cancel],
    events: [...M, syncNeedsSca, C(), failed(), syncError('SCA_REQUIRED')],
  },
  {
    id: '29',
    title: { de: 'Freigabe bei der Bank widerrufen', en: 'Consent revoked at the bank' },
    start: manage,
    does: [{ act: 'revoke-consent', bank: redirect }, synchronise(redirect)],
    events: [...M, sync, syncError('INVALID_CONSENT'), E('INVALID_CONSENT')],
  },
  {
    id: '30',
    title: { de: 'Aktualisieren schlägt fehl', en: 'A synchronisation fails' },
    start: { sessionId: 'sbx-manage-sync-error' },
    does: [synchronise(errors)],
    events: [...M, sync, syncError('BANK_ERROR'), E('BANK_ERROR')],
  },
  {
    id: '31',
    title: { de: 'Bank trennen', en: 'Disconnect a bank' },
    start: manage,
    does: [{ act: 'disconnect', bank: redirect }, { act: 'confirm-disconnect' }],
    events: [...M, e('bank-disconnect'), e('bank-accounts')],
  },
  {
    id: '32',
    title: { de: 'Bank hinzufügen', en: 'Add a bank' },
    start: manage,
    does: [{ act: 'add-bank' }, ...logIn(sca, 'companydemo', ''), confirm],
    events: [...M, ...select(sca), L(sca), ...A, e('bank-accounts')],
  },
  {
    id: '33',
    title: { de: 'Mehrere Banken', en: 'Several banks' },
    start: {
      sessionId: 'sbx-connect',
      params: { multiple: 'true', redirectURL: 'https://example.com/callback' },
    },
    does: [...logIn(sca, 'persondemo', ''), confirm, { act: 'done' }],
    events: [...P(sca), L(sca), ...A, e('bank-accounts'), e('redirect', { reason: 'finished' })],
  },
  {
    id: '34',
    title: { de: 'Gleich mit der Suche beginnen', en: 'Begin with the search' },
    start: { sessionId: 'sbx-manage', params: { addBankLogin: 'true' } },
    does: [...logIn(sca, 'companydemo', ''), confirm],
    events: [...P(sca), L(sca), ...A, e('bank-accounts')],
  },
  {
    id: '35',
    title: { de: 'Sitzung abgelaufen', en: 'The session has expired' },
    start: { sessionId: 'sbx-expired' },
    does: [],
    events: [e('ready'), e('ERROR', { code: 'UNKNOWN', reason: 'session-expired' })],
  },
];
