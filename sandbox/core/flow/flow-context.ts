/** What a state function gets and gives: the context in, one transition out. */
import type { UbaBank, UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { Bank, Challenge } from '../contract/bank-side.js';
import { bankOf } from './flow-state.js';
import type {
  BankCall,
  Effect,
  Flow,
  FlowEvent,
  FlowState,
  Purpose,
  StateName,
  StateOf,
} from './flow-state.js';
import type { ChallengeState, SandboxMessage } from '../contract/sandbox-message.js';

/** What is the same for every state: the setup, the session, the time. */
export interface FlowContext extends Omit<Flow, 'state'> {
  /** Sandbox time, ms since 1970. */
  readonly now: number;
  /** The id under which support finds what happens now; the bank's own where it has given one. */
  readonly requestId: string;
}

/** Where the user is now, and what is to be done, in order. */
export interface Transition {
  readonly state: FlowState;
  readonly effects: readonly Effect[];
}

/** What can happen in a state. `undefined`: the event means nothing there. */
export type StateFunction<At extends StateName> = (
  state: StateOf<At>,
  event: FlowEvent,
  context: FlowContext,
) => Transition | undefined;

export const transitionTo = (state: FlowState, ...effects: readonly Effect[]): Transition => ({
  state,
  effects,
});

/** The same transition, with something to be done before it. */
export const after = (effects: readonly Effect[], next: Transition): Transition => ({
  state: next.state,
  effects: [...effects, ...next.effects],
});

export const post = (message: SandboxMessage): Effect => ({ do: 'post', message });

export const ask = (call: BankCall): Effect => ({ do: 'ask', ...call });

export const abort = (attemptId: string): Effect => ask({ call: 'abort', with: [attemptId] });

/** The bank as events name it. */
export const ubaBank = ({ bankCode, shortName, icon }: Bank): UbaBank => ({
  bankCode,
  shortName,
  icon,
});

/** What the granular events of a login hold. */
export const about = (purpose: Purpose, { requestId }: FlowContext) => ({
  bank: ubaBank(bankOf(purpose)),
  ...(purpose.kind === 'renew' && { bankLoginId: purpose.login.bankLoginId }),
  ...(purpose.kind === 'pay' && { bankLoginId: purpose.payment.bankLoginId }),
  requestId,
});

export const challengeState = (challenge: Challenge, status: ChallengeState['status']): Effect => {
  const { approach, method, round, rounds, expiresAt } = challenge;
  return post({
    type: 'state',
    payload: { kind: 'tan', status, approach, method, round, rounds, expiresAt },
  });
};

export const redirectState = (status: ChallengeState['status']): Effect =>
  post({ type: 'state', payload: { kind: 'redirect', status } });

/** What went wrong: a documented code, a reason of ours, or both. */
export interface Failure {
  readonly code?: UbaBankErrorCode;
  readonly reason?: string;
}

type FailureType =
  | 'BANK_LOGIN_ERROR'
  | 'BANK_ACCOUNT_SELECT_ERROR'
  | 'BANK_REDIRECT_ERROR'
  | 'BANK_SYNC_ERROR'
  | 'TAN_CHALLENGE_ERROR'
  | 'ERROR';

/** Posts an event about what went wrong, and with what. */
export const fail = (
  type: FailureType,
  purpose: Purpose,
  { code, reason }: Failure,
  context: FlowContext,
): Effect => {
  const { requestId, ...subject } = about(purpose, context);
  return post({
    type,
    payload: { ...subject, ...(code && { code }), ...(reason && { reason }), requestId },
  });
};
