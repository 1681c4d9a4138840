/** Plays a scenario without a screen: does what a person would, as soon as it can be done. */
import type { BankReturn } from '../contract/bank-side.js';
import type { FlowRunner } from '../flow/flow-runner.js';
import type { FlowEvent, FlowState, Intent, StateName, StateOf } from '../flow/flow-state.js';
import type { SandboxControls, SandboxView } from '../contract/sandbox-controls.js';
import { leadOf, type Scenario, type ScenarioAction } from './scenarios.js';

/** What the fields of a deep link's screens hold before a person comes. */
export interface Prefill {
  readonly userName?: string;
  readonly pin?: string;
  readonly tan?: string;
}

export function prefillOf({ does }: Scenario): Prefill {
  const login = does.find((action) => action.act === 'log-in');
  const answer = does.find((action) => action.act === 'enter-tan');
  const atBank = does.find((action) => action.act === 'at-bank');
  const userName = login?.userName ?? atBank?.userName;
  return {
    ...(userName && { userName }),
    ...(login && { pin: login.pin }),
    ...(answer && { tan: answer.tan }),
  };
}

/**
 * What a page plays of a scenario by itself.
 *
 * @param play as the address says: `all`, or how many acts; without it what leads to the first screen
 *   on which a person has something to enter
 * @throws Error for any other text
 */
export function playedOf(
  scenario: Pick<Scenario, 'does'>,
  play: string | null,
): readonly ScenarioAction[] {
  const { does } = scenario;
  if (play === null) return leadOf(scenario);
  if (play === 'all') return does;
  if (!/^\d{1,2}$/.test(play) || Number(play) > does.length) {
    throw new Error(`play must be all, or a number of acts from 0 to ${does.length}.`);
  }
  return does.slice(0, Number(play));
}

/** The acts that are one intent each, and the states that can take it; all where none is named. */
const plainActs = {
  'connect-accounts': { type: 'confirm-accounts', at: ['accounts'] },
  'authorise-payment': { type: 'authorise', at: ['payment'] },
  'confirm-disconnect': { type: 'confirm-disconnect', at: ['disconnect'] },
  'go-to-bank': { type: 'go-to-bank', at: ['redirect-info', 'at-bank'] },
  'add-bank': { type: 'add-bank', at: ['overview'] },
  'agree-consent': { type: 'agree-consent', at: ['consent'] },
  'decline-consent': { type: 'decline-consent', at: ['consent'] },
  done: { type: 'done', at: ['done', 'paid', 'overview', 'conflict', 'fatal'] },
  retry: { type: 'retry', at: ['retry', 'accounts', 'conflict', 'fatal'] },
  cancel: { type: 'cancel', at: [] },
  close: { type: 'exit', at: [] },
  back: { type: 'back', at: [] },
} as const satisfies Partial<
  Record<ScenarioAction['act'], { type: Intent['type']; at: readonly StateName[] }>
>;

type PlainIntent = (typeof plainActs)[keyof typeof plainActs]['type'];

/** What a person does outside the flow. */
type ByPanel = Extract<
  ScenarioAction,
  {
    readonly act:
      | 'approve-on-phone'
      | 'decline-on-phone'
      | 'bind-on-phone'
      | 'move-clock'
      | 'expire-consent'
      | 'revoke-consent';
  }
>;

const bankReturns = {
  cancel: 'cancelled',
  refuse: 'refused',
  'close-window': 'closed',
} as const satisfies Record<string, BankReturn['outcome']>;

export class ScenarioPlayer {
  /** @param usualUser who logs in at a bank's own page where the scenario does not say */
  constructor(
    private readonly runner: FlowRunner,
    private readonly controls: SandboxControls,
    private readonly usualUser = 'persondemo',
  ) {}

  /**
   * Resolves when the last act is done; what comes of it may take a moment longer.
   *
   * @param pause before each act, for who watches
   */
  async play(
    actions: readonly ScenarioAction[],
    pause: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    for (const action of actions) {
      await pause();
      await this.#act(action);
    }
  }

  async #act(action: ScenarioAction): Promise<void> {
    const { runner, controls } = this;
    switch (action.act) {
      case 'approve-on-phone':
      case 'decline-on-phone': {
        const { attemptId } = await this.#reach('decoupled');
        const decision = action.act === 'approve-on-phone' ? 'approved' : 'declined';
        return controls.decide(attemptId, decision);
      }
      case 'bind-on-phone': {
        const { attemptId } = await this.#reach('tan');
        return controls.decide(attemptId, 'bound');
      }
      case 'move-clock':
        await this.#until(isIdle);
        return controls.advance(action.ms);
      case 'expire-consent':
        return controls.expireConsent(await this.#loginAt(action.bank));
      case 'revoke-consent':
        return controls.revokeConsent(await this.#loginAt(action.bank));
      default:
        runner.send(await this.#eventOf(action));
    }
  }

  /** What an act in the flow is to the flow, once it can take it. */
  async #eventOf(action: Exclude<ScenarioAction, ByPanel>): Promise<FlowEvent> {
    switch (action.act) {
      case 'pick-bank': {
        const { banks = [] } = await this.#reach('search');
        const bank = found(
          banks.find(({ shortName }) => shortName === action.bank),
          action.bank,
        );
        return { type: 'select-bank', bank };
      }
      case 'choose-account-type': {
        await this.#reach('account-type');
        const { accountType } = action;
        return { type: 'choose-account-type', accountType };
      }
      case 'log-in': {
        await this.#reach('credentials');
        const { userName, pin } = action;
        return { type: 'submit-login', userName, pin };
      }
      case 'enter-tan':
        await this.#reach('tan');
        return { type: 'submit-tan', tan: action.tan };
      case 'choose-method':
        await this.#reach('method');
        return { type: 'choose-method', method: action.method };
      case 'choose-medium': {
        const { media } = await this.#reach('medium');
        const { mediumId } = found(
          media.find(({ phone }) => phone === action.phone),
          `phone ending in ${action.phone}`,
        );
        return { type: 'choose-medium', mediumId };
      }
      case 'toggle-account': {
        const { accounts } = await this.#reach('accounts');
        const { accountId } = found(accounts[action.index], `account ${action.index + 1}`);
        return { type: 'toggle-account', accountId };
      }
      case 'at-bank': {
        await this.#reach('at-bank');
        const { choice, userName = this.usualUser } = action;
        return choice === 'agree'
          ? { type: 'bank-returned', outcome: 'agreed', userName }
          : { type: 'bank-returned', outcome: bankReturns[choice] };
      }
      case 'synchronise':
      case 'disconnect': {
        const { logins = [] } = await this.#reach('overview');
        const { bankLoginId } = found(
          logins.find(({ bank }) => bank.shortName === action.bank),
          `login at ${action.bank}`,
        );
        const type = action.act === 'disconnect' ? 'ask-disconnect' : 'synchronise';
        return { type, bankLoginId };
      }
      default: {
        const { type, at }: { readonly type: PlainIntent; readonly at: readonly StateName[] } =
          plainActs[action.act];
        await this.#until((state) => isIdle(state) && (at.length === 0 || at.includes(state.at)));
        return { type };
      }
    }
  }

  async #loginAt(bankName: string): Promise<string> {
    await this.#reach('overview');
    const { logins }: SandboxView = await this.controls.view();
    const login = logins.find(({ bank }) => bank.shortName === bankName);
    return found(login, `login at ${bankName}`).bankLoginId;
  }

  /** Waits until the flow is there, and waits for nothing. */
  async #reach<At extends StateName>(at: At): Promise<StateOf<At>> {
    const isThere = (state: FlowState): state is StateOf<At> => state.at === at && isIdle(state);
    return this.#until(isThere);
  }

  #until<S extends FlowState>(isReached: (state: FlowState) => state is S): Promise<S>;
  #until(isReached: (state: FlowState) => boolean): Promise<FlowState>;
  #until(isReached: (state: FlowState) => boolean): Promise<FlowState> {
    return new Promise((resolve) => {
      const look = ({ state }: { readonly state: FlowState }) => {
        if (!isReached(state)) return;
        unsubscribe();
        resolve(state);
      };
      const unsubscribe = this.runner.subscribe(look);
      look(this.runner.flow);
    });
  }
}

/** The flow waits for a person, or for something that a person can do elsewhere. */
function isIdle(state: FlowState): boolean {
  switch (state.at) {
    case 'boot':
    case 'syncing':
    case 'discarding':
      return false;
    case 'search':
      return state.banks !== undefined;
    case 'overview':
      return state.logins !== undefined;
    case 'credentials':
      return !state.busy || state.silence !== undefined;
    case 'method':
    case 'medium':
    case 'tan':
    case 'consent':
    case 'accounts':
    case 'payment':
    case 'disconnect':
      return !state.busy;
    case 'redirect-info':
      return state.way !== undefined;
    case 'at-bank':
      return state.outcome === undefined;
    default:
      return true;
  }
}

function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`There is no ${what}, which the scenario names.`);
  return thing;
}
