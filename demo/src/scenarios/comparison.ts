/** What a scenario expects, held against what was heard, while it runs. */
import { compareEvents } from '@finodigital/uba-sandbox/testing';
import type { ExpectedEvent } from '@finodigital/uba-sandbox/testing';
import type { Entry } from '../log/event-record.js';

/** `heard` as expected, `different` something else came in its place, `awaited` nothing came yet. */
export type Finding = 'heard' | 'different' | 'awaited';

export interface Comparison {
  /** One finding for each expected event, in order. */
  readonly findings: readonly Finding[];
  /** What differs, one sentence each. */
  readonly problems: readonly string[];
  /** `open` while nothing differs and something is awaited. */
  readonly result: 'open' | 'met' | 'missed';
}

/** The messages of the newest load. */
export function heardOf(entries: readonly Entry[]): readonly Entry[] {
  const start = entries.findLastIndex(({ kind, type }) => kind === 'status' && type === 'loading');
  return entries.slice(start + 1).filter(({ kind }) => kind === 'message');
}

export function compare(expected: readonly ExpectedEvent[], entries: readonly Entry[]): Comparison {
  const heard = heardOf(entries);
  const findings = expected.map((event, index): Finding => {
    const entry = heard[index];
    if (!entry) return 'awaited';
    return compareEvents([event], [entry]).length === 0 ? 'heard' : 'different';
  });
  const problems = compareEvents(expected.slice(0, heard.length), heard);
  const complete = heard.length >= expected.length;
  return { findings, problems, result: problems.length > 0 ? 'missed' : complete ? 'met' : 'open' };
}
