/** What the sandbox's page makes a browser load before the first screen stands. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { startSandbox } from '../../sandbox/dist/server/index.js';

const assets = 'sandbox/dist/site/assets';

/** Of markup, styles and code with brotli, in bytes. */
const limit = 60_000;

/**
 * The files that a page names, and all that these import; the rest comes when it is needed.
 *
 * @param {readonly string[]} names
 */
function withImports(names) {
  const found = new Set(names);
  for (const name of found) {
    const code = readFileSync(`${assets}/${name}`, 'utf8');
    for (const [, other = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) {
      found.add(other);
    }
  }
  return [...found];
}

/** @param {string} page @param {readonly string[]} [more] what it loads besides, before it shows anything */
function sizeOf(page, more = []) {
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
  assert.ok(named.length > 2, 'Nothing was read.');
  const files = withImports([...named, ...more]).map((name) => readFileSync(`${assets}/${name}`));
  return [Buffer.from(page), ...files]
    .map((content) => brotliCompressSync(content).length)
    .reduce((sum, size) => sum + size, 0);
}

describe('the first load of the sandbox is at most 60 kB with brotli', () => {
  it('as plain files', (context) => {
    const bytes = sizeOf(readFileSync('sandbox/dist/site/index.html', 'utf8'));
    context.diagnostic(`${bytes} bytes`);
    assert.ok(bytes <= limit, `${bytes} bytes`);
  });

  it('served by the command, with its way to the server', async (context) => {
    const sandbox = await startSandbox({ port: 0 });
    context.after(() => sandbox.close());
    const page = await (await fetch(`${sandbox.origin}/sandbox`)).text();
    const client = readdirSync(assets).filter((name) => /^http-bank-.+\.js$/.test(name));
    assert.equal(client.length, 1);
    const bytes = sizeOf(page, client);
    context.diagnostic(`${bytes} bytes`);
    assert.ok(bytes <= limit, `${bytes} bytes`);
  });
});
