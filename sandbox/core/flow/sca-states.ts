/** Strong customer authentication: choosing a method, entering a TAN, approving on a phone. */
import type { Challenge, BankAnswer } from '../contract/bank-side.js';
import {
  enterChallenge,
  enterCredentials,
  enterFailed,
  enterRetry,
  showChallenge,
} from './entries.js';
import type { DecoupledState, Purpose, StateOf, TanState } from './flow-state.js';
import { follow, refuseLogin } from './follow.js';
import { enterDiscarding, enterReview } from './payment-entries.js';
import { cancel } from './leave.js';
import type { FlowContext, StateFunction, Transition } from './flow-context.js';
import {
  about,
  abort,
  after,
  ask,
  challengeState,
  fail,
  post,
  transitionTo,
} from './flow-context.js';

export const method: StateFunction<'method'> = (state, event, context) => {
  const { purpose, attemptId, challenge, busy } = state;
  switch (event.type) {
    case 'choose-method':
      if (busy || !state.methods.includes(event.method)) return undefined;
      return transitionTo(
        { ...state, busy: true },
        ask({ call: 'chooseMethod', with: [attemptId, event.method] }),
      );
    case 'step':
      return busy ? chosen(state, event.step, context) : undefined;
    case 'back':
      if (challenge) return showChallenge(purpose, attemptId, challenge);
      switch (purpose.kind) {
        case 'connect':
          return after([abort(attemptId)], enterCredentials(purpose));
        case 'pay':
          return after([abort(attemptId)], enterReview(purpose.payment));
        case 'renew':
          return cancel(state, context);
      }
      break;
    case 'cancel':
      return cancel(state, context);
    default:
      return undefined;
  }
};

export const medium: StateFunction<'medium'> = (state, event, context) => {
  const { purpose, attemptId, methods, challenge, busy } = state;
  switch (event.type) {
    case 'choose-medium': {
      const { mediumId } = event;
      if (busy || !state.media.some((one) => one.mediumId === mediumId)) return undefined;
      return transitionTo(
        { ...state, busy: true },
        ask({ call: 'chooseMedium', with: [attemptId, mediumId] }),
      );
    }
    case 'step':
      return busy ? chosen(state, event.step, context) : undefined;
    case 'back':
      return transitionTo({
        at: 'method',
        purpose,
        attemptId,
        methods,
        busy: false,
        ...(challenge && { challenge }),
      });
    case 'cancel':
      return cancel(state, context);
    default:
      return undefined;
  }
};

/** Only another challenge replaces the open one without an event. */
function chosen(
  { purpose, challenge }: StateOf<'method' | 'medium'>,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  const next = follow(purpose, step, context);
  if (!next || !challenge || step.step === 'challenge') return next;
  return next.state.at === 'medium'
    ? { ...next, state: { ...next.state, challenge } }
    : after([challengeState(challenge, 'failed')], next);
}

export const tan: StateFunction<'tan'> = (state, event, context) => {
  const { purpose, attemptId, challenge, busy, error } = state;
  // An error stays in sight until there is an answer, so that nothing jumps meanwhile.
  const shown = { purpose, attemptId, challenge, ...(error && { error }) };
  const waiting: TanState = { at: 'tan', ...shown, busy: true };
  switch (event.type) {
    case 'submit-tan':
      if (busy) return undefined;
      return transitionTo(
        waiting,
        post({ type: 'TAN_CHALLENGE_SUBMIT', payload: about(purpose, context) }),
        ask({ call: 'answerChallenge', with: [attemptId, event.tan] }),
      );
    case 'renew-tan':
      return busy
        ? undefined
        : transitionTo(waiting, ask({ call: 'renewChallenge', with: [attemptId] }));
    case 'other-method':
      return busy ? undefined : otherMethod(state);
    case 'step':
      return busy ? answered(state, event.step, context) : undefined;
    case 'back':
    case 'cancel':
      return cancel(state, context);
    default:
      return undefined;
  }
};

export const decoupled: StateFunction<'decoupled'> = (state, event, context) => {
  const { attemptId } = state;
  switch (event.type) {
    case 'bank-changed':
      return transitionTo(state, ask({ call: 'pollChallenge', with: [attemptId] }));
    case 'renew-tan':
      return transitionTo(state, ask({ call: 'renewChallenge', with: [attemptId] }));
    case 'other-method':
      return otherMethod(state);
    case 'step':
      return answered(state, event.step, context);
    case 'back':
    case 'cancel':
      return cancel(state, context);
    default:
      return undefined;
  }
};

/** The challenge stays open until another method is chosen. */
function otherMethod({ purpose, attemptId, challenge }: TanState | DecoupledState) {
  const { methods } = challenge;
  return methods.length > 1
    ? transitionTo({ at: 'method', purpose, attemptId, methods, busy: false, challenge })
    : undefined;
}

function answered(
  state: TanState | DecoupledState,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  const { purpose, attemptId, challenge } = state;
  switch (step.step) {
    case 'pending':
      return undefined;
    case 'challenge-failed':
      if (step.reason === 'declined' || step.reason === 'expired') {
        return challengeOver(purpose, challenge, step.reason, context);
      }
      return state.at === 'tan' ? wrongTan(state, step.reason, step.triesLeft, context) : undefined;
    case 'refused': {
      const { code } = step;
      return after(
        [
          fail('TAN_CHALLENGE_ERROR', purpose, { code }, context),
          challengeState(challenge, 'failed'),
        ],
        enterFailed(purpose, { code }, context),
      );
    }
    case 'challenge':
      // The same round again is a fresh TAN; no challenge was completed.
      if (step.challenge.round === challenge.round) {
        const { state: shown, effects } = enterChallenge(purpose, attemptId, step.challenge);
        return transitionTo(
          shown.at === 'tan' || shown.at === 'decoupled' ? { ...shown, renewed: true } : shown,
          ...effects,
        );
      }
  }
  const next = follow(purpose, step, context);
  const success = [
    post({ type: 'TAN_CHALLENGE_SUCCESS', payload: about(purpose, context) }),
    challengeState(challenge, 'finalised'),
  ];
  return next && after(success, next);
}

/** A TAN that is not taken; the last wrong one ends the login. */
function wrongTan(
  { purpose, attemptId, challenge }: TanState,
  reason: 'wrong' | 'device',
  triesLeft: number,
  context: FlowContext,
): Transition {
  const code = 'INVALID_OTP';
  const wrong = fail('TAN_CHALLENGE_ERROR', purpose, { code, reason }, context);
  return triesLeft > 0
    ? transitionTo(
        {
          at: 'tan',
          purpose,
          attemptId,
          challenge: { ...challenge, triesLeft },
          busy: false,
          error: reason === 'device' ? 'unknown-device' : 'wrong-tan',
        },
        wrong,
      )
    : after([wrong, challengeState(challenge, 'failed')], refuseLogin(purpose, code, context));
}

/** Nobody approved in time, or somebody declined. */
export function challengeOver(
  purpose: Purpose,
  challenge: Challenge,
  reason: 'declined' | 'expired',
  context: FlowContext,
): Transition {
  const ended = reason === 'declined' ? 'BANK_LOGIN_ABORT' : 'BANK_LOGIN_TIMEOUT';
  const failed = [
    fail('TAN_CHALLENGE_ERROR', purpose, { reason }, context),
    challengeState(challenge, 'failed'),
  ];
  if (purpose.kind === 'pay') {
    const step = challenge.approach === 'embedded' ? 'tan' : 'decoupled';
    return after(failed, enterDiscarding(step));
  }
  return after(
    [
      ...failed,
      ...(purpose.kind === 'connect'
        ? [post({ type: ended, payload: about(purpose, context) })]
        : []),
    ],
    enterRetry(purpose, reason, context),
  );
}
