/** The ways out: giving up what is under way, closing the flow, going back to the page's URL. */
import { backToOverview, enterSearch } from './entries.js';
import type { Effect, FatalState, FlowState, Purpose } from './flow-state.js';
import { enterDiscarding, isPaying, paymentState } from './payment-entries.js';
import { goBack, returnURL } from './way-back.js';
import type { FlowContext, Transition } from './flow-context.js';
import {
  about,
  abort,
  after,
  ask,
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

/**
 * What becomes of a payment only the bank side can say.
 *
 * @param open a challenge or a redirect is open, so that the page knows of the attempt
 */
function abandoned(purpose: Purpose, context: FlowContext, open: boolean): readonly Effect[] {
  if (purpose.kind === 'renew') {
    return [fail('BANK_SYNC_ERROR', purpose, { code: 'SCA_REQUIRED' }, context)];
  }
  return open && purpose.kind === 'connect'
    ? [post({ type: 'BANK_LOGIN_ABORT', payload: about(purpose, context) })]
    : [];
}

/** Gives up, and goes back to where the login began; a payment is left for good. */
export function cancel(
  state: FlowState & { readonly purpose: Purpose },
  context: FlowContext,
): Transition {
  const { purpose } = state;
  if (purpose.kind === 'pay') return leavePayment(state, context);
  return after(
    giveUp(state, context),
    purpose.kind === 'connect'
      ? enterSearch(context)
      : backToOverview(purpose, { kind: 'failed', code: 'SCA_REQUIRED' }, context),
  );
}

const leavePayment = (state: FlowState, context: FlowContext): Transition =>
  after(giveUp(state, context), enterDiscarding(state.at));

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
      { at: 'fatal', ...failure, ...(isPaying(state) && endOfPayment(state)) },
      ...(isPaying(state) && reason && !mayBeAuthorised(state) ? calledOff(context) : []),
      post({ type: 'ERROR', payload: failure }),
      ...goBack(returnURL(context, 'failed'), 'failed'),
    ),
  );
}

const endOfPayment = (state: FlowState): Pick<FatalState, 'isPayment' | 'isUncertain'> => ({
  isPayment: true,
  ...(mayBeAuthorised(state) && { isUncertain: true }),
});

/** The bank side knows it where the session is over; where it goes on it has to be told. */
const calledOff = ({ session, now }: FlowContext): readonly Effect[] => [
  ...(session && session.kind !== 'over' && now < session.expiresAt
    ? [ask({ call: 'discard', with: [] })]
    : []),
  paymentState('DISCARDED'),
];

/** The bank side was asked for what decides on a payment, and has not answered. */
function mayBeAuthorised(state: FlowState): boolean {
  switch (state.at) {
    case 'discarding':
      return true;
    case 'at-bank':
      return state.outcome !== undefined;
    default:
      return 'busy' in state && state.busy;
  }
}

/** Nothing where the user is leaving a payment already. */
export function exit(state: FlowState, context: FlowContext): Transition | undefined {
  if (state.at === 'discarding') return undefined;
  if (isPaying(state)) return leavePayment(state, context);
  const { requestId } = context;
  return after(
    giveUp(state, context),
    transitionTo(
      { at: 'exited', ...(isDone(state) && { isDone: true }) },
      post({ type: 'EXIT', payload: { step: state.at, requestId } }),
      ...leave(state, context),
    ),
  );
}

/** Nothing is given up where the user closes what is done, or the overview of what is connected. */
const isDone = ({ at }: FlowState): boolean => at === 'done' || at === 'paid' || at === 'overview';

/** The way back of a flow that is left; none where it was announced when the flow ended. */
function leave(state: FlowState, context: FlowContext): readonly Effect[] {
  switch (state.at) {
    case 'done':
    case 'paid':
      return [];
    case 'fatal': {
      const back = goBack(returnURL(context, 'failed'), 'failed');
      // Where nothing can be tried again the page knows of it already.
      return state.bank ? back : back.filter(({ do: what }) => what === 'leave');
    }
    default:
      return goBack(returnURL(context, 'cancelled'), 'left');
  }
}
