/** A client in TypeScript, against the types that a public generator makes of the description. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import { tsImport } from 'tsx/esm/api';
import { openApi, origin } from '../fixtures/described-api.mjs';

const run = promisify(execFile);
const sources = resolve('test/typed-client');

describe('A typed client', () => {
  /** @type {Awaited<ReturnType<typeof openApi>>} */
  let api;
  /** @type {string} */
  let folder;

  before(async () => {
    api = await openApi({ seed: 'typed' });
    folder = await mkdtemp(join(tmpdir(), 'uba-types-'));
  });
  after(async () => {
    api.close();
    await rm(folder, { recursive: true });
    assert.deepEqual(api.mistakes, []);
  });

  it('compiles strictly with the types of the description, and what is wrong does not', async () => {
    // No .d.ts, which the compiler would not check.
    const types = join(folder, 'api.ts');
    await writeFile(types, astToString(await openapiTS(api.description)));
    const config = {
      extends: join(sources, 'tsconfig.json'),
      compilerOptions: { paths: { 'uba-api': [types] } },
      include: [sources, types],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder]);
    const { stdout } = await tsc.catch(
      (/** @type {unknown} */ error) => /** @type {{ stdout: string }} */ (error),
    );
    assert.equal(stdout, '');
  });

  it('connects, fetches, synchronises, uploads, analyses and categorises', async () => {
    const { integrate } = await tsImport('../typed-client/client.ts', import.meta.url);
    const seen = await integrate({
      origin,
      fetch: (/** @type {Request} */ request) => api.app(request, { isLocal: true }),
      connectBank: (/** @type {string} */ sessionId) => api.connectBank(sessionId),
    });
    assert.deepEqual(seen.accountTypes, ['GIRO', 'TAGESGELD', 'KREDIT_KARTE']);
    assert.ok(seen.connected.length > 50);
    const count = seen.synchronised.length - seen.connected.length;
    assert.ok(count >= 1 && count <= 3, String(count));
    assert.deepEqual(seen.synchronised.slice(count), seen.connected);
    const [{ type, currency, transactions }] = seen.uploaded;
    assert.deepEqual([type, currency], ['GIRO', 'EUR']);
    assert.deepEqual(seen.correlation, [404, 200]);
    assert.equal(seen.categories.get(transactions[0].transactionId), 'living_rent');
    for (const { transactionId } of seen.synchronised)
      assert.ok(seen.categories.get(transactionId));
    assert.equal(seen.refusal, 'The user has no account with this id.');
  });
});
