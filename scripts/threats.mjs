/** The threats and faults that the tests below test/e2e/threats state, as Playwright reports them. */
import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { table } from './fill-tables.mjs';

const folder = 'test/e2e/threats';

/**
 * What this reads of Playwright's JSON.
 *
 * @typedef {object} Report
 * @property {{ rootDir: string }} config
 * @property {readonly Suite[]} suites
 * @property {readonly { message: string }[]} errors
 *
 * @typedef {object} Suite
 * @property {string} title
 * @property {readonly Suite[]} [suites]
 * @property {readonly Spec[]} specs
 *
 * @typedef {object} Spec
 * @property {string} title
 * @property {string} file
 * @property {number} line
 * @property {readonly { projectName: string, status: string, annotations: readonly Annotation[] }[]} tests
 *
 * @typedef {{ type: string, description?: string }} Annotation
 *
 * @typedef {object} Threat
 * @property {string} test `` `file` › title ``
 * @property {string} threat
 * @property {string} severity
 * @property {string} answer the safe behaviour
 * @property {readonly string[]} passedIn the engines in which the test passed
 */

/** What Playwright tells of the tests without running them. */
export function listThreatTests() {
  const args = ['test', '--list', '--config', folder, '--reporter', 'json'];
  const json = execFileSync('node_modules/.bin/playwright', args, { maxBuffer: 2 ** 26 });
  return /** @type {Report} */ (JSON.parse(json.toString()));
}

/**
 * The threats in the order of the files and of their lines.
 *
 * @param {Report} report of a list or of a run; what is not a threat's test is passed over
 * @returns {Threat[]}
 * @throws {Error} where a test does not state its threat, severity and answer, or cannot be read
 */
export function threatsIn({ config, suites, errors }) {
  const [error] = errors;
  if (error) throw new Error(error.message);
  return suites
    .flatMap((suite) => specsIn(suite, []))
    .map(({ path, spec }) => ({
      path,
      spec,
      file: relative(folder, join(config.rootDir, spec.file)),
    }))
    .filter(({ file }) => !file.startsWith('..'))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.spec.line - b.spec.line))
    .map(({ path, spec: { tests }, file }) => {
      const test = `\`${file}\` › ${path.join(' › ')}`;
      const stated = (/** @type {string} */ what) => {
        const found = tests[0]?.annotations.find(({ type }) => type === what)?.description;
        if (!found) throw new Error(`A test below ${folder} states no ${what}: ${test}`);
        return found;
      };
      const passed = tests.filter(({ status }) => status === 'expected');
      return {
        test,
        threat: stated('threat'),
        severity: stated('severity'),
        answer: stated('answer'),
        passedIn: passed.map(({ projectName }) => projectName),
      };
    });
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} path the titles above its tests
 * @returns {{ path: readonly string[], spec: Spec }[]}
 */
function specsIn({ specs, suites = [] }, path) {
  return [
    ...specs.map((spec) => ({ path: [...path, spec.title], spec })),
    ...suites.flatMap((suite) => specsIn(suite, [...path, suite.title])),
  ];
}

/** @param {readonly Threat[]} threats */
export const threatTable = (threats) =>
  table(
    ['threat or fault', 'severity', 'safe behaviour', 'test'],
    threats.map(({ threat, severity, answer, test }) => [threat, severity, answer, test]),
  );
