/** Whatever comes in, a clear error goes out, and nobody sees what is not theirs. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openApi, origin } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;

beforeEach(async () => {
  api = await openApi({ seed: 'reliable' });
  client = await api.client();
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

describe('What comes in', () => {
  const json = { 'Content-Type': 'application/json' };
  const cases = /** @type {const} */ ([
    ['a body that is no JSON', '{"type":', json],
    ['a list for an object', '[]', json],
    ['null', 'null', json],
    ['a missing type of content', '{}', {}],
    ['a wrong type of a value', '{"type":7}', json],
    ['an unknown value', '{"type":"cat-4711"}', json],
    ['a duration that is none', '{"expiresIn":"soon"}', json],
    ['a duration without end', '{"expiresIn":"P9999999999D"}', json],
    ['a key of the prototype', '{"__proto__":{"type":"company"},"type":1}', json],
    ['bytes that are no text', new Uint8Array([255, 254, 0, 1]), json],
  ]);
  for (const [what, body, headers] of cases) {
    it(`is refused with 400 and the documented body: ${what}`, async () => {
      const answer = await client('POST', '/api/users', { body, headers });
      assert.equal(answer.status, 400);
      assert.deepEqual(Object.keys(answer.body), ['type', 'message', 'requestId']);
      assert.doesNotMatch(answer.body.message, /4711|soon|at \w+ \(/);
    });
  }

  it('may not hold a key that objects have, and changes nothing by it', async () => {
    const body = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    assert.equal((await client('POST', '/api/users', { body, headers: json })).status, 400);
    assert.equal(/** @type {any} */ ({}).polluted, undefined);
  });

  it('is refused where a parameter comes twice', async () => {
    const { status } = await client(
      'POST',
      '/api/users/a/banking/connect?multiple=true&multiple=false',
    );
    assert.equal(status, 400);
  });

  it('is refused where a flag is neither true nor false', async () => {
    const { status } = await client('POST', '/api/users/a/banking/connect?recurring=1');
    assert.equal(status, 400);
  });

  for (const id of ['%00', 'a%20b', '%E0%A4%A', 'x'.repeat(200), '..%2F..%2Fetc%2Fpasswd', '<b>']) {
    it(`is refused with an id such as ${id.slice(0, 20)}`, async () => {
      const { status } = await client('POST', `/api/users/${id}/banking/connect`);
      assert.ok(status === 400 || status === 404, String(status));
    });
  }

  it('may be named after anything that objects have', async () => {
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      assert.equal((await client('POST', `/api/users/${id}/banking/connect`)).status, 201);
      const url = `/api/users/${id}/banking/logins/synchronization-status`;
      assert.deepEqual((await client('GET', url)).body, []);
    }
  });

  it('finds nothing at an unknown path or by an unknown method', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['PATCH', '/api/users'],
      ['POST', '/'],
      ['DELETE', '/api/users'],
    ]) {
      const { status, body } = await client(method ?? '', path ?? '');
      assert.equal(status, 404, path);
      assert.equal(body.type, 'not-found');
    }
  });
});

describe('Unknown ids', () => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const [method, path] of [
    ['DELETE', `/api/users/${nobody}`],
    ['POST', `/api/users/${nobody}/trigger-analysis`],
    ['POST', `/api/users/${nobody}/banking/management`],
    ['GET', `/api/users/${nobody}/banking/logins/synchronization-status`],
    ['POST', `/api/users/known/banking/logins/${nobody}/synchronization`],
    ['POST', `/api/users/known/banking/logins/${nobody}/synchronization?forceConsentExpire=true`],
    ['DELETE', `/api/users/known/banking/logins/${nobody}`],
    ['GET', `/api/users/known/categorization/correlation?correlationId=${nobody}`],
    ['PUT', `/api/webhooks/${nobody}`],
    ['PUT', `/_sandbox/logins/${nobody}/consent`],
    ['POST', `/_sandbox/webhooks/${nobody}/replay`],
    ['POST', '/_sandbox/phone'],
  ]) {
    it(`answer 404: ${method} ${path?.replaceAll(nobody, '…')}`, async () => {
      await client('POST', '/api/users/known/banking/connect');
      const bodies = { consent: { standing: 'expired' }, phone: { decision: 'approved' } };
      const json = path?.endsWith('consent')
        ? bodies.consent
        : path?.endsWith('phone')
          ? bodies.phone
          : method === 'PUT'
            ? {}
            : undefined;
      const { status } = await client(method ?? '', path ?? '', json ? { json } : {});
      assert.equal(status, 404);
    });
  }
});

describe('The bank calls of the page', () => {
  it('are only those that there are', async () => {
    const { body } = await client('POST', '/api/users/a/banking/connect');
    for (const call of ['constructor', '__proto__', 'subscribe', 'toString', 'nothing']) {
      assert.equal((await api.page(body.sessionId, call)).type, 'not-found', call);
    }
  });

  it('are checked for what they take', async () => {
    const { body } = await client('POST', '/api/users/a/banking/connect');
    /** @type {readonly (readonly [call: string, ...args: unknown[]])[]} */
    const calls = [
      ['logIn', {}],
      ['logIn', 'x', 'y'],
      ['connect', 'x', 'y'],
      ['chooseMethod', 'x', 'fax'],
      ['advance', -1],
      ['findBanks', 'x'.repeat(2000)],
    ];
    for (const [call, ...args] of calls) {
      assert.equal((await api.page(body.sessionId, call, ...args)).type, 'bad-request');
    }
  });

  it('lead to the bank’s page in the language of the call, and with its user', async () => {
    const { body } = await client('POST', '/api/users/a/banking/connect');
    const redirectBank = '90000002';
    /** @param {string} query */
    const bankPage = async (query) => {
      const call = `startRedirect${query}`;
      const { url } = await api.page(body.sessionId, call, redirectBank);
      const { searchParams } = new URL(url);
      return [searchParams.get('lang'), searchParams.get('user')];
    };
    await api.page(body.sessionId, 'openSession?lang=de&user=fino01');
    assert.deepEqual(await bankPage('?lang=en&user=fino03'), ['en', 'fino03']);
    assert.deepEqual(await bankPage('?lang=de'), ['de', null]);
  });

  it('are refused without a session that runs', async () => {
    assert.equal((await api.page('made-up', 'logins')).type, 'unauthorized');
    assert.equal((await api.page('made-up', 'openSession')).kind, 'over');
    assert.equal((await api.page('made-up', 'extendSession')).kind, 'over');
  });

  it('leave no PIN and no TAN behind', async () => {
    const { body } = await client('POST', '/api/users/a/banking/connect');
    await api.connectBank(body.sessionId);
    const kept = JSON.stringify(api.state.persistence.snapshot());
    assert.doesNotMatch(kept, /654321|123456/);
    assert.ok(!kept.includes(body.sessionId));
  });
});

describe('Ten thousand users', () => {
  it('are added, found and listed', async () => {
    for (let i = 0; i < 10_000; i += 1) {
      api.state.users.add({ clientId: 'example-client', tenant: 'example-client' }, `user-${i}`);
    }
    const url = '/api/users/user-9999/banking/connect';
    assert.equal((await client('POST', url)).status, 201);
    const { body } = await client('GET', '/api/banking/logins/synchronization-status?size=1000');
    assert.equal(body.total, 0);
    assert.equal((await api.call('GET', '/_sandbox')).body.users, 10_000);
    await api.call('POST', '/_sandbox/clock', { json: { advance: 'P90D' } });
  });
});

describe('Who may reach the sandbox', () => {
  it('calls it by an IP address or by localhost; a foreign name is refused', async () => {
    const { createApp } = await import('../../sandbox/dist/server/app.js');
    const app = createApp({ state: api.state, report: (error) => assert.ifError(error) });
    const ask = async (/** @type {string} */ url) =>
      (await app(new Request(url), { isLocal: true })).status;
    for (const host of ['localhost', '127.0.0.1:99', '[::1]:5174', '192.168.1.7']) {
      assert.equal(await ask(`http://${host}/_sandbox`), 200, host);
    }
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      assert.equal(await ask(`http://${host}/_sandbox`), 403, host);
    }
  });

  for (const Origin of ['https://evil.example', 'http://localhost:5174', 'null', `${origin}0`]) {
    it(`changes nothing from a page of ${Origin}`, async () => {
      const headers = { Origin };
      const answer = await api.call('POST', '/_sandbox/reset', { headers });
      assert.equal(answer.status, 403);
      assert.equal((await client('POST', '/api/users', { headers })).status, 403);
      assert.equal((await client('POST', '/api/users')).status, 201);
    });
  }

  it('changes things from the sandbox’s own page', async () => {
    const answer = await api.call('POST', '/_sandbox/reset', { headers: { Origin: origin } });
    assert.equal(answer.status, 204);
  });

  it('gets no CORS headers, unless its origin is allowed', async () => {
    const { createApp } = await import('../../sandbox/dist/server/app.js');
    const Origin = 'http://localhost:3000';
    for (const allowedOrigins of [[], [Origin]]) {
      const app = createApp({
        state: api.state,
        allowedOrigins,
        report: (error) => assert.ifError(error),
      });
      const request = new Request(`${origin}/_sandbox/reset`, {
        method: 'POST',
        headers: { Origin },
      });
      const response = await app(request, { isLocal: true });
      assert.equal(response.status, allowedOrigins.length ? 204 : 403);
      assert.equal(
        response.headers.get('Access-Control-Allow-Origin'),
        allowedOrigins.length ? Origin : null,
      );
    }
  });

  it('uses the control API from this machine only, and not through a proxy', async () => {
    assert.equal((await api.call('GET', '/_sandbox', { isLocal: false })).status, 403);
    const headers = { 'X-Forwarded-For': '203.0.113.7' };
    assert.equal((await api.call('GET', '/_sandbox', { headers })).status, 403);
    assert.equal((await client('POST', '/api/users', { isLocal: false })).status, 201);
  });
});
