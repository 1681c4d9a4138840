/** From new data to its analysis: correlation ids, categories, webhooks that carry the data. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;

beforeEach(async () => {
  api = await openApi({ seed: 'analysis', deliveryRules: { pauses: [], timeout: 200 } });
  client = await api.client();
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

const user = '/api/users/anna';
const path = `${user}/banking`;

/** Anna connects a bank. @param {string} [query] */
async function connect(query = '') {
  const { body, headers } = await client('POST', `${path}/connect${query}`);
  const bankLoginId = await api.connectBank(body.sessionId, { pin: '1' });
  return { bankLoginId, correlationId: headers.get('Finoos-Correlation-Id') ?? '' };
}

/** @param {string} duration */
const advance = (duration) => api.call('POST', '/_sandbox/clock', { json: { advance: duration } });

/** @param {string} id */
const correlation = (id) => client('GET', `${user}/categorization/correlation?correlationId=${id}`);

/** Subscribes to events. @param {readonly string[]} events */
const subscribe = (events) =>
  client('POST', '/api/webhooks', { json: { url: 'http://127.0.0.1:4/hook', events } });

/** What was sent so far. @returns {Promise<any[]>} */
const sent = async () =>
  (await api.call('GET', '/_sandbox/webhooks')).body.map((/** @type {any} */ { body }) => body);

describe('An analysis', () => {
  it('is in progress for 5 seconds of sandbox time, which a standing clock says', async () => {
    const { correlationId } = await connect();
    const { status, body } = await correlation(correlationId);
    assert.equal(status, 404);
    assert.match(body.message, /in progress.*stands still: move it with POST \/_sandbox\/clock/);
    await advance('PT4S');
    assert.equal((await correlation(correlationId)).status, 404);
    await advance('PT1S');
    const { status: later, body: done } = await correlation(correlationId);
    assert.equal(later, 200);
    assert.equal(done.completedAt, '2026-01-05T09:00:05.000Z');
    const byHeader = await client('GET', `${user}/categorization/correlation`, {
      headers: { 'Finoos-Correlation-Id': correlationId },
    });
    assert.deepEqual(byHeader.body, done);
  });

  it('that is running is not told as over after a restart', async () => {
    const { correlationId } = await connect();
    const { createState } = await import('../../sandbox/dist/server/sandbox-state.js');
    const before = JSON.parse(JSON.stringify(api.state.persistence.snapshot()));
    const again = createState({ seed: 'analysis', before });
    try {
      const at = again.users.all()[0]?.analysedAt(correlationId) ?? 0;
      assert.equal(at - again.clock.now(), 5000);
    } finally {
      again.close();
    }
  });

  it('follows each management and synchronisation session by an id of its own', async () => {
    const { bankLoginId } = await connect('?recurring=true');
    const management = await client('POST', `${path}/management`);
    const ofManagement = management.headers.get('Finoos-Correlation-Id') ?? '';
    await api.page(management.body.sessionId, 'synchronise', bankLoginId);
    const url = `${path}/logins/${bankLoginId}/synchronization`;
    const ofSync = (await client('POST', url)).headers.get('Finoos-Correlation-Id') ?? '';
    await advance('PT5S');
    assert.notEqual(ofManagement, ofSync);
    assert.equal((await correlation(ofManagement)).status, 200);
    assert.equal((await correlation(ofSync)).status, 200);
    await api.call('PUT', `/_sandbox/logins/${bankLoginId}/consent`, {
      json: { standing: 'expired' },
    });
    const renewal = await client('POST', url);
    assert.equal(renewal.status, 451);
    const ofRenewal = renewal.headers.get('Finoos-Correlation-Id') ?? '';
    const { sessionId } = renewal.body;
    const { attemptId } = await api.page(sessionId, 'synchronise', bankLoginId);
    await api.page(sessionId, 'giveConsent', attemptId);
    await advance('PT5S');
    assert.equal((await correlation(ofRenewal)).status, 200);
  });

  it('gives each transaction its category, in words where they are asked for', async () => {
    await connect();
    const url = `${user}/categorization`;
    assert.deepEqual((await client('GET', url)).body, { transactions: [] });
    await advance('PT5S');
    const { body } = await client('GET', `${url}?language=de&transactions=true`);
    const { body: data } = await client('GET', `${path}/accounts?transactions=true`);
    const booked = data.accounts.flatMap((/** @type {any} */ one) => one.transactions);
    assert.deepEqual(
      body.transactions.map((/** @type {any} */ { transaction }) => transaction),
      booked,
    );
    const salary = body.transactions.find(
      (/** @type {any} */ { transaction }) => transaction.sepaPurposeCode === 'SALA',
    );
    assert.equal(salary.descriptiveTag, 'income_salary');
    assert.deepEqual(salary.tags, ['income_salary', 'income']);
    assert.equal(salary.localizedTag, 'Gehalt');
    assert.equal(salary.creationDate, '2026-01-05T09:00:05.000Z');
    const others = body.transactions.filter((/** @type {any} */ { descriptiveTag }) =>
      descriptiveTag.endsWith('_other'),
    );
    assert.ok(others.length < booked.length / 10, `${others.length} of ${booked.length}`);
  });

  it('knows uploaded transactions by the same words', async () => {
    await client('POST', `${path}/connect`);
    const booked = (/** @type {string} */ purpose, /** @type {number} */ amount) => ({
      amount,
      bookingDate: 1_767_600_000,
      purpose,
      paymentPartner: { name: 'X' },
    });
    const account = {
      balance: 1,
      bankName: 'B',
      iban: 'DE89370400440532013000',
      owner: 'A',
      transactions: [booked('Miete Januar', -900), booked('Miete Januar', 900), booked('?', -1)],
    };
    await client('POST', `${path}/accounts`, { json: { accounts: [account] } });
    await client('POST', `${user}/trigger-analysis`);
    await advance('PT5S');
    const { body } = await client('GET', `${user}/categorization`);
    assert.deepEqual(
      body.transactions.map((/** @type {any} */ { descriptiveTag }) => descriptiveTag),
      ['living_rent', 'income_other', 'spending_other'],
    );
  });

  it('that the sandbox does not make is 501, after token, scope and user', async () => {
    await client('POST', `${path}/connect`);
    for (const [name, scope] of [
      ['person/income', 'person-income-salary'],
      ['person/income-salary', 'person-income-salary'],
      ['person/credit-rating', 'credit-rating'],
      ['company/cashflow', 'company-cash'],
      ['company/credits', 'company-credit'],
      ['company/liquidity', 'company-liquidity'],
    ]) {
      const url = `${user}/analysis/${name}`;
      const { status, body } = await client('GET', url);
      assert.equal(status, 501, url);
      assert.equal(body.type, 'not-implemented');
      assert.match(body.message, new RegExp(`\\b${scope}\\b`));
      const without = await api.client('example-client', 'banking');
      assert.equal((await without('GET', url)).status, 403);
      const nobody = await client('GET', `/api/users/nobody/analysis/${name}`);
      assert.equal(nobody.status, 404);
    }
    assert.equal((await client('GET', `${user}/analysis/person/luck`)).status, 400);
    assert.equal((await client('GET', `${user}/contracts`)).status, 404);
  });
});

describe('Webhooks', () => {
  it('carry all accounts and transactions of a connection, then only what is new', async () => {
    await subscribe(['ubaconnect', 'ubasync']);
    const { bankLoginId } = await connect('?recurring=true');
    const { body: connected } = await client('GET', `${path}/accounts?transactions=true`);
    await client('POST', `${path}/logins/${bankLoginId}/synchronization`);
    const { body: synchronised } = await client('GET', `${path}/accounts?transactions=true`);
    const [first, second] = await sent();
    const withLogin = (/** @type {any} */ { bankLoginId: id, accounts }) =>
      accounts.map((/** @type {any} */ account) => ({ ...account, bankLoginId: id }));
    assert.deepEqual(withLogin(first.data), connected.accounts);
    const [current, ...others] = second.data.accounts;
    const [before] = connected.accounts;
    const [after] = synchronised.accounts;
    assert.deepEqual([...current.transactions, ...before.transactions], after.transactions);
    assert.equal(current.balance, after.balance);
    assert.ok(others.every((/** @type {any} */ one) => one.transactions.length === 0));
    // A later synchronisation changes nothing of what was sent.
    await client('POST', `${path}/logins/${bankLoginId}/synchronization`);
    assert.deepEqual((await sent()).slice(0, 2), [first, second]);
  });

  it('of a leap come in order, the newest ten of a bank login, and say how many were left out', async () => {
    await subscribe(['ubasync', 'ubasyncerror', 'categorization']);
    await connect('?recurring=true');
    await advance('P30D');
    const all = await sent();
    const syncs = all.filter(({ event }) => event === 'ubasync');
    assert.equal(syncs.length, 10);
    assert.deepEqual(
      syncs.map(({ data }) => data.leftOut),
      [50, ...Array(9).fill(undefined)],
    );
    const times = syncs.map(({ correlationTimestamp }) => Date.parse(correlationTimestamp));
    const [last = 0] = times.slice(-1);
    const halfDay = 12 * 60 * 60 * 1000;
    assert.deepEqual(
      times,
      times.map((_, i) => last - (9 - i) * halfDay),
    );
    // One is that of the connection, which somebody asked for.
    assert.equal(all.filter(({ event }) => event === 'categorization').length, 11);
    const starts = all.map(({ correlationTimestamp }) => correlationTimestamp);
    assert.deepEqual(starts.slice(-20), [...starts.slice(-20)].sort());
    assert.deepEqual(await sent(), all);
  });

  it('are listed, read and deleted by their client alone, and show no secret', async () => {
    const json = {
      url: 'http://127.0.0.1:4/hook',
      events: ['ubasync'],
      secret: 'never-shown',
    };
    const { body: made } = await client('POST', '/api/webhooks', { json });
    const url = `/api/webhooks/${made.webhookID}`;
    assert.deepEqual((await client('GET', '/api/webhooks')).body, { webhooks: [made] });
    assert.deepEqual((await client('GET', url)).body, made);
    assert.doesNotMatch(JSON.stringify(made), /never-shown/);
    const other = await api.client('other');
    assert.deepEqual((await other('GET', '/api/webhooks')).body, { webhooks: [] });
    assert.equal((await other('GET', url)).status, 404);
    assert.equal((await other('DELETE', url)).status, 404);
    assert.equal((await client('DELETE', url)).status, 204);
    assert.equal((await client('GET', url)).status, 404);
    const { bankLoginId } = await connect('?recurring=true');
    await client('POST', `${path}/logins/${bankLoginId}/synchronization`);
    assert.deepEqual(await sent(), []);
  });

  it('that are deleted give up what has not arrived', async () => {
    const { body } = await subscribe(['ubasync']);
    const { bankLoginId } = await connect('?recurring=true');
    await client('POST', `${path}/logins/${bankLoginId}/synchronization`);
    await client('DELETE', `/api/webhooks/${body.webhookID}`);
    const [delivery] = (await api.call('GET', '/_sandbox/webhooks')).body;
    assert.equal(delivery.status, 'given-up');
  });
});
