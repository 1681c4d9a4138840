/** What a scenario expects, held against what was heard. */
import { isObject } from '@finodigital/uba-protocol';
import type { ExpectedEvent } from '@finodigital/uba-sandbox/scenarios';
import type { Entry } from '../log/event-record.js';

/** `heard` as expected, `different` something else came in its place, `awaited` nothing came yet. */
export type Finding = 'heard' | 'different' | 'awaited';

export interface Comparison {
  /** One finding for each expected event, in order. */
  readonly findings: readonly Finding[];
  /** `open` while nothing differs and something is awaited. */
  readonly result: 'open' | 'met' | 'missed';
}

export function compare(expected: readonly ExpectedEvent[], entries: readonly Entry[]): Comparison {
  const start = entries.findLastIndex(({ kind, type }) => kind === 'status' && type === 'loading');
  const heard = entries.slice(start + 1).filter(({ kind }) => kind === 'message');
  const findings = expected.map(({ type, payload }, index): Finding => {
    const entry = heard[index];
    if (!entry) return 'awaited';
    return entry.type === type && holds(entry.payload, payload) ? 'heard' : 'different';
  });
  const missed = findings.includes('different') || heard.length > expected.length;
  const met = findings.every((finding) => finding === 'heard');
  return { findings, result: missed ? 'missed' : met ? 'met' : 'open' };
}

/** Whether `value` has all that `wanted` has; objects may have more, lists may not. */
function holds(value: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  if (!isObject(wanted)) return JSON.stringify(value) === JSON.stringify(wanted);
  return isObject(value) && Object.entries(wanted).every(([key, part]) => holds(value[key], part));
}
