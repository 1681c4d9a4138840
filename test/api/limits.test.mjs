/** No work grows faster than what asks for it, and what anybody can store has an end. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi, origin } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;

beforeEach(async () => {
  api = await openApi({ seed: 'limits', deliveryRules: { pauses: [], timeout: 200 } });
  client = await api.client();
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

const kB = 1024;
const sync = { recurring: false, storeSecrets: true };
const json = { 'Content-Type': 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const credentials = 'client_id=a&client_secret=b&grant_type=client_credentials';

/** @param {string} text @param {number} size */
const padded = (text, size) => text + ' '.repeat(size - text.length);

/** How long a call takes, in ms. @param {() => Promise<unknown>} call */
async function timeOf(call) {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

/** @param {number} depth */
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);

describe('A body', () => {
  it('may be a form of 16 kB, a message of the page of 16 kB, other JSON of 64 kB', async () => {
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    /** @param {string} path @param {Record<string, string>} headers */
    const post = (path, headers) => async (/** @type {string} */ sent) => {
      const session = { 'X-Sandbox-Session': body.sessionId };
      const request = new Request(origin + path, {
        method: 'POST',
        headers: { ...headers, ...session },
        body: sent,
      });
      const response = await api.app(request, { isLocal: true });
      const text = await response.text();
      return [response.status, text.length < 300 ? text : ''];
    };
    const users = (/** @type {string} */ sent) =>
      client('POST', '/api/users', { body: sent, headers: json }).then((answer) => [
        answer.status,
        JSON.stringify(answer.body),
      ]);
    const window = `/_bank-window/${'0'.repeat(32)}`;
    for (const [what, limit, fits, send] of /** @type {const} */ ([
      ['form', 16, `${credentials}&x=`, post('/api/auth', form)],
      ['call of the page', 16, '[]', post('/_bank/logins', json)],
      ['report of a window', 16, '{"outcome":"opened"}', post(window, json)],
      ['JSON', 64, '{}', users],
    ])) {
      const [status] = await send(padded(fits, limit * kB));
      assert.ok(Number(status) < 300, `${what}: ${status}`);
      const [refused, text] = await send(padded(fits, limit * kB + 1));
      assert.equal(refused, 413, what);
      assert.match(String(text), new RegExp(`larger than ${limit} kB`));
    }
  });

  it('that is cut into pieces and does not say how long it is has the same limits', async () => {
    for (const [size, expected] of [
      [16 * kB, 200],
      [16 * kB + 1, 413],
    ]) {
      const bytes = new TextEncoder().encode(padded(`${credentials}&x=`, Number(size)));
      let at = 0;
      const body = new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.subarray(at, (at += 1000)));
        },
      });
      const init = { method: 'POST', headers: form, body, duplex: 'half' };
      const request = new Request(`${origin}/api/auth`, /** @type {RequestInit} */ (init));
      assert.equal((await api.app(request, { isLocal: true })).status, expected);
    }
  });

  it('that is not read may be 1 MB', async () => {
    const url = '/api/users/anna/trigger-analysis';
    await client('POST', '/api/users/anna/banking/connect');
    const body = 'x'.repeat(1024 * kB);
    assert.equal((await client('POST', url, { body })).status, 202);
    assert.equal((await client('POST', url, { body: `${body}x` })).status, 413);
  });

  it('may nest 64 lists and objects, and says so beyond', async () => {
    const send = (/** @type {string} */ inner) =>
      client('POST', '/api/users', { body: `{"note":${inner}}`, headers: json });
    assert.match((await send(nested(63))).body.message, /no key note/);
    for (const depth of [64, 20_000]) {
      const { status, body } = await send(nested(depth));
      assert.equal(status, 400);
      assert.match(body.message, /nests more than 64/);
    }
  });

  it('takes no longer for many names than for one', async () => {
    const post = (/** @type {string} */ body) => async () => {
      const { status } = await api.call('POST', '/api/auth', { body, headers: form });
      assert.ok(status === 400 || status === 413);
    };
    const many = (/** @type {number} */ count) =>
      Array.from({ length: count }, (_, i) => `${i.toString(36)}=`).join('&');
    await timeOf(post(many(10)));
    // Were each name looked up among all, this one would take minutes.
    assert.ok((await timeOf(post(many(90_000)))) < 1000);
    const largest = many(3400);
    assert.ok(largest.length <= 16 * kB && largest.length > 15 * kB);
    assert.ok((await timeOf(post(largest))) < 250);
  });
});

describe('A query', () => {
  it('takes no longer for many names than for one', async () => {
    const url = '/api/users/anna/banking/connect';
    const query = Array.from({ length: 5000 }, () => 'a').join('&');
    const time = await timeOf(async () => {
      assert.equal((await client('POST', `${url}?${query}`)).status, 201);
    });
    assert.ok(time < 250, `${time} ms`);
  });
});

describe('What the page posted', () => {
  /** @param {unknown} payload */
  const post = async (payload, type = 'x') => {
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    return api.page(body.sessionId, 'posted', { type, payload });
  };
  const events = async () => (await api.call('GET', '/_sandbox/events')).body;

  it('comes back as it was', async () => {
    for (const payload of [{ a: [1, null, 'x'] }, null, 'text', 0, false]) await post(payload);
    const payloads = (await events()).map((/** @type {any} */ event) => event.payload);
    assert.deepEqual(payloads, [{ a: [1, null, 'x'] }, null, 'text', 0, false]);
  });

  it('is too deep beyond 64, and is listed up to there', async () => {
    assert.equal(await post(JSON.parse(nested(62))), null);
    assert.equal((await post(JSON.parse(nested(63)))).type, 'bad-request');
    assert.equal((await events()).length, 1);
  });

  it('is remembered of the newest thousand events, and of 4 MB', async () => {
    const add = (/** @type {number} */ count, /** @type {unknown} */ payload) => {
      for (let i = 0; i < count; i += 1) {
        api.state.postedEvents.add({ at: i, userId: 'anna', type: 'x', payload });
      }
    };
    add(1002, {});
    const kept = await events();
    assert.equal(kept.length, 1000);
    assert.equal(kept[0].at, 2);
    add(1000, 'x'.repeat(16 * kB));
    assert.ok(JSON.stringify(await events()).length < 4.2 * kB * kB);
  });
});

describe('What anybody can store has an end:', () => {
  it('tokens, of which the oldest is good no more', async () => {
    const first = client;
    for (let i = 0; i < 10_000; i += 1) api.state.callers.issue('flood', []);
    assert.equal((await first('POST', '/api/users')).status, 401);
    assert.equal((await (await api.client())('POST', '/api/users')).status, 201);
  });

  it('sessions, of which the one that is next to expire ends', async () => {
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    const user = api.state.users.all()[0] ?? assert.fail();
    for (let i = 0; i < 10_000; i += 1) api.state.sessions.open(user, { kind: 'connect', sync });
    assert.equal((await api.page(body.sessionId, 'openSession')).kind, 'over');
    assert.equal(api.state.sessions.size, 10_000);
  });

  it('users, with a word what to do, and without those who have expired', async () => {
    const tenant = { clientId: 'flood', tenant: 'flood' };
    const { users, clock } = api.state;
    for (let i = 0; i < 10_000; i += 1) {
      users.add(tenant, `user-${i}`, i === 7 ? { expiresAt: clock.now() + 1 } : {});
    }
    const { status, body } = await client('POST', '/api/users');
    assert.equal(status, 409);
    assert.match(body.message, /10000 users.*reset/i);
    await api.call('POST', '/_sandbox/clock', { json: { advance: 'PT1S' } });
    client = await api.client();
    assert.equal((await client('POST', '/api/users')).status, 201);
    assert.equal((await client('POST', '/api/users')).status, 409);
    await api.call('POST', '/_sandbox/reset');
    client = await api.client();
    assert.equal((await client('POST', '/api/users')).status, 201);
  });

  it('visitors, of whom the oldest goes', async () => {
    const request = () =>
      new Request(`${origin}/_bank/openSession`, { method: 'POST', headers: json, body: '[]' });
    const open = async () => (await api.app(request(), { isLocal: false })).json();
    const first = /** @type {any} */ (await open());
    for (let i = 0; i < 1000; i += 1) await open();
    assert.equal((await api.call('GET', '/_sandbox')).body.users, 1000);
    assert.equal((await api.page(first.sessionId, 'openSession')).kind, 'over');
  });

  it('webhooks, over all clients', async () => {
    const body = { url: 'http://127.0.0.1:4/', events: ['ubasync'] };
    for (let i = 0; i < 10; i += 1) {
      const one = await api.client(`client-${i}`);
      for (let j = 0; j < 100; j += 1) await one('POST', '/api/webhooks', { json: body });
      assert.equal((await one('POST', '/api/webhooks', { json: body })).status, 409);
    }
    const answer = await client('POST', '/api/webhooks', { json: body });
    assert.equal(answer.status, 409);
    assert.match(answer.body.message, /1000 webhooks/);
  });

  it('deliveries, of which the oldest is given up where it still waits', async () => {
    const receiver = 'http://127.0.0.1:4/';
    const waiting = await openApi({ deliveryRules: { pauses: [60_000], timeout: 200 } });
    const one = await waiting.client();
    await one('POST', '/api/users/anna/banking/connect');
    const body = { url: receiver, events: ['categorization'] };
    await one('POST', '/api/webhooks', { json: body });
    await one('POST', '/api/users/anna/trigger-analysis');
    const move = { json: { advance: 'PT5S' } };
    await waiting.call('POST', '/_sandbox/clock', move);
    const first = waiting.state.webhooks.log()[0] ?? assert.fail();
    const user = waiting.state.users.all()[0] ?? assert.fail();
    for (let i = 0; i < 10_000; i += 1) {
      waiting.state.userEvents.analyse(user, waiting.state.userEvents.begin());
    }
    await waiting.call('POST', '/_sandbox/clock', move);
    assert.equal(first.status, 'given-up');
    const log = waiting.state.webhooks.log();
    assert.equal(log.length, 10_000);
    assert.ok(!log.includes(first));
    waiting.close();
  });

  it('logins under way in a session, and sessions in which there are some', async () => {
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    const start = async () =>
      (await api.page(body.sessionId, 'startRedirect', '90000002')).attemptId;
    const first = await start();
    const back = { outcome: 'agreed', userName: 'fino01' };
    for (let i = 0; i < 9; i += 1) await start();
    const step = await api.page(body.sessionId, 'finishRedirect', first, back);
    assert.equal(step.step, 'accounts');
    await start();
    const gone = await api.page(body.sessionId, 'finishRedirect', first, back);
    assert.equal(gone.type, 'not-found');

    const last = await start();
    const user = api.state.users.all()[0] ?? assert.fail();
    for (let i = 0; i < 1000; i += 1) {
      const session = api.state.sessions.open(user, { kind: 'connect', sync });
      api.state.sessionBanks.ask(session, `${origin}/bank/`, 'startRedirect', ['90000002']);
    }
    const answer = await api.page(body.sessionId, 'finishRedirect', last, back);
    assert.equal(answer.type, 'not-found');
  });

  it('bank logins of a user, and of each the accounts that there are', async () => {
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    const connect = async (/** @type {number} */ number, /** @type {string[]} */ extra = []) => {
      const login = { bankCode: '90000001', userName: `fino01+${number}`, pin: '1' };
      const { attemptId } = await api.page(body.sessionId, 'logIn', login);
      const { accounts } = await api.page(body.sessionId, 'giveConsent', attemptId);
      const ids = [...extra, accounts[0].accountId];
      return api.page(body.sessionId, 'connect', attemptId, ids);
    };
    await connect(0, Array(50).fill('x'.repeat(200)));
    assert.ok(JSON.stringify(api.state.persistence.snapshot()).length < 2000);
    for (let i = 1; i < 20; i += 1) assert.equal((await connect(i)).step, 'connected');
    const { type, message } = await connect(20);
    assert.equal(type, 'conflict');
    assert.match(message, /20 bank logins/);
  });

  it('consents of a bank login, and wrong PINs of a user', async () => {
    const { body } = await client('POST', '/api/users/anna/banking/connect');
    const bankLoginId = await api.connectBank(body.sessionId);
    const user = api.state.users.all()[0] ?? assert.fail();
    for (let i = 0; i < 30; i += 1) user.ledger.recordRenewal(bankLoginId);
    assert.equal(user.ledger.find(bankLoginId).consents.length, 10);
    assert.equal(user.ledger.get(bankLoginId).status, 'OK');
    for (let i = 0; i < 30; i += 1) user.pinGuard.judge('90000001', `sbx-lock+${i}`, 'wrong');
    assert.equal(Object.keys(user.store.state.wrongPins).length, 20);
  });

  it('analyses, of so many users', () => {
    const tenant = { clientId: 'example-client', tenant: 'example-client' };
    const { users, userEvents } = api.state;
    const [first, ...others] = Array.from({ length: 1001 }, (_, i) => users.add(tenant, `u${i}`));
    const process = userEvents.begin();
    userEvents.analyse(first ?? assert.fail(), process);
    assert.ok(first?.analysedAt(process.correlationId));
    for (const user of others) userEvents.analyse(user, userEvents.begin());
    assert.equal(first?.analysedAt(process.correlationId), undefined);
  });

  it('tenants, which go with their last user', () => {
    const { users } = api.state;
    const tenant = { clientId: 'a', tenant: 'a-b' };
    const user = users.add(tenant, 'anna');
    users.delete(user);
    // Again: it is counted once.
    users.delete(user);
    for (let i = 0; i < 10_000; i += 1) users.add(tenant, `user-${i}`);
    assert.throws(() => users.add(tenant, 'one-too-many'), /10000 users/);
  });
});
