/** Webhooks, with real receivers: what is sent, sent again, given up, and in which order. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi } from '../fixtures/described-api.mjs';
import { until } from '../fixtures/until.mjs';

/** Short, so that the test is. */
const deliveryRules = { pauses: [20, 40, 80, 160, 320, 640], timeout: 200 };

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;
/** @type {(() => Promise<void>)[]} */
let tidyUp = [];

beforeEach(async () => {
  api = await openApi({ deliveryRules });
  client = await api.client();
});

afterEach(async () => {
  api.close();
  await Promise.all(tidyUp.map((tidy) => tidy()));
  tidyUp = [];
  assert.deepEqual(api.mistakes, []);
});

/**
 * @typedef {{ method: string, headers: import('node:http').IncomingHttpHeaders, body: any }} Received
 */

/**
 * A receiver on loopback. It takes what comes, unless `answer` says a status.
 *
 * @param {(received: Received) => number | 'never'} [answer]
 */
async function receive(answer = () => 204, port = 0) {
  /** @type {Received[]} */
  const received = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (/** @type {Buffer} */ chunk) => (text += chunk.toString()));
    request.on('end', () => {
      const { method = '', headers } = request;
      const one = { method, headers, body: JSON.parse(text) };
      received.push(one);
      const status = answer(one);
      if (status !== 'never') response.writeHead(status, { Location: 'http://127.0.0.1:4/' }).end();
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  tidyUp.push(close);
  const { port: actual } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { received, close, port: actual, url: `http://127.0.0.1:${actual}/hook` };
}

/**
 * A receiver in a process of its own, which can be killed.
 *
 * @param {string} file where it keeps what it takes
 * @param {number} [silentAt] which delivery it keeps and never answers
 */
async function spawnReceiver(file, port = 0, silentAt = 0) {
  const args = ['test/fixtures/webhook-receiver.mjs', file, String(port), String(silentAt)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  tidyUp.push(kill);
  let said = '';
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));
  /** Waits until it has said the words. @param {RegExp} words */
  const says = async (words) => {
    const [, found = ''] = await until(`the receiver says ${words}`, () => words.exec(said));
    return found;
  };
  return { kill, says, port: Number(await says(/listening on (\d+)\n/)) };
}

/** @param {string} url */
async function subscribe(url, more = {}) {
  const json = { url, events: ['ubaconnect'], ...more };
  const { status, body } = await client('POST', '/api/webhooks', { json });
  assert.equal(status, 201);
  return body;
}

/** A user connects a bank. @param {string} user @param {Record<string, string>} [headers] */
async function connect(user, headers = {}) {
  const { body } = await client('POST', `/api/users/${user}/banking/connect`, { headers });
  return api.connectBank(body.sessionId);
}

const log = async () => (await api.call('GET', '/_sandbox/webhooks')).body;

/** Waits until no delivery waits any more; gives back the log. */
const settled = () =>
  until('no delivery is pending', async () => {
    const deliveries = await log();
    const isSettled = deliveries.every((/** @type {any} */ { status }) => status !== 'pending');
    return isSettled ? deliveries : undefined;
  });

const users = (/** @type {Received[]} */ received) => received.map(({ body }) => body.userID);

describe('A webhook', () => {
  it('"Select your preferred HTTP method", "sending the secret along with the payload"', async () => {
    const { received, url } = await receive();
    const { webhookID } = await subscribe(url, { method: 'PUT', secret: 's3cret' });
    await connect('anna');
    await settled();
    const [{ method, body } = assert.fail()] = received;
    assert.equal(method, 'PUT');
    assert.equal(body.secret, 's3cret');
    assert.equal(body.webhookID, webhookID);
    assert.equal(body.event, 'ubaconnect');
  });

  it('carries "`X-Request-Id`" and "`FinoOS-Tenant-ID`"', async () => {
    const { received, url } = await receive();
    await subscribe(url);
    await connect('anna', { TenantID: 'example-client-app' });
    await settled();
    const [{ headers, body } = assert.fail()] = received;
    assert.match(String(headers['x-request-id']), /^[\da-f-]{36}$/);
    assert.equal(headers['finoos-tenant-id'], 'example-client-app');
    assert.equal(body.tenantID, 'example-client-app');
    assert.equal(headers['content-type'], 'application/json');
  });

  it('"Pick one or multiple events": it hears of no others', async () => {
    const { received, url } = await receive();
    await subscribe(url, { events: ['ubaconnect', 'ubasync'] });
    await connect('anna');
    await settled();
    assert.deepEqual(
      received.map(({ body }) => body.event),
      ['ubaconnect'],
    );
  });

  it('hears of the users of its client only', async () => {
    const { received, url } = await receive();
    await subscribe(url);
    client = await api.client('another-client');
    await connect('anna');
    await settled();
    assert.deepEqual(received, []);
  });

  it('"You can update your webhook with a secret", and with anything else', async () => {
    const { received, url } = await receive();
    const { webhookID } = await subscribe(url);
    const json = { secret: 'later' };
    const { body } = await client('PUT', `/api/webhooks/${webhookID}`, { json });
    assert.deepEqual([body.url, body.hasSecret, body.secret], [url, true, undefined]);
    await connect('anna');
    await settled();
    assert.equal(received[0]?.body.secret, 'later');
  });

  it('cannot be updated by another client', async () => {
    const { webhookID } = await subscribe('http://127.0.0.1:4/');
    const other = await api.client('another-client');
    const answer = await other('PUT', `/api/webhooks/${webhookID}`, { json: {} });
    assert.equal(answer.status, 404);
  });

  it('leads to this machine only', async () => {
    for (const url of [
      'http://example.com/',
      'http://localhost.example.com/',
      'http://127.0.0.1.example.com/',
      'http://127.0.0.1@example.com/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data',
      'http://[::ffff:10.0.0.1]/',
      'ftp://localhost/',
      'file:///etc/passwd',
      'no URL',
    ]) {
      const json = { url, events: ['ubasync'] };
      const { status, body } = await client('POST', '/api/webhooks', { json });
      assert.equal(status, 400, url);
      assert.ok(!body.message.includes(url));
    }
  });

  it('leads elsewhere where the user of the command allows it', async () => {
    const open = await openApi({ allowRemoteWebhooks: true });
    const caller = await open.client();
    const json = { url: 'https://example.com/hook', events: ['ubasync'] };
    assert.equal((await caller('POST', '/api/webhooks', { json })).status, 201);
    open.close();
  });
});

describe('Delivery', () => {
  it('"If the webhook response returns an HTTP status code above 299, a retry mechanism is triggered"', async () => {
    const statuses = [500, 404, 302, 299];
    const { received, url } = await receive(() => statuses.shift() ?? 204);
    await subscribe(url);
    await connect('anna');
    const [delivery] = await settled();
    assert.deepEqual(
      delivery.attempts.map((/** @type {any} */ { outcome }) => outcome),
      [500, 404, 302, 299],
    );
    assert.equal(delivery.status, 'delivered');
    const ids = new Set(received.map(({ headers }) => headers['x-request-id']));
    assert.equal(ids.size, 1);
  });

  it('"After a certain number of failed attempts, the process stops", after pauses that grow', async () => {
    const { url } = await receive(() => 500);
    await subscribe(url);
    await connect('anna');
    const [delivery] = await settled();
    assert.equal(delivery.status, 'given-up');
    const times = delivery.attempts.map((/** @type {any} */ { at }) => Date.parse(at));
    assert.equal(times.length, 7);
    const pauses = times
      .slice(1)
      .map((/** @type {number} */ time, /** @type {number} */ i) => time - times[i]);
    deliveryRules.pauses.forEach((pause, i) => assert.ok((pauses[i] ?? 0) >= pause - 2));
  });

  it('tries again where a receiver takes its time', async () => {
    let isFirst = true;
    const { url } = await receive(() => {
      const answer = isFirst ? 'never' : 204;
      isFirst = false;
      return answer;
    });
    await subscribe(url);
    await connect('anna');
    const [delivery] = await settled();
    assert.deepEqual(
      delivery.attempts.map((/** @type {any} */ { outcome }) => outcome),
      ['timeout', 204],
    );
  });

  it('follows no redirect', async () => {
    const elsewhere = await receive();
    const { url } = await receive(() => 307);
    await subscribe(url);
    await connect('anna');
    await settled();
    assert.deepEqual(elsewhere.received, []);
  });

  it('loses nothing and keeps the order when the receiver is killed in the middle and comes back', async () => {
    api.close();
    api = await openApi(); // With the rules of the command.
    client = await api.client();
    const folder = await mkdtemp(join(tmpdir(), 'uba-receiver-'));
    tidyUp.push(() => rm(folder, { recursive: true }));
    const file = join(folder, 'kept');
    const names = Array.from({ length: 12 }, (_, i) => `user-${i}`);

    const first = await spawnReceiver(file, 0, 5);
    await subscribe(`http://127.0.0.1:${first.port}/hook`);
    for (const name of names.slice(0, 8)) await connect(name);
    await first.says(/silent/);
    await first.kill();
    for (const name of names.slice(8)) await connect(name);
    await until('the fifth is sent again', async () => (await log())[4].attempts.length >= 2);
    await spawnReceiver(file, first.port);
    const deliveries = await settled();

    assert.ok(deliveries.every((/** @type {any} */ { status }) => status === 'delivered'));
    const outcomes = deliveries.map((/** @type {any} */ { attempts }) =>
      attempts.map((/** @type {any} */ { outcome }) => outcome),
    );
    assert.deepEqual(outcomes[4].slice(0, 2), ['unreachable', 'unreachable']);
    assert.equal(outcomes[4].at(-1), 204);
    outcomes.splice(4, 1);
    assert.deepEqual(outcomes, Array(11).fill([204]));

    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    /** @type {{ user: string, id: string }[]} */
    const kept = lines.map((line) => JSON.parse(line));
    // The one in whose middle it was killed came twice, under one id.
    assert.deepEqual(
      kept.map(({ user }) => user),
      [...names.slice(0, 5), ...names.slice(4)],
    );
    assert.equal(kept[4]?.id, kept[5]?.id);
    assert.equal(new Set(kept.map(({ id }) => id)).size, names.length);
  });

  it('can be replayed from the log, which holds no secret', async () => {
    const { received, url } = await receive();
    await subscribe(url, { secret: 's3cret' });
    await connect('anna');
    const [delivery] = await settled();
    assert.doesNotMatch(JSON.stringify(delivery), /s3cret/);
    const { status } = await api.call('POST', `/_sandbox/webhooks/${delivery.deliveryId}/replay`);
    assert.equal(status, 202);
    await settled();
    assert.deepEqual(received[1]?.body, received[0]?.body);
    assert.equal(received[1]?.headers['x-request-id'], received[0]?.headers['x-request-id']);
  });

  it('of one webhook waits for no other', async () => {
    const slow = await receive(() => 500);
    const quick = await receive();
    await subscribe(slow.url);
    await subscribe(quick.url);
    await connect('anna');
    await connect('ben');
    await until('the quick one has both', () => quick.received.length === 2);
    assert.ok(slow.received.length <= 7);
    assert.deepEqual(users(quick.received), ['anna', 'ben']);
  });
});

describe('The log of deliveries', () => {
  it('is answered by its newest, as each may hold all bookings of a user', async () => {
    const { url } = await receive();
    await client('POST', '/api/webhooks', { json: { url, events: ['categorization'] } });
    await client('POST', '/api/users/anna/banking/connect');
    const [user] = api.state.users.all();
    for (let number = 1; number <= 203; number += 1) {
      api.state.webhooks.notify('example-client', {
        userID: user?.userId ?? '',
        tenantID: 'example-client',
        correlationID: String(number),
        correlationTimestamp: new Date(0).toISOString(),
        event: 'categorization',
        data: { status: 'completed' },
      });
    }
    /** @param {string} query */
    const asked = async (query) =>
      (await api.call('GET', `/_sandbox/webhooks${query}`)).body.map(
        (/** @type {any} */ { body }) => Number(body.correlationID),
      );
    const usual = await asked('');
    assert.deepEqual([usual.length, usual[0], usual.at(-1)], [200, 4, 203]);
    assert.deepEqual(await asked('?size=2'), [202, 203]);
    assert.equal((await asked('?size=1000')).length, 203);
    for (const size of ['0', '1001', 'all']) {
      const { status } = await api.call('GET', `/_sandbox/webhooks?size=${size}`);
      assert.equal(status, 400);
    }
  });
});
