/** The figures of the bench: what each is in proportion to, and the limit that the widget keeps. */
import type { ContestantName } from './contestants.js';
import type { Leak, Results, Sample } from './rounds.js';

export interface Figure {
  readonly title: string;
  readonly measure: (sample: Sample) => number;
  /** What the others are in proportion to, and the unit of its own; absent for what is a proportion. */
  readonly base?: { readonly name: ContestantName; readonly unit: string };
  /** The highest proportion that the widget may have. */
  readonly limit: number;
}

const byHand = (unit: string) => ({ name: 'by hand', unit }) as const;

export const figures: readonly Figure[] = [
  {
    title: 'mount → request',
    measure: ({ request }) => request,
    base: byHand('ms'),
    limit: 1.05,
  },
  {
    title: 'mount → ready',
    measure: ({ ready }) => ready,
    base: byHand('ms'),
    limit: 1.05,
  },
  {
    title: 'CPU per mount (page)',
    measure: ({ mount }) => mount,
    base: byHand('ms'),
    limit: 1.1,
  },
  {
    title: 'time per message, streaming',
    measure: ({ pace }) => pace,
    base: byHand('µs'),
    limit: 1.2,
  },
  {
    title: 'CPU per message (whole browser)',
    measure: ({ message }) => message.browser,
    base: byHand('µs'),
    limit: 1.2,
  },
  {
    title: 'CPU per message (page), beside two events',
    measure: ({ message }) => message.page,
    // The widget promises these two for each message; what it adds to them is the checks.
    base: { name: 'by hand, two events', unit: 'µs' },
    limit: 1.2,
  },
  {
    title: 'the same with 100 frames, in proportion to 1',
    measure: ({ crowd }) => crowd,
    limit: 1.1,
  },
];

/** The most that a destroyed widget may leave behind. */
export const leakLimit: Leak = { frames: 0, nodes: 0, listeners: 0, bytes: 64 };

/** What a contestant measured, round by round, in proportion to the figure's base. */
export function proportions(
  samples: Results['samples'],
  { measure, base }: Figure,
  name: ContestantName,
): number[] {
  const values = samples[name].map(measure);
  if (!base) return values;
  return values.map((value, round) => {
    const sample = samples[base.name][round];
    return sample ? value / measure(sample) : NaN;
  });
}
