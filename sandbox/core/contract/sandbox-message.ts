/**
 * What the sandbox posts: the documented messages, with the keys that the documentation leaves open
 * filled in by our design. Every type here must fit its documented one, or it does not compile.
 */
import type {
  UbaBank,
  UbaBankErrorCode,
  UbaFeature,
  UbaMessageType,
  UbaPayload,
} from '@finodigital/uba-protocol';
import type { Account, Challenge, TanMethod } from './bank-side.js';
import type { PaymentStatus } from './payments.js';

/** An account as `bank-accounts` lists it. */
type ListedAccount = Pick<Account, 'accountId' | 'name' | 'type' | 'balance' | 'currency'> & {
  readonly bankLoginId: string;
  /** Empty where the account has none, as a card or a depot. */
  readonly iban: string;
};

/** What a granular event holds: a code where something failed, and the id that support asks for. */
interface Detail {
  readonly bank?: UbaBank;
  readonly bankLoginId?: string;
  readonly code?: UbaBankErrorCode;
  readonly reason?: string;
  readonly requestId: string;
}

/** Which end of the flow leads back to the page that it came from. */
export type ReturnReason = 'connected' | 'finished' | 'paid' | 'left' | 'failed';

/** What a `redirect` is for: the bank's own page, or the way back. */
type RedirectReason = 'sca' | ReturnReason;

export interface ChallengeState extends Partial<Pick<Challenge, 'approach' | 'method'>> {
  readonly kind: 'tan' | 'redirect';
  readonly status: 'started' | 'finalised' | 'failed';
  readonly round?: number;
  readonly rounds?: number;
  readonly expiresAt?: number;
}

/** How a payment stands: begun, or its status. */
export interface PaymentState {
  readonly kind: 'payment';
  readonly status: 'started' | PaymentStatus;
}

/** What stands between a synchronisation and its consent. */
export type SyncChallenge =
  Pick<Challenge, 'approach' | 'method'> | { readonly methods: readonly TanMethod[] };

interface Designed {
  ready: { readonly version: string; readonly features: readonly UbaFeature[] };
  'bank-accounts': { readonly accounts: readonly ListedAccount[] };
  redirect: { readonly url: string; readonly reason: RedirectReason };
  'bank-redirect': { readonly bank: UbaBank; readonly url: string };
  'handle-redirect': {
    readonly status: string;
    readonly params: Readonly<Record<string, string>>;
  };
  state: ChallengeState | PaymentState;
  'bank-sync': {
    readonly bankLoginId: string;
    readonly challenge: SyncChallenge | null;
    readonly code?: UbaBankErrorCode;
  };
  EXIT: Detail & { readonly step: string };
  BANK_ACCOUNT_SELECT_TOGGLE: Detail & { readonly accountId: string; readonly selected: boolean };
}

/** The payload that the sandbox gives a message of type `T`. */
export type SandboxPayload<T extends UbaMessageType> = T extends keyof Designed
  ? Designed[T] & UbaPayload<T>
  : T extends Uppercase<T>
    ? Detail & UbaPayload<T>
    : UbaPayload<T>;

/** A message as the flow wants it posted. */
export type SandboxMessage = {
  [T in UbaMessageType]: { readonly type: T; readonly payload: SandboxPayload<T> };
}[UbaMessageType];

type KeyOf<T> = T extends unknown ? keyof T & string : never;

/** The keys that each payload has, and no others; a `?` marks those that are not always there. */
export const payloadKeys: {
  readonly [T in UbaMessageType]: readonly (
    KeyOf<SandboxPayload<T>> | `${KeyOf<SandboxPayload<T>>}?`
  )[];
} = {
  ready: ['version', 'features'],
  'bank-select': ['bank'],
  'bank-login': ['bank'],
  'bank-connect': ['accountIds', 'bankLoginId'],
  'bank-accounts': ['accounts'],
  'bank-sync': ['bankLoginId', 'challenge', 'code?'],
  'bank-disconnect': ['bankLoginId'],
  'bank-redirect': ['bank', 'url'],
  redirect: ['url', 'reason'],
  'handle-redirect': ['status', 'params'],
  state: ['kind', 'status', 'approach?', 'method?', 'round?', 'rounds?', 'expiresAt?'],
  BANK_SEARCH_INIT: ['requestId'],
  BANK_LOGIN_SUCCESS: ['bank', 'requestId'],
  BANK_LOGIN_ERROR: ['bank', 'code', 'requestId'],
  BANK_LOGIN_TIMEOUT: ['bank', 'requestId'],
  BANK_LOGIN_CONFLICT: ['bank', 'bankLoginId', 'requestId'],
  BANK_LOGIN_ABORT: ['bank', 'reason?', 'requestId'],
  BANK_ACCOUNT_SELECT: ['bank', 'requestId'],
  BANK_ACCOUNT_SELECT_SUCCESS: ['bank', 'bankLoginId', 'requestId'],
  BANK_ACCOUNT_SELECT_ERROR: ['bank', 'code?', 'reason?', 'requestId'],
  BANK_ACCOUNT_SELECT_TOGGLE: ['bank', 'accountId', 'selected', 'requestId'],
  BANK_REDIRECT_SUCCESS: ['bank', 'bankLoginId?', 'requestId'],
  BANK_REDIRECT_ERROR: ['bank', 'bankLoginId?', 'code', 'reason?', 'requestId'],
  BANK_SYNC_SUCCESS: ['bank', 'bankLoginId', 'requestId'],
  BANK_SYNC_ERROR: ['bank', 'bankLoginId', 'code', 'reason?', 'requestId'],
  TAN_CHALLENGE_SUBMIT: ['bank', 'bankLoginId?', 'requestId'],
  TAN_CHALLENGE_SUCCESS: ['bank', 'bankLoginId?', 'requestId'],
  TAN_CHALLENGE_ERROR: ['bank', 'bankLoginId?', 'code?', 'reason?', 'requestId'],
  EXIT: ['step', 'requestId'],
  ERROR: ['bank?', 'bankLoginId?', 'code', 'reason?', 'requestId'],
  SUCCESS: ['bank', 'bankLoginId', 'requestId'],
};
