/** The OpenAPI description, as a public linter and a reader see it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { privateWordsIn } from '../../scripts/private-words.mjs';
import { openApi } from '../fixtures/described-api.mjs';

const run = promisify(execFile);

/** The paths that fino's documentation gives. */
const documented = [
  '/api/auth',
  '/api/users',
  '/api/users/{userId}/banking/accounts',
  '/api/users/{userId}/banking/accounts/{accountId}',
  '/api/users/{userId}/banking/accounts/{accountId}/transactions',
  '/api/users/{userId}/banking/connect',
  '/api/users/{userId}/analysis/company/{name}',
  '/api/users/{userId}/analysis/person/{name}',
  '/api/users/{userId}/categorization',
  '/api/users/{userId}/categorization/correlation',
  '/api/users/{userId}/trigger-analysis',
];

describe('The OpenAPI description', () => {
  /** @type {Awaited<ReturnType<typeof openApi>>} */
  let api;

  before(async () => {
    api = await openApi();
  });
  after(() => api.close());

  it('marks every path that the documentation does not give, and no other', () => {
    for (const [path, operations] of Object.entries(api.description.paths)) {
      for (const operation of Object.values(/** @type {any} */ (operations))) {
        const isInvented = operation['x-path-invented'] === true;
        assert.equal(isInvented, !(documented.includes(path) && operation.operationId), path);
      }
    }
  });

  it('says nothing in words that are only ours', () => {
    assert.deepEqual(privateWordsIn(JSON.stringify(api.description, null, 2)), []);
  });

  it('passes the recommended rules of a public linter', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'uba-openapi-'));
    try {
      const file = join(folder, 'openapi.json');
      await writeFile(file, JSON.stringify(api.description));
      const args = ['lint', file, '--extends', 'recommended', '--format', 'json'];
      const env = { ...process.env, REDOCLY_TELEMETRY: 'off' };
      const { stdout } = await run('node_modules/.bin/redocly', args, { env });
      const { totals } = JSON.parse(stdout);
      assert.deepEqual([totals.errors, totals.warnings], [0, 0], stdout);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
