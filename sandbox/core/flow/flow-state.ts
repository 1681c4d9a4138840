/**
 * Where a user can be in the flow, what can happen there, and what the flow asks for in return.
 * One union each, so that a state that cannot be does not compile. No state holds a PIN or a TAN.
 */
import type { UbaBankErrorCode, UbaFeature } from '@finodigital/uba-protocol';
import type {
  Account,
  AccountType,
  Bank,
  BankLogin,
  BankReturn,
  BankSide,
  Challenge,
  SessionOptions,
  Session,
  BankAnswer,
  TanMedium,
  TanMethod,
  Payment,
} from '../contract/bank-side.js';
import type { SandboxMessage } from '../contract/sandbox-message.js';

/** What the URL asked for, and then the session; fixed from there on. */
export interface Setup extends SessionOptions {
  /** Where the user goes back to, whatever the session says. */
  readonly redirectURL?: string;
  /** Where the user goes back to where neither the page nor the session says. */
  readonly usualRedirectURL?: string;
  /** The ids that the page was opened with, which go back with the user if no session was found. */
  readonly visit?: Ids;
  /** What `ready` announces. Default: nothing. */
  readonly features?: readonly UbaFeature[];
  /** The page comes back from the bank's own page, which had taken its place. */
  readonly resume?: Resume;
}

/** Where the user goes back to, if anybody gave a URL. */
export const returnTarget = ({ redirectURL, usualRedirectURL }: Setup): string | undefined =>
  redirectURL ?? usualRedirectURL;

/** What an integrator knows a session by. */
export interface Ids {
  readonly sessionId: string;
  readonly userIdentifier: string;
}

/** What a page must know to go on after the bank's own page took its place. No id is among it. */
export interface Resume {
  readonly kind: Purpose['kind'];
  readonly bankCode: string;
  readonly back: BankReturn;
}

/** A flow: what was asked for, the session, and where the user is. */
export interface Flow {
  readonly setup: Setup;
  readonly session?: Session;
  readonly state: FlowState;
  /** When something last happened; sandbox time, ms since 1970. */
  readonly activeAt: number;
  /** There is an overview to go back to. */
  readonly hasOverview: boolean;
}

export type FlowState =
  | { readonly at: 'boot' }
  | SearchState
  | AccountTypeState
  | CredentialsState
  | MethodState
  | MediumState
  | TanState
  | DecoupledState
  | RedirectInfoState
  | AtBankState
  | ConsentState
  | AccountsState
  | ConflictState
  | DoneState
  | PaymentReviewState
  | DiscardingState
  | PaidState
  | OverviewState
  | DisconnectState
  | SyncingState
  | RetryState
  | FatalState
  | { readonly at: 'leaving'; readonly url: string }
  | ExitedState;

/** The names of the states; each has its screen. */
export type StateName = FlowState['at'];

/** The state of that name. */
export type StateOf<At extends StateName> = Extract<FlowState, { readonly at: At }>;

/** Who logs in where. */
export interface LoginTarget {
  readonly bank: Bank;
  readonly accountType?: AccountType;
  /** Empty before the first try. Stays after an error or a step back, which the PIN never does. */
  readonly userName: string;
}

/** What began the running login: a new connection, the renewal of a consent, or a payment. */
export type Purpose = ConnectPurpose | RenewPurpose | PayPurpose;

export interface ConnectPurpose extends LoginTarget {
  readonly kind: 'connect';
}

export interface RenewPurpose {
  readonly kind: 'renew';
  readonly login: BankLogin;
  /** The overview that the renewal began on. */
  readonly logins: readonly BankLogin[];
}

export interface PayPurpose {
  readonly kind: 'pay';
  readonly payment: Payment;
}

/** The bank that a login talks to. */
export function bankOf(purpose: Purpose): Bank {
  switch (purpose.kind) {
    case 'connect':
      return purpose.bank;
    case 'renew':
      return purpose.login.bank;
    case 'pay':
      return purpose.payment.bank;
  }
}

interface SearchState {
  readonly at: 'search';
  readonly query: string;
  /** What the last answered query found; absent until the first answer. */
  readonly banks?: readonly Bank[];
  /** A newer query is not answered yet, so that the banks are those of an older one. */
  readonly searching?: true;
  /** The overview is one step back. */
  readonly fromOverview: boolean;
  /** The user has just declined the consent. */
  readonly declined?: boolean;
}

interface AccountTypeState {
  readonly at: 'account-type';
  readonly bank: Bank;
}

export interface CredentialsState extends LoginTarget {
  readonly at: 'credentials';
  readonly busy: boolean;
  /** The result of the last try; it stays until the next one is answered. */
  readonly error?: 'wrong-login';
  /** While the bank does not answer: when the flow gives up, in sandbox ms. */
  readonly silence?: { readonly attemptId: string; readonly givesUpAt: number };
}

interface MethodState {
  readonly at: 'method';
  readonly purpose: Purpose;
  readonly attemptId: string;
  readonly methods: readonly TanMethod[];
  readonly busy: boolean;
  /** The challenge that stays open while another method is chosen; back leads to it. */
  readonly challenge?: Challenge;
}

/** Choosing a phone, where the method can use several. */
export interface MediumState {
  readonly at: 'medium';
  readonly purpose: Purpose;
  readonly attemptId: string;
  readonly method: TanMethod;
  readonly media: readonly TanMedium[];
  readonly methods: readonly TanMethod[];
  readonly busy: boolean;
  /** The challenge that stays open while another method is chosen. */
  readonly challenge?: Challenge;
}

export interface TanState {
  readonly at: 'tan';
  readonly purpose: Purpose;
  readonly attemptId: string;
  readonly challenge: Challenge;
  readonly busy: boolean;
  readonly error?: 'wrong-tan' | 'unknown-device';
  /** A fresh TAN was just issued. */
  readonly renewed?: true;
}

export interface DecoupledState {
  readonly at: 'decoupled';
  readonly purpose: Purpose;
  readonly attemptId: string;
  readonly challenge: Challenge;
  /** The request was sent again. */
  readonly renewed?: true;
}

interface RedirectInfoState {
  readonly at: 'redirect-info';
  readonly purpose: Purpose;
  /** The way to the bank's page; absent while the bank side prepares it. */
  readonly way?: { readonly attemptId: string; readonly url: string };
}

/** The user is on the bank's own page, in a window of its own or in this one. */
export interface AtBankState {
  readonly at: 'at-bank';
  readonly purpose: Purpose;
  readonly attemptId: string;
  readonly url: string;
  /** Nothing shows that the bank's window is open, or that it can answer. */
  readonly unseen?: boolean;
  /** The user is back, and the bank side evaluates the bank's answer. */
  readonly outcome?: BankReturn['outcome'];
}

/** The user is authenticated and is asked for the consent. */
export interface ConsentState {
  readonly at: 'consent';
  /** A payment asks for none. */
  readonly purpose: ConnectPurpose | RenewPurpose;
  readonly attemptId: string;
  /** When the consent would end; sandbox ms. */
  readonly until: number;
  readonly busy: boolean;
}

/** Where an account type was asked for, the user may have none of it. */
export interface AccountsState extends LoginTarget {
  readonly at: 'accounts';
  readonly attemptId: string;
  /** When the consent that was just given ends; absent where the bank asked on its own page. */
  readonly until?: number;
  readonly accounts: readonly Account[];
  readonly selected: readonly string[];
  readonly busy: boolean;
  readonly error?: 'none';
}

/** This user is connected to this bank already. */
interface ConflictState {
  readonly at: 'conflict';
  readonly bank: Bank;
  readonly bankLoginId: string;
}

interface DoneState {
  readonly at: 'done';
  readonly login: BankLogin;
  /** The same accounts were connected already. */
  readonly isDuplicate: boolean;
  /** The user has read it. */
  readonly isRead?: true;
}

/** The user checks the order, and what the payees' banks say to the names. */
export interface PaymentReviewState {
  readonly at: 'payment';
  readonly payment: Payment;
  /** The bank prepares the challenge. */
  readonly busy: boolean;
}

/** The user leaves a payment; the bank side says whether it was authorised at the same time. */
export interface DiscardingState {
  readonly at: 'discarding';
  /** Where the user left. */
  readonly step: StateName;
}

/** The bank has taken the order. */
interface PaidState {
  readonly at: 'paid';
  readonly payment: Payment;
  /** The user has read it. */
  readonly isRead?: true;
}

interface ExitedState {
  readonly at: 'exited';
  /** What the user came for was done before. */
  readonly isDone?: true;
  /** The user has left a payment, so that nothing is paid. */
  readonly isDiscarded?: true;
}

export interface OverviewState {
  readonly at: 'overview';
  /** Absent until the bank side has answered. */
  readonly logins?: readonly BankLogin[];
  /** What the session was made to synchronise; it begins when the logins are there. */
  readonly synchronise?: string;
  /** What went wrong with which login, or what was just done. */
  readonly notice?:
    | {
        readonly kind: 'failed';
        readonly bankLoginId: string;
        readonly code: UbaBankErrorCode;
        readonly requestId: string;
      }
    | {
        readonly kind: 'synchronised' | 'renewed' | 'connected' | 'duplicate' | 'declined';
        readonly bankLoginId: string;
      }
    | { readonly kind: 'disconnected' };
}

interface DisconnectState {
  readonly at: 'disconnect';
  readonly login: BankLogin;
  readonly logins: readonly BankLogin[];
  readonly busy: boolean;
}

export interface SyncingState {
  readonly at: 'syncing';
  readonly login: BankLogin;
  readonly logins: readonly BankLogin[];
}

/** The attempt is over, another one may work. */
export interface RetryState extends LoginTarget {
  readonly at: 'retry';
  readonly reason:
    | 'declined'
    | 'expired'
    | 'no-answer'
    | 'closed'
    | 'cancelled-at-bank'
    | 'refused-at-bank'
    | 'no-token';
  readonly requestId: string;
}

/** The flow cannot go on; where a bank is named, it or another one may be tried. */
export interface FatalState extends Partial<LoginTarget> {
  readonly at: 'fatal';
  readonly code: UbaBankErrorCode;
  readonly reason?: 'session-expired';
  readonly requestId: string;
  /** What failed was a payment. */
  readonly isPayment?: true;
  /** Nobody knows whether it was made. */
  readonly isUncertain?: true;
}

/** What a person does. */
export type Intent =
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'select-bank'; readonly bank: Bank }
  | { readonly type: 'choose-account-type'; readonly accountType: AccountType }
  | { readonly type: 'submit-login'; readonly userName: string; readonly pin: string }
  | { readonly type: 'choose-method'; readonly method: TanMethod }
  | { readonly type: 'choose-medium'; readonly mediumId: string }
  | { readonly type: 'other-method' }
  | { readonly type: 'submit-tan'; readonly tan: string }
  | { readonly type: 'renew-tan' }
  | { readonly type: 'go-to-bank' }
  /** To the bank's page in place of this one, where its window is not to be seen. */
  | { readonly type: 'go-inside' }
  | { readonly type: 'agree-consent' | 'decline-consent' }
  | { readonly type: 'toggle-account'; readonly accountId: string }
  | { readonly type: 'confirm-accounts' }
  /** The payment is as it should be. */
  | { readonly type: 'authorise' }
  | { readonly type: 'synchronise'; readonly bankLoginId: string }
  | { readonly type: 'ask-disconnect'; readonly bankLoginId: string }
  | { readonly type: 'confirm-disconnect' }
  | { readonly type: 'add-bank' }
  /** To the overview, or out of the flow where there is none. */
  | { readonly type: 'done' }
  /** One step back; during a challenge that is an abort. */
  | { readonly type: 'back' }
  /** Gives up what is under way. */
  | { readonly type: 'cancel' }
  | { readonly type: 'retry' }
  | { readonly type: 'exit' }
  /** Activity that puts off the inactivity time-out, and the end of a session that is near. */
  | { readonly type: 'stay' };

/** What happens to the flow from outside. */
export type Fact =
  | { readonly type: 'start' }
  | { readonly type: 'session'; readonly session: Session }
  | { readonly type: 'banks'; readonly query: string; readonly banks: readonly Bank[] }
  | { readonly type: 'logins'; readonly logins: readonly BankLogin[] }
  | { readonly type: 'step'; readonly step: BankAnswer }
  | { readonly type: 'disconnected'; readonly bankLoginId: string }
  | { readonly type: 'payment'; readonly payment: Payment }
  /** The bank's own page came back, or its window was closed. */
  | ({ readonly type: 'bank-returned' } & BankReturn)
  /** Whether anything shows that the bank's window is open. */
  | { readonly type: 'bank-window'; readonly isSeen: boolean }
  /** Something may have changed on the bank's side: the phone, the clock, a consent. */
  | { readonly type: 'bank-changed' }
  /** A deadline may have passed. */
  | { readonly type: 'time' }
  /** The bank side itself could not be reached. */
  | { readonly type: 'unreachable' };

export type FlowEvent = Intent | Fact;

/** A call of the bank side, as data: the method's name and what goes in. */
export type BankCall = {
  [Name in keyof BankSide]: { readonly call: Name; readonly with: Parameters<BankSide[Name]> };
}[keyof BankSide];

/** What is to be done; the flow itself has no side effects. */
export type Effect =
  | { readonly do: 'post'; readonly message: SandboxMessage }
  | ({ readonly do: 'ask' } & BankCall)
  /** Opens the bank's own page in a window; must run inside the user's click. */
  | { readonly do: 'open-bank'; readonly url: string }
  /** Opens it in place of this page. */
  | { readonly do: 'open-bank-inside'; readonly url: string }
  | { readonly do: 'close-bank' }
  /** Navigates the top window; inside a frame nothing happens. */
  | { readonly do: 'leave'; readonly url: string };
