/** What a package promises in its declarations, as a text that can be compared. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { publishedPackages } from './published-packages.mjs';

/** @typedef {{ readonly file: string, readonly of: string, readonly text: string }} Report */

/**
 * The report of each entry of each built package. What is shared among our own is promised to nobody,
 * and the types for a framework's markup have tests of their own in test/types.
 *
 * @returns {readonly Report[]}
 */
export function apiReports() {
  const packages = publishedPackages();
  const ours = packages.map(({ manifest }) => manifest.name);
  return packages.flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports)
      .filter(([entry, { types = '' }]) => entry !== './internal' && types.startsWith('./dist/'))
      .map(([entry, { types }]) => ({
        file: `${manifest.name.split('/')[1]}${entry.replace('./', '.').replace(/^\.$/, '')}.api.md`,
        of: manifest.name,
        text: reportOf(folder, types, ours),
      })),
  );
}

/**
 * @param {string} folder
 * @param {string} types the entry's declarations
 * @param {readonly string[]} ours whose declarations are written out where they are given on
 */
function reportOf(folder, types, ours) {
  const temporary = mkdtempSync(join(tmpdir(), 'uba-api-'));
  try {
    const none = { logLevel: ExtractorLogLevel.None };
    const config = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: resolve(folder, 'package.json'),
      configObject: {
        projectFolder: resolve(folder),
        mainEntryPointFilePath: resolve(folder, types),
        bundledPackages: [...ours],
        compiler: {
          overrideTsconfig: {
            compilerOptions: {
              target: 'ES2022',
              lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'],
              module: 'ESNext',
              moduleResolution: 'bundler',
              types: ['node'],
              strict: true,
              skipLibCheck: true,
            },
            files: [resolve(folder, types)],
          },
        },
        apiReport: {
          enabled: true,
          reportFileName: 'report.api.md',
          reportFolder: temporary,
          reportTempFolder: temporary,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        newlineKind: 'lf',
        messages: {
          compilerMessageReporting: { default: none },
          extractorMessageReporting: { default: none },
          tsdocMessageReporting: { default: none },
        },
      },
    });
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    });
    return readFileSync(join(temporary, 'report.api.md'), 'utf8');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @param {string} text */
export const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/**
 * What stands between the API and a release of it.
 *
 * @param {object} given
 * @param {readonly Report[]} given.reports of the code as it is
 * @param {(file: string) => string | undefined} given.committed the report that is committed
 * @param {Readonly<Record<string, string>>} given.released the hash of each report at the last release
 * @param {readonly string[]} given.announced the packages that a changeset names
 * @returns {readonly string[]} what is wrong and how to mend it; none where all is well
 */
export function apiProblems({ reports, committed, released, announced }) {
  const gone = Object.keys(released).filter((file) => !reports.some((one) => one.file === file));
  return [
    ...reports
      .filter(({ file, text }) => committed(file) !== text)
      .map(({ file }) => `api/${file} is not what the code says: npm run api`),
    ...reports
      .filter(({ file, of, text }) => released[file] !== hashOf(text) && !announced.includes(of))
      .map(
        ({ file, of }) =>
          `api/${file} is not as released, and no changeset names ${of}: npx changeset`,
      ),
    ...(announced.length > 0 ? [] : gone).map(
      (file) => `api/${file} is gone since the release, and there is no changeset: npx changeset`,
    ),
  ];
}
