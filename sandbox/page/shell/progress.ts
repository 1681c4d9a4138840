/** The position of a state in the flow: its step, whether it leads back and out, and its order. */
import type { Bank } from '../../core/contract/bank-side.js';
import { bankOf, type FlowState, type StateName } from '../../core/flow/flow-state.js';

/** The steps to a connection, and those of a payment. */
const ways = [
  ['bank', 'login', 'security', 'accounts'],
  ['check', 'approval', 'ordered'],
] as const;

type Way = (typeof ways)[number];
export type ProgressStep = Way[number];

/** All steps of the way that a step belongs to. */
export const wayOf = (step: ProgressStep): readonly ProgressStep[] =>
  ways.find((way: readonly ProgressStep[]) => way.includes(step)) ?? [];

/** The step that a state belongs to; none outside the way to a connection or a payment. */
export function stepOf(state: FlowState): ProgressStep | undefined {
  const kind = 'purpose' in state ? state.purpose.kind : undefined;
  if (kind === 'renew') return undefined;
  if (kind === 'pay') return 'approval';
  switch (state.at) {
    case 'search':
    case 'account-type':
      return 'bank';
    case 'credentials':
    case 'redirect-info':
      return 'login';
    case 'method':
    case 'medium':
    case 'tan':
    case 'decoupled':
    case 'at-bank':
      return 'security';
    case 'consent':
    case 'accounts':
      return 'accounts';
    case 'payment':
      return 'check';
    case 'paid':
      return 'ordered';
    default:
      return undefined;
  }
}

/** The bank that a step is about; none before it is chosen, and where an outcome names it. */
export function bankAt(state: FlowState): Bank | undefined {
  if ('purpose' in state) return bankOf(state.purpose);
  switch (state.at) {
    case 'account-type':
    case 'credentials':
    case 'accounts':
    case 'conflict':
    case 'retry':
    case 'fatal':
      return state.bank;
    case 'disconnect':
    case 'syncing':
    case 'done':
      return state.login.bank;
    default:
      return undefined;
  }
}

/** Whether the intent `back` leads somewhere. */
export function leadsBack(state: FlowState): boolean {
  switch (state.at) {
    case 'search':
      return state.fromOverview;
    case 'at-bank':
      return !state.outcome;
    case 'disconnect':
    case 'consent':
    case 'accounts':
      return !state.busy;
    case 'fatal':
      return Boolean(state.bank);
    case 'tan':
    case 'decoupled':
      // A step back would end the payment, which a button says in words.
      return state.purpose.kind !== 'pay';
    case 'account-type':
    case 'credentials':
    case 'redirect-info':
    case 'method':
    case 'medium':
    case 'conflict':
    case 'retry':
      return true;
    default:
      return false;
  }
}

/** Whether there is a flow to leave. */
export const leadsOut = ({ at }: FlowState): boolean =>
  at !== 'boot' && at !== 'discarding' && at !== 'leaving' && at !== 'exited';

/** Whether that way would lose what the user has proved, or is about to. */
export function asksFirst(state: FlowState, way: 'back' | 'exit'): boolean {
  switch (state.at) {
    case 'tan':
    case 'decoupled':
    case 'consent':
      return true;
    case 'accounts':
      // A step back is the consent, where that was given here.
      return way === 'exit' || state.until === undefined;
    case 'method':
    case 'medium':
      return way === 'exit' && state.challenge !== undefined;
    default:
      return false;
  }
}

const order: Readonly<Record<StateName, number>> = {
  boot: 0,
  overview: 0,
  disconnect: 1,
  syncing: 1,
  search: 1,
  payment: 1,
  'account-type': 2,
  credentials: 3,
  'redirect-info': 3,
  'at-bank': 4,
  method: 4,
  medium: 5,
  tan: 6,
  decoupled: 6,
  consent: 7,
  accounts: 8,
  conflict: 8,
  discarding: 9,
  paid: 9,
  done: 9,
  retry: 9,
  fatal: 9,
  leaving: 10,
  exited: 11,
};

/** Whether the way from one state to another goes on, rather than back. */
export const isForward = (from: StateName, to: StateName): boolean => order[to] >= order[from];
