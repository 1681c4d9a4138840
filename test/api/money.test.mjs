/**
 * Money is never lost or doubled: whatever happens to orders, what the accounts hold and what has left
 * them is what they would hold without any order. MONEY_RUNS says how many histories.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openApi } from '../fixtures/described-api.mjs';

const numRuns = Number(process.env.MONEY_RUNS ?? 40);

const banking = '/api/users/anna/banking';
const rightTan = '123456';
const outside = 'DE89370400440532013000';

/** @param {number} euros */
const cents = (euros) => Math.round(euros * 100);

const order = fc.record({
  does: fc.constant(/** @type {const} */ ('order')),
  /** Calls with the same key are one order; none is an order of its own. */
  key: fc.option(fc.integer({ min: 0, max: 2 })),
  from: fc.integer({ min: 0, max: 1 }),
  transfers: fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      isInside: fc.boolean(),
      purpose: fc.constantFrom(...Array(9).fill('Miete'), 'sbx-slow', 'sbx-instant', 'sbx-refuse'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  singleBooking: fc.boolean(),
  daysAhead: fc.constantFrom(0, 0, 1, 3),
});

/** What a person does in the session of the order that was made last, or before. */
const act = fc.record({
  does: fc.constantFrom('authorise', 'authorise', 'authorise', 'discard', 'wrong TAN', 'race'),
  which: fc.constantFrom(0, 0, 0, 1, 2),
});

const other = fc.record({
  does: fc.constantFrom(
    'leap',
    'leap',
    'leap',
    'leap',
    'restart',
    'expire',
    'renew',
    'synchronise',
  ),
  minutes: fc.constantFrom(1, 14, 61, 61, 60 * 12, 60 * 24 * 2),
});

/** What the orders of a world have done. */
async function openWorld() {
  let api = await openApi({ seed: 'money' });
  let client = await api.client();
  /** @type {{ bankLoginId: string, account: any }[]} */
  const logins = [];
  for (const userName of ['fino01', 'companydemo']) {
    const { body } = await client('POST', `${banking}/connect?recurring=true`);
    const bankLoginId = await api.connectBank(body.sessionId, { userName, pin: '654321' });
    const { accounts } = (await client('GET', `${banking}/accounts`)).body;
    const account = accounts.find((/** @type {any} */ one) => one.bankLoginId === bankLoginId);
    logins.push({ bankLoginId, account });
  }
  return {
    logins,
    get api() {
      return api;
    },
    get client() {
      return client;
    },
    async restart() {
      const before = JSON.parse(JSON.stringify(api.state.persistence.snapshot()));
      api.close();
      assert.deepEqual(api.mistakes, []);
      api = await openApi({ seed: 'money', before });
      client = await api.client();
    },
    /** @param {string} bankLoginId @param {string} call */
    async renew(bankLoginId, call = 'management') {
      const { body } = await client('POST', `${banking}/${call}`);
      let step = await api.page(body.sessionId, 'synchronise', bankLoginId);
      if (step.step !== 'challenge') return;
      step = await api.page(body.sessionId, 'answerChallenge', step.attemptId, rightTan);
      await api.page(body.sessionId, 'giveConsent', step.attemptId);
    },
    async balances() {
      const { accounts } = (await client('GET', `${banking}/accounts?transactions=true`)).body;
      return accounts;
    },
  };
}

describe(`Over ${numRuns} histories`, () => {
  it('what accounts hold and what has left them stays the same, and each key is one order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(order, act, act, other), { minLength: 8, maxLength: 16 }),
        async (acts) => {
          const world = await openWorld();
          // The same without an order.
          const twin = await openWorld();
          /** @type {Map<string, { key: number | null, sessionId: string, asked: any, path: string }>} */
          const made = new Map();
          /** @type {Map<string, string>} */
          const settled = new Map();
          try {
            for (const one of acts) {
              if ('transfers' in one) await makeOrder(world, made, one);
              else if ('which' in one) await actOn(world, made, one);
              else await happen([world, twin], one);
              await check(world, twin, made, settled);
            }
            // In the end all is executed and known.
            await happen([world, twin], { does: 'leap', minutes: 60 * 24 * 4 });
            await happen([world, twin], { does: 'renew', minutes: 0 });
            assert.ok(await check(world, twin, made, settled));
          } finally {
            world.api.close();
            twin.api.close();
          }
          assert.deepEqual(world.api.mistakes, []);
        },
      ),
      { numRuns },
    );
  });
});

/** @typedef {Awaited<ReturnType<typeof openWorld>>} World */

/** @param {World} world @param {Map<string, any>} made @param {any} asked */
async function makeOrder(world, made, { key, from, transfers, singleBooking, daysAhead }) {
  const { bankLoginId, account } = world.logins[from] ?? assert.fail();
  const inside = world.logins[1 - from]?.account.iban;
  const today = world.api.state.clock.now();
  const json = {
    accountId: account.accountId,
    singleBooking,
    executionDate: new Date(today + Number(daysAhead) * 86_400_000).toISOString().slice(0, 10),
    moneyTransferInfos: transfers.map((/** @type {any} */ one) => ({
      amount: one.cents / 100,
      creditor: { name: 'A', iban: one.isInside ? inside : outside },
      purpose: one.purpose,
    })),
  };
  const path = `${banking}/logins/${bankLoginId}/money-transfers`;
  const headers = key === null ? {} : { 'Idempotency-Key': `key-${key}` };
  const { status, body } = await world.client('POST', path, { json, headers });
  if (status === 409) return;
  assert.equal(status, 201);
  const { moneyTransferId, sessionId } = body;
  const known = [...made.values()].find((one) => key !== null && one.key === key);
  if (known) assert.ok(made.has(moneyTransferId), 'a key has made a second order');
  if (made.has(moneyTransferId)) assert.equal(made.get(moneyTransferId)?.key, key);
  made.set(moneyTransferId, {
    key,
    sessionId,
    asked: made.get(moneyTransferId)?.asked ?? json,
    path: `${path}/${moneyTransferId}`,
  });
}

/** @param {World} world @param {Map<string, any>} made @param {{ does: string, which: number }} act */
async function actOn({ api }, made, { does, which }) {
  const { sessionId } = [...made.values()].at(-1 - which) ?? {};
  if (!sessionId) return;
  // Even where the order is decided: that it was must hold.
  if (does === 'discard') return api.page(sessionId, 'discard');
  const session = await api.page(sessionId, 'openSession');
  if (session.kind !== 'payment') return;
  const { attemptId } = await api.page(sessionId, 'authorise');
  if (!attemptId) return;
  const tan = does === 'wrong TAN' ? '000000' : rightTan;
  const answers = does === 'wrong TAN' ? 3 : 2;
  for (let i = 0; i < answers; i += 1) {
    const answer = api.page(sessionId, 'answerChallenge', attemptId, tan);
    if (does === 'race') await api.page(sessionId, 'discard');
    await answer;
  }
}

/** @param {World[]} worlds @param {{ does: string, minutes: number }} event */
async function happen(worlds, { does, minutes }) {
  for (const world of worlds) {
    const { bankLoginId } = world.logins[0] ?? assert.fail();
    if (does === 'leap') {
      await world.api.call('POST', '/_sandbox/clock', { json: { advance: `PT${minutes}M` } });
    }
    if (does === 'restart') await world.restart();
    if (does === 'expire') {
      const consent = `/_sandbox/logins/${bankLoginId}/consent`;
      await world.api.call('PUT', consent, { json: { standing: 'expired' } });
    }
    if (does === 'renew') await world.renew(bankLoginId);
    if (does === 'synchronise') {
      const url = `${banking}/logins/${bankLoginId}/synchronization?triggerChallenge=false`;
      await world.client('POST', url);
    }
  }
}

/**
 * @param {World} world @param {World} twin
 * @param {Map<string, any>} made @param {Map<string, string>} settled
 */
async function check(world, twin, made, settled) {
  const accounts = await world.balances();
  const without = await twin.balances();
  const expected = new Map(
    without.map((/** @type {any} */ one) => [one.accountId, cents(one.balance)]),
  );
  for (const [id, { asked, path }] of made) {
    const { status, body } = await world.client('GET', path);
    assert.equal(status, 200);
    const before = settled.get(id);
    if (before === 'PENDING')
      assert.ok(['PENDING', 'SUCCESSFUL'].includes(body.status), body.status);
    else if (before) assert.equal(body.status, before, 'what was decided has changed');
    if (body.status !== 'OPEN') settled.set(id, body.status);
    if (body.status !== 'SUCCESSFUL') continue;
    for (const { amount, creditor } of asked.moneyTransferInfos) {
      expected.set(asked.accountId, Number(expected.get(asked.accountId)) - cents(amount));
      const target = accounts.find((/** @type {any} */ one) => one.iban === creditor.iban);
      if (target) {
        expected.set(target.accountId, Number(expected.get(target.accountId)) + cents(amount));
      }
    }
  }
  const [user] = world.api.state.users.all();
  // What the bank of an expired connection has done shows once there is a new consent.
  const allKnown = user?.ledger.standings().every(({ consent }) => consent === 'valid');
  for (const { accountId, balance, transactions } of accounts) {
    if (allKnown) assert.equal(cents(balance), expected.get(accountId), accountId);
    const ids = transactions.map((/** @type {any} */ one) => one.transactionId);
    assert.equal(new Set(ids).size, ids.length, 'a booking stands twice');
  }
  return allKnown;
}
