/** The licences that travel with what is bundled: a package more in one of these is a decision, made here. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, it } from 'node:test';

const lit = ['@lit/reactive-element', 'lit', 'lit-element', 'lit-html'];
const page = ['@fontsource-variable/inter', '@lit/context', 'culori', 'uqr', 'vite', 'zod', ...lit];

/** By the folder that is packed or served, whose code it holds besides ours. */
const bundled = {
  'packages/widget/dist/cdn': ['@lit/reactive-element'],
  'sandbox/dist/site': page,
  'dist/sandbox': page,
  'dist/demo': [
    '@fontsource-variable/inter',
    '@tanstack/lit-virtual',
    '@tanstack/virtual-core',
    'culori',
    'fflate',
    'vite',
    ...lit,
  ],
};

/** The notices of a folder, by package. @param {string} folder */
function noticesIn(folder) {
  const text = readFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const sections = text.split(/^## (?=\S+ - \d)/m).slice(1);
  return new Map(sections.map((section) => [section.split(' - ', 1)[0], section]));
}

for (const [folder, packages] of Object.entries(bundled)) {
  describe(`the licences in ${folder}`, () => {
    it('have ours', () => {
      assert.equal(
        readFileSync(join(folder, 'LICENSE.txt'), 'utf8'),
        readFileSync('LICENSE', 'utf8'),
      );
    });

    it('have those of these packages and no others, word for word', () => {
      const notices = noticesIn(folder);
      assert.deepEqual([...notices.keys()].sort(), [...packages].sort());
      for (const [name, notice] of notices) {
        const { version, license } = JSON.parse(
          readFileSync(`node_modules/${name}/package.json`, 'utf8'),
        );
        assert.ok(notice.startsWith(`${name} - ${version} (${license})\n`), name);
        const file = readdirSync(`node_modules/${name}`).find((entry) =>
          /^licen[cs]e/i.test(entry),
        );
        assert.ok(file, name);
        const text = readFileSync(`node_modules/${name}/${file}`, 'utf8');
        // Vite's goes on with those of what it is made of.
        const [own = ''] = text.split('# Licenses of bundled dependencies');
        assert.match(own, /copyright/i, name);
        assert.ok(notice.includes(own.trim()), name);
      }
    });

    it('have that of each font', () => {
      const fonts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
        ['.woff2', '.woff', '.ttf', '.otf'].includes(extname(file)),
      );
      for (const font of fonts) assert.match(font, /inter-/, 'a font that this test does not know');
      const notice = noticesIn(folder).get('@fontsource-variable/inter') ?? '';
      assert.equal(/SIL OPEN FONT LICENSE Version 1\.1/i.test(notice), fonts.length > 0);
    });
  });
}
