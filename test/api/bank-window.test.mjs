/** What the bank's own page reports by way of the server, for a frame that cannot see its window. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createApp } from '../../sandbox/dist/server/app.js';
import { createState } from '../../sandbox/dist/server/sandbox-state.js';

const origin = 'http://127.0.0.1:5174';
const id = '0123456789abcdef0123456789abcdef';

describe('The reports of a bank’s window', () => {
  const state = createState();
  const app = createApp({ state, report: (error) => assert.ifError(error) });
  before(() => state.reset());
  beforeEach(() => state.bankWindows.clear());
  after(() => state.close());

  /** @param {unknown} body @param {{ of?: string, headers?: Record<string, string> }} [more] */
  async function report(body, { of = id, headers = {} } = {}) {
    const request = new Request(`${origin}/_bank-window/${of}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await app(request, { isLocal: false })).status;
  }

  async function read(of = id) {
    const response = await app(new Request(`${origin}/_bank-window/${of}`), { isLocal: false });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    return /** @type {unknown} */ (await response.json());
  }

  it('are nothing, then the newest, until the user has answered', async () => {
    assert.equal(await read(), null);
    for (const outcome of ['opened', 'closed', 'opened']) {
      assert.equal(await report({ outcome }), 204);
      assert.deepEqual(await read(), { outcome });
    }
    const answer = { outcome: 'agreed', userName: 'persondemo' };
    assert.equal(await report(answer), 204);
    assert.equal(await report({ outcome: 'closed' }), 204);
    assert.deepEqual(await read(), answer);
    assert.equal(await read(id.replace('0', 'f')), null);
  });

  it('are refused from another site, in another form, and of another window than one of ours', async () => {
    const headers = { Origin: 'https://evil.example' };
    assert.equal(await report({ outcome: 'agreed', userName: 'x' }, { headers }), 403);
    const plain = { 'Content-Type': 'text/plain' };
    assert.equal(await report({ outcome: 'cancelled' }, { headers: plain }), 400);
    for (const body of [null, {}, { outcome: 'agreed' }, { outcome: 'won' }, [], 'opened']) {
      assert.equal(await report(body), 400);
    }
    for (const of of ['1', id.toUpperCase(), `${id}0`, '__proto__']) {
      assert.equal(await report({ outcome: 'cancelled' }, { of }), 404);
    }
    assert.equal(await read(), null);
  });

  it('are remembered of the newest thousand alone', async () => {
    const idOf = (/** @type {number} */ number) => number.toString(16).padStart(32, '0');
    for (let number = 0; number <= 1000; number += 1) {
      await report({ outcome: 'opened' }, { of: idOf(number) });
    }
    assert.equal(await read(idOf(0)), null);
    assert.deepEqual(await read(idOf(1)), { outcome: 'opened' });
  });
});
