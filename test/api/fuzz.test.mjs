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

/** What stands for something that exists when the request is made: `{accountId}`. */
const named = (/** @type {string[]} */ ...names) =>
  fc.constantFrom(...names.map((name) => `{${name}}`));

const places = fc.constantFrom('https://shop.example/back', 'http://localhost:4/');

/** @param {number} days */
const dateIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** By the name of a parameter or of a key in a body, what leads the request deep. */
const known = new Map(
  Object.entries({
    userId: fc.constantFrom(...Array(8).fill('anna'), 'ben', 'cleo'),
    TenantID: fc.constantFrom(...Array(8).fill('shop'), 'shop-app', 'other'),
    redirectUrl: places,
    exitUrl: places,
    fallbackUrl: places,
    iban: fc.constant('DE89370400440532013000'),
    amount: fc.constantFrom(1, 2.5, 99.99, 20_000, -1),
    executionDate: fc.constantFrom(dateIn(0), dateIn(40), dateIn(-1)),
    bankLoginId: named('bankLoginId'),
    accountId: named('accountId', 'upload'),
    transactionId: named('transactionId'),
    correlationId: named('correlationId'),
    'Finoos-Correlation-Id': named('correlationId'),
    webhookID: named('webhookID'),
    deliveryId: named('deliveryId'),
    moneyTransferId: named('moneyTransferId'),
    'Idempotency-Key': fc.constantFrom('key-1', 'key-2'),
    ids: fc.array(named('upload', 'transactionId'), { minLength: 1, maxLength: 1 }),
  }),
);

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
        Object.entries(properties ?? {}).map(([key, one]) => [
          key,
          known.get(key) ?? fitting(one, description),
        ]),
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
      return schema.pattern
        ? fc.stringMatching(new RegExp(schema.pattern, 'u'))
        : fc.string({
            minLength: schema.minLength ?? 0,
            maxLength: Math.min(schema.maxLength ?? 40, 40),
          });
  }
}

const upload = {
  accounts: [
    {
      accountId: 'upload',
      balance: 1,
      bankName: 'Bank',
      iban: 'DE89370400440532013000',
      owner: 'Anna',
      transactions: [
        {
          transactionId: 'booking',
          amount: 1,
          bookingDate: 1_767_600_000,
          purpose: 'Purpose',
          paymentPartner: { name: 'Partner' },
        },
      ],
    },
  ],
};

const hook = { url: 'http://127.0.0.1:4/', events: ['ubasync', 'categorization'] };

/** @param {fc.Arbitrary<unknown>} right */
const mostly = (right) => fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: junk });

describe(`${numRuns} requests made from the description`, () => {
  it('are answered as described, and never with 5xx', async (t) => {
    const api = await openApi({ deliveryRules: { pauses: [], timeout: 50 } });
    t.after(() => api.close());
    let client = await api.client('shop');
    /** What there is, by the names above: made anew where a request has deleted it. */
    async function present() {
      const shop = { clientId: 'shop', tenant: 'shop' };
      const { users, webhooks } = api.state;
      const isThere = () => (users.find(shop, 'anna')?.ledger.stored.length ?? 0) > 0;
      if (!isThere() || users.find(shop, 'anna')?.uploads.length === 0) {
        client = await api.client('shop');
        const path = '/api/users/anna/banking';
        const { body: session } = await client('POST', `${path}/connect?recurring=true`);
        if (!isThere()) await api.connectBank(session.sessionId);
        await client('POST', `${path}/accounts`, { json: upload });
      }
      if (webhooks.ofClient('shop').length === 0) {
        client = await api.client('shop');
        await client('POST', '/api/webhooks', { json: hook });
      }
      const user = users.find(shop, 'anna') ?? assert.fail();
      const [login] = user.ledger.stored;
      const [account] = user.uploads;
      return new Map([
        ['bankLoginId', login?.bankLoginId],
        ['accountId', login?.accountIds[0]],
        ['upload', account?.accountId],
        ['transactionId', account?.transactions[0]?.transactionId],
        ['correlationId', user.snapshot().analyses[0]?.id],
        ['webhookID', webhooks.ofClient('shop')[0]?.webhookID],
        ['moneyTransferId', user.orders.all[0]?.moneyTransferId],
        ['deliveryId', webhooks.log().at(-1)?.deliveryId],
      ]);
    }

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
          operationId: fc.constant(operation.operationId),
          path: fc.constant(path),
          method: fc.constant(method),
          type: mostly(fc.constant(type)),
          body: requestBody ? mostly(fitting(schema, api.description)) : fc.constant(undefined),
          isRaw: fc.boolean(),
          token: fc.constantFrom(...Array(10).fill('good'), 'bad', 'none'),
          values: fc.record(
            Object.fromEntries(
              parameters.map((/** @type {any} */ one) => [
                `${one.in}:${one.name}`,
                mostly(known.get(one.name) ?? fitting(one.schema, api.description)),
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
    /** The operations that did what they are for. @type {Set<string>} */
    const done = new Set();
    await fc.assert(
      fc.asyncProperty(fc.oneof(...requests), async (request) => {
        const { operationId, method, type, body, isRaw, token, values } = request;
        let { path } = request;
        const there = await present();
        /** @param {string} text */
        const resolved = (text) => text.replace(/\{(\w+)\}/g, (all, key) => there.get(key) ?? all);
        const query = new URLSearchParams();
        const headers = new Headers();
        for (const [key, value] of Object.entries(values)) {
          const [place, name = ''] = key.split(':');
          const written = resolved(asText(value));
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
          ...(body !== undefined && method !== 'GET' && { body: resolved(written) }),
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status < 300) done.add(operationId);
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
    assert.ok(done.size > requests.length / 2, [...done].join(', '));
    const never = operations
      .map(({ operation }) => operation.operationId)
      .filter((id) => !done.has(id) && !left.includes(id));
    console.log(
      `${done.size} of ${requests.length} operations done, not ${never.join(', ')};`,
      [...statuses]
        .sort(([a], [b]) => a - b)
        .map((one) => one.join(': '))
        .join(', '),
    );
  });
});
