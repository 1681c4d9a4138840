/** The way to a connection: search, account type, login, accounts, and where it ends. */
import type { Bank, BankLogin, BankAnswer } from '../contract/bank-side.js';
import {
  postReady,
  enterCredentials,
  enterFailed,
  enterLogin,
  enterSearch,
  loadOverview,
  loginTarget,
} from './entries.js';
import type { AccountsState, CredentialsState, Purpose } from './flow-state.js';
import { follow } from './follow.js';
import { endSession, exit, giveUp } from './leave.js';
import { enterReview, paymentState } from './payment-entries.js';
import { goBack, returnURL } from './way-back.js';
import { resumeRedirect } from './redirect-states.js';
import type { FlowContext, StateFunction, Transition } from './flow-context.js';
import { after, ask, fail, post, transitionTo, ubaBank } from './flow-context.js';

export const boot: StateFunction<'boot'> = (state, event, context) => {
  const { features, resume, addBankLogin, bankLoginId } = context.setup;
  if (event.type === 'start') {
    return transitionTo(state, postReady(features), ask({ call: 'openSession', with: [] }));
  }
  if (event.type === 'session' && event.session.kind === 'over') {
    return endSession(state, context, 'session-expired');
  }
  if (resume) return resumeRedirect(state, event, resume, context);
  if (event.type === 'payment') {
    return after([paymentState('started')], enterReview(event.payment));
  }
  if (event.type !== 'session') return undefined;
  if (event.session.kind === 'payment') {
    return transitionTo(state, ask({ call: 'payment', with: [] }));
  }
  if (event.session.kind !== 'management' || addBankLogin) return enterSearch(context);
  const overview = loadOverview();
  return bankLoginId === undefined
    ? overview
    : { ...overview, state: { at: 'overview', synchronise: bankLoginId } };
};

export const search: StateFunction<'search'> = (state, event, context) => {
  switch (event.type) {
    case 'search': {
      const { query } = event;
      return transitionTo(
        { ...state, query, searching: true },
        ask({ call: 'findBanks', with: [query] }),
      );
    }
    case 'banks': {
      // The answer to an earlier query is outdated.
      if (event.query !== state.query) return undefined;
      const { searching, ...answered } = state;
      return transitionTo({ ...answered, banks: event.banks });
    }
    case 'select-bank': {
      const { bank } = event;
      const selected = post({ type: 'bank-select', payload: { bank: ubaBank(bank) } });
      return after([selected], enterBank(bank, context));
    }
    case 'back':
      return state.fromOverview ? loadOverview() : undefined;
    default:
      return undefined;
  }
};

function enterBank(bank: Bank, context: FlowContext): Transition {
  const target = { bank, userName: '' };
  if (!bank.supported) {
    return enterFailed({ kind: 'connect', ...target }, { code: 'NOT_SUPPORTED' }, context);
  }
  return bank.accountTypes ? transitionTo({ at: 'account-type', bank }) : enterLogin(target);
}

export const accountType: StateFunction<'account-type'> = ({ bank }, event, context) => {
  switch (event.type) {
    case 'choose-account-type':
      return bank.accountTypes?.includes(event.accountType)
        ? enterCredentials({ bank, accountType: event.accountType, userName: '' })
        : undefined;
    case 'back':
    case 'cancel':
      return enterSearch(context);
    default:
      return undefined;
  }
};

export const credentials: StateFunction<'credentials'> = (state, event, context) => {
  const target = loginTarget(state);
  const { bank, accountType } = target;
  const { error } = state;
  switch (event.type) {
    case 'submit-login': {
      if (state.busy) return undefined;
      const { userName, pin } = event;
      const who = { bankCode: bank.bankCode, ...(accountType && { accountType }), userName, pin };
      return transitionTo(
        // An error stays in sight until there is an answer, so that nothing jumps meanwhile.
        { at: 'credentials', ...target, userName, busy: true, ...(error && { error }) },
        post({ type: 'bank-login', payload: { bank: ubaBank(bank) } }),
        ask({ call: 'logIn', with: [who] }),
      );
    }
    case 'step':
      return state.busy ? loginAnswered(state, event.step, context) : undefined;
    case 'back':
    case 'cancel':
      return after(giveUp(state, context), enterSearch(context));
    default:
      return undefined;
  }
};

function loginAnswered(
  state: CredentialsState,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  const target = loginTarget(state);
  const purpose: Purpose = { kind: 'connect', ...target };
  switch (step.step) {
    case 'wrong-login':
      return after(
        [fail('BANK_LOGIN_ERROR', purpose, { code: 'INVALID_PIN' }, context)],
        enterCredentials(target, 'wrong-login'),
      );
    case 'silence': {
      const { attemptId, givesUpAt } = step;
      return transitionTo({
        at: 'credentials',
        ...target,
        busy: true,
        silence: { attemptId, givesUpAt },
      });
    }
    default:
      return follow(purpose, step, context);
  }
}

export const accounts: StateFunction<'accounts'> = (state, event, context) => {
  const { bank, attemptId, selected } = state;
  const { requestId } = context;
  const about = { bank: ubaBank(bank), requestId };
  switch (event.type) {
    case 'toggle-account': {
      const { accountId } = event;
      if (state.busy || !state.accounts.some((account) => account.accountId === accountId)) {
        return undefined;
      }
      const ticked = !selected.includes(accountId);
      return transitionTo(
        chooseAccounts(
          state,
          ticked ? [...selected, accountId] : selected.filter((id) => id !== accountId),
        ),
        post({
          type: 'BANK_ACCOUNT_SELECT_TOGGLE',
          payload: { ...about, accountId, selected: ticked },
        }),
      );
    }
    case 'confirm-accounts':
      if (state.busy) return undefined;
      return selected.length === 0
        ? transitionTo(
            { ...state, error: 'none' },
            post({ type: 'BANK_ACCOUNT_SELECT_ERROR', payload: { ...about, reason: 'none' } }),
          )
        : transitionTo(
            { ...state, busy: true },
            ask({ call: 'connect', with: [attemptId, selected] }),
          );
    case 'step':
      return state.busy ? connectAnswered(state, event.step, context) : undefined;
    case 'retry':
      // Of this type there are none; of another there may be some.
      return state.accounts.length === 0
        ? after(giveUp(state, context), enterBank(bank, context))
        : undefined;
    case 'back':
      return state.busy ? undefined : beforeAccounts(state, context);
    case 'cancel':
      return after(giveUp(state, context), enterSearch(context));
    default:
      return undefined;
  }
};

/** The consent, which was given here; where the bank asked for it, that is used up: the login. */
function beforeAccounts(state: AccountsState, context: FlowContext): Transition {
  const { attemptId, until } = state;
  const target = loginTarget(state);
  return until === undefined
    ? after(giveUp(state, context), enterLogin(target))
    : transitionTo({
        at: 'consent',
        purpose: { kind: 'connect', ...target },
        attemptId,
        until,
        busy: false,
      });
}

/** The chosen ones in the order of the list, whatever the order of the ticks. */
function chooseAccounts(state: AccountsState, chosen: readonly string[]): AccountsState {
  const ids = state.accounts.map(({ accountId }) => accountId);
  // An error stays until the next try: a list that moved up would slip away below the pointer.
  return { ...state, selected: ids.filter((id) => chosen.includes(id)) };
}

function connectAnswered(
  state: AccountsState,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  const { bank, selected } = state;
  if (step.step === 'refused') {
    const { code } = step;
    const purpose: Purpose = { kind: 'connect', ...loginTarget(state) };
    return after(
      [fail('BANK_ACCOUNT_SELECT_ERROR', purpose, { code }, context)],
      enterFailed(purpose, { code }, context),
    );
  }
  if (step.step !== 'connected') return undefined;
  const { login, duplicateOf } = step;
  const { bankLoginId } = login;
  const { requestId } = context;
  const payload = { bank: ubaBank(bank), bankLoginId, requestId };
  return after(
    [
      post({ type: 'BANK_ACCOUNT_SELECT_SUCCESS', payload }),
      post({ type: 'bank-connect', payload: { accountIds: [...selected], bankLoginId } }),
      post({ type: 'SUCCESS', payload }),
    ],
    enterConnected(login, duplicateOf !== undefined, context),
  );
}

function enterConnected(login: BankLogin, isDuplicate: boolean, context: FlowContext): Transition {
  if (context.hasOverview || context.setup.multiple) {
    const kind = isDuplicate ? 'duplicate' : 'connected';
    return loadOverview({ kind, bankLoginId: login.bankLoginId });
  }
  return transitionTo(
    { at: 'done', login, isDuplicate },
    ...goBack(returnURL(context), 'connected'),
  );
}

export const conflict: StateFunction<'conflict'> = (state, event, context) => {
  switch (event.type) {
    case 'done':
      return context.hasOverview ? loadOverview() : exit(state, context);
    case 'retry':
    case 'back':
    case 'cancel':
      return enterSearch(context);
    default:
      return undefined;
  }
};

/** Success stays success: the page knows of it, and it is left only by closing it. */
export const done: StateFunction<'done'> = (state, event) =>
  event.type === 'done' && !state.isRead ? transitionTo({ ...state, isRead: true }) : undefined;

export const retry: StateFunction<'retry'> = (state, event, context) => {
  switch (event.type) {
    case 'retry':
      return enterLogin(state);
    case 'back':
    case 'cancel':
      return enterSearch(context);
    default:
      return undefined;
  }
};

export const fatal: StateFunction<'fatal'> = (state, event, context) => {
  const { bank, userName = '' } = state;
  switch (event.type) {
    case 'retry':
      return bank?.supported ? enterLogin(loginTarget({ ...state, bank, userName })) : undefined;
    case 'back':
      return bank && enterSearch(context);
    case 'done':
      return bank && context.hasOverview ? loadOverview() : undefined;
    default:
      return undefined;
  }
};

/** Where nothing happens any more. */
export const over = (): undefined => undefined;
