/** Whether the widget keeps its limits, and whether enough rounds were run to say so. */
import { figures, leakLimit, proportions } from './figures.js';
import type { Leak, Results } from './rounds.js';
import { fewestForInterval, interval } from './statistics.js';

/** How far the ends of an interval may be from its middle. */
const precision = 0.08;

/** `unsure` comes with about how many rounds it would take. */
export type Verdict =
  { readonly verdict: 'holds' | 'fails' } | { readonly verdict: 'unsure'; readonly rounds: number };

export type Judgement = Verdict & { readonly title: string; readonly found: string };

/** Judges proportions by their interval: it fails where even the lower end is over the limit. */
export function judge(values: readonly number[], limit: number): Verdict {
  if (values.length < fewestForInterval) return { verdict: 'unsure', rounds: fewestForInterval };
  // What was not measured cannot be vouched for, however many rounds come after.
  if (values.some(Number.isNaN)) return { verdict: 'fails' };
  const [low, high] = interval(values);
  if (low > limit) return { verdict: 'fails' };
  const width = (high - low) / 2;
  // It narrows with the root of the number of rounds.
  if (width > precision) {
    return { verdict: 'unsure', rounds: Math.ceil(values.length * (width / precision) ** 2) };
  }
  return { verdict: 'holds' };
}

/** Judges each row of the table. */
export function judgeAll({ samples, leaks }: Pick<Results, 'samples' | 'leaks'>): Judgement[] {
  const ofFigures = figures.map((figure) => {
    const values = proportions(samples, figure, 'widget');
    const ends = interval(values).map((end) => end.toFixed(2));
    const found = `${ends.join(' to ')}, limit ${figure.limit.toFixed(2)}`;
    return { title: figure.title, found, ...judge(values, figure.limit) };
  });
  const ofLeaks = (['ready', 'before ready'] as const).map((when) => {
    const left = leaks.get('widget')?.[when];
    const over = (Object.keys(leakLimit) as (keyof Leak)[]).filter(
      (what) => !left || !(left[what] <= leakLimit[what]),
    );
    return {
      title: `left behind, destroyed ${when === 'ready' ? 'when ready' : when}`,
      found: over.map((what) => `${left?.[what] ?? 'unknown'} ${what}`).join(', ') || 'nothing',
      verdict: over.length ? ('fails' as const) : ('holds' as const),
    };
  });
  return [...ofFigures, ...ofLeaks];
}
