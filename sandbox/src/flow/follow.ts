/** What follows a bank's answer, whatever state it was awaited in. */
import type { UbaErrorCode } from '@finodigital/uba-protocol';
import type { Step } from './bank-side.js';
import {
  enterAccounts,
  enterChallenge,
  enterConflict,
  enterFailed,
  enterSynchronised,
} from './entries.js';
import type { Purpose } from './flow-state.js';
import type { Scene, Turn } from './turn.js';
import { after, fail, turn } from './turn.js';

/** The next screen of a login that goes on; `undefined` where the answer does not fit it. */
export function follow(purpose: Purpose, step: Step, scene: Scene): Turn | undefined {
  switch (step.step) {
    case 'method': {
      const { attemptId, methods } = step;
      return turn({ at: 'method', purpose, attemptId, methods, busy: false });
    }
    case 'challenge':
      return enterChallenge(purpose, step.attemptId, step.challenge);
    case 'redirect': {
      const { attemptId, url } = step;
      return turn({ at: 'redirect-info', purpose, way: { attemptId, url } });
    }
    case 'accounts':
      return purpose.kind === 'connect'
        ? enterAccounts(purpose, step.attemptId, step.accounts, scene)
        : undefined;
    case 'duplicate':
      return purpose.kind === 'connect'
        ? enterConflict(purpose, step.bankLoginId, scene)
        : undefined;
    case 'synchronised':
      return purpose.kind === 'renew'
        ? enterSynchronised(step.login, purpose.logins, 'renewed', scene)
        : undefined;
    case 'refused':
      return refuseLogin(purpose, step.code, scene);
    default:
      return undefined;
  }
}

/** The bank does not let this login in. */
export function refuseLogin(purpose: Purpose, code: UbaErrorCode, scene: Scene): Turn {
  const failed = enterFailed(purpose, { code }, scene);
  return purpose.kind === 'connect'
    ? after([fail('BANK_LOGIN_ERROR', purpose, { code }, scene)], failed)
    : failed;
}
