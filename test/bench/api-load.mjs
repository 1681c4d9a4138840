/**
 * The API under load: 1,000 requests a second for half a minute on connect and status, on reading
 * accounts, transactions and categories, and on upload; and its memory over 100,000 sessions and 10,000
 * rounds of the same. `npm run build && node --expose-gc test/bench/api-load.mjs`
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import autocannon from 'autocannon';
import { sessionLimit } from '../../sandbox/dist/core/contract/bank-side.js';
import { createApp } from '../../sandbox/dist/server/app.js';
import { createState } from '../../sandbox/dist/server/sandbox-state.js';

const seconds = Number(process.env.SECONDS ?? 30);

/** @typedef {(url: string, init: RequestInit) => Promise<Response>} Ask */

/** @param {string} origin @param {Ask} [ask] */
async function tokenOf(origin, ask = fetch) {
  const body = new URLSearchParams({
    client_id: 'load',
    client_secret: 'secret',
    grant_type: 'client_credentials',
  });
  const response = await ask(`${origin}/api/auth`, { method: 'POST', body });
  const { access_token: token } = /** @type {{ access_token: string }} */ (await response.json());
  return { Authorization: `Bearer ${token}` };
}

const json = { 'Content-Type': 'application/json' };

/**
 * Lets a user connect a bank; gives what is read and written then, over and over.
 *
 * @param {string} origin @param {string} userId @param {Record<string, string>} headers @param {Ask} [ask]
 */
async function rounds(origin, userId, headers, ask = fetch) {
  const path = `/api/users/${userId}/banking`;
  const connect = { method: 'POST', path: `${path}/connect?recurring=true`, headers };
  const { sessionId } = await called(connect);
  /** @param {string} name @param {...unknown} args */
  const page = (name, ...args) =>
    called({
      method: 'POST',
      path: `/_bank/${name}`,
      headers: { ...json, 'X-Sandbox-Session': sessionId },
      body: JSON.stringify(args),
    });
  const { attemptId } = await page('logIn', { bankCode: '90000001', userName: 'fino01', pin: '1' });
  const { accounts: offered } = await page('giveConsent', attemptId);
  const ids = offered.map((/** @type {{ accountId: string }} */ { accountId }) => accountId);
  await page('connect', attemptId, ids);
  return [
    connect,
    { method: 'GET', path: `${path}/logins/synchronization-status`, headers },
    { method: 'GET', path: `${path}/accounts?transactions=true`, headers },
    { method: 'GET', path: `${path}/accounts/${ids[0]}/transactions`, headers },
    { method: 'GET', path: `/api/users/${userId}/categorization`, headers },
    {
      method: 'POST',
      path: `${path}/accounts`,
      headers: { ...headers, ...json },
      body: JSON.stringify({ accounts: [account] }),
    },
  ];

  /** @param {{ method: string, path: string, headers: Record<string, string>, body?: string }} call */
  async function called({ path: place, ...init }) {
    const response = await ask(origin + place, init);
    assert.ok(response.ok, `${place}: ${response.status}`);
    return /** @type {any} */ (await response.json());
  }
}

/** One with ten transactions, which the next upload replaces. */
const account = {
  accountId: 'uploaded',
  balance: 1,
  bankName: 'Bank',
  iban: 'DE89370400440532013000',
  owner: 'Anna',
  transactions: Array.from({ length: 10 }, (_, i) => ({
    transactionId: `transaction-${i}`,
    amount: i,
    bookingDate: 1_767_600_000,
    purpose: 'Purpose',
    paymentPartner: { name: 'Partner' },
  })),
};

async function load() {
  const child = spawn(process.execPath, ['sandbox/dist/server/cli.js', '--port', '0', '--quiet']);
  const [said] = /** @type {[Buffer]} */ (await once(child.stdout, 'data'));
  const [, origin = ''] = /(http:\/\/\S+)\/sandbox\n/.exec(said.toString()) ?? [];
  const requests = await rounds(origin, 'anna', await tokenOf(origin));
  await fetch(`${origin}/_sandbox/clock`, {
    method: 'POST',
    headers: json,
    body: '{"advance":"PT5S"}',
  });
  const result = await autocannon({
    url: origin,
    connections: 20,
    overallRate: 1000,
    duration: seconds,
    requests,
  });
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  await exit;
  const { latency, errors, timeouts, non2xx } = result;
  console.log(
    `load: ${result.requests.average} requests a second for ${result.duration} s, ${result.requests.total} in all; ` +
      `p50 ${latency.p50} ms, p99 ${latency.p99} ms, longest ${latency.max} ms; ` +
      `${errors + timeouts + non2xx} errors`,
  );
  assert.equal(errors + timeouts + non2xx, 0);
}

/** In this process, where the heap can be seen. */
async function memory() {
  const state = createState({ seed: 'load' });
  const app = createApp({ state, report: (error) => assert.ifError(error) });
  const origin = 'http://127.0.0.1';
  /** @type {number[]} */
  const heaps = [];
  /** @type {Ask} */
  const ask = (url, init) => app(new Request(url, init), { isLocal: true });
  const readers = await Promise.all(
    Array.from({ length: 100 }, async (_, i) =>
      rounds(origin, `reader-${i}`, await tokenOf(origin, ask), ask),
    ),
  );
  for (let batch = 0; batch < 10; batch += 1) {
    const headers = await tokenOf(origin, ask);
    for (let i = 0; i < 10_000; i += 1) {
      const { status } = await ask(`${origin}/api/users/user-${i % 100}/banking/connect`, {
        method: 'POST',
        headers,
      });
      assert.equal(status, 201);
    }
    for (let i = 0; i < 10; i += 1) {
      for (const { path, ...init } of readers.flat()) {
        const response = await ask(origin + path, init);
        assert.ok(response.ok);
        await response.arrayBuffer();
      }
    }
    await state.automaticSync.advance(sessionLimit);
    assert.equal(state.sessions.all().length, 0);
    // What a body was read by is let go of in a turn of its own.
    await setImmediate();
    globalThis.gc?.();
    heaps.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
  }
  state.close();
  console.log(
    `memory: heap after each 10,000 sessions and 1,000 rounds, in MB: ${heaps.join(', ')}`,
  );
  const [first = 0, last = 0] = [heaps[1], heaps.at(-1)];
  assert.ok(last - first < 3, 'the heap grows with the sessions');
}

assert.ok(globalThis.gc, 'Run it with --expose-gc.');
await memory();
await load();
