/** What ends by itself, and when. All times are sandbox time, ms since 1970. */
import type { Challenge } from '../contract/bank-side.js';
import { minute } from '../contract/durations.js';
import type { Flow, FlowState, Purpose } from './flow-state.js';

/** How long nothing may happen before the flow ends. */
const inactivityLimit = 5 * minute;

/** How long before its end the user is warned that the flow will end. */
export const warningTime = minute;

export interface Deadline {
  readonly kind: 'challenge' | 'silence' | 'session' | 'inactivity';
  readonly at: number;
}

/** The end that comes first; `undefined` where nothing can end. */
export function deadline({ state, session, activeAt }: Flow): Deadline | undefined {
  if (isOver(state) || session?.kind === 'over' || !session) return undefined;
  const own = ownDeadline(state);
  const ends: Deadline[] = [
    ...(own ? [own] : []),
    { kind: 'session', at: session.expiresAt },
    // A state with a deadline of its own, and a visit at the bank's page, do not count as idle.
    ...(own || state.at === 'at-bank'
      ? []
      : [{ kind: 'inactivity', at: activeAt + inactivityLimit } as const]),
  ];
  return ends.reduce((first, other) => (other.at < first.at ? other : first));
}

/** The user can put this end off, by the intent `stay`. */
export const canStay = ({ kind }: Deadline): boolean => kind === 'session' || kind === 'inactivity';

/** The end that the user is to be warned of now, and asked whether to `stay`. */
export function warning(flow: Flow, now: number): Deadline | undefined {
  const end = deadline(flow);
  return end && canStay(end) && end.at - now <= warningTime ? end : undefined;
}

/** Nothing on the bank's side concerns it any more; the user can only close it. */
export const isDead = (state: FlowState): boolean =>
  isOver(state) && !(state.at === 'fatal' && state.bank);

const isOver = ({ at }: FlowState): boolean =>
  at === 'done' || at === 'paid' || at === 'fatal' || at === 'leaving' || at === 'exited';

function ownDeadline(state: FlowState): Deadline | undefined {
  if (state.at === 'credentials' && state.silence) {
    return { kind: 'silence', at: state.silence.givesUpAt };
  }
  const open = openChallenge(state);
  return open && { kind: 'challenge', at: open.challenge.expiresAt };
}

/** A challenge that waits for the user, and the login that it stands in. */
interface OpenChallenge {
  readonly purpose: Purpose;
  readonly attemptId: string;
  readonly challenge: Challenge;
}

/** The challenge that is open; none while the bank checks an answer, which then decides. */
export function openChallenge(state: FlowState): OpenChallenge | undefined {
  switch (state.at) {
    case 'decoupled':
      return state;
    case 'tan':
      return state.busy ? undefined : state;
    case 'method':
    case 'medium': {
      const { purpose, attemptId, challenge, busy } = state;
      return challenge && !busy ? { purpose, attemptId, challenge } : undefined;
    }
    default:
      return undefined;
  }
}
