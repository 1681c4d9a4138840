/**
 * The bank's side as the flow sees it: the one interface between the screens and the flow, and the
 * banks, demo users, challenges and consents behind them. It may run in the same page or behind
 * HTTP, so arguments and results are JSON, every call is asynchronous, and nothing calls back.
 *
 * Whatever the flow does to a bank, the bank answers with the next `BankAnswer`.
 */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import { minute } from './durations.js';
import type { PayeeCheck, PaymentStatus, Transfer } from './payments.js';

export interface BankSide {
  /** The session that the page was opened with. */
  openSession(): Promise<Session>;
  /** Lets the running session last its full time from now on. */
  extendSession(): Promise<Session>;
  /** Banks whose name, bank code, BIC or IBAN matches; all for an empty query. */
  findBanks(query: string): Promise<readonly Bank[]>;
  /** Submits a login. The PIN is used here and stored nowhere. */
  logIn(login: LoginRequest): Promise<BankAnswer>;
  /** Prepares a login on the bank's own page. */
  startRedirect(bankCode: string): Promise<BankAnswer>;
  finishRedirect(attemptId: string, back: BankReturn): Promise<BankAnswer>;
  chooseMethod(attemptId: string, method: TanMethod): Promise<BankAnswer>;
  chooseMedium(attemptId: string, mediumId: string): Promise<BankAnswer>;
  /** Issues a fresh TAN for the open challenge. */
  renewChallenge(attemptId: string): Promise<BankAnswer>;
  answerChallenge(attemptId: string, tan: string): Promise<BankAnswer>;
  /** Where a decoupled challenge stands: `pending`, or the next step. */
  pollChallenge(attemptId: string): Promise<BankAnswer>;
  /** Ends the login that is under way; a challenge that is open fails. */
  abort(attemptId: string): Promise<void>;
  /** The user lets the bank give the data away; only then does it name the accounts. */
  giveConsent(attemptId: string): Promise<BankAnswer>;
  /** Connects the chosen accounts: makes the bank login and its consent. */
  connect(attemptId: string, accountIds: readonly string[]): Promise<BankAnswer>;
  logins(): Promise<readonly BankLogin[]>;
  synchronise(bankLoginId: string): Promise<BankAnswer>;
  disconnect(bankLoginId: string): Promise<void>;
  /** The order that the session was made for. */
  payment(): Promise<Payment>;
  /** The user has checked it, and lets the bank ask for the challenge. */
  authorise(): Promise<BankAnswer>;
  /** The user does not pay. Gives the order as it stands then: what is authorised stays so. */
  discard(): Promise<Payment>;
}

/** How long a session lasts, in ms of sandbox time. */
export const sessionLimit = 15 * minute;

/** What a session was made for, beyond its kind. */
export interface SessionOptions {
  /** After a connect, on to the overview. */
  readonly multiple?: boolean;
  /** A management session begins at the search. */
  readonly addBankLogin?: boolean;
  /** A management session begins by synchronising this bank login. */
  readonly bankLoginId?: string;
  /** Where the user goes back to, unless the page says otherwise. */
  readonly redirectURL?: string;
  /** Where who left goes instead. */
  readonly exitURL?: string;
  /** Where the user goes instead after a failure. */
  readonly fallbackURL?: string;
  /** The order that a payment session is for. */
  readonly moneyTransferId?: string;
}

export type SessionKind = 'connect' | 'management' | 'payment';

/** A session that runs, or `over`: expired or unknown. */
export type Session =
  | {
      readonly kind: SessionKind;
      readonly sessionId: string;
      readonly userIdentifier: string;
      /** Sandbox time, ms since 1970. */
      readonly expiresAt: number;
      readonly options?: SessionOptions;
    }
  | { readonly kind: 'over'; readonly requestId: string };

/** Source: finoOS documentation, "Meaning and importance of account-data fields". */
export const accountTypes = [
  'BAUSPAREN',
  'DEPOT',
  'FESTGELD',
  'FONDSDEPOT',
  'GIRO',
  'KREDIT_KARTE',
  'KREDIT_KONTO',
  'KREDITDARLEHEN',
  'SPARBUCH',
  'TAGESGELD',
  'UNKNOWN',
  'OTHER',
] as const;
export type AccountType = (typeof accountTypes)[number];

export const tanMethods = [
  'pushTAN',
  'chipTAN-manual',
  'chipTAN-QR',
  'chipTAN-optical',
  'photoTAN',
  'smsTAN',
] as const;
export type TanMethod = (typeof tanMethods)[number];

export interface Bank {
  readonly bankCode: string;
  readonly bic: string;
  readonly shortName: string;
  /** The bank's mark: one colour (hex) and one or two letters. */
  readonly mark: { readonly color: string; readonly letters: string };
  /** The mark as a `data:` URL, for the page that embeds the sandbox. */
  readonly icon: string;
  /** Where the login happens. */
  readonly login: 'here' | 'at-bank';
  /** Asks for the account type before the login. */
  readonly accountTypes?: readonly AccountType[];
  /** How long a consent lasts, in ms. */
  readonly consentTerm: number;
  /** UBA cannot connect this bank. */
  readonly supported: boolean;
}

export interface LoginRequest {
  readonly bankCode: string;
  readonly accountType?: AccountType;
  readonly userName: string;
  readonly pin: string;
}

/** What the bank's own page came back with; `closed` where its window went away. */
export type BankReturn =
  | { readonly outcome: 'agreed'; readonly userName: string }
  | { readonly outcome: 'cancelled' | 'refused' | 'closed' };

/** What the bank wants next. `requestId` is what a user reads out to support. */
export type BankAnswer =
  | { readonly step: 'method'; readonly attemptId: string; readonly methods: readonly TanMethod[] }
  | {
      readonly step: 'medium';
      readonly attemptId: string;
      readonly method: TanMethod;
      readonly media: readonly TanMedium[];
      /** Methods that the user may go back to. */
      readonly methods: readonly TanMethod[];
    }
  | { readonly step: 'challenge'; readonly attemptId: string; readonly challenge: Challenge }
  /** A decoupled challenge that nobody has decided yet. */
  | { readonly step: 'pending'; readonly attemptId: string }
  /** The challenge is over, and the login with it, unless `triesLeft` is above 0. */
  | {
      readonly step: 'challenge-failed';
      readonly attemptId: string;
      /** `device`: the user has another device than the bank knows, and must bind it first. */
      readonly reason: 'wrong' | 'device' | 'declined' | 'expired';
      readonly triesLeft: number;
      readonly requestId: string;
    }
  /** The user name or the PIN is wrong; another try is open. */
  | { readonly step: 'wrong-login'; readonly requestId: string }
  | { readonly step: 'redirect'; readonly attemptId: string; readonly url: string }
  /** The user is who they say; may the bank give the data away? */
  | { readonly step: 'consent'; readonly attemptId: string }
  | { readonly step: 'accounts'; readonly attemptId: string; readonly accounts: readonly Account[] }
  | { readonly step: 'duplicate'; readonly bankLoginId: string }
  | {
      readonly step: 'connected';
      readonly login: BankLogin;
      /** The same accounts were connected already, which only shows now; the older is obsolete. */
      readonly duplicateOf?: string;
    }
  /** `renewed`: with a new consent. */
  | { readonly step: 'synchronised'; readonly login: BankLogin; readonly renewed: boolean }
  /** The bank has taken the order, or refused it, which its status says. */
  | { readonly step: 'payment'; readonly payment: Payment }
  /** The bank does not answer; the flow gives up after a while of sandbox time. */
  | { readonly step: 'silence'; readonly attemptId: string; readonly givesUpAt: number }
  | {
      readonly step: 'refused';
      readonly code: UbaBankErrorCode;
      readonly requestId: string;
    };

/** A phone that the TAN or the request can go to. */
export interface TanMedium {
  readonly mediumId: string;
  /** The last two digits of its number. */
  readonly phone: string;
}

export interface Challenge {
  readonly approach: 'embedded' | 'decoupled';
  readonly method: TanMethod;
  /** Methods that the user may switch to; this one among them. */
  readonly methods: readonly TanMethod[];
  readonly round: number;
  readonly rounds: number;
  readonly triesLeft: number;
  /** Sandbox time, ms since 1970. */
  readonly expiresAt: number;
  /** The last two digits of the phone that the TAN or the request went to. */
  readonly phone?: string;
  /** The text in its QR code, photo or flicker picture; for chipTAN-manual the code to type in. */
  readonly picture?: string;
}

/** Source of the names: finoOS documentation, "Meaning and importance of account-data fields". */
export interface Account {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly balance: number;
  readonly bankCode: string;
  readonly bankName: string;
  readonly bic: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Cards and depots have none. */
  readonly iban?: string;
  /** The mark of the bank, as a `data:` URL. */
  readonly icon: string;
  readonly name: string;
  readonly owner: string;
  readonly type: AccountType;
  /** What is in it, where it is a `DEPOT`. */
  readonly securities?: readonly Security[];
}

/**
 * Source of the names: finoOS documentation, "Meaning and importance of securities-data fields".
 * Amounts are in `currency`.
 */
export interface Security {
  readonly name: string;
  readonly isin: string;
  readonly wkn: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly quantity: number;
  readonly amount: number;
  readonly amountOriginalCurrency: number;
  readonly price: number;
  readonly purchasePrice: number;
}

export type ConsentStatus = 'OK' | 'SCA_REQUIRED' | 'SYNC_FAILED';

/** A user's connection to a bank, and the one consent that stands for it. */
export interface BankLogin {
  readonly bankLoginId: string;
  readonly bank: Bank;
  readonly accounts: readonly Account[];
  readonly status: ConsentStatus;
  /** Sandbox time, ms since 1970. */
  readonly lastSynchronization: number;
  /** The user need not take part in each synchronisation. */
  readonly recurring: boolean;
  /** When the consent ends, as far as UBA knows; sandbox ms. Absent where none is valid. */
  readonly consentUntil?: number;
  /** A newer bank login gives access to the same accounts. */
  readonly isObsolete?: true;
}

/** An order to pay, as the user is to check it. */
export interface Payment {
  readonly moneyTransferId: string;
  readonly status: PaymentStatus;
  readonly bankLoginId: string;
  readonly bank: Bank;
  /** The account that is debited. */
  readonly account: Account;
  /** `YYYY-MM-DD`. */
  readonly executionDate: string;
  readonly transfers: readonly (Transfer & { readonly payee: PayeeCheck })[];
  /** Several are booked as one. */
  readonly singleBooking: boolean;
}
