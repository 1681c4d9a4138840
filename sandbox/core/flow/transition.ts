/** The flow as a pure function: the state and an event in, the next state and its effects out. */
import { sessionLimit, type Session } from '../contract/bank-side.js';
import { day } from '../contract/durations.js';
import {
  accounts,
  accountType,
  boot,
  conflict,
  credentials,
  done,
  fatal,
  over,
  retry,
  search,
} from './connect-states.js';
import { canStay, deadline, openChallenge, warningTime } from './deadlines.js';
import type { Deadline } from './deadlines.js';
import { enterRetry, loginTarget } from './entries.js';
import type {
  Effect,
  Flow,
  FlowEvent,
  FlowState,
  Purpose,
  Setup,
  StateName,
} from './flow-state.js';
import { consent } from './consent-state.js';
import { endSession, exit, giveUp } from './leave.js';
import { disconnect, overview, syncing } from './manage-states.js';
import { discarding, paid, payment } from './payment-states.js';
import { atBank, redirectInfo } from './redirect-states.js';
import { challengeOver, decoupled, medium, method, tan } from './sca-states.js';
import type { FlowContext, StateFunction, Transition } from './flow-context.js';
import { abort, about, after, ask, post, transitionTo } from './flow-context.js';

/** When an event happens, and the id under which support finds it. */
export interface Moment {
  /** Sandbox time, ms since 1970. */
  readonly now: number;
  readonly requestId: string;
}

const states: { readonly [At in StateName]: StateFunction<At> } = {
  boot,
  search,
  'account-type': accountType,
  credentials,
  method,
  medium,
  tan,
  decoupled,
  'redirect-info': redirectInfo,
  'at-bank': atBank,
  consent,
  accounts,
  conflict,
  done,
  payment,
  discarding,
  paid,
  overview,
  disconnect,
  syncing,
  retry,
  fatal,
  leaving: over,
  exited: over,
};

export const newFlow = (setup: Setup): Flow => ({
  setup,
  state: { at: 'boot' },
  activeAt: 0,
  hasOverview: false,
});

/** A flow, and what is to be done, in order. */
interface Outcome {
  readonly flow: Flow;
  readonly effects: readonly Effect[];
}

/**
 * Handles an event: gives the flow after it, and what is to be done.
 * An event that means nothing where the flow is gives back the very same flow.
 */
export function transition(flow: Flow, event: FlowEvent, moment: Moment): Outcome {
  const { at } = flow.state;
  const { now } = moment;
  if (at === 'exited' || at === 'leaving' || isOfAnotherKind(flow, event)) {
    return { flow, effects: [] };
  }
  if (event.type === 'stay' || isBack(flow, event, now)) return stay(flow, now);
  const session = event.type === 'session' ? event.session : flow.session;
  const present: Flow = {
    ...flow,
    ...(session && { session, setup: withOptions(flow.setup, session) }),
    hasOverview: flow.hasOverview || session?.kind === 'management',
  };
  const next = happen(present, event, moment);
  if (!next) return { flow, effects: [] };
  const { state, effects } = next;
  const hasOverview = present.hasOverview || state.at === 'overview';
  return { flow: { ...present, state, hasOverview, activeAt: now }, effects };
}

/** A session may be over, or be told of again; it never becomes one of another kind. */
const isOfAnotherKind = ({ session }: Flow, event: FlowEvent): boolean =>
  event.type === 'session' &&
  session !== undefined &&
  session.kind !== 'over' &&
  event.session.kind !== 'over' &&
  event.session.kind !== session.kind;

/** What the session was made for; where the user goes back to is for the page to say first. */
function withOptions(setup: Setup, session: Session): Setup {
  if (session.kind === 'over' || !session.options) return setup;
  const { redirectURL } = setup;
  return { ...setup, ...session.options, ...(redirectURL !== undefined && { redirectURL }) };
}

/** A clock that moves by days stands for a user who comes back on another day. */
function isBack(flow: Flow, event: FlowEvent, now: number): boolean {
  const end = event.type === 'time' ? deadline(flow) : undefined;
  return end !== undefined && canStay(end) && now - end.at >= day;
}

/** The user is active: restarts the inactivity limit, and a session that is about to end. */
function stay(flow: Flow, now: number): Outcome {
  const { session } = flow;
  // Where nothing can end there is nothing to put off.
  if (!deadline(flow)) return { flow, effects: [] };
  const active = { ...flow, activeAt: now };
  if (!session || session.kind === 'over' || session.expiresAt - now > warningTime) {
    return { flow: active, effects: [] };
  }
  return {
    flow: { ...active, session: { ...session, expiresAt: now + sessionLimit } },
    effects: [ask({ call: 'extendSession', with: [] })],
  };
}

function happen(flow: Flow, event: FlowEvent, { now, requestId }: Moment): Transition | undefined {
  const { state, ...rest } = flow;
  const context: FlowContext = { ...rest, now, requestId: ownRequestId(event) ?? requestId };
  switch (event.type) {
    case 'exit':
      return exit(state, context);
    case 'time': {
      const end = deadline(flow);
      return end && end.at <= now ? ended(state, end.kind, context) : undefined;
    }
    case 'unreachable':
      if (state.at === 'fatal') return undefined;
      return endSession(state, context, isOver(flow) ? 'session-expired' : undefined);
    case 'session':
      if (state.at === 'boot') break;
      // What went wrong is said already; the user learns of the session with the next act.
      return isOver(flow) && state.at !== 'fatal'
        ? endSession(state, context, 'session-expired')
        : transitionTo(state);
    case 'step':
      if (isStray(state, event)) return undefined;
  }
  return stateFunction(state)(state, event, context);
}

/** A state's function takes the very state that it is looked up by, which no type can say. */
const stateFunction = ({ at }: FlowState) =>
  states[at] as (
    state: FlowState,
    event: FlowEvent,
    context: FlowContext,
  ) => Transition | undefined;

const isOver = ({ session }: Flow): boolean => session?.kind === 'over';

/** The bank's own id for what it refused. */
function ownRequestId(event: FlowEvent): string | undefined {
  if (event.type === 'session' && event.session.kind === 'over') return event.session.requestId;
  return event.type === 'step' && 'requestId' in event.step ? event.step.requestId : undefined;
}

/** An answer about an attempt that is not the one under way. */
const isStray = (state: FlowState, { step }: Extract<FlowEvent, { type: 'step' }>): boolean =>
  'attemptId' in step &&
  'attemptId' in state &&
  state.attemptId !== '' &&
  step.attemptId !== state.attemptId;

/** A deadline has passed: of a challenge, of a bank that does not answer, or of the session. */
function ended(state: FlowState, kind: Deadline['kind'], context: FlowContext): Transition {
  const open = openChallenge(state);
  if (kind === 'challenge' && open) {
    return after(
      [abort(open.attemptId)],
      challengeOver(open.purpose, open.challenge, 'expired', context),
    );
  }
  if (kind === 'silence' && state.at === 'credentials') {
    const purpose: Purpose = { kind: 'connect', ...loginTarget(state) };
    return after(
      [
        ...giveUp(state, context),
        post({ type: 'BANK_LOGIN_TIMEOUT', payload: about(purpose, context) }),
      ],
      enterRetry(purpose, 'no-answer', context),
    );
  }
  return endSession(state, context, 'session-expired');
}
