/** Adds up what the test runners wrote to test-results/ and ends non-zero on any failure. */
import { readdirSync, readFileSync } from 'node:fs';

/** How many tests passed, of how many. @type {{ name: string, passed: number, all: number }[]} */
const rows = [];

for (const file of readdirSync('test-results').sort()) {
  const [, kind, engines] = /^(unit|e2e)-(.+)\.json$/.exec(file) ?? [];
  if (kind === 'unit') rows.push({ name: `unit (${engines})`, ...unitTests(read(file)) });
  if (kind === 'e2e') rows.push({ name: `end to end (${engines})`, ...endToEndTests(read(file)) });
}
rows.push({ name: 'project', ...projectTests() });

for (const { name, passed, all } of rows) console.log(`${name}: ${passed} of ${all} passed`);

const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.all - row.passed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || rows.some(({ all }) => !all) ? 1 : 0;

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(`test-results/${file}`, 'utf8'));
}

/** @param {{ tests: { passed: boolean }[] }} results */
function unitTests({ tests }) {
  return { passed: tests.filter(({ passed }) => passed).length, all: tests.length };
}

/** @param {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }} results */
function endToEndTests({ stats: { expected, unexpected, flaky, skipped } }) {
  return { passed: expected, all: expected + unexpected + flaky + skipped };
}

function projectTests() {
  const results = readFileSync('test-results/node.tap', 'utf8');
  /** @param {string} word */
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(results)?.[1]);
  return { passed: count('pass'), all: count('tests') };
}
