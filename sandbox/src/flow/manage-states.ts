/** Managing what is connected: the overview, synchronising, disconnecting. */
import type { BankLogin, Step } from './bank-side.js';
import { enterFailed, enterSearch, enterSynchronised, showOverview } from './entries.js';
import type { RenewPurpose, SyncingState } from './flow-state.js';
import { follow } from './follow.js';
import { exit, goBack, wayBack } from './leave.js';
import type { SyncChallenge } from './sandbox-message.js';
import type { Scene, StateFunction, Turn } from './turn.js';
import { after, ask, post, turn } from './turn.js';

export const overview: StateFunction<'overview'> = (state, event, scene) => {
  const { logins, notice } = state;
  switch (event.type) {
    case 'logins':
      // Logins that replace others come from a look at their statuses; the accounts are the same.
      return logins
        ? turn({ ...state, logins: event.logins })
        : begin(event.logins, showOverview(event.logins, notice), state.synchronise);
    case 'changed':
      return logins && turn(state, ask({ call: 'logins', with: [] }));
    case 'synchronise': {
      const login = find(logins, event.bankLoginId);
      return logins && login && synchronise(login, logins);
    }
    case 'ask-disconnect': {
      const login = find(logins, event.bankLoginId);
      return logins && login && turn({ at: 'disconnect', login, logins, busy: false });
    }
    case 'add-bank':
      return enterSearch(scene);
    case 'done': {
      const url = wayBack(scene);
      return url ? turn({ at: 'leaving', url }, ...goBack(url, 'finished')) : exit(state, scene);
    }
    default:
      return undefined;
  }
};

/** The overview, or what the session was made for, once the page was told of the accounts. */
function begin(logins: readonly BankLogin[], shown: Turn, bankLoginId: string | undefined): Turn {
  const login = bankLoginId === undefined ? undefined : find(logins, bankLoginId);
  return login ? after(shown.effects, synchronise(login, logins)) : shown;
}

const synchronise = (login: BankLogin, logins: readonly BankLogin[]): Turn =>
  turn({ at: 'syncing', login, logins }, ask({ call: 'synchronise', with: [login.bankLoginId] }));

const find = (logins: readonly BankLogin[] | undefined, bankLoginId: string) =>
  logins?.find((login) => login.bankLoginId === bankLoginId);

export const disconnect: StateFunction<'disconnect'> = (state, event) => {
  const { login, logins, busy } = state;
  const { bankLoginId } = login;
  switch (event.type) {
    case 'confirm-disconnect':
      return busy
        ? undefined
        : turn({ ...state, busy: true }, ask({ call: 'disconnect', with: [bankLoginId] }));
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
      return busy ? undefined : turn({ at: 'overview', logins });
    default:
      return undefined;
  }
};

export const syncing: StateFunction<'syncing'> = (state, event, scene) =>
  event.type === 'step' ? synchronised(state, event.step, scene) : undefined;

function synchronised({ login, logins }: SyncingState, step: Step, scene: Scene): Turn | undefined {
  const { bankLoginId } = login;
  const purpose: RenewPurpose = { kind: 'renew', login, logins };
  const told = (challenge: SyncChallenge | null) => [
    post({
      type: 'bank-sync',
      payload: { bankLoginId, challenge, ...(challenge && { code: 'SCA_REQUIRED' }) },
    }),
  ];
  if (step.step === 'synchronised') {
    return after(told(null), enterSynchronised(step.login, logins, 'synchronised', scene));
  }
  if (step.step === 'refused') {
    return after(told(null), enterFailed(purpose, { code: step.code }, scene));
  }
  const challenge = challengeOf(step);
  const next = challenge && follow(purpose, step, scene);
  return next && after(told(challenge), next);
}

/** What the bank asks for before it synchronises, as `bank-sync` says it. */
function challengeOf(step: Step): SyncChallenge | undefined {
  switch (step.step) {
    case 'challenge': {
      const { approach, method } = step.challenge;
      return { approach, method };
    }
    case 'method':
      return { methods: step.methods };
    case 'redirect':
      return { approach: 'redirected' };
    default:
      return undefined;
  }
}
