/** A reporter for the unit test runner: each test with its browser and outcome, as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * @param {{ outputFile: string }} options
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter({ outputFile }) {
  return {
    stop({ sessions }) {
      const tests = sessions.flatMap((session) => {
        const file = relative(process.cwd(), session.testFile);
        const browser = session.browser.name.toLowerCase();
        const results = session.testResults ? flatten(session.testResults, []) : [];
        // A file that breaks before its first test is one failure, not none.
        if (!session.passed && results.every(({ passed }) => passed)) {
          results.push({ title: 'loads', passed: false });
        }
        return results.map((result) => ({ file, browser, ...result }));
      });
      mkdirSync(dirname(outputFile), { recursive: true });
      writeFileSync(outputFile, JSON.stringify({ tests }, null, 1));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {readonly string[]} path
 * @returns {{ title: string, passed: boolean }[]}
 */
function flatten(suite, path) {
  return [
    ...suite.tests.map(({ name, passed }) => ({ title: [...path, name].join(' › '), passed })),
    ...suite.suites.flatMap((inner) => flatten(inner, [...path, inner.name])),
  ];
}
