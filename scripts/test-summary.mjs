/** Adds up the JUnit reports that the test runners left in test-results/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const results = 'test-results';

/**
 * The tests of a report; none where a runner did not come so far as to write it. What was skipped
 * has not passed.
 *
 * @param {string} file
 * @returns {{ passed: boolean, seconds: number }[]}
 */
export function casesIn(file) {
  const path = `${results}/${file}`;
  const xml = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return [...xml.matchAll(/<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)].map(
    ([, attributes = '', content = '']) => ({
      passed: !/<(failure|error|skipped)\b/.test(content),
      seconds: Number(/\btime="([\d.]+)"/.exec(attributes)?.[1] ?? 0),
    }),
  );
}

/** Prints a row for each report and the sum, and has the process end non-zero on any failure. */
export function printSummary() {
  const rows = readdirSync(results)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => {
      const cases = casesIn(file);
      const passed = cases.filter((one) => one.passed).length;
      const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
      return { name: file.slice(0, -'.xml'.length), all: cases.length, passed, seconds };
    });
  console.log();
  for (const { name, passed, all, seconds } of rows) {
    console.log(`${name}: ${passed} of ${all} passed, ${Math.round(seconds)} s of tests`);
  }
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.all - row.passed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || !rows.length || rows.some(({ all }) => !all) ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printSummary();
