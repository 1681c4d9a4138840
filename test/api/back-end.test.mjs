/** The back end that the READMEs show: whom it answers, and what it says where fino does not. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startSandbox } from '../../sandbox/dist/server/index.js';
import { until } from '../fixtures/until.mjs';

/** @typedef {{ method?: string, path?: string, headers?: Readonly<Record<string, string>> }} Call */

/**
 * Runs the back end on a free port.
 *
 * @param {Readonly<Record<string, string>>} env
 */
async function startBackEnd(env) {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  await once(probe.close(), 'close');

  const child = spawn(process.execPath, ['demo/back-end/back-end.mjs'], {
    env: { ...process.env, PORT: String(port), ...env },
  });
  let said = '';
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => (said += chunk.toString()));

  /**
   * Not by `fetch`, which sets Host and Origin as it likes.
   *
   * @param {Call} [call]
   */
  const ask = async ({ method = 'POST', path = '/session', headers = {} } = {}) => {
    const request = httpRequest({ host: 'localhost', port, method, path, headers }).end();
    const [response] = /** @type {[import('node:http').IncomingMessage]} */ (
      await once(request, 'response')
    );
    const text = Buffer.concat(await response.toArray()).toString();
    return { status: response.statusCode, headers: response.headers, text };
  };
  await until('the back end listens', () => {
    assert.equal(child.exitCode, null, said);
    return ask({ path: '/' }).catch(() => undefined);
  });
  return {
    origin: `http://localhost:${port}`,
    ask,
    said: () => said,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

describe('the back end of the READMEs', () => {
  /** @type {Awaited<ReturnType<typeof startSandbox>>} */
  let sandbox;
  /** @type {Awaited<ReturnType<typeof startBackEnd>>} */
  let backEnd;

  before(async () => {
    sandbox = await startSandbox({ port: 0 });
    backEnd = await startBackEnd({ UBA_API: `${sandbox.origin}/api` });
  });

  after(async () => {
    await backEnd.stop();
    await sandbox.close();
  });

  it('answers its own page in JSON that no cache keeps', async () => {
    const calls = [
      {},
      { headers: { Origin: backEnd.origin } },
      { method: 'GET', path: '/bank-logins' },
    ];
    for (const call of calls) {
      const { status, headers, text } = await backEnd.ask(call);
      assert.equal(status, 'method' in call ? 200 : 201, text);
      assert.equal(headers['content-type'], 'application/json');
      assert.equal(headers['cache-control'], 'no-store');
      assert.ok(JSON.parse(text));
    }
  });

  it('refuses pages of another origin and other names of this machine', async () => {
    const { host, port } = new URL(backEnd.origin);
    const foreign = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `https://${host}` },
      { Origin: `http://127.0.0.1:${port}` },
      { Origin: `${backEnd.origin}.evil.example` },
      { Host: 'evil.example' },
      { Host: `evil.example:${port}` },
      { Host: 'localhost' },
      { Host: `127.0.0.1:${port}` },
    ];
    for (const headers of foreign) {
      for (const call of [{}, { method: 'GET', path: '/bank-logins' }]) {
        const { status, text, ...answer } = await backEnd.ask({ ...call, headers });
        assert.equal(status, 403, JSON.stringify(headers));
        assert.equal(text, `{"error":"SITE is ${backEnd.origin}"}`);
        assert.equal(answer.headers['cache-control'], 'no-store');
      }
    }
  });

  it('answers its own paths alone, each by its own method', async () => {
    const strange = [
      '/',
      '/session/',
      '/sessions',
      '//session',
      '/constructor',
      'http://x/session',
    ];
    const calls = [
      ...strange.map((path) => ({ path })),
      { path: '/bank-logins' },
      { method: 'GET', path: '/session' },
      { method: 'OPTIONS', path: '/session' },
      { method: 'DELETE', path: '/bank-logins' },
    ];
    for (const call of calls) {
      const { status, text } = await backEnd.ask(call);
      assert.equal(status, 404, JSON.stringify(call));
      assert.equal(text, '{"error":"no such path"}');
    }
  });

  it('answers for the site that it is told', async (context) => {
    const SITE = 'https://shop.example';
    const told = await startBackEnd({ UBA_API: `${sandbox.origin}/api`, SITE });
    context.after(told.stop);
    const headers = { Host: 'shop.example', Origin: SITE };
    assert.equal((await told.ask({ headers })).status, 201);
    assert.equal((await told.ask({})).status, 403);
  });

  it('tells you, and not the visitor, that the secret is wrong', async (context) => {
    const wrong = await startBackEnd({ UBA_API: `${sandbox.origin}/api`, UBA_SECRET: 'wrong' });
    context.after(wrong.stop);
    const { status, text } = await wrong.ask();
    assert.deepEqual([status, text], [502, '{"error":"no answer from UBA"}']);
    await until('it says so', () => wrong.said().includes('Is UBA_SECRET right?'));
    assert.equal(wrong.said(), 'UBA refuses the client. Is UBA_SECRET right?\n');
  });

  it('asks once for another token, and gives up where that is refused, too', async (context) => {
    /** @type {(string | undefined)[]} */
    const asked = [];
    const api = createServer(({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      if (url === '/auth') response.end('{"access_token":"token"}');
      else response.writeHead(401).end();
    });
    context.after(() => api.close());
    await once(api.listen(0, '127.0.0.1'), 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (api.address());
    const refused = await startBackEnd({ UBA_API: `http://127.0.0.1:${port}` });
    context.after(refused.stop);
    const { status } = await refused.ask();
    assert.equal(status, 502);
    const session = 'POST /users/visitor-1/banking/connect?recurring=true';
    assert.deepEqual(asked, ['POST /auth', session, 'POST /auth', session]);
    await until('it says so', () => refused.said().includes('a token that it has just given'));
  });

  it('says that fino cannot be reached, or gives no token', async (context) => {
    const api = createServer((_request, response) => response.writeHead(503).end('busy'));
    context.after(() => api.close());
    await once(api.listen(0, '127.0.0.1'), 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (api.address());
    const cut = await startBackEnd({ UBA_API: `http://127.0.0.1:${port}` });
    context.after(cut.stop);
    assert.equal((await cut.ask()).status, 502);
    await until('it says so', () => cut.said().includes('UBA gives no token: 503'));
    api.closeAllConnections();
    await once(api.close(), 'close');
    assert.equal((await cut.ask()).status, 502);
    await until('it says so', () => cut.said().includes('fetch failed'));
  });
});
