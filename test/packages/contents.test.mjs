/** What is in each tarball, and what must not be. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { publishedPackages } from '../../scripts/published-packages.mjs';

const run = promisify(execFile);

/** Of the people who write the package, or of a build machine; nobody who installs it has a use for it. */
const unwanted =
  /(?:^|\/)(?:\.|test\/|tests\/|fixtures\/|node_modules\/|coverage\/|tsconfig|[^/]*\.(?:test|spec)\.)|\.(?:tsbuildinfo|log|pem|key|p12|env|npmrc|tgz)$/i;

/** What a secret looks like, wherever it stands. */
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bgithub_pat_\w{22,}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bxox[abpr]-[A-Za-z0-9-]{10,}\b/,
  /_authToken\s*=/,
];

/** A folder of the machine that has built it. */
const machine = new RegExp(
  ['/home/\\w', '/Users/\\w', '/root/', process.cwd().replaceAll('/', '\\/') + '\\/'].join('|'),
);

const packages = publishedPackages();
const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
const { stdout } = await run('npm', [...args, ...packages.map(({ folder }) => `./${folder}`)], {
  maxBuffer: 16 * 1024 * 1024,
});

/** The files that npm packs, by package. @type {ReadonlyMap<string, readonly string[]>} */
const packed = new Map(
  JSON.parse(stdout).map((/** @type {{ name: string, files: { path: string }[] }} */ one) => [
    one.name,
    one.files.map(({ path }) => path),
  ]),
);

/** @param {string} file @param {string} text */
export const flawsOf = (file, text) => [
  ...(unwanted.test(file) ? ['is of no use to those who install it'] : []),
  ...(secrets.some((one) => one.test(text)) ? ['holds a secret'] : []),
  ...(machine.test(text) ? ['names a folder of this machine'] : []),
];

describe('the tarball of each package', () => {
  for (const { folder, manifest } of packages) {
    it(`holds its papers and all that its entries name: ${manifest.name}`, () => {
      const files = packed.get(manifest.name) ?? [];
      for (const file of ['package.json', 'README.md', 'LICENSE'])
        assert.ok(files.includes(file), file);
      const named = JSON.stringify([manifest.main, manifest.types, manifest.exports, manifest.bin]);
      for (const [, file = ''] of named.matchAll(/"\.\/([^"*]+\.\w+)"/g)) {
        // From the sources only the repository itself resolves.
        if (/^(?:server|testing|page)\/.*\.ts$/.test(file)) continue;
        assert.ok(files.includes(file), `${file} is named and missing`);
      }
      const bundles = files.filter((file) => /^dist\/(?:cdn|site)\/[^/]+\.(?:js|html)$/.test(file));
      for (const file of bundles) {
        const beside = join(file, '../THIRD-PARTY-LICENSES.txt');
        assert.ok(files.includes(beside), `${beside} beside ${file}`);
      }
    });

    it(`holds no test, no secret and no path of a machine: ${manifest.name}`, () => {
      const found = (packed.get(manifest.name) ?? []).flatMap((file) =>
        flawsOf(file, readFileSync(join(folder, file), 'utf8')).map((flaw) => `${file} ${flaw}`),
      );
      assert.deepEqual(found, []);
    });
  }

  it('would not pass with a test, a key, a token or a path in it', () => {
    const planted = [
      ['src/options.test.ts', ''],
      ['test/fixtures/a.js', ''],
      ['.env', ''],
      ['dist/server.pem', ''],
      ['dist/a.js', `-----BEGIN EC PRIVATE KEY-----`],
      ['dist/a.js', `npm_${'a1'.repeat(18)}`],
      ['dist/a.js', `ghp_${'a1'.repeat(18)}`],
      ['dist/a.js.map', `{"sources":["/home/me/widget/src/a.ts"]}`],
      ['dist/a.js.map', `{"sources":["${process.cwd()}/packages/a.ts"]}`],
    ];
    for (const [file = '', text = ''] of planted)
      assert.equal(flawsOf(file, text).length, 1, file + text);
  });
});
