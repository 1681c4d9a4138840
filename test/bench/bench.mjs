/**
 * `npm run bench`: what embedding a frame by the widget costs in comparison, as a table.
 *
 * - `--rounds N`: how many rounds; 60 by default
 * - `--write`: renews the table in the README
 * - `--check`: fails where a destroyed widget leaves anything behind; times are not judged
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
/** @type {{ module: typeof import('./table.js') }} */
const tables = await runnerImport('./test/bench/table.ts', { configFile: false });

const results = await rounds.module.measure(Number(options.rounds));
const bench = tables.module.tableOf(results);
console.log(bench);
if (options.write) await fillTables('README.md', { bench });
if (options.check) {
  const leaks = Object.values(results.leaks.get('widget') ?? {});
  const clean = leaks.filter(
    ({ frames, nodes, listeners, bytes }) => !frames && !nodes && !listeners && bytes <= 64,
  );
  process.exitCode = clean.length === 2 ? 0 : 1;
}
