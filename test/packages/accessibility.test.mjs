/**
 * The table in sandbox/ACCESSIBILITY.md names each criterion of WCAG 2.2, A and AA, once, with its clause
 * of EN 301 549, and each test that it names is there.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';

/**
 * 4.1.1 is left out: obsolete since WCAG 2.2. Source: https://www.w3.org/TR/WCAG22/
 *
 * @type {Readonly<Record<'A' | 'AA', string>>}
 */
const criteria = {
  A:
    '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 ' +
    '2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA:
    '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 ' +
    '2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

/** New in WCAG 2.2, which EN 301 549 V3.2.1 (2021) does not know yet. */
const withoutClause = '2.4.11 2.5.7 2.5.8 3.2.6 3.3.7 3.3.8'.split(' ');

const folder = 'test/e2e';

const document = readFileSync('sandbox/ACCESSIBILITY.md', 'utf8');

/** @typedef {{ number: string, level: string, clause: string, tests: readonly string[], person: string }} Row */

/** @param {string} text @returns {Row[]} */
const rowsOf = (text) =>
  text
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [criterion = '', level = '', clause = '', , tests = '', person = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const number = criterion.split(' ')[0] ?? '';
      const named = tests === '–' ? [] : tests.split('<br>').map((one) => one.trim());
      return { number, level, clause, tests: named, person };
    });

/** @typedef {{ title: string, suites?: readonly Suite[], specs: readonly { title: string, file: string }[] }} Suite */

/** @param {Suite} suite @returns {readonly string[]} */
const referencesIn = ({ suites = [], specs }) => [
  ...specs.map(({ file, title }) => `${folder}/${file} › ${title}`),
  ...suites.flatMap(referencesIn),
];

/** Every end-to-end test of the proofs by its file and its title, as Playwright lists them without a browser. */
function endToEndTests() {
  const args = ['test', '--list', '--config', folder, '--reporter', 'json'];
  const env = { ...process.env, LOOKS: 'all', SIZES: 'all' };
  const json = execFileSync('node_modules/.bin/playwright', args, { maxBuffer: 2 ** 26, env });
  const { suites } = /** @type {{ suites: readonly Suite[] }} */ (JSON.parse(json.toString()));
  return new Set(suites.flatMap(referencesIn));
}

/**
 * The titles of the other tests in a file, as far as they stand there as they are.
 *
 * @param {string} file
 */
function titlesIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  /** @type {string[]} */
  const found = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'it') {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) found.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const listed = endToEndTests();

/**
 * What is wrong with a reference such as `` `test/e2e/checker.spec.ts` › a title ``.
 *
 * @param {string} reference
 * @returns {string | undefined}
 */
function wrongIn(reference) {
  const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(reference) ?? [];
  if (!file) return `no file and title: ${reference}`;
  if (!existsSync(file)) return `no such file: ${file}`;
  const isThere = file.startsWith(`${folder}/`)
    ? listed.has(`${file} › ${title}`)
    : titlesIn(file).includes(title);
  return isThere ? undefined : `no such test: ${reference}`;
}

describe('the conformance table', () => {
  const rows = rowsOf(document);

  it('names each criterion once, in order, with its level and its clause', () => {
    const all = [...criteria.A.split(' '), ...criteria.AA.split(' ')];
    assert.equal(all.length, 55);
    const byNumber = (/** @type {string} */ a, /** @type {string} */ b) =>
      a.localeCompare(b, 'en', { numeric: true });
    assert.deepEqual(
      rows.map(({ number }) => number),
      all.sort(byNumber),
    );
    for (const { number, level, clause } of rows) {
      assert.equal(level, criteria.A.split(' ').includes(number) ? 'A' : 'AA', number);
      assert.equal(clause, withoutClause.includes(number) ? 'none yet' : `9.${number}`, number);
    }
  });

  it('names tests that are there, and says of the rest what only a person can judge', () => {
    const wrong = rows.flatMap(({ tests }) => tests.map(wrongIn)).filter(Boolean);
    assert.deepEqual(wrong, []);
    for (const { number, tests, person } of rows) {
      assert.ok(tests.length || person.length > 1, `${number}: no test, and nothing for a person`);
    }
  });

  it('claims nothing of a screen reader that nobody has heard', () => {
    assert.doesNotMatch(document, /NVDA|VoiceOver|JAWS|TalkBack|Narrator/i);
  });

  it('would not pass with a file, a title or a criterion that is not there', () => {
    assert.match(String(wrongIn('`test/e2e/none.spec.ts` › a title')), /no such file/);
    const here = 'test/packages/accessibility.test.mjs';
    assert.match(String(wrongIn(`\`${here}\` › claims nothing`)), /no such test/);
    assert.equal(
      wrongIn(`\`${here}\` › claims nothing of a screen reader that nobody has heard`),
      undefined,
    );
    assert.match(String(wrongIn('claims')), /no file and title/);
  });
});
