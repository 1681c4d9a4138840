/** Adds up what the test runners wrote to test-results/ and ends non-zero on any failure. */
import { readFileSync } from 'node:fs';

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(`test-results/${name}.json`, 'utf8'));

/** @type {{ tests: { passed: boolean }[] }} */
const unit = read('unit');
/** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} */
const { stats } = read('e2e');

const node = readFileSync('test-results/node.tap', 'utf8');
/** @param {string} word */
const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(node)?.[1]);

const rows = [
  {
    name: 'unit',
    passed: unit.tests.filter(({ passed }) => passed).length,
    all: unit.tests.length,
  },
  {
    name: 'end to end',
    passed: stats.expected,
    all: stats.expected + stats.unexpected + stats.flaky + stats.skipped,
  },
  { name: 'project', passed: count('pass'), all: count('tests') },
];
for (const { name, passed, all } of rows) console.log(`${name}: ${passed} of ${all} passed`);

const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.all - row.passed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
