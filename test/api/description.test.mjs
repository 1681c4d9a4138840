/** The OpenAPI description, as a public linter and a reader see it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
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

  it('gives an example of each operation, which fits its schema', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addSchema(api.description, 'api');
    const { paths, webhooks } = api.description;
    const operations = [...Object.values(paths), ...Object.values(webhooks)].flatMap((methods) =>
      Object.values(/** @type {Record<string, any>} */ (methods)),
    );
    for (const { operationId, parameters = [], requestBody, responses } of operations) {
      const contents = [requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {}).filter((one) => '$ref' in one.schema),
      );
      for (const { schema, example } of contents) {
        const check = ajv.getSchema(`api${schema.$ref}`) ?? assert.fail(schema.$ref);
        assert.ok(check(example), `${operationId}: ${ajv.errorsText(check.errors)}`);
      }
      const inPath = parameters.filter((/** @type {any} */ one) => one.in === 'path');
      const named = inPath.filter((/** @type {any} */ one) => one.example ?? one.schema.enum);
      assert.equal(named.length, inPath.length, operationId);
      // A call that neither takes nor gives anything is its own example.
      const isPlain = inPath.length === 0 && contents.length === 0;
      assert.ok(!isPlain || operationId === 'sandbox-reset', operationId);
    }
  });

  it('demands nothing that has a default', () => {
    assert.doesNotMatch(JSON.stringify(api.description.components), /"default":/);
    const { required = [], properties } = api.description.components.schemas.NewUser;
    assert.deepEqual(required, []);
    assert.match(properties.type.description, /Default: `"person"`/);
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
