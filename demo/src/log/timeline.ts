/**
 * Where in the flow the session is and how long each step took, read off the events alone, so that
 * it holds for any frame that keeps to the contract.
 */
import type { UbaMessageType } from '@finodigital/uba-protocol';
import type { Entry } from './event-record.js';

export const stepNames = ['load', 'bank', 'login', 'security', 'accounts', 'done'] as const;
export type StepName = (typeof stepNames)[number];

/** `skipped`: the flow went on without it, as a login with no challenge does. */
export type StepState = 'ahead' | 'running' | 'passed' | 'failed' | 'skipped';

export interface TimelineStep {
  readonly name: StepName;
  readonly state: StepState;
  /** ms spent in it so far, all visits together. */
  readonly spent: number;
  /** ms since 1970; while it runs, when the present visit began. */
  readonly since?: number;
}

type Move = { readonly to: StepName } | { readonly ends: 'failed' | 'passed' };

/** What an event says about the flow; events that say nothing are left out. */
const moves: { readonly [type in UbaMessageType]?: Move } = {
  ready: { to: 'bank' },
  BANK_SEARCH_INIT: { to: 'bank' },
  'bank-select': { to: 'login' },
  'bank-login': { to: 'login' },
  'bank-redirect': { to: 'security' },
  'bank-sync': { to: 'security' },
  TAN_CHALLENGE_SUBMIT: { to: 'security' },
  BANK_LOGIN_SUCCESS: { to: 'accounts' },
  BANK_ACCOUNT_SELECT: { to: 'accounts' },
  BANK_LOGIN_TIMEOUT: { ends: 'failed' },
  BANK_LOGIN_CONFLICT: { ends: 'failed' },
  BANK_LOGIN_ABORT: { ends: 'failed' },
  BANK_REDIRECT_ERROR: { ends: 'failed' },
  BANK_SYNC_ERROR: { ends: 'failed' },
  BANK_SYNC_SUCCESS: { ends: 'passed' },
  'bank-connect': { ends: 'passed' },
  SUCCESS: { to: 'done' },
  EXIT: { ends: 'failed' },
  ERROR: { ends: 'failed' },
};

/** The steps of the newest load among `entries`. */
export function timelineOf(entries: readonly Entry[]): readonly TimelineStep[] {
  const start = entries.findLastIndex(({ kind, type }) => kind === 'status' && type === 'loading');
  let steps: readonly TimelineStep[] = stepNames.map((name) => ({
    name,
    state: 'ahead',
    spent: 0,
  }));
  for (const entry of entries.slice(Math.max(start, 0))) {
    const move = moveOf(entry);
    if (move) steps = advance(steps, move, entry.time);
  }
  return steps;
}

function moveOf({ kind, type, payload }: Entry): Move | undefined {
  if (kind === 'status') {
    if (type === 'loading') return { to: 'load' };
    return type === 'failed' ? { ends: 'failed' } : undefined;
  }
  if (kind !== 'message') return undefined;
  // UBA documents `state` in prose only; the sandbox says what has started.
  if (type === 'state') return isStart(payload) ? { to: 'security' } : undefined;
  return Object.hasOwn(moves, type) ? moves[type as UbaMessageType] : undefined;
}

function isStart(payload: Entry['payload']): boolean {
  if (typeof payload !== 'object' || payload === null || !('status' in payload)) return false;
  return payload.status === 'started';
}

function advance(steps: readonly TimelineStep[], move: Move, now: number): readonly TimelineStep[] {
  if ('ends' in move) {
    return steps.map((step) => (step.state === 'running' ? stop(step, move.ends, now) : step));
  }
  const target = stepNames.indexOf(move.to);
  return steps.map((step, index) => {
    if (index === target) return start(step, now);
    const halted = step.state === 'running' ? stop(step, 'passed', now) : step;
    if (index < target) return halted.state === 'ahead' ? { ...halted, state: 'skipped' } : halted;
    // Back to an earlier step: what lies behind it counts anew.
    return { name: step.name, state: 'ahead', spent: 0 };
  });
}

function start(step: TimelineStep, now: number): TimelineStep {
  if (step.name === 'done') return { ...step, state: 'passed' };
  return step.state === 'running' ? step : { ...step, state: 'running', since: now };
}

function stop(
  { name, spent, since = 0 }: TimelineStep,
  state: StepState,
  now: number,
): TimelineStep {
  return { name, state, spent: spent + now - since };
}
