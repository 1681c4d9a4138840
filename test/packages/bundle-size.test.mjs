/** What the documents say the browser bundle weighs is the limit that size-limit holds it to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
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
