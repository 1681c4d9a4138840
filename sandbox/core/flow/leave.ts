/** The ways out: giving up what is under way, closing the flow, going back to the page's URL. */
import type { ReturnReason } from '../contract/sandbox-message.js';
import { backToOverview, enterSearch } from './entries.js';
import { returnTarget } from './flow-state.js';
import type { Effect, FatalState, FlowState, Purpose } from './flow-state.js';
import type { FlowContext, Transition } from './flow-context.js';
import {
  about,
  abort,
  after,
  challengeState,
  fail,
  post,
  redirectState,
  transitionTo,
} from './flow-context.js';

/** What is posted and aborted when a state is left for good with something under way. */
export function giveUp(state: FlowState, context: FlowContext): readonly Effect[] {
  switch (state.at) {
    case 'credentials':
      return state.silence ? [abort(state.silence.attemptId)] : [];
    case 'accounts':
      return [abort(state.attemptId)];
    case 'method':
    case 'medium':
    case 'tan':
    case 'decoupled': {
      const { purpose, attemptId, challenge } = state;
      const failed = challenge ? [challengeState(challenge, 'failed')] : [];
      return [abort(attemptId), ...failed, ...abandoned(purpose, context, failed.length > 0)];
    }
    case 'consent': {
      const { purpose, attemptId } = state;
      return [abort(attemptId), ...abandoned(purpose, context, false)];
    }
    case 'redirect-info': {
      const { purpose, way } = state;
      return [...(way ? [abort(way.attemptId)] : []), ...abandoned(purpose, context, false)];
    }
    case 'at-bank': {
      const { purpose, attemptId } = state;
      return [
        { do: 'close-bank' },
        abort(attemptId),
        redirectState('failed'),
        ...abandoned(purpose, context, true),
      ];
    }
    default:
      return [];
  }
}

/** @param open a challenge or a redirect is open, so that the page knows of the attempt */
function abandoned(purpose: Purpose, context: FlowContext, open: boolean): readonly Effect[] {
  if (purpose.kind === 'renew') {
    return [fail('BANK_SYNC_ERROR', purpose, { code: 'SCA_REQUIRED' }, context)];
  }
  return open ? [post({ type: 'BANK_LOGIN_ABORT', payload: about(purpose, context) })] : [];
}

/** Gives up, and goes back to where the login began. */
export function cancel(
  state: FlowState & { readonly purpose: Purpose },
  context: FlowContext,
): Transition {
  const { purpose } = state;
  return after(
    giveUp(state, context),
    purpose.kind === 'connect'
      ? enterSearch(context)
      : backToOverview(purpose, { kind: 'failed', code: 'SCA_REQUIRED' }, context),
  );
}

/** The session is over, or cannot be reached: nothing goes on. */
export function endSession(
  state: FlowState,
  context: FlowContext,
  reason?: FatalState['reason'],
): Transition {
  const { requestId } = context;
  const failure = { code: 'UNKNOWN', ...(reason && { reason }), requestId } as const;
  return after(
    giveUp(state, context),
    transitionTo(
      { at: 'fatal', ...failure },
      post({ type: 'ERROR', payload: failure }),
      ...goBack(returnURL(context, 'failed'), 'failed'),
    ),
  );
}

export function exit(state: FlowState, context: FlowContext): Transition {
  const { requestId } = context;
  return after(
    giveUp(state, context),
    transitionTo(
      { at: 'exited' },
      post({ type: 'EXIT', payload: { step: state.at, requestId } }),
      ...leave(state, context),
    ),
  );
}

/** The way back of a flow that is left; none where it was announced when the flow ended. */
function leave(state: FlowState, context: FlowContext): readonly Effect[] {
  switch (state.at) {
    case 'done':
      return [];
    case 'fatal':
      return state.bank ? goBack(returnURL(context, 'failed'), 'failed') : [];
    default:
      return goBack(returnURL(context, 'cancelled'), 'left');
  }
}

/**
 * Where the user goes back to, if anybody gave a URL.
 * Source of the two parameters: finoOS documentation, "Handling the Redirect Callback".
 *
 * @param outcome named in `uba-outcome`, which is ours, where nothing was completed
 */
export function returnURL(
  { setup, session }: FlowContext,
  outcome?: 'cancelled' | 'failed',
): string | undefined {
  const target = returnTarget(setup);
  if (target === undefined) return undefined;
  const url = new URL(target);
  const ids = session && session.kind !== 'over' ? session : setup.visit;
  if (ids) {
    url.searchParams.set('userIdentifier', ids.userIdentifier);
    url.searchParams.set('sessionId', ids.sessionId);
  }
  if (outcome) url.searchParams.set('uba-outcome', outcome);
  return url.href;
}

/** Announces that the user leaves for `url`, and goes there where this page may; if there is one. */
export const goBack = (url: string | undefined, reason: ReturnReason): readonly Effect[] =>
  url === undefined
    ? []
    : [post({ type: 'redirect', payload: { url, reason } }), { do: 'leave', url }];
