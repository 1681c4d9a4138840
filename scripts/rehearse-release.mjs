/**
 * A release without its last step: a clone of the last commit gets its next version, is built twice, in
 * two folders, time zones, languages and file modes, and must come out the same to the byte. What would go
 * out lies in `dist/release`. Where no changeset waits, one is made up.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readChangesets from '@changesets/read';
import { publishedPackages } from './published-packages.mjs';

const out = 'dist/release';
const folder = mkdtempSync(join(tmpdir(), 'uba-release-'));
const first = join(folder, 'first');
const second = join(folder, 'another folder');

try {
  execFileSync('git', ['clone', '--quiet', '.', first]);
  runIn(first, 'npm ci --prefer-offline --no-audit --no-fund --ignore-scripts');
  if ((await readChangesets(first)).length === 0) {
    const text = `---\n'@finodigital/uba-widget': minor\n---\n\nRehearse a release.\n`;
    writeFileSync(join(first, '.changeset/rehearsal.md'), text);
  }
  runIn(first, 'npm run release:version');
  runIn(first, 'npm run build');
  runIn(first, 'node scripts/api-report.mjs --check');
  runIn(first, 'node scripts/release-files.mjs');
  runIn(
    first,
    'git add --all && git -c user.name=- -c user.email=- commit --quiet --message Release',
  );

  execFileSync('git', ['clone', '--quiet', first, second]);
  const other = { TZ: 'Pacific/Auckland', LC_ALL: 'C', LANG: 'de_DE.UTF-8' };
  runIn(second, 'npm ci --prefer-offline --no-audit --no-fund --ignore-scripts', other);
  runIn(second, 'umask 077 && npm run build && node scripts/release-files.mjs', other);

  const [one, two] = [hashesIn(join(first, out)), hashesIn(join(second, out))];
  console.table(one);
  assert.deepEqual(two, one, 'Two builds of one commit differ.');

  for (const { folder: name, manifest } of publishedPackages(first)) {
    console.log(`${manifest.name} ${manifest.version}`);
    const log = join(first, name, 'CHANGELOG.md');
    if (existsSync(log)) console.log(readFileSync(log, 'utf8').trim());
  }
  console.log(runIn(first, 'git show --stat --format= HEAD', {}, 'pipe'));
  const { components } = JSON.parse(readFileSync(join(first, out, 'sbom.cdx.json'), 'utf8'));
  console.log(`sbom.cdx.json names ${components.length} components.`);
  rmSync(out, { recursive: true, force: true });
  cpSync(join(first, out), out, { recursive: true });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} cwd
 * @param {string} command
 * @param {Record<string, string>} [env]
 * @param {'inherit' | 'pipe'} [stdout]
 */
function runIn(cwd, command, env = {}, stdout = 'inherit') {
  return execFileSync('bash', ['-c', command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
  });
}

/** What is to be the same: all but the list of contents, which says when it was made. @param {string} root */
function hashesIn(root) {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile() && file !== 'sbom.cdx.json')
      .map((file) => {
        const content = readFileSync(join(root, file));
        return [
          file,
          { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
        ];
      }),
  );
}
