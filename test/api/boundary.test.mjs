/**
 * What stays on this machine, and what a page of another origin can do: with a server of its own, as
 * it takes real addresses, ports and connections.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startSandbox } from '../../sandbox/dist/server/index.js';
import { openApi, origin as testOrigin } from '../fixtures/described-api.mjs';
import { until } from '../fixtures/until.mjs';

/** @type {string} */
let site;

before(async () => {
  site = await mkdtemp(join(tmpdir(), 'uba-site-'));
  const meta = '<meta name="sandbox-server" content="" />';
  await writeFile(join(site, 'index.html'), `<!doctype html><title>Page</title>${meta}`);
  await writeFile(join(site, 'main.js'), 'export {};');
});
after(() => rm(site, { recursive: true }));

const json = { 'Content-Type': 'application/json' };

/** @param {string} origin */
async function clientOf(origin) {
  const body = new URLSearchParams({
    client_id: 'shop',
    client_secret: 'secret',
    grant_type: 'client_credentials',
  });
  const response = await fetch(`${origin}/api/auth`, { method: 'POST', body });
  const { access_token: token } = /** @type {{ access_token: string }} */ (await response.json());
  const headers = { ...json, Authorization: `Bearer ${token}` };
  /** @param {string} method @param {string} path @param {unknown} [sent] */
  return async (method, path, sent) => {
    const init = { method, headers, ...(sent !== undefined && { body: JSON.stringify(sent) }) };
    const answer = await fetch(origin + path, init);
    const text = await answer.text();
    return {
      status: answer.status,
      body: /** @type {any} */ (text ? JSON.parse(text) : undefined),
    };
  };
}

/** This machine's addresses beyond loopback. */
const addresses = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .filter(({ family, internal }) => family === 'IPv4' && !internal)
  .map(({ address }) => address);

/** What an origin is called by another name. @param {string} origin @param {string} host */
const under = (origin, host) => `http://${host}:${new URL(origin).port}`;

describe('The control API', () => {
  for (const [name, value] of [
    ['Via', '1.1 proxy'],
    ['Forwarded', 'for=203.0.113.7'],
    ['X-Forwarded-For', '203.0.113.7'],
    ['X-Forwarded-Host', 'sandbox.example'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Whatever', 'x'],
    ['X-Real-IP', '203.0.113.7'],
    ['X-Client-IP', '203.0.113.7'],
    ['X-Original-Host', 'sandbox.example'],
    ['CF-Connecting-IP', '203.0.113.7'],
    ['CF-Ray', 'x'],
    ['CDN-Loop', 'cloudflare'],
    ['Fastly-Client-IP', '203.0.113.7'],
    ['True-Client-IP', '203.0.113.7'],
  ]) {
    it(`answers nobody who comes through a proxy: ${name}`, async (t) => {
      const api = await openApi();
      t.after(() => api.close());
      const headers = { [name ?? '']: value ?? '' };
      for (const [method, path] of /** @type {const} */ ([
        ['GET', '/_sandbox'],
        ['POST', '/_sandbox/reset'],
      ])) {
        assert.equal((await api.call(method, path, { headers })).status, 403);
      }
      const client = await api.client();
      const { body } = await client('POST', '/api/users/anna/banking/connect', { headers });
      const request = new Request(`${testOrigin}/_bank/advance`, {
        method: 'POST',
        headers: { ...json, ...headers, 'X-Sandbox-Session': body.sessionId },
        body: '[1000]',
      });
      assert.equal((await api.app(request, { isLocal: true })).status, 403);
    });
  }
});

describe('A webhook', () => {
  it('never leads to the sandbox itself, however that is spelt', async (t) => {
    for (const allowRemoteWebhooks of [false, true]) {
      const sandbox = await startSandbox({ port: 0, site, allowRemoteWebhooks });
      t.after(() => sandbox.close());
      const { origin } = sandbox;
      const client = await clientOf(origin);
      for (const host of [
        '127.0.0.1',
        'localhost',
        'LOCALHOST',
        'localhost.',
        'sub.localhost',
        '127.1',
        '0x7f000001',
        '2130706433',
        '127.9.9.9',
        '0.0.0.0',
        '0',
        '[::1]',
        '[::]',
        '[0:0:0:0:0:0:0:1]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        ...addresses,
      ]) {
        const url = `${under(origin, host)}/_sandbox/reset`;
        const { status } = await client('POST', '/api/webhooks', { url, events: ['ubasync'] });
        assert.equal(status, 400, url);
      }
      const { port } = new URL(origin);
      const free = { url: `http://127.0.0.1:${Number(port) === 4 ? 5 : 4}/`, events: ['ubasync'] };
      const { status, body } = await client('POST', '/api/webhooks', free);
      assert.equal(status, 201);
      const self = { url: `${origin}/_sandbox/reset` };
      const changed = await client('PUT', `/api/webhooks/${body.webhookID}`, self);
      assert.equal(changed.status, 400);
      assert.match(changed.body.message, /sandbox itself/);
    }
  });

  it('moves nothing where it comes back by a relay or a redirect', async (t) => {
    const sandbox = await startSandbox({ port: 0, site });
    t.after(() => sandbox.close());
    const { origin } = sandbox;
    /** @type {number[]} */
    const statuses = [];
    // It passes each delivery on to the sandbox, and points there as well.
    const relay = createServer((request, response) => {
      const target = `${origin}/_sandbox/reset`;
      const { headers, method } = request;
      httpRequest(target, { method, headers }, (answer) => {
        statuses.push(answer.statusCode ?? 0);
        answer.resume();
        response.writeHead(307, { Location: target }).end();
      }).end();
      request.resume();
    }).listen(0, '127.0.0.1');
    t.after(() => relay.close());
    await once(relay, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (relay.address());
    const client = await clientOf(origin);
    const url = `http://127.0.0.1:${port}/`;
    const hook = await client('POST', '/api/webhooks', { url, events: ['categorization'] });
    assert.equal(hook.status, 201);
    await client('POST', '/api/users/anna/banking/connect');
    await client('POST', '/api/users/anna/trigger-analysis');
    await client('POST', '/_sandbox/clock', { advance: 'PT5S' });
    await until('it was delivered', () => statuses.length > 0);
    assert.deepEqual(statuses.slice(0, 1), [403]);
    // The user is still there.
    assert.equal((await client('POST', '/api/users/anna/banking/management')).status, 201);
  });

  it('is not aimed at this machine from another one, nor changed where it leads here', async (t) => {
    const api = await openApi({ allowRemoteWebhooks: true });
    t.after(() => api.close());
    const client = await api.client();
    const isLocal = false;
    const events = ['categorization'];
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '127.1', ...addresses]) {
      const answer = await client('POST', '/api/webhooks', {
        json: { url: `http://${host}:4000/`, events },
        isLocal,
      });
      assert.equal(answer.status, 400, host);
      assert.match(answer.body.message, /another machine/);
    }
    const here = { url: 'http://127.0.0.1:4000/', events };
    const { body } = await client('POST', '/api/webhooks', { json: here });
    const path = `/api/webhooks/${body.webhookID}`;
    for (const change of [{ secret: 'x' }, { url: 'http://192.0.2.1/' }]) {
      assert.equal((await client('PUT', path, { json: change, isLocal })).status, 400);
    }
    assert.equal((await client('PUT', path, { json: { secret: 'x' } })).status, 200);
    const afar = { url: 'http://192.0.2.1:4000/', events };
    const answer = await client('POST', '/api/webhooks', { json: afar, isLocal });
    assert.equal(answer.status, 201);
    const moved = `/api/webhooks/${answer.body.webhookID}`;
    assert.equal((await client('PUT', moved, { json: here, isLocal })).status, 400);
  });

  it('from another machine does not arrive here by a name that leads here', async (t) => {
    let arrived = 0;
    const receiver = createServer((_, response) => {
      arrived += 1;
      response.end();
    }).listen(0);
    t.after(() => receiver.close());
    await once(receiver, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (receiver.address());
    const { refusalOf } = await import('../../sandbox/dist/server/webhooks/target.js');
    const { send } = await import('../../sandbox/dist/server/webhooks/send.js');
    // A name that leads here and does not look so; which names do is up to the machine's resolver.
    const rules = { mayLeaveMachine: true, ownPort: undefined };
    assert.equal(refusalOf('http://receiver.example/', true, rules), undefined);
    const sending = {
      method: 'POST',
      headers: {},
      body: '{}',
      signal: AbortSignal.timeout(10_000),
    };
    const url = `http://localhost:${port}/`;
    await assert.rejects(send(url, { ...sending, isRemote: true }), /leads to this machine/);
    assert.equal(arrived, 0);
    assert.equal(await send(url, { ...sending, isRemote: false }), 200);
    assert.equal(arrived, 1);
  });

  it('with user info or with a port that fetch refuses is refused', async (t) => {
    const api = await openApi();
    t.after(() => api.close());
    const client = await api.client();
    for (const [url, words] of /** @type {const} */ ([
      ['http://user:pass@127.0.0.1:5633/', /user name or password/],
      ['http://user@127.0.0.1:5633/', /user name or password/],
      ['http://:pass@127.0.0.1:5633/', /user name or password/],
      ['http://127.0.0.1:6000/', /port/],
      ['http://127.0.0.1:22/', /port/],
      ['https://localhost:25/', /port/],
    ])) {
      const answer = await client('POST', '/api/webhooks', { json: { url, events: ['ubasync'] } });
      assert.equal(answer.status, 400, url);
      assert.match(answer.body.message, words);
      assert.doesNotMatch(answer.body.message, /pass@|:pass/);
    }
  });

  it('of fetch’s blocked ports is refused for each of them', async () => {
    const { refusalOf } = await import('../../sandbox/dist/server/webhooks/target.js');
    const rules = { mayLeaveMachine: true, ownPort: undefined };
    const urls = Array.from({ length: 65_536 }, (_, port) => `http://receiver.invalid:${port}/`);
    const refused = urls.filter((url) => refusalOf(url, false, rules) !== undefined);
    assert.equal(refused.length, 83);
    for (const url of refused.slice(1)) {
      const error = await fetch(url).catch((/** @type {unknown} */ e) => /** @type {any} */ (e));
      assert.match(String(error.cause?.message), /bad port/, url);
    }
  });

  it('of an earlier run is checked anew', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'uba-data-'));
    t.after(() => rm(folder, { recursive: true }));
    const data = join(folder, 'state.json');
    const receiver = createServer().listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const free = /** @type {import('node:net').AddressInfo} */ (receiver.address()).port;
    receiver.close();
    const first = await startSandbox({ port: 0, site, data, allowRemoteWebhooks: true });
    const port = Number(new URL(first.origin).port);
    const client = await clientOf(first.origin);
    const urls = ['http://192.0.2.1/hook', 'http://127.0.0.1:4/hook', `http://[::1]:${free}/`];
    for (const url of urls) {
      const answer = await client('POST', '/api/webhooks', {
        url,
        events: ['ubasync'],
        secret: 'x',
      });
      assert.equal(answer.status, 201);
    }
    await first.close();
    /** @type {string[]} */
    const said = [];
    /** @type {import('../../sandbox/dist/server/index.js').SandboxOptions} */
    const options = { site, data, report: (error) => said.push(String(error)) };
    const second = await startSandbox({ ...options, port });
    await second.close();
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /webhook [\da-f-]{36} was dropped.*--allow-remote-webhooks/);
    // The same port as a receiver's: that one is the sandbox itself now.
    const third = await startSandbox({ ...options, port: free });
    await third.close();
    assert.match(said.at(-1) ?? '', /sandbox itself/);
    const { webhooks } = JSON.parse(await readFile(data, 'utf8'));
    assert.deepEqual(
      webhooks.map((/** @type {any} */ { url }) => url),
      ['http://127.0.0.1:4/hook'],
    );
  });
});

describe('A page of another origin', () => {
  const foreign = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };

  it('changes no id by looking at the page', async (t) => {
    const ids = [];
    for (const views of [0, 3]) {
      const sandbox = await startSandbox({ port: 0, site, seed: 'x' });
      t.after(() => sandbox.close());
      const { origin } = sandbox;
      for (let i = 0; i < views; i += 1) await fetch(`${origin}/sandbox`, { headers: foreign });
      const client = await clientOf(origin);
      const { body } = await client('POST', '/api/users', {});
      const page = await (await fetch(`${origin}/auth?sessionId=one`)).text();
      const other = await (await fetch(`${origin}/auth?sessionId=two`)).text();
      const seedOf = (/** @type {string} */ text) => /seed&quot;:&quot;([^&]+)/.exec(text)?.[1];
      assert.notEqual(seedOf(page), seedOf(other));
      ids.push([body.userId, seedOf(page)]);
    }
    assert.deepEqual(ids[0], ids[1]);
  });

  it('takes no planned refusal, nor does anybody without a token', async (t) => {
    const sandbox = await startSandbox({ port: 0, site });
    t.after(() => sandbox.close());
    const { origin } = sandbox;
    const client = await clientOf(origin);
    await client('PUT', '/_sandbox/refusals', { status: 503, times: 1 });
    for (const path of [
      '/api/x',
      '/api/users',
      '/api',
      '/api/banking/logins/synchronization-status',
    ]) {
      await fetch(origin + path, { headers: foreign });
      await fetch(origin + path);
    }
    assert.equal((await client('POST', '/api/users', {})).status, 503);
    assert.equal((await client('POST', '/api/users', {})).status, 201);
  });

  it('asks the API for nothing, unless its origin is allowed; a link may be followed', async (t) => {
    const allowed = 'http://localhost:3000';
    const sandbox = await startSandbox({ port: 0, site, allowedOrigins: [allowed] });
    t.after(() => sandbox.close());
    const { origin } = sandbox;
    const ask = async (/** @type {string} */ path, /** @type {Record<string, string>} */ headers) =>
      (await fetch(origin + path, { headers })).status;
    for (const path of [
      '/_sandbox',
      '/api',
      '/api/openapi.json',
      `/_bank-window/${'0'.repeat(32)}`,
    ]) {
      for (const site of ['cross-site', 'same-site']) {
        const from = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'cors' };
        assert.equal(await ask(path, from), 403, path);
        assert.equal(await ask(path, { ...from, Origin: 'https://evil.example' }), 403, path);
        assert.equal(await ask(path, { ...from, Origin: allowed }), 200, path);
      }
      assert.equal(await ask(path, { 'Sec-Fetch-Site': 'same-origin' }), 200, path);
      assert.equal(await ask(path, {}), 200, path);
    }
    // Unlike fetch, it leaves the mode as it is.
    const link = { ...foreign, 'Sec-Fetch-Mode': 'navigate' };
    const request = httpRequest(`${origin}/api`, { headers: link }).end();
    const [response] = await once(request, 'response');
    response.resume();
    assert.equal(response.statusCode, 200);
    assert.equal(await ask('/main.js', foreign), 200);
  });
});

describe('The headers', () => {
  it('keep answers of the API out of caches and other pages, and the page’s files usable', async (t) => {
    const sandbox = await startSandbox({ port: 0, site });
    t.after(() => sandbox.close());
    const { origin } = sandbox;
    const headers = { 'X-Forwarded-For': '203.0.113.7' };
    const form = { client_id: 'a', client_secret: 'b', grant_type: 'client_credentials' };
    const api = [
      fetch(`${origin}/api/auth`, { method: 'POST', body: new URLSearchParams(form) }),
      fetch(`${origin}/api/users`, { method: 'POST' }),
      fetch(`${origin}/api/nothing`),
      fetch(`${origin}/api`),
      fetch(`${origin}/api/docs.css`),
      fetch(`${origin}/api/openapi.json`),
      fetch(`${origin}/_sandbox`),
      fetch(`${origin}/_sandbox`, { headers }),
      fetch(`${origin}/_sandbox/reset`, { method: 'POST' }),
      fetch(`${origin}/_bank/openSession`, { method: 'POST', headers: json, body: '[]' }),
      fetch(`${origin}/_bank/openSession`, { method: 'POST', body: 'x'.repeat(20_000) }),
      fetch(`${origin}/_bank-window/${'0'.repeat(32)}`),
    ];
    for (const response of await Promise.all(api)) {
      const path = `${response.url} ${response.status}`;
      assert.equal(response.headers.get('Cache-Control'), 'no-store', path);
      assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff', path);
      assert.equal(response.headers.get('Cross-Origin-Resource-Policy'), 'same-origin', path);
    }
    for (const path of ['/', '/auth', '/sandbox', '/main.js', '/nothing']) {
      const response = await fetch(origin + path);
      assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff', path);
      if (path === '/nothing') continue;
      assert.equal(response.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin', path);
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /script-src 'self'(;|$)/, path);
      assert.doesNotMatch(policy, /unsafe|frame-ancestors/, path);
    }
  });
});

describe('A caller that hangs up', () => {
  it('in the middle of a body is no mistake of ours', async (t) => {
    /** @type {string[]} */
    const said = [];
    /** @type {string[]} */
    const lines = [];
    const sandbox = await startSandbox({
      port: 0,
      site,
      report: (error) => said.push(String(error)),
      log: (line) => lines.push(line),
    });
    t.after(() => sandbox.close());
    const { origin } = sandbox;
    const { port } = new URL(origin);
    const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
    const kinds = [
      'Transfer-Encoding: chunked\r\n\r\n5\r\nclien',
      'Content-Length: 100\r\n\r\nclien',
    ];
    for (const kind of kinds) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`POST /api/auth HTTP/1.1\r\nHost: localhost\r\n${form}${kind}`);
      // It has come so far that it reads the body.
      await fetch(`${origin}/sandbox`);
      await fetch(`${origin}/sandbox`);
      socket.resetAndDestroy();
    }
    await until('both were ended', () => lines.length === kinds.length);
    assert.deepEqual(said, []);
    assert.ok(
      lines.every((line) => line.includes(' 400 ')),
      lines.join(),
    );
  });
});

describe('A session of any id', () => {
  it('is looked up as the address names it', async (t) => {
    const api = await openApi();
    t.after(() => api.close());
    const ask = async (/** @type {string} */ id) => {
      const request = new Request(`${testOrigin}/_bank/openSession`, {
        method: 'POST',
        headers: { ...json, 'X-Sandbox-Session': id },
        body: '[]',
      });
      const response = await api.app(request, { isLocal: true });
      return /** @type {Promise<any>} */ (response.json());
    };
    assert.equal((await ask(encodeURIComponent('demo–1'))).kind, 'over');
    assert.equal((await ask('%E0%A4%A')).type, 'bad-request');
  });
});
