/** What an integrator reads and uploads: users, accounts and what was booked on them. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;

beforeEach(async () => {
  api = await openApi({ seed: 'data', deliveryRules: { pauses: [], timeout: 200 } });
  client = await api.client();
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

const path = '/api/users/anna/banking';
const day = 24 * 60 * 60;

/** Anna connects a bank. @param {string} [query] @param {{ userName?: string }} [login] */
async function connect(query = '', login = {}) {
  const { body } = await client('POST', `${path}/connect${query}`);
  return api.connectBank(body.sessionId, { pin: '1', ...login });
}

/** Anna's accounts. @param {string} [query] @returns {Promise<any[]>} */
const accounts = async (query = '') =>
  (await client('GET', `${path}/accounts${query}`)).body.accounts;

/** @param {string} accountId @param {string} [query] @returns {Promise<any[]>} */
const transactions = async (accountId, query = '') =>
  (await client('GET', `${path}/accounts/${accountId}/transactions${query}`)).body.transactions;

/** @param {string} duration */
const advance = (duration) => api.call('POST', '/_sandbox/clock', { json: { advance: duration } });

/** @param {string} bankLoginId */
const synchronise = (bankLoginId) =>
  client('POST', `${path}/logins/${bankLoginId}/synchronization`);

/** In cents. @param {readonly { amount: number }[]} of */
const sum = (of) => of.reduce((cents, { amount }) => cents + Math.round(amount * 100), 0);

const transaction = {
  amount: -12.5,
  bookingDate: 1_767_600_000,
  purpose: 'Miete Januar',
  paymentPartner: { name: 'Wohnbau GmbH' },
};

const giro = {
  balance: 100.01,
  bankName: 'Sparkasse',
  iban: 'DE89370400440532013000',
  owner: 'Anna Muster',
  transactions: [transaction],
};

describe('Users', () => {
  it('are listed and read, each with what it was made with', async () => {
    const json = { type: 'company', customUserID: 'c-1', expiresIn: 'P7D' };
    const { body: made } = await client('POST', '/api/users', { json });
    assert.equal(made.expiresIn, 'P7D');
    assert.equal(made.expiresAt, '2026-01-12T09:00:00.000Z');
    const { body } = await client('GET', `/api/users/${made.userId}`);
    const { expiresIn: _, ...kept } = made;
    assert.deepEqual(body, kept);
    await client('POST', '/api/users');
    const { body: all } = await client('GET', '/api/users');
    assert.deepEqual(all.users[0], body);
    assert.equal(all.users.length, 2);
    assert.equal((await client('GET', '/api/users?page=1&size=1')).body.users.length, 1);
    assert.equal((await client('GET', '/api/users/nobody')).status, 404);
    const other = await api.client('other');
    assert.deepEqual((await other('GET', '/api/users')).body, { users: [] });
  });
});

describe('Accounts that a bank gave', () => {
  it('have the documented fields, the bank login, and no IBAN where they are cards or depots', async () => {
    await client('POST', `${path}/connect`);
    assert.deepEqual(await accounts(), []);
    const bankLoginId = await connect();
    const [current, , card] = await accounts();
    assert.deepEqual(Object.keys(current).sort(), [
      'accountId',
      'accountNumber',
      'balance',
      'bankCode',
      'bankLoginId',
      'bankName',
      'bic',
      'currency',
      'iban',
      'icon',
      'name',
      'owner',
      'type',
    ]);
    assert.equal(current.bankLoginId, bankLoginId);
    assert.equal(card.type, 'KREDIT_KARTE');
    assert.ok(!('iban' in card));
    await connect('', { userName: 'depot01' });
    const depot = (await accounts()).find(({ type }) => type === 'DEPOT');
    assert.ok(!('iban' in depot));
    assert.equal(sum(depot.securities), Math.round(depot.balance * 100));
    assert.deepEqual(await transactions(depot.accountId), []);
    const one = await client('GET', `${path}/accounts/${current.accountId}?transactions=true`);
    const [withTransactions] = await accounts('?transactions=true');
    assert.deepEqual(one.body, withTransactions);
    assert.deepEqual(await transactions(current.accountId), withTransactions.transactions);
    const { transactions: _, ...without } = withTransactions;
    assert.deepEqual(without, current);
  });

  it('give transactions newest first, by days that are both included, in pages or as a whole', async () => {
    await connect();
    const [{ accountId }] = await accounts();
    const all = await transactions(accountId);
    const dates = all.map(({ bookingDate }) => bookingDate);
    assert.deepEqual(
      dates,
      [...dates].sort((a, b) => b - a),
    );
    assert.ok(dates.every(Number.isInteger));
    const inMonth = await transactions(accountId, '?from=2025-12-01&to=2025-12-31');
    const [start, end] = [Date.UTC(2025, 11, 1) / 1000, Date.UTC(2026, 0, 1) / 1000];
    assert.deepEqual(
      inMonth,
      all.filter(({ bookingDate }) => bookingDate >= start && bookingDate < end),
    );
    const [{ bookingDate }] = inMonth;
    const date = new Date(bookingDate * 1000).toISOString().slice(0, 10);
    assert.ok((await transactions(accountId, `?from=${date}&to=${date}`)).length > 0);
    assert.deepEqual(await transactions(accountId, '?page=1&size=10'), all.slice(10, 20));
    assert.deepEqual(await transactions(accountId, '?size=10'), all.slice(0, 10));
    assert.deepEqual(await transactions(accountId, '?page=900'), []);
    for (const query of ['from=2026-02-30', 'from=1.1.2026', 'to=x', 'page=-1', 'size=0']) {
      const wrong = await client('GET', `${path}/accounts/${accountId}/transactions?${query}`);
      assert.equal(wrong.status, 400, query);
    }
    const order = '?from=2026-01-02&to=2026-01-01';
    const { body } = await client('GET', `${path}/accounts/${accountId}/transactions${order}`);
    assert.match(body.message, /^query\.to: must not be before from/);
    assert.equal((await client('GET', `${path}/accounts/none/transactions`)).status, 404);
  });

  it('get one to three bookings by a synchronisation, and their balance with them', async () => {
    const bankLoginId = await connect('?recurring=true');
    const [before] = await accounts('?transactions=true');
    assert.equal((await synchronise(bankLoginId)).status, 200);
    const [after] = await accounts('?transactions=true');
    const count = after.transactions.length - before.transactions.length;
    assert.ok(count >= 1 && count <= 3, String(count));
    assert.deepEqual(after.transactions.slice(count), before.transactions);
    const news = after.transactions.slice(0, count);
    assert.equal(Math.round(after.balance * 100), Math.round(before.balance * 100) + sum(news));
  });

  it('get at most one booking a day by themselves', async () => {
    await connect('?recurring=true');
    const [before] = await accounts('?transactions=true');
    await advance('P30D');
    const [after] = await accounts('?transactions=true');
    const news = after.transactions.slice(0, -before.transactions.length);
    const days = news.map((/** @type {any} */ one) => Math.floor(one.bookingDate / day));
    assert.ok(days.length > 15);
    assert.equal(new Set(days).size, days.length);
  });
});

describe('The summary of an account', () => {
  it('is a PDF, in German or English', async () => {
    await connect();
    const [{ accountId }] = await accounts();
    for (const query of ['', '?language=en']) {
      const url = `${path}/accounts/${accountId}/summary${query}`;
      const { status, headers, body } = await client('GET', url);
      assert.equal(status, 200);
      assert.equal(headers.get('Content-Type'), 'application/pdf');
      assert.match(new TextDecoder('latin1').decode(body), /^%PDF-/);
    }
    const wrong = await client('GET', `${path}/accounts/${accountId}/summary?language=fr`);
    assert.equal(wrong.status, 400);
    assert.equal((await client('GET', `${path}/accounts/none/summary`)).status, 404);
  });
});

describe('An upload', () => {
  const post = (/** @type {unknown} */ json, at = `${path}/accounts`) =>
    client('POST', at, { json });
  const patch = (/** @type {unknown} */ json, at = `${path}/accounts`) =>
    client('PATCH', at, { json });
  const remove = (/** @type {unknown} */ json, at = `${path}/accounts`) =>
    client('DELETE', at, { json });

  beforeEach(() => client('POST', `${path}/connect`));

  it('keeps accounts with the documented defaults, and gives ids to what has none', async () => {
    const { status, body } = await post({ accounts: [giro] });
    assert.equal(status, 201);
    const [{ accountId, transactions: booked, ...rest }] = body.accounts;
    const { transactions: _, ...sent } = giro;
    assert.deepEqual(rest, { ...sent, type: 'GIRO', currency: 'EUR' });
    const [{ transactionId, ...one }] = booked;
    assert.deepEqual(one, { ...transaction, currency: 'EUR' });
    assert.deepEqual(await accounts('?transactions=true'), body.accounts);
    assert.ok(accountId && transactionId);
  });

  it('replaces an account with the same id and number; another number is 409', async () => {
    const account = { ...giro, accountId: 'a-1', accountNumber: '1' };
    await post({ accounts: [account] });
    await post({ accounts: [{ ...account, balance: 7, transactions: [] }] });
    assert.equal((await accounts()).length, 1);
    assert.equal((await accounts())[0].balance, 7);
    const { status, body } = await post({ accounts: [{ ...account, accountNumber: '2' }] });
    assert.equal(status, 409);
    assert.match(body.message, /accountNumber/);
    const changed = { accountId: 'a-1', accountNumber: '2' };
    assert.equal((await patch({ accounts: [changed] })).status, 409);
    const same = { accountId: 'a-1', accountNumber: '1', balance: 8 };
    assert.equal((await patch({ accounts: [same] })).status, 200);
    assert.equal((await post({ accounts: [account, account] })).status, 400);
  });

  it('changes what is named, and leaves the rest', async () => {
    const booked = { ...transaction, transactionId: 't-1' };
    await post({ accounts: [{ ...giro, accountId: 'a-1', transactions: [booked] }] });
    const change = {
      accountId: 'a-1',
      bankName: 'Volksbank',
      transactions: [{ transactionId: 't-1', paymentPartner: { bic: 'COBADEFFXXX' } }],
    };
    const { body } = await patch({ accounts: [change] });
    assert.equal(body.accounts[0].bankName, 'Volksbank');
    assert.equal(body.accounts[0].owner, giro.owner);
    assert.deepEqual(body.accounts[0].transactions[0].paymentPartner, {
      name: 'Wohnbau GmbH',
      bic: 'COBADEFFXXX',
    });
    const at = `${path}/accounts/a-1`;
    const one = await patch({ transactions: [{ transactionId: 't-1', amount: 1 }] }, at);
    assert.equal(one.body.transactions[0].amount, 1);
    assert.equal(one.body.transactions[0].purpose, transaction.purpose);
    const none = { transactions: [{ transactionId: 't-9', amount: 1 }] };
    assert.equal((await patch(none, at)).status, 404);
    assert.equal((await patch({ accounts: [{ accountId: 'a-9' }] })).status, 404);
    const depot = await patch({ accounts: [{ accountId: 'a-1', type: 'DEPOT' }] });
    assert.equal(depot.status, 400);
    assert.match(depot.body.message, /^body\.accounts\.0\.securities: a DEPOT needs them/);
  });

  it('adds transactions; the same id again overwrites, and ids are deleted', async () => {
    await post({ accounts: [{ ...giro, accountId: 'a-1', transactions: [] }] });
    const at = `${path}/accounts/a-1/transactions`;
    const two = [
      { ...transaction, transactionId: 't-1' },
      { ...transaction, transactionId: 't-2', bookingDate: transaction.bookingDate + day },
    ];
    assert.equal((await post({ transactions: two }, at)).status, 201);
    await post({ transactions: [{ ...transaction, transactionId: 't-1', amount: 5 }] }, at);
    const kept = await transactions('a-1');
    assert.deepEqual(
      kept.map(({ transactionId, amount }) => [transactionId, amount]),
      [
        ['t-2', -12.5],
        ['t-1', 5],
      ],
    );
    assert.equal((await remove({ ids: ['t-1', 't-9'] }, at)).status, 404);
    assert.equal((await transactions('a-1')).length, 2);
    assert.equal((await remove({ ids: ['t-1'] }, at)).status, 204);
    assert.equal((await transactions('a-1')).length, 1);
  });

  it('is deleted, one account or several, or none where one is not there', async () => {
    const named = ['a', 'b', 'c'].map((accountId) => ({ ...giro, accountId }));
    await post({ accounts: named });
    assert.equal((await client('DELETE', `${path}/accounts/a`)).status, 204);
    assert.equal((await remove({ ids: ['b', 'a'] })).status, 404);
    assert.equal((await accounts()).length, 2);
    assert.equal((await remove({ ids: ['b', 'c'] })).status, 204);
    assert.deepEqual(await accounts(), []);
  });

  it('names what is missing, too much or unknown', async () => {
    const { iban: _, ...noIban } = giro;
    const { transactions: __, ...noTransactions } = giro;
    const wrong = /** @type {const} */ ([
      [noIban, /accounts\.0\.iban/],
      [noTransactions, /accounts\.0\.transactions: every account but a DEPOT/],
      [{ ...giro, type: 'DEPOT' }, /accounts\.0\.securities: a DEPOT needs them/],
      [{ ...giro, securities: [] }, /accounts\.0\.securities: only a DEPOT/],
      [{ ...giro, type: 'CURRENT' }, /accounts\.0\.type/],
      [{ ...giro, iban: 'DE89 3704' }, /accounts\.0\.iban: must be an IBAN/],
      [{ ...giro, colour: 'red' }, /accounts\.0: there is no key colour/],
      [{ ...giro, transactions: [{}] }, /transactions\.0\.amount/],
      [{ ...giro, balance: '1' }, /accounts\.0\.balance/],
    ]);
    for (const [account, message] of wrong) {
      const { status, body } = await post({ accounts: [account] });
      assert.equal(status, 400);
      assert.match(body.message, message);
    }
    const depot = { ...noTransactions, type: 'DEPOT', securities: [{ isin: 'DE000SBX0018' }] };
    const known = {
      ...giro,
      supportedPayments: ['SEPA'],
      overdraft: { amount: 500, available: true },
      standingOrders: [{ purpose: 'Miete', amount: 1 }],
      transactions: [{ ...transaction, merchantCategoryCode: '5411', differentCreditor: 'X' }],
    };
    assert.equal((await post({ accounts: [depot, known] })).status, 201);
  });

  it('never changes what a bank gave, and says so', async () => {
    await connect();
    const [{ accountId }] = await accounts();
    const at = `${path}/accounts/${accountId}`;
    const calls = [
      post({ accounts: [{ ...giro, accountId }] }),
      patch({ accounts: [{ accountId, balance: 1 }] }),
      remove({ ids: [accountId] }),
      client('DELETE', at),
      patch({ transactions: [{ transactionId: 'x', amount: 1 }] }, at),
      post({ transactions: [transaction] }, `${at}/transactions`),
      remove({ ids: ['x'] }, `${at}/transactions`),
    ];
    for (const { status, body } of await Promise.all(calls)) {
      assert.equal(status, 403);
      assert.match(body.message, /A bank gave this account/);
    }
  });

  it('has an end: accounts and characters of a user', async () => {
    const many = Array.from({ length: 100 }, () => ({ ...giro, transactions: [] }));
    assert.equal((await post({ accounts: many })).status, 201);
    const { status, body } = await post({ accounts: [giro] });
    assert.equal(status, 409);
    assert.match(body.message, /100 uploaded accounts/);
    const [{ accountId }] = await accounts();
    const long = { ...transaction, purpose: 'x'.repeat(1000) };
    const at = `${path}/accounts/${accountId}/transactions`;
    const send = () => post({ transactions: Array(800).fill(long) }, at);
    for (let i = 0; i < 4; i += 1) assert.equal((await send()).status, 201);
    assert.match((await send()).body.message, /4 MB/);
    assert.equal((await post({ transactions: Array(1000).fill(long) }, at)).status, 413);
  });

  it('is a user’s of a client alone, and outlives a restart', async () => {
    await post({ accounts: [{ ...giro, accountId: 'a-1' }] });
    const other = await api.client('other');
    assert.equal((await other('GET', `${path}/accounts`)).status, 404);
    const before = api.state.persistence.snapshot();
    const { createState } = await import('../../sandbox/dist/server/sandbox-state.js');
    const again = createState({ before: JSON.parse(JSON.stringify(before)) });
    try {
      const [user] = again.users.all();
      assert.deepEqual(user?.uploads, api.state.users.all()[0]?.uploads);
      assert.equal(user?.uploadSize, api.state.users.all()[0]?.uploadSize);
    } finally {
      again.close();
    }
  });
});

describe('A request', () => {
  it('is judged by its token, its scope, its user, its body, in this order', async () => {
    const json = { accounts: 'none' };
    const post = async (/** @type {typeof client} */ by, user = 'anna') =>
      (await by('POST', `/api/users/${user}/banking/accounts`, { json })).status;
    await client('POST', `${path}/connect`);
    assert.equal(await post(api.call), 401);
    assert.equal(await post(await api.client('example-client', 'banking-fetch'), 'nobody'), 403);
    assert.equal(await post(client, 'nobody'), 404);
    assert.equal(await post(client), 400);
  });

  it('needs the documented scope, which the refusal names', async () => {
    await client('POST', `${path}/connect`);
    const calls = /** @type {const} */ ([
      ['POST', `${path}/connect`, 'banking-connect'],
      ['POST', `${path}/management`, 'banking-connect'],
      ['GET', `${path}/logins/synchronization-status`, 'banking-connect'],
      ['POST', `${path}/logins/x/synchronization`, 'banking-connect'],
      ['DELETE', `${path}/logins/x`, 'banking-connect'],
      ['GET', `${path}/accounts`, 'banking-fetch'],
      ['GET', `${path}/accounts/x/transactions`, 'banking-fetch'],
      ['POST', `${path}/accounts`, 'banking-upload'],
      ['DELETE', `${path}/accounts/x`, 'banking-upload'],
      ['POST', '/api/webhooks', 'webhooks'],
    ]);
    for (const [method, url, scope] of calls) {
      const without = await api.client('example-client', 'person-income-salary');
      const { status, body } = await without(method, url);
      assert.equal(status, 403, url);
      assert.equal(body.message, `The access token lacks the scope ${scope}.`);
      const by = await api.client('example-client', scope);
      assert.notEqual((await by(method, url)).status, 403, url);
      if (scope === 'webhooks') continue;
      const banking = await api.client('example-client', 'banking');
      assert.notEqual((await banking(method, url)).status, 403, url);
    }
  });

  it('for a scope that is not known is refused, and the scope is named', async () => {
    const form = { client_id: 'a', client_secret: 'b', grant_type: 'client_credentials' };
    const asked = { ...form, scope: 'banking-connect bankig' };
    const { status, body } = await api.call('POST', '/api/auth', { form: asked });
    assert.equal(status, 400);
    assert.match(body.message, /there is no scope bankig\./);
    const { body: all } = await api.call('POST', '/api/auth', { form });
    for (const scope of ['banking', 'banking-payment', 'categorization', 'companiesLogo']) {
      assert.ok(all.scope.split(' ').includes(scope), scope);
    }
    const { body: some } = await api.call('POST', '/api/auth', {
      form: { ...form, scope: 'banking' },
    });
    assert.equal(
      some.scope,
      'banking banking-fetch banking-connect banking-upload banking-payment',
    );
  });

  it('is answered with an id, which an error repeats', async () => {
    const good = await client('GET', '/api/users');
    const bad = await client('GET', '/api/users/nobody');
    assert.equal(bad.body.requestId, bad.headers.get('X-Request-Id'));
    assert.notEqual(good.headers.get('X-Request-Id'), bad.headers.get('X-Request-Id'));
  });

  it('with an unknown key in its body is refused, and the key is named', async () => {
    const { status, body } = await client('POST', '/api/users', { json: { typ: 'person' } });
    assert.equal(status, 400);
    assert.match(body.message, /^body: there is no key typ\./);
    const long = await client('POST', '/api/users', { json: { ['x'.repeat(5000)]: 1 } });
    assert.ok(long.body.message.length < 200);
  });

  it('for an operation that does not exist is 404, which says so', async () => {
    for (const [method, url] of /** @type {const} */ ([
      ['GET', '/api/nothing'],
      ['POST', '/api/users/anna/nothing'],
      ['PUT', '/api/users'],
    ])) {
      const { status, body } = await client(method, url);
      assert.equal(status, 404);
      assert.match(body.message, /no such operation/);
    }
  });
});

describe('A rate limit', () => {
  it('refuses a client that calls too often with 429 and Retry-After, and no other', async () => {
    const limited = await openApi({ rateLimit: 3 });
    try {
      const shop = await limited.client('shop');
      const statuses = [];
      for (let i = 0; i < 5; i += 1) statuses.push(await shop('GET', '/api/users'));
      assert.ok(statuses.some(({ status }) => status === 200));
      const refused = statuses.find(({ status }) => status === 429) ?? assert.fail();
      assert.equal(refused.headers.get('Retry-After'), '1');
      assert.match(refused.body.message, /3 times a second/);
      const other = await limited.client('other');
      assert.equal((await other('GET', '/api/users')).status, 200);
    } finally {
      limited.close();
    }
  });

  it('counts each call with a good token, whatever its answer, and no other call', async () => {
    const limited = await openApi({ rateLimit: 3 });
    try {
      const shop = await limited.client('shop');
      const headers = { Authorization: 'Bearer made-up' };
      for (let i = 0; i < 5; i += 1) {
        assert.equal((await limited.call('GET', '/api/users', { headers })).status, 401);
        assert.equal((await limited.call('GET', '/api/nothing')).status, 404);
        assert.equal((await limited.call('GET', '/_sandbox')).status, 200);
        await limited.client('shop');
      }
      const TenantID = { TenantID: 'shop-app' };
      const statuses = [
        await shop('GET', '/api/users/nobody'),
        await shop('POST', '/api/users', { json: { typ: 'person' } }),
        await shop('GET', '/api/users', { headers: TenantID }),
        await shop('GET', '/api/users', { headers: TenantID }),
      ].map(({ status }) => status);
      assert.deepEqual(statuses, [404, 400, 200, 429]);
    } finally {
      limited.close();
    }
  });

  it('asked for by a test says as well when to call again', async () => {
    await api.call('PUT', '/_sandbox/refusals', { json: { status: 429 } });
    const { status, headers } = await client('GET', '/api/users');
    assert.deepEqual([status, headers.get('Retry-After')], [429, '1']);
  });
});
