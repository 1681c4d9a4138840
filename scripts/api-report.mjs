/**
 * Writes the reports of the packages' public API to `api/`, from what is built. A change of them is seen
 * in a review, and needs a changeset that names the package: `api/released.json` has the reports' hashes
 * as they were at the last release.
 *
 * @example node scripts/api-report.mjs             writes the reports
 * @example node scripts/api-report.mjs --check     tells what is out of step, or has no changeset
 * @example node scripts/api-report.mjs --released  writes them as those of a release
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import changesets from '@changesets/read';
import { apiProblems, apiReports, hashOf } from './api-reports.mjs';

const folder = 'api';
const releasedFile = join(folder, 'released.json');

const reports = apiReports();

if (process.argv.includes('--check')) {
  const problems = apiProblems({
    reports,
    committed: (file) =>
      existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined,
    released: JSON.parse(readFileSync(releasedFile, 'utf8')),
    announced: (await changesets('.')).flatMap(({ releases }) => releases.map(({ name }) => name)),
  });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  const names = reports.map(({ file }) => file);
  const stale = readdirSync(folder).filter((file) => file.endsWith('.md') && !names.includes(file));
  for (const file of stale) rmSync(join(folder, file));
  for (const { file, text } of reports) writeFileSync(join(folder, file), text);
  if (process.argv.includes('--released')) {
    const hashes = Object.fromEntries(reports.map(({ file, text }) => [file, hashOf(text)]));
    writeFileSync(releasedFile, `${JSON.stringify(hashes, null, 2)}\n`);
  }
}
