/**
 * Builds, runs the test runners, and says at the end how many tests passed. What needs no build runs
 * beside it: the browser of the unit tests leaves much of two cores to the others. Each runner alone
 * is an npm script of its name.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { findBrowser, findHeadlessChromium } from './find-browser.mjs';
import { casesIn, printSummary, results } from './test-summary.mjs';

/** By the npm script, the report that it leaves. */
const reports = {
  'test:logic': 'logic.xml',
  'test:unit': 'unit-chromium.xml',
  'test:node': 'node.xml',
  'test:e2e': 'e2e-chromium.xml',
};

// Here and one after the other, since runners beside each other cannot both install what is missing.
findHeadlessChromium();
findBrowser('chromium');

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
const [isBuilt] = await Promise.all([buildAndRunInNode(), run('test:unit')]);
if (!isBuilt) process.exit(1);
await run('test:e2e');
printSummary();

/** Resolves with whether the build has passed, without which no other test says anything. */
async function buildAndRunInNode() {
  if ((await show('build')) !== 0) return false;
  await run('test:logic');
  await run('test:node');
  return true;
}

/**
 * Runs a runner. One that breaks off is a failure, also where none of its tests is.
 *
 * @param {keyof typeof reports} script
 */
async function run(script) {
  const code = await show(script);
  if (code === 0 || casesIn(reports[script]).some(({ passed }) => !passed)) return;
  const broken = `<testcase name="${script} ends with 0"><failure>${code}</failure></testcase>`;
  writeFileSync(`${results}/${script.replace(':', '-')}.xml`, broken);
}

/**
 * Runs an npm script, and shows what it has said once it has ended.
 *
 * @param {string} script
 * @returns {Promise<number | null>} its exit code
 */
async function show(script) {
  const runner = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [runner.stdout, runner.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => said.push(chunk));
  }
  const [code] = await once(runner, 'close');
  process.stdout.write(`\n${script}\n${Buffer.concat(said).toString()}`);
  return code;
}
