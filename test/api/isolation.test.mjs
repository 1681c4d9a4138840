/**
 * What one made, another asks for: each answer is the one of a sandbox in which it never existed, and
 * changes nothing. Source: finoOS documentation, "Tenancy".
 */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi } from '../fixtures/described-api.mjs';

/** @typedef {Awaited<ReturnType<typeof openApi>>} Api */
/** @typedef {Awaited<ReturnType<Api['client']>>} Client */

/** @type {Api} */
let api;
/** The same, but that there never was an Anna. @type {Api} */
let without;
/** What there is of Anna's, by the names of paths and queries. @type {Readonly<Record<string, string>>} */
let annas;

const seed = 'isolation';
const owner = 'example-client';

const booking = {
  amount: 1,
  bookingDate: 1_767_600_000,
  purpose: 'Purpose',
  paymentPartner: { name: 'Partner' },
};
const uploaded = {
  accountId: 'annas-upload',
  balance: 1,
  bankName: 'Bank',
  iban: 'DE89370400440532013000',
  owner: 'Anna',
  transactions: [{ ...booking, transactionId: 'annas-booking' }],
};
const transfer = {
  amount: 1,
  creditor: { name: 'Payee', iban: 'DE89370400440532013000' },
  purpose: 'Purpose',
};
const webhook = { url: 'http://127.0.0.1:4/annas', events: ['ubaconnect'], secret: 'annas-secret' };
const login = { bankCode: '90000001', userName: 'fino01', pin: '654321' };

/** Makes all that a client can make for a user. */
async function makeAnna() {
  const client = await api.client(owner);
  const json = { customUserID: 'annas-custom-id' };
  const { userId } = (await client('POST', '/api/users', { json })).body;
  const path = `/api/users/${userId}/banking`;
  const connect = () => client('POST', `${path}/connect?recurring=true`);
  const { body: session, headers } = await connect();
  const bankLoginId = await api.connectBank(session.sessionId);
  const [{ accountId }] = (await client('GET', `${path}/accounts`)).body.accounts;
  await client('POST', `${path}/accounts`, { json: { accounts: [uploaded] } });
  const { webhookID } = (await client('POST', '/api/webhooks', { json: webhook })).body;
  const { sessionId } = (await connect()).body;
  const { attemptId } = await api.page(sessionId, 'logIn', { ...login, userName: 'fino01+new' });
  const correlationId = headers.get('Finoos-Correlation-Id') ?? '';
  const order = { accountId, moneyTransferInfos: [transfer] };
  const orders = `${path}/logins/${bankLoginId}/money-transfers`;
  const { moneyTransferId } = (await client('POST', orders, { json: order })).body;
  return {
    userId,
    sessionId,
    attemptId,
    bankLoginId,
    accountId,
    moneyTransferId,
    webhookID,
    correlationId,
  };
}

/** What is kept of Anna and of her client. */
const kept = () => {
  const { users, webhooks } = api.state.persistence.snapshot();
  /** @param {{ userId: string, tenant: string }} profile */
  const isAnna = ({ userId, tenant }) => userId === annas.userId && tenant === owner;
  const isOwned = (/** @type {{ clientId: string }} */ { clientId }) => clientId === owner;
  const own = api.state.sessions
    .all()
    .filter(({ user: { profile } }) => isAnna(profile) && isOwned(profile));
  return JSON.stringify({
    users: users.filter((user) => isAnna(user) && isOwned(user)),
    webhooks: webhooks.filter(isOwned),
    sessions: own.map(({ sessionId, attempts }) => [sessionId, attempts.all()]),
  });
};

beforeEach(async () => {
  api = await openApi({ seed });
  without = await openApi({ seed });
  annas = await makeAnna();
  for (const { call } of [api, without]) {
    await call('POST', '/_sandbox/clock', { json: { advance: 'PT5S' } });
  }
});

afterEach(() => {
  for (const sandbox of [api, without]) {
    sandbox.close();
    assert.deepEqual(sandbox.mistakes, []);
  }
});

/** @typedef {{ json?: unknown, query?: string, upload?: true }} Parts */

const changes = { transactions: [{ transactionId: 'annas-booking', amount: 2 }] };

/**
 * Calls for what is Anna's, by the operation; `upload`: on her uploaded account instead of the bank's.
 * Anna herself can make one after the other.
 *
 * @type {readonly (readonly [string, Parts?])[]}
 */
const calls = [
  ['users-get-users'],
  ['users-get-user'],
  ['banking-get-accounts', { query: '?transactions=true' }],
  ['banking-get-account'],
  ['banking-get-account', { upload: true }],
  ['banking-get-account-transactions'],
  ['banking-get-account-transactions', { upload: true }],
  ['banking-get-account-summary'],
  ['banking-get-account-summary', { upload: true }],
  ['get-categorization', { query: '?transactions=true' }],
  ['categorization-get-correlation', { query: '?correlationId={correlationId}' }],
  ['analysis-get-person-analysis'],
  ['analysis-get-company-analysis'],
  ['users-trigger-analysis'],
  ['banking-get-logins-synchronization-status'],
  ['banking-get-synchronization-status-paginated'],
  [
    'banking-money-transfer',
    { json: { accountId: '{accountId}', moneyTransferInfos: [transfer] } },
  ],
  ['banking-get-money-transfer'],
  ['banking-create-management-session'],
  ['banking-create-synchronization-session'],
  ['banking-create-synchronization-session', { query: '?forceConsentExpire=true' }],
  ['banking-update-accounts', { json: { accounts: [{ accountId: 'annas-upload', balance: 2 }] } }],
  ['banking-update-accounts', { json: { accounts: [{ accountId: '{accountId}', balance: 2 }] } }],
  ['banking-update-transactions', { upload: true, json: changes }],
  ['banking-update-transactions', { json: changes }],
  ['banking-create-transactions', { upload: true, json: { transactions: [booking] } }],
  ['banking-create-transactions', { json: { transactions: [booking] } }],
  ['banking-delete-transactions', { json: { ids: ['annas-booking'] } }],
  ['banking-delete-transactions', { upload: true, json: { ids: ['annas-booking'] } }],
  ['banking-delete-accounts', { json: { ids: ['{accountId}'] } }],
  ['banking-delete-account'],
  ['banking-delete-account', { upload: true }],
  ['banking-delete-login'],
  ['webhooks-get-webhooks'],
  ['webhooks-get-webhook'],
  ['webhooks-update-webhook', { json: { events: ['ubasync'] } }],
  ['webhooks-delete-webhook'],
  ['users-delete-user'],
];

/** These only make, for whoever calls; below, of the same names. */
const making = [
  'users-add-user',
  'banking-create-connect-user-session',
  'banking-create-accounts',
  'webhooks-create-webhook',
];

/** All that a token is needed for. @returns {Map<string, { path: string, method: string }>} */
const operations = () =>
  new Map(
    Object.entries(api.description.paths).flatMap(([path, methods]) =>
      Object.entries(/** @type {Record<string, any>} */ (methods))
        .filter(([, { security }]) => security.length > 0)
        .map(([method, { operationId }]) => [operationId, { path, method: method.toUpperCase() }]),
    ),
  );

/**
 * Makes a call for what is Anna's.
 *
 * @param {Client} client @param {string} userId @param {(typeof calls)[number]} call
 * @param {string} [TenantID]
 * @returns {ReturnType<Client>}
 */
async function ask(client, userId, [operationId, { json, query = '', upload } = {}], TenantID) {
  const { path, method } = operations().get(operationId) ?? assert.fail(operationId);
  const names = { ...annas, userId, name: path.includes('person') ? 'income' : 'cashflow' };
  const values = new Map(Object.entries(names)).set(
    'accountId',
    upload ? 'annas-upload' : (annas.accountId ?? ''),
  );
  /** @param {string} text */
  const filled = (text) =>
    text.replace(/\{(\w+)\}/g, (_, name) => values.get(name) ?? assert.fail(name));
  return client(method, filled(path + query), {
    ...(json !== undefined && { json: JSON.parse(filled(JSON.stringify(json))) }),
    ...(TenantID && { headers: { TenantID } }),
  });
}

/** Of an answer, what does not differ from call to call. @param {unknown} body */
function lasting(body) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { requestId: _, sessionId: __, redirectURL: ___, ...rest } = /** @type {any} */ (body);
  return rest;
}

/**
 * @typedef {object} Asker
 * @property {string} clientId
 * @property {string} [TenantID]
 * @property {'annas' | 'ben'} [user] the id of a user of the asker's own
 * @property {RegExp} [shared] the operations on what belongs to both
 */

/** @type {Readonly<Record<string, Asker>>} */
const askers = {
  'another client': { clientId: 'other' },
  'a client whose name begins alike': { clientId: 'example', TenantID: owner },
  'another tenant of the client': {
    clientId: owner,
    TenantID: 'example-client-app',
    shared: /^webhooks-/,
  },
  'another client with a user of the same id': { clientId: 'other', user: 'annas' },
  'another tenant with a user of the same id': {
    clientId: owner,
    TenantID: 'example-client-app',
    user: 'annas',
    shared: /^webhooks-/,
  },
  'another user of the tenant': {
    clientId: owner,
    user: 'ben',
    shared: /^webhooks-|^users-get-users$|paginated$/,
  },
};

describe('What is Anna’s', () => {
  it('is all that a token is needed for', () => {
    const called = new Set([...calls.map(([operationId]) => operationId), ...making]);
    assert.deepEqual([...called].sort(), [...operations().keys()].sort());
  });

  it('is there for her client', async () => {
    const client = await api.client(owner);
    for (const call of calls) {
      const { status } = await ask(client, annas.userId ?? '', call);
      assert.notEqual(status, 404, call[0]);
    }
  });

  for (const [name, { clientId, TenantID, user, shared }] of Object.entries(askers)) {
    it(`does not exist for ${name}, who changes nothing of it`, async () => {
      const userId = (user === 'ben' ? user : annas.userId) ?? '';
      /** @type {Client[]} */
      const clients = [];
      for (const sandbox of [api, without]) {
        const client = await sandbox.client(clientId);
        if (user) {
          const headers = TenantID ? { TenantID } : {};
          await client('POST', `/api/users/${userId}/banking/connect`, { headers });
        }
        clients.push(client);
      }
      const before = kept();
      for (const call of calls.filter(([operationId]) => !shared?.test(operationId))) {
        const [operationId] = call;
        const [there, never] = await Promise.all(
          clients.map((client) => ask(client, userId, call, TenantID)),
        );
        assert.equal(there?.status, never?.status, operationId);
        assert.deepEqual(lasting(there?.body), lasting(never?.body), operationId);
        assert.ok(kept() === before, operationId);
      }
    });
  }

  it('does not exist in the sessions of others, for the page or its test controls', async () => {
    const { bankLoginId = '', attemptId = '' } = annas;
    const pageCalls = /** @type {const} */ ([
      ['logins'],
      ['view'],
      ['synchronise', bankLoginId],
      ['disconnect', bankLoginId],
      ['expireConsent', bankLoginId],
      ['revokeConsent', bankLoginId],
      ['decide', attemptId, 'approved'],
      ['startRedirect', attemptId],
      ['finishRedirect', attemptId, { outcome: 'agreed', userName: 'fino01' }],
      ['chooseMethod', attemptId, 'chipTAN'],
      ['chooseMedium', attemptId, 'x'],
      ['renewChallenge', attemptId],
      ['pollChallenge', attemptId],
      ['answerChallenge', attemptId, '123456'],
      ['giveConsent', attemptId],
      ['connect', attemptId, [annas.accountId]],
      ['abort', attemptId],
      ['payment'],
      ['authorise'],
      ['discard'],
      ['reset'],
    ]);
    const sessions = await Promise.all(
      [api, without].map(async (sandbox) => {
        const client = await sandbox.client(owner);
        const { body } = await client('POST', '/api/users/ben/banking/connect');
        return { sandbox, sessionId: body.sessionId };
      }),
    );
    const before = kept();
    for (const [call, ...args] of pageCalls) {
      const [there, never] = await Promise.all(
        sessions.map(({ sandbox, sessionId }) => sandbox.page(sessionId, call, ...args)),
      );
      assert.deepEqual(lasting(there), lasting(never), call);
      assert.ok(kept() === before, call);
    }
  });

  it('can be made under the same names by others, and stays as it is', async () => {
    const before = kept();
    for (const { clientId, TenantID } of Object.values(askers).slice(0, 3)) {
      const client = await api.client(clientId);
      const headers = TenantID ? { TenantID } : {};
      const json = { customUserID: 'annas-custom-id' };
      assert.equal((await client('POST', '/api/users', { json, headers })).status, 201);
      const path = `/api/users/${annas.userId}/banking`;
      const { body, status } = await client('POST', `${path}/connect`, { headers });
      assert.equal(status, 201);
      assert.notEqual(
        await api.connectBank(body.sessionId, { userName: 'fino01' }),
        annas.bankLoginId,
      );
      const own = { accounts: [{ ...uploaded, balance: 9, transactions: [] }] };
      assert.equal((await client('POST', `${path}/accounts`, { json: own, headers })).status, 201);
      const hook = { ...webhook, events: ['categorization'] };
      if (clientId !== owner) await client('POST', '/api/webhooks', { json: hook, headers });
      assert.ok(kept() === before, clientId);
    }
  });
});
