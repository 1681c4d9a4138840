/** What the documents say the browser bundle weighs is the limit that size-limit holds it to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import limits from '../../.size-limit.mjs';

const [bundle] = limits;
const limit = Number(/^(\d+) B$/.exec(bundle?.limit ?? '')?.[1]).toLocaleString('en');

for (const document of ['CHANGELOG.md', 'packages/widget/README.md']) {
  test(`${document} names the bundle's size limit`, () => {
    const sizes = readFileSync(document, 'utf8').matchAll(/at most ([\d,]+) bytes with brotli/g);
    assert.deepEqual(
      Array.from(sizes, ([, size]) => size),
      [limit],
    );
  });
}

test('the loader alone weighs at most 600 bytes, without the package that it imports', async () => {
  const [output] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: true,
        lib: { entry: 'packages/widget/dist/loader.js', formats: ['es'] },
        rolldownOptions: { external: ['./index.js'], output: { minify: true } },
      },
    })
  );
  const code = output?.output[0].code ?? '';
  assert.match(code, /import\(/);
  assert.ok(brotliCompressSync(code).length <= 600, `${brotliCompressSync(code).length} bytes`);
});
