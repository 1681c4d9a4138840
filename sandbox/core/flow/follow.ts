/** What follows a bank's answer, whatever state it was awaited in. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { BankAnswer } from '../contract/bank-side.js';
import {
  enterAccounts,
  enterChallenge,
  enterConflict,
  enterConsent,
  enterFailed,
  enterSynchronised,
  loginSucceeded,
} from './entries.js';
import type { Purpose } from './flow-state.js';
import { enterDecided } from './payment-entries.js';
import type { FlowContext, Transition } from './flow-context.js';
import { after, fail, transitionTo } from './flow-context.js';

/** The next screen of a login that goes on; `undefined` where the answer does not fit it. */
export function follow(
  purpose: Purpose,
  step: BankAnswer,
  context: FlowContext,
): Transition | undefined {
  switch (step.step) {
    case 'method': {
      const { attemptId, methods } = step;
      return transitionTo({ at: 'method', purpose, attemptId, methods, busy: false });
    }
    case 'medium': {
      const { attemptId, method, media, methods } = step;
      return transitionTo({
        at: 'medium',
        purpose,
        attemptId,
        method,
        media,
        methods,
        busy: false,
      });
    }
    case 'challenge':
      return enterChallenge(purpose, step.attemptId, step.challenge);
    case 'redirect': {
      const { attemptId, url } = step;
      return transitionTo({ at: 'redirect-info', purpose, way: { attemptId, url } });
    }
    case 'consent':
      return purpose.kind === 'pay' ? undefined : enterConsent(purpose, step.attemptId, context);
    case 'accounts':
      return purpose.kind === 'connect'
        ? after(
            [loginSucceeded(purpose, context)],
            enterAccounts(purpose, step.attemptId, step.accounts, context),
          )
        : undefined;
    case 'duplicate':
      return purpose.kind === 'connect'
        ? enterConflict(purpose, step.bankLoginId, context)
        : undefined;
    case 'synchronised':
      return purpose.kind === 'renew'
        ? enterSynchronised(
            step.login,
            purpose.logins,
            step.renewed ? 'renewed' : 'synchronised',
            context,
          )
        : undefined;
    case 'payment':
      return purpose.kind === 'pay' ? enterDecided(step.payment, context) : undefined;
    case 'refused':
      return refuseLogin(purpose, step.code, context);
    default:
      return undefined;
  }
}

/** The bank does not let this login in. */
export function refuseLogin(
  purpose: Purpose,
  code: UbaBankErrorCode,
  context: FlowContext,
): Transition {
  const failed = enterFailed(purpose, { code }, context);
  return purpose.kind === 'connect'
    ? after([fail('BANK_LOGIN_ERROR', purpose, { code }, context)], failed)
    : failed;
}
