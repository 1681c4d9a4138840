/**
 * Checks the table in packages/widget/SECURITY.md against the tests that ran: its rows are the tests
 * below test/e2e/threats, and each of them passed in Chromium and in Firefox.
 *
 * Reads what Playwright wrote to test-results/ when the end-to-end tests last ran in each engine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fillTables } from './fill-tables.mjs';
import { threatsIn, threatTable } from './threats.mjs';

const document = 'packages/widget/SECURITY.md';
const engines = ['chromium', 'firefox'];
/** A threat that was once answered stays in the table. */
const fewest = 176;

/** By the test's name, from all engines. @type {Map<string, import('./threats.mjs').Threat>} */
const threats = new Map();
for (const file of readdirSync('test-results').filter((name) => /^e2e-.*\.json$/.test(name))) {
  for (const threat of threatsIn(JSON.parse(readFileSync(`test-results/${file}`, 'utf8')))) {
    const passedIn = [...(threats.get(threat.test)?.passedIn ?? []), ...threat.passedIn];
    threats.set(threat.test, { ...threat, passedIn });
  }
}

/** @type {string[]} */
const problems = [];
for (const { test, passedIn } of threats.values()) {
  const missing = engines.filter((engine) => !passedIn.includes(engine));
  if (missing.length) problems.push(`not passed in ${missing.join(' and ')}: ${test}`);
}
if (await fillTables(document, { threats: threatTable([...threats.values()]) }, { check: true })) {
  problems.push('the table does not say what the tests that ran say of themselves: npm run docs');
}
if (threats.size < fewest) problems.push(`fewer than ${fewest} tests`);

for (const problem of problems) console.error(problem);
console.log(`${document}: ${threats.size} threats, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
