/**
 * Runs the tests in the engines that `npm test` leaves out: Firefox, then WebKit. Where it is named which
 * end-to-end tests Firefox shall run, it is a short pass: of the unit tests the packages' alone.
 *
 * @example node scripts/test-engines.mjs threats/origin
 */
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);

run('firefox', 'node_modules/.bin/wtr');
run('firefox', 'node_modules/.bin/playwright', 'test', ...files);
run('webkit', process.execPath, 'scripts/webkit.mjs');

/**
 * @param {string} engine
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(engine, command, ...args) {
  const env = { ...process.env, BROWSERS: engine, UNITS: files.length > 0 ? 'packages' : 'all' };
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}
