/** The results of the bench as a table to read. */
import { cpus } from 'node:os';
import { table } from '../../scripts/fill-tables.mjs';
import { figures, leakLimit, proportions } from './figures.js';
import { names, type Leak, type Results } from './rounds.js';
import { median, uncertainty } from './statistics.js';

/** The base of a figure in full, everybody else in proportion to that. */
export function tableOf({ browser, rounds, samples, leaks }: Results): string {
  const rowOf = (figure: (typeof figures)[number]) => [
    figure.title,
    ...names.map((name) =>
      name === figure.base?.name
        ? `${median(samples[name].map(figure.measure)).toPrecision(3)} ${figure.base.unit}`
        : middle(proportions(samples, figure, name)),
    ),
    figure.limit.toFixed(2),
  ];

  const remains = (title: string, shown: (leak: Leak) => string) =>
    (['ready', 'before ready'] as const).map((when) => [
      `${title}, destroyed ${when === 'ready' ? 'when ready' : when}`,
      ...names.map((name) => {
        const leak = leaks.get(name);
        return leak ? shown(leak[when]) : '–';
      }),
      shown(leakLimit),
    ]);

  const rows = [
    ...figures.map(rowOf),
    ...remains('frames, nodes, listeners left', ({ frames, nodes, listeners }) =>
      [frames, nodes, listeners].join(', '),
    ),
    // Minus zero is zero.
    ...remains('bytes left', ({ bytes }) => String(Math.round(bytes) || 0)),
  ];
  return `${table(['', ...names, 'limit'], rows)}

${browser}, ${cpus().length} cores, ${rounds} rounds.`;
}

function middle(values: readonly number[]): string {
  if (values.some(Number.isNaN)) return '–';
  return `${median(values).toFixed(2)} ± ${uncertainty(values).toFixed(2)}`;
}
