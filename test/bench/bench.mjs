/**
 * `npm run bench`: what embedding a frame by the widget costs in comparison, as a table.
 *
 * - `--rounds N`: how many rounds; 60 by default
 * - `--write`: renews the table in docs/performance.md
 * - `--check`: judges each row of the table by its interval. Ends with 1 where a limit is not kept, and
 *   with 2 where none is broken but more rounds are needed to be sure of all.
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { fillTables } from '../../scripts/fill-tables.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

/** @type {{ module: typeof import('./rounds.js') }} */
const rounds = await runnerImport('./test/bench/rounds.ts', { configFile: false });
/** @type {{ module: typeof import('./judge.js') }} */
const judges = await runnerImport('./test/bench/judge.ts', { configFile: false });
/** @type {{ module: typeof import('./table.js') }} */
const tables = await runnerImport('./test/bench/table.ts', { configFile: false });

const results = await rounds.module.measure(Number(options.rounds));
const bench = tables.module.tableOf(results);
console.log(bench);
if (options.write) await fillTables('docs/performance.md', { bench });
if (options.check) {
  const judgements = judges.module.judgeAll(results);
  for (const { verdict, title, found } of judgements) console.log(`${verdict}  ${title}: ${found}`);
  const needed = judgements.flatMap((one) => (one.verdict === 'unsure' ? [one.rounds] : []));
  if (needed.length) console.log(`To be sure takes about ${Math.max(...needed)} rounds.`);
  const fails = judgements.some(({ verdict }) => verdict === 'fails');
  process.exitCode = fails ? 1 : needed.length ? 2 : 0;
}
