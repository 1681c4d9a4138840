/** The login on the bank's own page: before, meanwhile, and after. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { BankLogin, BankReturn, BankAnswer } from '../contract/bank-side.js';
import { enterFailed, enterRetry, enterSearch, showOverview } from './entries.js';
import type {
  AtBankState,
  BankCall,
  Effect,
  FlowEvent,
  Purpose,
  Resume,
  RetryState,
  StateOf,
} from './flow-state.js';
import { bankOf } from './flow-state.js';
import { follow } from './follow.js';
import { cancel } from './leave.js';
import { enterDiscarding, enterReview } from './payment-entries.js';
import type { FlowContext, StateFunction, Transition } from './flow-context.js';
import {
  abort,
  about,
  after,
  ask,
  fail,
  post,
  redirectState,
  transitionTo,
  ubaBank,
} from './flow-context.js';

export const redirectInfo: StateFunction<'redirect-info'> = (state, event, context) => {
  const { purpose, way } = state;
  switch (event.type) {
    case 'step':
      return way ? undefined : follow(purpose, event.step, context);
    case 'go-to-bank': {
      if (!way) return undefined;
      const { url } = way;
      return transitionTo(
        { at: 'at-bank', purpose, ...way },
        post({ type: 'bank-redirect', payload: { bank: ubaBank(bankOf(purpose)), url } }),
        post({ type: 'redirect', payload: { url, reason: 'sca' } }),
        redirectState('started'),
        { do: 'open-bank', url },
      );
    }
    case 'back':
      return purpose.kind === 'pay' && way
        ? after([abort(way.attemptId)], enterReview(purpose.payment))
        : cancel(state, context);
    case 'cancel':
      return cancel(state, context);
    default:
      return undefined;
  }
};

export const atBank: StateFunction<'at-bank'> = (state, event, context) => {
  if (state.outcome) {
    return event.type === 'step' ? returned(state, state.outcome, event.step, context) : undefined;
  }
  switch (event.type) {
    case 'go-to-bank':
      return transitionTo(state, { do: 'open-bank', url: state.url });
    case 'bank-window':
      return transitionTo({ ...state, unseen: !event.isSeen });
    case 'go-inside':
      return state.unseen
        ? transitionTo(state, { do: 'open-bank-inside', url: state.url })
        : undefined;
    case 'bank-returned': {
      const { type, ...back } = event;
      return comeBack(state, back);
    }
    case 'back':
    case 'cancel':
      return after([{ do: 'close-bank' }], comeBack(state, { outcome: 'closed' }));
    default:
      return undefined;
  }
};

/** A window that was closed brings nothing back; the bank's page does. */
function comeBack(state: AtBankState, back: BankReturn): Transition {
  const { outcome } = back;
  const finish = ask({ call: 'finishRedirect', with: [state.attemptId, back] });
  return transitionTo(
    { ...state, outcome },
    ...(outcome === 'closed' ? [] : [handleRedirect(outcome)]),
    finish,
  );
}

const handleRedirect = (outcome: BankReturn['outcome']): Effect =>
  post({ type: 'handle-redirect', payload: { status: outcome, params: { outcome } } });

function returned(
  state: AtBankState,
  outcome: BankReturn['outcome'],
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  const { purpose } = state;
  const { resume } = context.setup;
  if (step.step === 'redirect' && resume) {
    // The attempt that the page left for is gone with that page; this one takes its place.
    const { attemptId, url } = step;
    return transitionTo(
      { ...state, attemptId, url },
      ask({ call: 'finishRedirect', with: [attemptId, resume.back] }),
    );
  }
  if (step.step === 'refused') return notConnected(purpose, outcome, step.code, context);
  const next = follow(purpose, step, context);
  const success = [
    post({ type: 'BANK_REDIRECT_SUCCESS', payload: about(purpose, context) }),
    redirectState('finalised'),
  ];
  return next && after(success, next);
}

/** Why a redirect that failed may be tried again; one that failed for another reason may not. */
function retryReason(
  outcome: BankReturn['outcome'],
  code: UbaBankErrorCode,
): RetryState['reason'] | undefined {
  switch (outcome) {
    case 'cancelled':
      return 'cancelled-at-bank';
    case 'refused':
      return 'refused-at-bank';
    case 'closed':
      return 'closed';
    case 'agreed':
      return code === 'MISSING_TOKEN' ? 'no-token' : undefined;
  }
}

function notConnected(
  purpose: Purpose,
  outcome: BankReturn['outcome'],
  code: UbaBankErrorCode,
  context: FlowContext,
): Transition {
  const failure = outcome === 'agreed' ? { code } : { code, reason: outcome };
  const failed = [fail('BANK_REDIRECT_ERROR', purpose, failure, context), redirectState('failed')];
  if (purpose.kind === 'pay') {
    // A window that was closed decides nothing.
    if (outcome === 'closed') return after(failed, enterReview(purpose.payment));
    if (outcome === 'cancelled') return after(failed, enterDiscarding('at-bank'));
    return after(failed, enterFailed(purpose, { code }, context));
  }
  const reason = retryReason(outcome, code);
  if (!reason) return after(failed, enterFailed(purpose, { code }, context));
  // That the user cancels is no error; that the bank refuses is one.
  const error = code === 'AUTH_NOT_COMPLETED' ? [] : [fail('ERROR', purpose, { code }, context)];
  return after([...failed, ...error], enterRetry(purpose, reason, context));
}

/** The page comes back in place of the bank's: it finds its bank and login again, and goes on. */
export function resumeRedirect(
  state: StateOf<'boot'>,
  event: FlowEvent,
  { kind, bankCode, back }: Resume,
  context: FlowContext,
): Transition | undefined {
  switch (event.type) {
    case 'session':
      return transitionTo(state, ask(callsAgain(kind, bankCode)));
    case 'payment':
      return resumed(
        { kind: 'pay', payment: event.payment },
        back,
        ask({ call: 'authorise', with: [] }),
      );
    case 'banks': {
      const bank = event.banks.find((found) => found.bankCode === bankCode);
      if (!bank) return after([redirectState('failed')], enterSearch(context));
      const again = ask({ call: 'startRedirect', with: [bankCode] });
      return resumed({ kind: 'connect', bank, userName: '' }, back, again);
    }
    case 'logins': {
      const { logins } = event;
      const login = loginToRenew(logins, bankCode);
      if (!login) return after([redirectState('failed')], showOverview(logins));
      const again = ask({ call: 'synchronise', with: [login.bankLoginId] });
      return resumed({ kind: 'renew', login, logins }, back, again);
    }
    default:
      return undefined;
  }
}

/** What the page has to ask for to know again what it was about. */
function callsAgain(kind: Purpose['kind'], bankCode: string): BankCall {
  switch (kind) {
    case 'connect':
      return { call: 'findBanks', with: [bankCode] };
    case 'renew':
      return { call: 'logins', with: [] };
    case 'pay':
      return { call: 'payment', with: [] };
  }
}

function loginToRenew(logins: readonly BankLogin[], bankCode: string): BankLogin | undefined {
  return logins.find(
    ({ bank, status, recurring }) => bank.bankCode === bankCode && (status !== 'OK' || !recurring),
  );
}

const resumed = (purpose: Purpose, { outcome }: BankReturn, again: Effect): Transition =>
  transitionTo(
    { at: 'at-bank', purpose, attemptId: '', url: '', outcome },
    handleRedirect(outcome),
    again,
  );
