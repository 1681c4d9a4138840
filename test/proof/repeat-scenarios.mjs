/**
 * Runs the whole set of scenarios through the user interface, as often as told (20 times by default),
 * with no retry: `npm run build && node test/proof/repeat-scenarios.mjs [TIMES]`. Each run compares
 * each scenario's exact list of events, so one difference fails it.
 */
import { spawnSync } from 'node:child_process';

const times = process.argv[2] ?? '20';
const { status } = spawnSync(
  'node_modules/.bin/playwright',
  ['test', 'scenarios.spec.ts', `--repeat-each=${times}`, '--reporter=dot', '--max-failures=1'],
  { stdio: 'inherit', env: { ...process.env, PORT: process.env.PORT ?? '5373' } },
);
process.exitCode = status ?? 1;
