/** Deep links: takes a scenario to the first screen on which a person has something to enter. */
import type { FlowRunner } from './flow/flow-runner.js';
import type { Intent } from './flow/flow-state.js';
import type { Scenario, ScenarioAction } from './flow/scenarios.js';

/** What fields hold before a person comes. */
export interface Prefill {
  readonly userName?: string;
  readonly pin?: string;
  readonly tan?: string;
}

/** What the scenario enters first in each field. */
export function prefillOf({ does }: Scenario): Prefill {
  const login = does.find((action) => action.act === 'log-in');
  const answer = does.find((action) => action.act === 'enter-tan');
  return {
    ...(login && { userName: login.userName, pin: login.pin }),
    ...(answer && { tan: answer.tan }),
  };
}

/** Who the scenario logs in as on the bank's own page. */
export const userAtBank = ({ does }: Scenario): string | undefined =>
  does.find((action) => action.act === 'at-bank')?.userName;

/** Does what the scenario begins with, as far as it is mere choosing. */
export function startScenario(runner: FlowRunner, { does }: Scenario): void {
  const todo = [...does];
  const stop = runner.subscribe(() => {
    const [next] = todo;
    const intent = next && choiceOf(next, runner);
    if (intent === undefined) stop();
    else if (intent !== 'not-yet') {
      todo.shift();
      runner.send(intent);
    }
  });
}

/** The choice as an intent once its screen is there; nothing where a person has to act. */
function choiceOf(action: ScenarioAction, { flow }: FlowRunner): Intent | 'not-yet' | undefined {
  const { state } = flow;
  switch (action.act) {
    case 'add-bank':
      return state.at === 'overview' && state.logins ? { type: 'add-bank' } : 'not-yet';
    case 'pick-bank': {
      const banks = state.at === 'search' ? state.banks : undefined;
      const bank = banks?.find(({ shortName }) => shortName === action.bank);
      return bank ? { type: 'select-bank', bank } : 'not-yet';
    }
    case 'choose-account-type': {
      const { accountType } = action;
      return state.at === 'account-type' ? { type: 'choose-account-type', accountType } : 'not-yet';
    }
    default:
      return undefined;
  }
}
