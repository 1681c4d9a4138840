/** The way to a connection: search, account type, login, accounts, and where it ends. */
import type { Bank, BankLogin, Step } from './bank-side.js';
import {
  announce,
  enterCredentials,
  enterFailed,
  enterLogin,
  enterSearch,
  loadOverview,
  loginTarget,
} from './entries.js';
import type { AccountsState, CredentialsState, Purpose } from './flow-state.js';
import { follow } from './follow.js';
import { endSession, exit, giveUp, goBack, wayBack } from './leave.js';
import { resumeRedirect } from './redirect-states.js';
import type { Scene, StateFunction, Turn } from './turn.js';
import { after, ask, fail, post, turn, ubaBank } from './turn.js';

export const boot: StateFunction<'boot'> = (state, event, scene) => {
  const { resume, addBankLogin, bankLoginId } = scene.setup;
  if (event.type === 'start') {
    return turn(state, announce(), ask({ call: 'openSession', with: [] }));
  }
  if (event.type === 'session' && event.session.kind === 'over') {
    return endSession(state, scene, 'session-expired');
  }
  if (resume) return resumeRedirect(state, event, resume, scene);
  if (event.type !== 'session') return undefined;
  if (event.session.kind !== 'management' || addBankLogin) return enterSearch(scene);
  const overview = loadOverview();
  return bankLoginId === undefined
    ? overview
    : { ...overview, state: { at: 'overview', synchronise: bankLoginId } };
};

export const search: StateFunction<'search'> = (state, event, scene) => {
  switch (event.type) {
    case 'search': {
      const { query } = event;
      return turn({ ...state, query }, ask({ call: 'findBanks', with: [query] }));
    }
    case 'banks':
      // The answer to an earlier query comes too late.
      return event.query === state.query ? turn({ ...state, banks: event.banks }) : undefined;
    case 'select-bank': {
      const { bank } = event;
      const selected = post({ type: 'bank-select', payload: { bank: ubaBank(bank) } });
      return after([selected], enterBank(bank, scene));
    }
    case 'back':
      return state.fromOverview ? loadOverview() : undefined;
    default:
      return undefined;
  }
};

function enterBank(bank: Bank, scene: Scene): Turn {
  const target = { bank, userName: '' };
  if (!bank.supported) {
    return enterFailed({ kind: 'connect', ...target }, { code: 'NOT_SUPPORTED' }, scene);
  }
  return bank.accountTypes ? turn({ at: 'account-type', bank }) : enterLogin(target);
}

export const accountType: StateFunction<'account-type'> = ({ bank }, event, scene) => {
  switch (event.type) {
    case 'choose-account-type':
      return bank.accountTypes?.includes(event.accountType)
        ? enterCredentials({ bank, accountType: event.accountType, userName: '' })
        : undefined;
    case 'back':
    case 'cancel':
      return enterSearch(scene);
    default:
      return undefined;
  }
};

export const credentials: StateFunction<'credentials'> = (state, event, scene) => {
  const target = loginTarget(state);
  const { bank, accountType } = target;
  const { error } = state;
  switch (event.type) {
    case 'submit-login': {
      if (state.busy) return undefined;
      const { userName, pin } = event;
      const who = { bankCode: bank.bankCode, ...(accountType && { accountType }), userName, pin };
      return turn(
        // What was wrong stays in sight until there is an answer, so that nothing jumps meanwhile.
        { at: 'credentials', ...target, userName, busy: true, ...(error && { error }) },
        post({ type: 'bank-login', payload: { bank: ubaBank(bank) } }),
        ask({ call: 'logIn', with: [who] }),
      );
    }
    case 'step':
      return state.busy ? loginAnswered(state, event.step, scene) : undefined;
    case 'back':
    case 'cancel':
      return after(giveUp(state, scene), enterSearch(scene));
    default:
      return undefined;
  }
};

function loginAnswered(state: CredentialsState, step: Step, scene: Scene): Turn | undefined {
  const target = loginTarget(state);
  const purpose: Purpose = { kind: 'connect', ...target };
  switch (step.step) {
    case 'wrong-login':
      return after(
        [fail('BANK_LOGIN_ERROR', purpose, { code: 'INVALID_PIN' }, scene)],
        enterCredentials(target, 'wrong-login'),
      );
    case 'silence': {
      const { attemptId, givesUpAt } = step;
      return turn({
        at: 'credentials',
        ...target,
        busy: true,
        silence: { attemptId, givesUpAt },
      });
    }
    default:
      return follow(purpose, step, scene);
  }
}

export const accounts: StateFunction<'accounts'> = (state, event, scene) => {
  const { bank, attemptId, selected } = state;
  const { requestId } = scene;
  const about = { bank: ubaBank(bank), requestId };
  switch (event.type) {
    case 'toggle-account': {
      const { accountId } = event;
      if (state.busy || !state.accounts.some((account) => account.accountId === accountId)) {
        return undefined;
      }
      const ticked = !selected.includes(accountId);
      return turn(
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
        ? turn(
            { ...state, error: 'none' },
            post({ type: 'BANK_ACCOUNT_SELECT_ERROR', payload: { ...about, reason: 'none' } }),
          )
        : turn({ ...state, busy: true }, ask({ call: 'connect', with: [attemptId, selected] }));
    case 'step':
      return state.busy ? connectAnswered(state, event.step, scene) : undefined;
    case 'back':
    case 'cancel':
      return after(giveUp(state, scene), enterSearch(scene));
    default:
      return undefined;
  }
};

/** The chosen ones in the order of the list, whatever the order of the ticks. */
function chooseAccounts(state: AccountsState, chosen: readonly string[]): AccountsState {
  const ids = state.accounts.map(({ accountId }) => accountId);
  // An error stays until the next try: a list that moved up would slip away below the pointer.
  return { ...state, selected: ids.filter((id) => chosen.includes(id)) };
}

function connectAnswered(
  { bank, selected }: AccountsState,
  step: Step,
  scene: Scene,
): Turn | undefined {
  if (step.step === 'refused') {
    const { code } = step;
    const purpose: Purpose = { kind: 'connect', bank, userName: '' };
    return after(
      [fail('BANK_ACCOUNT_SELECT_ERROR', purpose, { code }, scene)],
      enterFailed(purpose, { code }, scene),
    );
  }
  if (step.step !== 'connected') return undefined;
  const { login } = step;
  const { bankLoginId } = login;
  const { requestId } = scene;
  const payload = { bank: ubaBank(bank), bankLoginId, requestId };
  return after(
    [
      post({ type: 'BANK_ACCOUNT_SELECT_SUCCESS', payload }),
      post({ type: 'bank-connect', payload: { accountIds: selected, bankLoginId } }),
      post({ type: 'SUCCESS', payload }),
    ],
    enterConnected(login, scene),
  );
}

function enterConnected(login: BankLogin, scene: Scene): Turn {
  if (scene.hasOverview || scene.setup.multiple) {
    return loadOverview({ kind: 'connected', bankLoginId: login.bankLoginId });
  }
  const url = wayBack(scene);
  return turn({ at: 'done', login }, ...(url ? goBack(url, 'connected') : []));
}

export const conflict: StateFunction<'conflict'> = (state, event, scene) => {
  switch (event.type) {
    case 'done':
      return scene.hasOverview ? loadOverview() : exit(state, scene);
    case 'retry':
    case 'back':
    case 'cancel':
      return enterSearch(scene);
    default:
      return undefined;
  }
};

export const done: StateFunction<'done'> = (state, event, scene) =>
  event.type === 'done' ? exit(state, scene) : undefined;

export const retry: StateFunction<'retry'> = (state, event, scene) => {
  switch (event.type) {
    case 'retry':
      return enterLogin(state);
    case 'back':
    case 'cancel':
      return enterSearch(scene);
    default:
      return undefined;
  }
};

export const fatal: StateFunction<'fatal'> = ({ bank }, event, scene) => {
  switch (event.type) {
    case 'retry':
    case 'back':
      return bank && enterSearch(scene);
    case 'done':
      return bank && scene.hasOverview ? loadOverview() : undefined;
    default:
      return undefined;
  }
};

/** Where nothing happens any more. */
export const over = (): undefined => undefined;
