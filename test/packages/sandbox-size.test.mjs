/** What the sandbox's page makes a browser load before the first screen stands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

const site = 'sandbox/dist/site';

test('the first load of the sandbox is at most 60 kB of JavaScript, with brotli', (context) => {
  const page = readFileSync(`${site}/index.html`, 'utf8');
  // The page names its script and all that this imports; the rest comes when it is needed.
  const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)];
  assert.ok(scripts.length > 1, 'Nothing was read.');
  const bytes = scripts
    .map(([, script]) => brotliCompressSync(readFileSync(`${site}${script}`)).length)
    .reduce((sum, size) => sum + size, 0);
  context.diagnostic(`${scripts.length} scripts, ${bytes} bytes`);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});
