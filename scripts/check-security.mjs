/**
 * Checks the table in packages/widget/SECURITY.md: each row names a test below test/e2e/threats that
 * passed in Chromium and in Firefox, and each test there has its row.
 *
 * Reads what Playwright wrote to test-results/ when the end-to-end tests last ran in each engine.
 */
import { readdirSync, readFileSync } from 'node:fs';

const document = 'packages/widget/SECURITY.md';
const folder = 'threats/';
const engines = ['chromium', 'firefox'];
const fewest = 70;

/**
 * What this reads of Playwright's JSON.
 *
 * @typedef {object} Suite
 * @property {string} title
 * @property {readonly Suite[]} [suites]
 * @property {readonly Spec[]} specs
 *
 * @typedef {object} Spec
 * @property {string} title
 * @property {string} file
 * @property {readonly { projectName: string, status: string }[]} tests
 */

/** The engines in which each test passed, by `file › title`. @type {Map<string, Set<string>>} */
const passed = new Map();
for (const file of readdirSync('test-results').filter((name) => name.startsWith('e2e-'))) {
  /** @type {{ suites: readonly Suite[] }} */
  const { suites } = JSON.parse(readFileSync(`test-results/${file}`, 'utf8'));
  for (const suite of suites) collect(suite, []);
}

/** @param {Suite} suite @param {readonly string[]} path */
function collect({ specs, suites = [] }, path) {
  for (const { title, file, tests } of specs) {
    const [, name] = file.split(folder);
    if (name === undefined) continue;
    const key = [name, ...path, title].join(' › ');
    const engines = passed.get(key) ?? new Set();
    for (const { projectName, status } of tests)
      if (status === 'expected') engines.add(projectName);
    passed.set(key, engines);
  }
  for (const suite of suites) collect(suite, [...path, suite.title]);
}

/** The last cell of each row of the table: `` `file` › title ``. */
const rows = readFileSync(document, 'utf8')
  .split('\n')
  .map((line) => /^\|.*\| *`(\S+\.spec\.ts)` › (.+?) *\|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, file, title]) => `${file} › ${title}`);

/** @type {string[]} */
const problems = [];
for (const row of rows) {
  const ran = passed.get(row);
  const missing = engines.filter((engine) => !ran?.has(engine));
  if (!ran) problems.push(`no such test: ${row}`);
  else if (missing.length) problems.push(`not passed in ${missing.join(' and ')}: ${row}`);
}
for (const test of passed.keys()) {
  const count = rows.filter((row) => row === test).length;
  if (count !== 1) problems.push(`${count} rows for: ${test}`);
}
if (rows.length < fewest) problems.push(`fewer than ${fewest} rows`);

for (const problem of problems) console.error(problem);
console.log(`${document}: ${rows.length} rows, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
