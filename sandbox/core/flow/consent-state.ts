/**
 * The consent that the bank asks for before it gives data away.
 * Source: finoOS documentation, "User Authentication and Consent"; the reason is ours.
 */
import type { BankAnswer } from '../contract/bank-side.js';
import { backToOverview, enterAccounts, enterLogin, enterSearch } from './entries.js';
import type { ConsentState } from './flow-state.js';
import type { FlowContext, StateFunction, Transition } from './flow-context.js';
import { about, abort, after, ask, fail, post, transitionTo } from './flow-context.js';
import { follow } from './follow.js';
import { cancel, giveUp } from './leave.js';

export const consent: StateFunction<'consent'> = (state, event, context) => {
  const { attemptId, busy } = state;
  switch (event.type) {
    case 'agree-consent':
      return busy
        ? undefined
        : transitionTo({ ...state, busy: true }, ask({ call: 'giveConsent', with: [attemptId] }));
    case 'decline-consent':
      return busy ? undefined : decline(state, context);
    case 'step':
      return busy ? given(state, event.step, context) : undefined;
    case 'back':
      if (busy) return undefined;
      // What was proved is used up: the step before is the login.
      return state.purpose.kind === 'connect'
        ? after(giveUp(state, context), enterLogin(state.purpose))
        : cancel(state, context);
    case 'cancel':
      return busy ? undefined : cancel(state, context);
    default:
      return undefined;
  }
};

/** The login was a success already where it leads to a connection. */
const given = (
  { purpose, until }: ConsentState,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined =>
  step.step === 'accounts' && purpose.kind === 'connect'
    ? enterAccounts(purpose, step.attemptId, step.accounts, context, until)
    : follow(purpose, step, context);

/** Nothing is stored, and nothing changes. */
function decline({ purpose, attemptId }: ConsentState, context: FlowContext): Transition {
  const reason = 'consent-declined';
  if (purpose.kind === 'connect') {
    return after(
      [
        abort(attemptId),
        post({ type: 'BANK_LOGIN_ABORT', payload: { ...about(purpose, context), reason } }),
      ],
      enterSearch(context, true),
    );
  }
  const code = 'SCA_REQUIRED';
  return after(
    [abort(attemptId), fail('BANK_SYNC_ERROR', purpose, { code, reason }, context)],
    backToOverview(purpose, { kind: 'declined' }, context),
  );
}
