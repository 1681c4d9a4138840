/** A leap of the clock, far and with many bank logins, while others call. LEAP says how many days. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openApi, origin } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;

beforeEach(async () => {
  api = await openApi({ seed: 'leap', deliveryRules: { pauses: [], timeout: 200 } });
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

const day = 24 * 60 * 60 * 1000;

const days = Number(process.env.LEAP ?? 10);

/** Users with a recurring bank login each. @param {number} count */
function connectUsers(count) {
  const { users, userEvents, sessions, sessionBanks } = api.state;
  const tenant = { clientId: 'many', tenant: 'many' };
  for (let i = 0; i < count; i += 1) {
    const user = users.add(tenant, `user-${i}`);
    const process = userEvents.begin();
    const sync = { recurring: true, storeSecrets: true };
    const session = sessions.open(user, { kind: 'connect', process, sync });
    /** @param {'logIn' | 'giveConsent' | 'connect'} call @param {...unknown} args */
    const ask = (call, ...args) =>
      /** @type {any} */ (sessionBanks.ask(session, `${origin}/bank/`, call, args));
    const login = { bankCode: '90000001', userName: 'fino01', pin: '1' };
    const { attemptId } = ask('logIn', login);
    const { accounts } = ask('giveConsent', attemptId);
    ask('connect', attemptId, [accounts[0].accountId]);
  }
  return users.all();
}

/** @param {string} advance */
const leap = (advance) => api.call('POST', '/_sandbox/clock', { json: { advance } });

describe(`A leap over ${days} days with 1,000 recurring bank logins`, () => {
  it('synchronises each at each cycle, tells the client, and lets nobody wait for 100 ms', async () => {
    const client = await api.client('many');
    const hook = { url: 'http://127.0.0.1:4/hook', events: ['ubasync', 'categorization'] };
    assert.equal((await client('POST', '/api/webhooks', { json: hook })).status, 201);
    const users = connectUsers(1000);
    const before = api.state.clock.now();
    const state = { isOver: false };
    const leaping = leap(`P${days}D`).finally(() => (state.isOver = true));
    let longest = 0;
    let calls = 0;
    while (!state.isOver) {
      // What this process works meanwhile, whatever else the machine has to do.
      const start = process.cpuUsage();
      // As long as another caller waits for its turn.
      await setImmediate();
      const { status } = await api.app(new Request(`${origin}/api/nothing`), {
        isLocal: false,
      });
      assert.equal(status, 404);
      const { user, system } = process.cpuUsage(start);
      longest = Math.max(longest, (user + system) / 1000);
      calls += 1;
    }
    const { status, body } = await leaping;
    assert.equal(status, 200);
    assert.equal(body.now, before + days * day);
    // The last cycle finds the consent at its very end.
    for (const { ledger } of users) {
      const [{ lastSynchronization } = assert.fail()] = ledger.standings();
      assert.ok(body.now - lastSynchronization <= day);
    }
    // The log holds the newest ten thousand, of the newest ten of each kind of each bank login.
    const deliveries = api.state.webhooks.log();
    assert.equal(deliveries.length, 10_000);
    const told = new Set(deliveries.map(({ body: { userID } }) => userID));
    assert.equal(told.size, users.length);
    assert.ok(calls > 100, String(calls));
    assert.ok(longest < 100, `${longest} ms`);
    console.log(`${calls} calls meanwhile, the longest took ${longest.toFixed(0)} ms`);
  });
});

describe('A leap', () => {
  it('ends with 409 where the sandbox is reset on the way, and the next one goes well', async () => {
    connectUsers(200);
    const start = api.state.clock.now();
    const leaping = leap('P300D');
    const waiting = leap('P1D');
    while (api.state.clock.now() < start + 20 * day) await setImmediate();
    assert.equal((await api.call('POST', '/_sandbox/reset')).status, 204);
    const reset = api.state.clock.now();
    const { status, body } = await leaping;
    assert.equal(status, 409);
    assert.match(body.message, /reset/);
    assert.equal((await waiting).status, 409);
    assert.equal(api.state.clock.now(), reset);
    assert.equal((await leap('P1D')).body.now, reset + day);
  });

  it('ends where the sandbox is closed on the way', async () => {
    connectUsers(200);
    const start = api.state.clock.now();
    const leaping = leap('P300D');
    while (api.state.clock.now() < start + 20 * day) await setImmediate();
    api.close();
    assert.equal((await leaping).status, 409);
  });

  it('and another one happen one after the other', async () => {
    connectUsers(100);
    const start = api.state.clock.now();
    const [first, second] = await Promise.all([leap('P10D'), leap('P5D')]);
    assert.equal(first.body.now, start + 10 * day);
    assert.equal(second.body.now, start + 15 * day);
  });

  it('goes on where a user is deleted on the way', async () => {
    const users = connectUsers(100);
    const start = api.state.clock.now();
    const leaping = leap('P30D');
    while (api.state.clock.now() < start + 5 * day) await setImmediate();
    for (const user of users.slice(50)) api.state.users.delete(user);
    assert.equal((await leaping).body.now, start + 30 * day);
  });

  it('from a page keeps its session, whoever asks meanwhile, and tells it no time on the way', async () => {
    connectUsers(50);
    const client = await api.client();
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    const call = (/** @type {string} */ name, /** @type {unknown[]} */ ...args) => {
      const request = new Request(`${origin}/_bank/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Sandbox-Session': body.sessionId },
        body: JSON.stringify(args),
      });
      return api.app(request, { isLocal: true });
    };
    const start = api.state.clock.now();
    const leaping = call('advance', 20 * day);
    let asked = 0;
    while (api.state.clock.now() < start + 15 * day) {
      await setImmediate();
      const now = api.state.clock.now();
      const answer = await call('revision');
      assert.equal(answer.status, 200);
      if (now > start) {
        assert.equal(answer.headers.get('X-Sandbox-Now'), null);
        asked += 1;
      }
    }
    assert.ok(asked > 0);
    const done = await leaping;
    assert.equal(done.headers.get('X-Sandbox-Now'), String(start + 20 * day));
    assert.equal((await call('logins')).status, 200);
  });
});
