/** The ways out: giving up what is under way, closing the flow, going back to the page's address. */
import { backToOverview, enterSearch } from './entries.js';
import type { Effect, FatalState, FlowState, Purpose } from './flow-state.js';
import type { Scene, Turn } from './turn.js';
import { about, abort, after, challengeState, fail, post, redirectState, turn } from './turn.js';

/** What is posted and dropped when a state is left for good with something under way. */
export function giveUp(state: FlowState, scene: Scene): readonly Effect[] {
  switch (state.at) {
    case 'credentials':
      return state.silence ? [abort(state.silence.attemptId)] : [];
    case 'accounts':
      return [abort(state.attemptId)];
    case 'method':
    case 'tan':
    case 'decoupled': {
      const { purpose, attemptId, challenge } = state;
      const failed = challenge ? [challengeState(challenge, 'failed')] : [];
      return [abort(attemptId), ...failed, ...abandoned(purpose, scene, failed.length > 0)];
    }
    case 'redirect-info': {
      const { purpose, way } = state;
      return [...(way ? [abort(way.attemptId)] : []), ...abandoned(purpose, scene, false)];
    }
    case 'at-bank': {
      const { purpose, attemptId } = state;
      return [
        { do: 'close-bank' },
        abort(attemptId),
        redirectState('failed'),
        ...abandoned(purpose, scene, true),
      ];
    }
    default:
      return [];
  }
}

/** @param open a challenge or a redirect is open, so that the page heard of the attempt */
function abandoned(purpose: Purpose, scene: Scene, open: boolean): readonly Effect[] {
  if (purpose.kind === 'renew') {
    return [fail('BANK_SYNC_ERROR', purpose, { code: 'SCA_REQUIRED' }, scene)];
  }
  return open ? [post({ type: 'BANK_LOGIN_ABORT', payload: about(purpose, scene) })] : [];
}

/** Gives up, and goes back to where the login began. */
export function cancel(state: FlowState & { readonly purpose: Purpose }, scene: Scene): Turn {
  const { purpose } = state;
  return after(
    giveUp(state, scene),
    purpose.kind === 'connect'
      ? enterSearch(scene)
      : backToOverview(purpose, 'SCA_REQUIRED', scene),
  );
}

/** The session is over, or cannot be reached: nothing goes on. */
export function endSession(state: FlowState, scene: Scene, reason?: FatalState['reason']): Turn {
  const { requestId } = scene;
  const failure = { code: 'UNKNOWN', ...(reason && { reason }), requestId } as const;
  return after(
    giveUp(state, scene),
    turn({ at: 'fatal', ...failure }, post({ type: 'ERROR', payload: failure })),
  );
}

export function exit(state: FlowState, scene: Scene): Turn {
  const { requestId } = scene;
  return after(
    giveUp(state, scene),
    turn({ at: 'exited' }, post({ type: 'EXIT', payload: { step: state.at, requestId } })),
  );
}

/**
 * Where the user goes back to, if the page gave an address.
 * Source of the two parameters: finoOS documentation, "Handling the Redirect Callback".
 */
export function wayBack({ setup, session }: Scene): string | undefined {
  if (!setup.redirectURL || !session || session.kind === 'over') return undefined;
  const url = new URL(setup.redirectURL);
  url.searchParams.set('userIdentifier', session.userIdentifier);
  url.searchParams.set('sessionId', session.sessionId);
  return url.href;
}

/** Announces that the user leaves for `url`, and goes there where this page may. */
export const goBack = (url: string, reason: 'connected' | 'finished'): readonly Effect[] => [
  post({ type: 'redirect', payload: { url, reason } }),
  { do: 'leave', url },
];
