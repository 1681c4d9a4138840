/** Managing what is connected: the overview, synchronising, disconnecting. */
import type { BankLogin, BankAnswer } from '../contract/bank-side.js';
import { enterFailed, enterSearch, enterSynchronised, showOverview } from './entries.js';
import type { RenewPurpose, SyncingState } from './flow-state.js';
import { follow } from './follow.js';
import { exit } from './leave.js';
import { goBack, returnURL } from './way-back.js';
import type { SyncChallenge } from '../contract/sandbox-message.js';
import type { FlowContext, StateFunction, Transition } from './flow-context.js';
import { after, ask, post, transitionTo } from './flow-context.js';

export const overview: StateFunction<'overview'> = (state, event, context) => {
  const { logins, notice } = state;
  switch (event.type) {
    case 'logins':
      // Logins that replace others have new statuses; the accounts are the same.
      return logins
        ? transitionTo({ ...state, logins: event.logins })
        : begin(event.logins, showOverview(event.logins, notice), state.synchronise);
    case 'bank-changed':
      return logins && transitionTo(state, ask({ call: 'logins', with: [] }));
    case 'synchronise': {
      const login = find(logins, event.bankLoginId);
      return logins && login && synchronise(login, logins);
    }
    case 'ask-disconnect': {
      const login = find(logins, event.bankLoginId);
      return logins && login && transitionTo({ at: 'disconnect', login, logins, busy: false });
    }
    case 'add-bank':
      return enterSearch(context);
    case 'done': {
      const url = returnURL(context);
      return url
        ? transitionTo({ at: 'leaving', url }, ...goBack(url, 'finished'))
        : exit(state, context);
    }
    default:
      return undefined;
  }
};

/** After the accounts were posted: the overview, or the synchronisation of the session's options. */
function begin(
  logins: readonly BankLogin[],
  shown: Transition,
  bankLoginId: string | undefined,
): Transition {
  const login = bankLoginId === undefined ? undefined : find(logins, bankLoginId);
  return login ? after(shown.effects, synchronise(login, logins)) : shown;
}

const synchronise = (login: BankLogin, logins: readonly BankLogin[]): Transition =>
  transitionTo(
    { at: 'syncing', login, logins },
    ask({ call: 'synchronise', with: [login.bankLoginId] }),
  );

const find = (logins: readonly BankLogin[] | undefined, bankLoginId: string) =>
  logins?.find((login) => login.bankLoginId === bankLoginId);

export const disconnect: StateFunction<'disconnect'> = (state, event) => {
  const { login, logins, busy } = state;
  const { bankLoginId } = login;
  switch (event.type) {
    case 'confirm-disconnect':
      return busy
        ? undefined
        : transitionTo({ ...state, busy: true }, ask({ call: 'disconnect', with: [bankLoginId] }));
    case 'disconnected':
      if (event.bankLoginId !== bankLoginId) return undefined;
      return after(
        [post({ type: 'bank-disconnect', payload: { bankLoginId } })],
        showOverview(
          logins.filter((other) => other !== login),
          { kind: 'disconnected' },
        ),
      );
    case 'back':
    case 'cancel':
      return busy ? undefined : transitionTo({ at: 'overview', logins });
    default:
      return undefined;
  }
};

export const syncing: StateFunction<'syncing'> = (state, event, context) =>
  event.type === 'step' ? synchronised(state, event.step, context) : undefined;

function synchronised(
  { login, logins }: SyncingState,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  const { bankLoginId } = login;
  const purpose: RenewPurpose = { kind: 'renew', login, logins };
  const syncEvent = (challenge: SyncChallenge | null, code?: 'SCA_REQUIRED') => [
    post({ type: 'bank-sync', payload: { bankLoginId, challenge, ...(code && { code }) } }),
  ];
  if (step.step === 'synchronised') {
    return after(syncEvent(null), enterSynchronised(step.login, logins, 'synchronised', context));
  }
  if (step.step === 'refused') {
    return after(syncEvent(null), enterFailed(purpose, { code: step.code }, context));
  }
  const challenge = challengeOf(step);
  const next = challenge !== undefined && follow(purpose, step, context);
  if (!next) return undefined;
  // Some banks ask for a TAN each time, whatever the consent.
  const { recurring, consentUntil = 0 } = login;
  const needsConsent = !recurring || consentUntil <= context.now;
  return after(syncEvent(challenge, needsConsent ? 'SCA_REQUIRED' : undefined), next);
}

/** The challenge that stands before the synchronisation, if any; `undefined` where nothing does. */
function challengeOf(step: BankAnswer): SyncChallenge | null | undefined {
  switch (step.step) {
    case 'challenge': {
      const { approach, method } = step.challenge;
      return { approach, method };
    }
    case 'method':
      return { methods: step.methods };
    case 'redirect':
    case 'consent':
      return null;
    default:
      return undefined;
  }
}
