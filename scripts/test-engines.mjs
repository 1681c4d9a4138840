/**
 * Runs the tests in the engines that `npm test` leaves out: Firefox, then WebKit.
 *
 * @example node scripts/test-engines.mjs [which end-to-end tests in Firefox; all unless named]
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
  const env = { ...process.env, BROWSERS: engine };
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}
