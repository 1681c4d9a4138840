/** How each screen is entered: its state, what is posted on the way, what is asked. */
import type { UbaBankErrorCode, UbaFeature } from '@finodigital/uba-protocol';
import type { Account, BankLogin, Challenge } from '../contract/bank-side.js';
import { bankOf } from './flow-state.js';
import type {
  ConnectPurpose,
  CredentialsState,
  Effect,
  LoginTarget,
  OverviewState,
  Purpose,
  RenewPurpose,
  RetryState,
} from './flow-state.js';
import { enterNotPaid } from './payment-entries.js';
import type { Failure, FlowContext, Transition } from './flow-context.js';
import {
  about,
  after,
  ask,
  challengeState,
  fail,
  post,
  transitionTo,
  ubaBank,
} from './flow-context.js';

/** The version that `ready` names: the sandbox package's own. */
export const sandboxVersion = '0.1.0';

/** @param features what the frame announces */
export const postReady = (features: readonly UbaFeature[] = []) =>
  post({ type: 'ready', payload: { version: sandboxVersion, features } });

/** @param declined the user has just declined the consent */
export const enterSearch = (
  { requestId, hasOverview }: FlowContext,
  declined = false,
): Transition =>
  transitionTo(
    { at: 'search', query: '', fromOverview: hasOverview, ...(declined && { declined }) },
    post({ type: 'BANK_SEARCH_INIT', payload: { requestId } }),
    ask({ call: 'findBanks', with: [''] }),
  );

/** Picks the target out of a state or a purpose that carries more. */
export const loginTarget = ({ bank, accountType, userName }: LoginTarget): LoginTarget => ({
  bank,
  ...(accountType && { accountType }),
  userName,
});

export const enterCredentials = (
  target: LoginTarget,
  error?: CredentialsState['error'],
): Transition =>
  transitionTo({ at: 'credentials', ...loginTarget(target), busy: false, ...(error && { error }) });

/** Where a login at this bank begins. */
export const enterLogin = (target: LoginTarget): Transition =>
  target.bank.login === 'here'
    ? enterCredentials(target)
    : transitionTo(
        { at: 'redirect-info', purpose: { kind: 'connect', ...loginTarget(target) } },
        ask({ call: 'startRedirect', with: [target.bank.bankCode] }),
      );

/** The screen of a challenge that is open. */
export function showChallenge(
  purpose: Purpose,
  attemptId: string,
  challenge: Challenge,
): Transition {
  const state = { purpose, attemptId, challenge };
  return challenge.approach === 'embedded'
    ? transitionTo({ at: 'tan', ...state, busy: false })
    : transitionTo(
        { at: 'decoupled', ...state },
        ask({ call: 'pollChallenge', with: [attemptId] }),
      );
}

export const enterChallenge = (
  purpose: Purpose,
  attemptId: string,
  challenge: Challenge,
): Transition =>
  after([challengeState(challenge, 'started')], showChallenge(purpose, attemptId, challenge));

/** The user is authenticated; a login that connects is over with that. */
export function enterConsent(
  purpose: ConnectPurpose | RenewPurpose,
  attemptId: string,
  context: FlowContext,
): Transition {
  const until = context.now + bankOf(purpose).consentTerm;
  return transitionTo(
    { at: 'consent', purpose, attemptId, until, busy: false },
    ...(purpose.kind === 'connect' ? [loginSucceeded(purpose, context)] : []),
  );
}

export const loginSucceeded = (purpose: ConnectPurpose, context: FlowContext): Effect =>
  post({ type: 'BANK_LOGIN_SUCCESS', payload: about(purpose, context) });

/**
 * The accounts to choose from, all ticked; or the word that there are none of that type.
 *
 * @param until when the consent that the user gave here ends
 */
export function enterAccounts(
  purpose: ConnectPurpose,
  attemptId: string,
  accounts: readonly Account[],
  context: FlowContext,
  until?: number,
): Transition {
  const selected = accounts.map(({ accountId }) => accountId);
  return transitionTo(
    {
      at: 'accounts',
      ...loginTarget(purpose),
      attemptId,
      ...(until !== undefined && { until }),
      accounts,
      selected,
      busy: false,
    },
    post({ type: 'BANK_ACCOUNT_SELECT', payload: about(purpose, context) }),
    ...(accounts.length > 0
      ? []
      : [fail('BANK_ACCOUNT_SELECT_ERROR', purpose, { reason: 'empty' }, context)]),
  );
}

export const enterConflict = (
  purpose: ConnectPurpose,
  bankLoginId: string,
  context: FlowContext,
): Transition =>
  transitionTo(
    { at: 'conflict', bank: purpose.bank, bankLoginId },
    post({ type: 'BANK_LOGIN_CONFLICT', payload: { ...about(purpose, context), bankLoginId } }),
  );

/** The overview, whose logins are yet to come; the page gets them when they do. */
export const loadOverview = (notice?: OverviewState['notice']): Transition =>
  transitionTo({ at: 'overview', ...(notice && { notice }) }, ask({ call: 'logins', with: [] }));

/** The overview with these logins, which are posted to the page. */
export const showOverview = (
  logins: readonly BankLogin[],
  notice?: OverviewState['notice'],
): Transition =>
  transitionTo(
    { at: 'overview', logins, ...(notice && { notice }) },
    post({
      type: 'bank-accounts',
      payload: {
        accounts: logins.flatMap(({ bankLoginId, accounts }) =>
          accounts.map(({ accountId, name, type, iban = '', balance, currency }) => ({
            accountId,
            bankLoginId,
            name,
            type,
            iban,
            balance,
            currency,
          })),
        ),
      },
    }),
  );

/** A login was synchronised, and its consent renewed where that was in the way. */
export function enterSynchronised(
  login: BankLogin,
  logins: readonly BankLogin[],
  kind: 'synchronised' | 'renewed',
  { requestId }: FlowContext,
): Transition {
  const { bankLoginId } = login;
  const payload = { bank: ubaBank(login.bank), bankLoginId, requestId };
  const success = post({ type: 'BANK_SYNC_SUCCESS', payload });
  return after(
    kind === 'renewed' ? [success, post({ type: 'SUCCESS', payload })] : [success],
    showOverview(
      logins.map((other) => (other.bankLoginId === bankLoginId ? login : other)),
      { kind, bankLoginId },
    ),
  );
}

/** Back to where a synchronisation began; the statuses are refreshed, without an event. */
export const backToOverview = (
  { login, logins }: RenewPurpose,
  why: { readonly kind: 'failed'; readonly code: UbaBankErrorCode } | { readonly kind: 'declined' },
  { requestId }: FlowContext,
): Transition => {
  const { bankLoginId } = login;
  const notice =
    why.kind === 'failed' ? { ...why, bankLoginId, requestId } : { ...why, bankLoginId };
  return transitionTo({ at: 'overview', logins, notice }, ask({ call: 'logins', with: [] }));
};

/** The attempt is over, another one may work. A renewal goes back to its overview instead. */
export function enterRetry(
  purpose: ConnectPurpose | RenewPurpose,
  reason: RetryState['reason'],
  context: FlowContext,
): Transition {
  if (purpose.kind === 'connect') {
    const { requestId } = context;
    return transitionTo({ at: 'retry', ...loginTarget(purpose), reason, requestId });
  }
  const code = 'SCA_REQUIRED';
  return after(
    [fail('BANK_SYNC_ERROR', purpose, { code, reason }, context)],
    backToOverview(purpose, { kind: 'failed', code }, context),
  );
}

/** A failure that ends the login, and the flow with it; a renewal goes back to its overview. */
export function enterFailed(
  purpose: Purpose,
  failure: Failure & { readonly code: UbaBankErrorCode },
  context: FlowContext,
): Transition {
  const { code } = failure;
  if (purpose.kind === 'pay') return enterNotPaid(purpose.payment, code, context);
  const error = fail('ERROR', purpose, failure, context);
  return purpose.kind === 'connect'
    ? transitionTo(
        { at: 'fatal', code, requestId: context.requestId, ...loginTarget(purpose) },
        error,
      )
    : after(
        [fail('BANK_SYNC_ERROR', purpose, failure, context), error],
        backToOverview(purpose, { kind: 'failed', code }, context),
      );
}
