/**
 * The API under load: 1,000 requests a second for half a minute on connect and status, and its memory
 * over 100,000 sessions. `npm run build && node --expose-gc test/bench/api-load.mjs`
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { sessionLimit } from '../../sandbox/dist/core/contract/bank-side.js';
import { createApp } from '../../sandbox/dist/server/app.js';
import { createState } from '../../sandbox/dist/server/sandbox-state.js';

const seconds = Number(process.env.SECONDS ?? 30);

/** @param {string} origin */
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

async function load() {
  const child = spawn(process.execPath, ['sandbox/dist/server/cli.js', '--port', '0', '--quiet']);
  const [said] = /** @type {[Buffer]} */ (await once(child.stdout, 'data'));
  const [, origin = ''] = /(http:\/\/\S+)\/sandbox\n/.exec(said.toString()) ?? [];
  const headers = await tokenOf(origin);
  const path = '/api/users/anna/banking';
  const result = await autocannon({
    url: origin,
    connections: 20,
    overallRate: 1000,
    duration: seconds,
    requests: [
      { method: 'POST', path: `${path}/connect?recurring=true`, headers },
      { method: 'GET', path: `${path}/logins/synchronization-status`, headers },
    ],
  });
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  await exit;
  const { requests, latency, errors, timeouts, non2xx } = result;
  console.log(
    `load: ${requests.average} requests a second for ${result.duration} s, ${requests.total} in all; ` +
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
  for (let batch = 0; batch < 10; batch += 1) {
    const ask = (/** @type {any} */ url, /** @type {any} */ init) =>
      app(new Request(url, init), { isLocal: true });
    const headers = await tokenOf(origin, ask);
    for (let i = 0; i < 10_000; i += 1) {
      const { status } = await ask(`${origin}/api/users/user-${i % 100}/banking/connect`, {
        method: 'POST',
        headers,
      });
      assert.equal(status, 201);
    }
    await state.automaticSync.advance(sessionLimit);
    assert.equal(state.sessions.all().length, 0);
    globalThis.gc?.();
    heaps.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
  }
  state.close();
  console.log(`memory: heap after each 10,000 sessions, in MB: ${heaps.join(', ')}`);
  const [first = 0, last = 0] = [heaps[1], heaps.at(-1)];
  assert.ok(last - first < 3, 'the heap grows with the sessions');
}

assert.ok(globalThis.gc, 'Run it with --expose-gc.');
await memory();
await load();
