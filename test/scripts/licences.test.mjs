/** Whose licences a build writes down: those of code, of other files, and none without its text. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { build, runnerImport } from 'vite';

describe('the licences of a build', () => {
  /** @type {typeof import('../../scripts/licences.js').licences} */
  let licences;
  /** @type {string} */
  let root;

  before(async () => {
    ({
      module: { licences },
    } = await runnerImport('./scripts/licences.ts', { logLevel: 'warn' }));
    root = await mkdtemp(join(tmpdir(), 'uba-licences-'));
    await write('index.html', '<script type="module" src="/main.js"></script>');
    await write('site.css', "@font-face { font-family: F; src: url('@a/font/f.woff2'); }");
    for (const name of ['code', '@a/font', 'unused', 'bare']) {
      const manifest = { name, version: '1.2.3', license: 'MIT', main: 'index.js' };
      await write(`node_modules/${name}/package.json`, JSON.stringify(manifest));
      await write(`node_modules/${name}/index.js`, `export const name = '${name}';`);
      if (name !== 'bare') await write(`node_modules/${name}/LICENCE`, `Copyright ${name}\n`);
    }
    // Too long to be put into the style sheet itself.
    await write('node_modules/@a/font/f.woff2', 'f'.repeat(5000));
  });

  beforeEach(() => rm(join(root, 'dist'), { recursive: true, force: true }));

  after(() => rm(root, { recursive: true, force: true }));

  /**
   * @param {string} file
   * @param {string} content
   */
  async function write(file, content) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }

  /** Builds a page with this code; gives back the notices. @param {string} code */
  async function noticesOf(code) {
    await write('main.js', code);
    const settings = { modulePreload: false, target: 'es2022' };
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: settings,
      plugins: [licences()],
    });
    return readFile(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  }

  it('are those of code that is in it', async () => {
    const notices = await noticesOf(`
      import { name } from 'code';
      import { name as unused } from 'unused';
      console.log(name);
    `);
    assert.match(notices, /^## code - 1\.2\.3 \(MIT\)\n\nCopyright code\n$/m);
    assert.doesNotMatch(notices, /unused|font|vite/);
    assert.equal(
      await readFile(join(root, 'dist/LICENSE.txt'), 'utf8'),
      await readFile('LICENSE', 'utf8'),
    );
  });

  it('are those of other files that are in it', async () => {
    const notices = await noticesOf(
      `import './site.css'; import { name } from 'code'; alert(name);`,
    );
    assert.match(
      notices,
      /^Copyright code\n\n## @a\/font - 1\.2\.3 \(MIT\)\n\nCopyright @a\/font$/m,
    );
  });

  it('are those of what Vite adds itself', async () => {
    const notices = await noticesOf(`import('code').then(({ name }) => alert(name));`);
    assert.match(notices, /^## vite - .+ \(MIT\)\n\n# Vite core license\n/m);
    assert.doesNotMatch(notices, /bundled dependencies:/i);
  });

  it('fail the build where a package has none', async () => {
    const message = /bare - 1\.2\.3 \(MIT\) brings no text of its licence\./;
    for (const code of [
      `import { name } from 'bare'; alert(name);`,
      `import { name } from 'bare'; import { name as other } from 'code'; alert(name + other);`,
    ]) {
      await assert.rejects(noticesOf(code), message);
    }
  });
});
