/**
 * Requests made from the OpenAPI description, right and wrong in every part. None is answered with
 * 5xx but 501, and each answer is one that the description knows. FUZZ_RUNS says how many.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openApi } from '../fixtures/described-api.mjs';

const numRuns = Number(process.env.FUZZ_RUNS ?? 500);

/** These would make every request fail, or slow. */
const left = ['sandbox-refuse', 'sandbox-set-latency'];

/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const asText = (value) =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '?') : JSON.stringify(value);

const junk = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('__proto__', 'constructor', '', '\0', '../..', '%00', '\ud800', '9'.repeat(400)),
);

const text = fc.string({ maxLength: 40 });

/**
 * Values that fit a schema, mostly.
 *
 * @param {any} schema @param {any} description
 * @returns {fc.Arbitrary<unknown>}
 */
function fitting(schema, description) {
  if (schema.$ref) {
    return fitting(description.components.schemas[schema.$ref.split('/').at(-1)], description);
  }
  const { type, enum: values, const: only, anyOf, properties, required = [], items } = schema;
  if (values) return fc.constantFrom(...values);
  if (only !== undefined) return fc.constant(only);
  if (anyOf) return fc.oneof(...anyOf.map((/** @type {any} */ one) => fitting(one, description)));
  switch (type) {
    case 'object': {
      const model = Object.fromEntries(
        Object.entries(properties ?? {}).map(([key, one]) => [key, fitting(one, description)]),
      );
      return fc.record(model, { requiredKeys: required });
    }
    case 'array':
      return fc.array(fitting(items, description), { minLength: 1, maxLength: 4 });
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 10_000 });
    case 'boolean':
      return fc.boolean();
    default:
      if (schema.format === 'uri')
        return fc.constantFrom('http://127.0.0.1:4/', 'http://x.example/');
      if (/\^P/.test(schema.pattern ?? '')) return fc.constantFrom('PT1S', 'PT6H', 'P3D', 'P90D');
      return schema.pattern ? fc.stringMatching(/^[\w.-]{1,20}$/) : text;
  }
}

/** @param {fc.Arbitrary<unknown>} right */
const mostly = (right) => fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: junk });

describe(`${numRuns} requests made from the description`, () => {
  it('are answered as described, and never with 5xx', async (t) => {
    const api = await openApi({ deliveryRules: { pauses: [], timeout: 50 } });
    t.after(() => api.close());
    let client = await api.client('shop');
    const { body } = await client('POST', '/api/users/anna/banking/connect?recurring=true');
    const bankLoginId = await api.connectBank(body.sessionId);
    /** @type {Record<string, fc.Arbitrary<unknown>>} */
    const known = {
      userId: fc.constantFrom('anna', 'ben', 'cleo'),
      bankLoginId: fc.constant(bankLoginId),
      TenantID: fc.constantFrom('shop', 'shop', 'shop-app', 'other'),
    };

    const operations = Object.entries(api.description.paths).flatMap(([path, methods]) =>
      Object.entries(/** @type {any} */ (methods)).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
    );
    const requests = operations
      .filter(({ operation }) => !left.includes(operation.operationId))
      .map(({ path, method, operation }) => {
        const { parameters, requestBody } = operation;
        const [type, { schema }] = requestBody
          ? /** @type {[string, any]} */ (Object.entries(requestBody.content)[0])
          : ['', { schema: {} }];
        return fc.record({
          path: fc.constant(path),
          method: fc.constant(method),
          type: mostly(fc.constant(type)),
          body: requestBody ? mostly(fitting(schema, api.description)) : fc.constant(undefined),
          isRaw: fc.boolean(),
          token: fc.constantFrom('good', 'good', 'good', 'good', 'bad', 'none'),
          values: fc.record(
            Object.fromEntries(
              parameters.map((/** @type {any} */ one) => [
                `${one.in}:${one.name}`,
                mostly(known[one.name] ?? fitting(one.schema, api.description)),
              ]),
            ),
            {
              requiredKeys: parameters
                .filter((/** @type {any} */ one) => one.required)
                .map((/** @type {any} */ one) => `${one.in}:${one.name}`),
            },
          ),
        });
      });

    /** @type {Map<number, number>} */
    const statuses = new Map();
    await fc.assert(
      fc.asyncProperty(fc.oneof(...requests), async (request) => {
        const { method, type, body, isRaw, token, values } = request;
        let { path } = request;
        const query = new URLSearchParams();
        const headers = new Headers();
        for (const [key, value] of Object.entries(values)) {
          const [place, name = ''] = key.split(':');
          const written = asText(value);
          if (place === 'path')
            path = path.replace(`{${name}}`, () => encodeURIComponent(written) || '-');
          if (place === 'query') query.append(name, written);
          if (place === 'header') headers.set(name, written.replace(/[^\x20-\x7e]/g, '?'));
        }
        if (token === 'bad') headers.set('Authorization', 'Bearer nonsense');
        if (type) headers.set('Content-Type', asText(type).replace(/[^\x20-\x7e]/g, '?'));
        const hasForm = type === 'application/x-www-form-urlencoded' && isObject(body);
        const written =
          isRaw && typeof body === 'string'
            ? body
            : hasForm
              ? new URLSearchParams(/** @type {any} */ (body)).toString()
              : JSON.stringify(body);
        const call = token === 'good' ? client : api.call;
        const answer = await call(method, `${path}${query.size ? `?${query}` : ''}`, {
          headers: Object.fromEntries(headers),
          ...(body !== undefined && method !== 'GET' && { body: written }),
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        // What fino documents and the sandbox leaves out is 501.
        const isOurs = answer.status < 500 || answer.status === 501;
        assert.ok(isOurs, `${method} ${path}: ${answer.status}`);
        // A reset or a leap of the clock ends the token; everything goes on with a new one.
        if (answer.status === 401 && token === 'good') {
          client = await api.client('shop');
        }
      }),
      { numRuns },
    );
    assert.deepEqual(api.mistakes, []);
    // Right and wrong were both among them.
    for (const status of [200, 400, 401, 404]) assert.ok(statuses.get(status), String(status));
    console.log(
      [...statuses]
        .sort(([a], [b]) => a - b)
        .map((one) => one.join(': '))
        .join(', '),
    );
  });
});
