/** The one switch that says whether the packages are on npm, in both positions. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runnerImport } from 'vite';
import {
  commandOf,
  faultOfInstalling,
  installing,
  installingExample,
  installingExamples,
} from '../../scripts/published.mjs';

/** @type {{ module: typeof import('../../demo/site-frame.js') }} */
const { module: frame } = await runnerImport('./demo/site-frame.ts', { logLevel: 'warn' });

/**
 * What the demo's first page says, in the language of its path.
 *
 * @param {string} path
 * @param {boolean} isPublished
 */
function shownByDemo(path, isPublished) {
  const hook = frame.siteFrame(isPublished)[0]?.transformIndexHtml;
  assert.ok(hook && 'handler' in hook);
  const handler = /** @type {(html: string, context: { path: string }) => string} */ (hook.handler);
  return handler('<!-- frame: install -->', { path });
}

const names = ['protocol', 'host', 'widget', 'react', 'sandbox'].map(
  (name) => `@finodigital/uba-${name}`,
);

/** All that says how to install our packages, by what it is. */
const texts = (/** @type {boolean} */ isPublished) =>
  new Map([
    ...names.map((name) => /** @type {const} */ ([name, installing(name, { isPublished })])),
    ['the examples', installingExamples(isPublished)],
    ['an example', installingExample('../README.md', isPublished)],
    ['the demo', shownByDemo('/index.html', isPublished)],
    ['die Demo', shownByDemo('/de/index.html', isPublished)],
  ]);

describe('before the packages are on npm', () => {
  it('every text says so first', () => {
    for (const [what, text] of texts(false)) {
      assert.match(
        text,
        /^\W*(?:<p class="install">\s*<span>)?(?:The packages are \*\*)?.{0,40}(?:not on npm yet|noch nicht auf npm)/i,
        what,
      );
      assert.equal(faultOfInstalling(text, { isPublished: false }), undefined, what);
      assert.ok(faultOfInstalling(text, { isPublished: true }), what);
    }
  });

  it('a package is installed with those that it needs, in the order of their need', () => {
    assert.equal(
      commandOf('@finodigital/uba-widget', { isPublished: false }).replaceAll(
        /-\d[\d.]*\.tgz/g,
        '',
      ),
      'npm install ./finodigital-uba-protocol ./finodigital-uba-host ./finodigital-uba-widget',
    );
    assert.match(
      installing('@finodigital/uba-sandbox', { dev: true, isPublished: false }),
      /--save-dev \.\/finodigital-uba-protocol-[\d.]+tgz \.\/finodigital-uba-sandbox-[\d.]+tgz/,
    );
  });

  it('a page that shows a command without saying so is found out', () => {
    for (const command of [
      'npm install @finodigital/uba-widget',
      'npm i -D @finodigital/uba-sandbox',
      'npm install --save react @finodigital/uba-widget@0.1.0',
      'yarn add @finodigital/uba-host',
      'pnpm add @finodigital/uba-host',
      'npx @finodigital/uba-sandbox --port 1',
      '<script src="https://unpkg.com/@finodigital/uba-widget"></script>',
      "import 'https://cdn.jsdelivr.net/npm/@finodigital/uba-widget/+esm'",
    ]) {
      assert.ok(faultOfInstalling(`# Title\n\n${command}\n`, { isPublished: false }), command);
      const late = `${command}\n\nThe packages are not on npm yet.`;
      assert.ok(faultOfInstalling(late, { isPublished: false }), `late: ${command}`);
      const first = `Not on npm yet: pack it.\n\n${command}`;
      assert.equal(faultOfInstalling(first, { isPublished: false }), undefined, command);
    }
    const project = { isPublished: false, isProject: true };
    assert.ok(faultOfInstalling('npm install\nnpm run dev', project));
    assert.equal(faultOfInstalling('npm install\nnpm run dev', { isPublished: false }), undefined);
    assert.equal(
      faultOfInstalling('git clone https://github.com/finodigital/uba-embed.git', project),
      undefined,
    );
  });
});

describe('once the packages are on npm', () => {
  it('no text says that they are not', () => {
    for (const [what, text] of texts(true)) {
      assert.equal(faultOfInstalling(text, { isPublished: true }), undefined, what);
      assert.doesNotMatch(text, /\.tgz|uba-embed\.git/, what);
    }
  });

  it('a package is installed by its name', () => {
    for (const name of names) {
      assert.equal(commandOf(name, { isPublished: true }), `npm install ${name}`);
    }
  });
});

describe('as things stand', () => {
  const pages = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(?:md|html|txt|ya?ml|m?[jt]sx?|vue|svelte)$/.test(file))
    // Its words for both positions stand beside each other; what comes of them is asked above.
    .filter((file) => !/^(?:test|scripts)\/|^demo\/site-frame\.ts$/.test(file) && existsSync(file));

  it('no page shows a command that fails', () => {
    assert.ok(pages.length > 300);
    for (const page of pages) {
      const isProject = /^demo\/frameworks\/.+\/README\.md$/.test(page);
      const fault = faultOfInstalling(readFileSync(page, 'utf8'), { isProject });
      assert.equal(fault, undefined, `${page} ${fault}`);
    }
  });
});
