/** The results of the bench as a table to read. */
import { cpus } from 'node:os';
import { table } from '../../scripts/fill-tables.mjs';
import { names, type Leak, type Results, type Sample } from './rounds.js';
import { median, uncertainty } from './statistics.js';

/** By hand in full, everybody else in proportion to that. */
export function tableOf({ browser, rounds, samples, leaks }: Results): string {
  const [base, ...others] = names;

  const proportions = (
    title: string,
    measure: (sample: Sample) => number,
    unit: string,
    limit: string,
  ) => {
    const of = (name: keyof typeof samples) => samples[name].map(measure);
    const cells = others.map((name) =>
      middle(of(name).map((value, round) => value / (of(base)[round] ?? NaN))),
    );
    return [title, `${median(of(base)).toPrecision(3)} ${unit}`, ...cells, limit];
  };

  const remains = (title: string, shown: (leak: Leak) => string, limit: string) =>
    (['ready', 'before ready'] as const).map((when) => [
      `${title}, destroyed ${when === 'ready' ? 'when ready' : when}`,
      ...names.map((name) => {
        const leak = leaks.get(name);
        return leak ? shown(leak[when]) : '–';
      }),
      limit,
    ]);

  const rows = [
    proportions('mount → request', ({ request }) => request, 'ms', '1.05'),
    proportions('mount → ready', ({ ready }) => ready, 'ms', '1.05'),
    proportions('CPU per mount (page)', ({ mount }) => mount, 'ms', '1.10'),
    proportions('time per message, streaming', ({ pace }) => pace, 'µs', '1.20'),
    proportions('CPU per message (whole browser)', ({ message }) => message.browser, 'µs', '1.20'),
    proportions('CPU per message (page)', ({ message }) => message.page, 'µs', '1.20'),
    [
      'the same with 100 frames, in proportion to 1',
      ...names.map((name) => middle(samples[name].map(({ crowd }) => crowd))),
      '1.10',
    ],
    ...remains(
      'frames, nodes, listeners left',
      (leak) => `${leak.frames}, ${leak.nodes}, ${leak.listeners}`,
      '0, 0, 0',
    ),
    // Minus zero is zero.
    ...remains('bytes left', ({ bytes }) => String(Math.round(bytes) || 0), '64'),
  ];
  return `${table(['', ...names, 'limit'], rows)}

${browser}, ${cpus().length} cores, ${rounds} rounds.`;
}

function middle(values: readonly number[]): string {
  if (values.some(Number.isNaN)) return '–';
  return `${median(values).toFixed(2)} ± ${uncertainty(values).toFixed(2)}`;
}
