/**
 * `npm start` as a newcomer meets it: the addresses, the API beside the page, a clear word about a busy
 * port, a clean end.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { addUser, tokenOf, usersOf } from '../fixtures/uba-sandbox.mjs';
import { until } from '../fixtures/until.mjs';

const port = 5373;
const demo = `http://localhost:${port}`;
const sandbox = `http://127.0.0.1:${port + 1}`;

/**
 * Starts the sites and gives back the process, and all it has said once it says `words`.
 *
 * @param {string[]} args
 */
function start(...args) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    env: { ...process.env, PORT: String(port) },
  });
  let said = '';
  /** @type {Set<() => void>} */
  const waiting = new Set();
  const listen = (/** @type {Buffer} */ chunk) => {
    said += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const exit = /** @type {Promise<[code: number | null]>} */ (once(child, 'exit'));
  return {
    child,
    exit,
    said: () => said,
    /** @param {RegExp} words */
    says: (words) =>
      /** @type {Promise<void>} */ (
        new Promise((resolve, reject) => {
          const look = () => {
            if (!words.test(said)) return;
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          void exit.then(() => reject(new Error(`It ended, having said: ${said}`)));
          look();
        })
      ),
  };
}

/** @param {string} path @param {RequestInit} [init] */
const ask = async (path, init) => {
  const response = await fetch(sandbox + path, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
};

/** @param {string} path @param {unknown} body @param {Readonly<Record<string, string>>} [headers] */
const post = (path, body, headers) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Asks the bank as the page does. @param {string} sessionId @param {string} call @param {unknown[]} args */
const askBank = async (sessionId, call, ...args) => {
  const { status, text } = await post(`/_bank/${call}?lang=en`, args, {
    'X-Sandbox-Session': sessionId,
  });
  assert.equal(status, 200, text);
  return /** @type {Record<string, unknown>} */ (JSON.parse(text));
};

describe('npm start', () => {
  /** @type {ReturnType<typeof start>} */
  let running;

  before(async () => {
    running = start();
    await running.says(/Ctrl-C/);
  });

  after(async () => {
    running.child.kill('SIGKILL');
    await running.exit;
  });

  it('serves the demo and the sandbox on two hosts, and says where all of it is', async () => {
    for (const address of [`${demo}/`, `${sandbox}/`, `${sandbox}/api`, `${sandbox}/_sandbox`]) {
      assert.ok(running.said().includes(`  ${address}\n`), address);
    }
    const pages = [
      `${demo}/`,
      `${demo}/demo/widget`,
      `${sandbox}/auth?sessionId=demo`,
      `${sandbox}/sandbox`,
      `${sandbox}/bank/`,
    ];
    for (const page of pages) {
      const response = await fetch(page);
      assert.equal(response.status, 200, page);
      assert.match(await response.text(), /<title>/, page);
    }
    const { headers } = await ask('/sandbox');
    assert.equal(headers.get('Cross-Origin-Embedder-Policy'), 'require-corp');
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
  });

  it('serves the API, and no page in the place of what the API does not have', async () => {
    assert.match((await ask('/api')).text, /<title>Banking Connect API/);
    assert.match((await ask('/api/openapi.json')).text, /"openapi":"3\.1/);
    assert.match((await ask('/_sandbox')).text, /^\{"now":\d+/);
    const report = `/_bank-window/${'0'.repeat(32)}`;
    assert.equal((await ask(report)).text, 'null');
    for (const path of ['/api/', '/api/none', '/_sandbox/none', '/_bank', '/_none']) {
      const { status, headers, text } = await ask(path);
      assert.equal(status, 404, path);
      assert.match(headers.get('Content-Type') ?? '', /^application\/json/, path);
      assert.match(text, /"not-found"/, path);
    }
  });

  it('tells the page of the API, with ids of its own for each address', async () => {
    const welcomeAt = async (/** @type {string} */ path) => {
      const [, json = ''] =
        /name="sandbox-server" content="([^"]+)"/.exec((await ask(path)).text) ?? [];
      return /** @type {Record<string, unknown>} */ (JSON.parse(json.replaceAll('&quot;', '"')));
    };
    const one = await welcomeAt('/auth?sessionId=a');
    assert.equal(one.panel, true);
    assert.equal(one.ticks, true);
    assert.notEqual(one.seed, (await welcomeAt('/auth?sessionId=b')).seed);
  });

  it('lets a back end make a session, and a page use it and no other one', async () => {
    const headers = await tokenOf(sandbox);
    const { text } = await post('/api/users/anna/banking/connect', {}, headers);
    const { sessionId } = /** @type {{ sessionId: string }} */ (JSON.parse(text));
    assert.equal((await askBank(sessionId, 'openSession')).kind, 'connect');
    assert.equal((await askBank('never-issued', 'openSession')).kind, 'over');
  });

  it('takes bodies without a length, as some clients send them', async () => {
    const { status, text } = await ask('/_sandbox/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Blob(['{"advance":"PT1M"}']).stream(),
      // @ts-expect-error Node's fetch wants it, and the types of the DOM do not know it.
      duplex: 'half',
    });
    assert.equal(status, 200, text);
  });

  it('sends webhooks to this machine, and none to itself', async () => {
    /** @type {string[]} */
    const delivered = [];
    const receiver = createServer((request, response) => {
      delivered.push(request.url ?? '');
      response.writeHead(204).end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port: at } = /** @type {import('node:net').AddressInfo} */ (receiver.address());
    const headers = await tokenOf(sandbox);
    const subscribe = (/** @type {string} */ url) =>
      post('/api/webhooks', { url, events: ['ubaconnect'], secret: 'shh' }, headers);
    assert.equal((await subscribe(`http://127.0.0.1:${at}/hook`)).status, 201);
    assert.equal((await subscribe(`${sandbox}/hook`)).status, 400);

    const { text } = await post('/api/users/bert/banking/connect', {}, headers);
    const { sessionId } = /** @type {{ sessionId: string }} */ (JSON.parse(text));
    const login = { bankCode: '90000001', userName: 'persondemo', pin: '' };
    const step = await askBank(sessionId, 'logIn', login);
    const { attemptId } = /** @type {{ attemptId: string }} */ (step);
    const consent = await askBank(sessionId, 'giveConsent', attemptId);
    const accounts = /** @type {{ accountId: string }[]} */ (consent.accounts);
    await askBank(sessionId, 'connect', attemptId, [accounts[0]?.accountId]);
    await until('the webhook arrives', () => delivered.includes('/hook'));
    receiver.close();
  });

  it('lets no page of another origin ask the API, but for the demo', async () => {
    const calls = [
      { method: 'POST', path: '/_sandbox/reset', headers: {} },
      { method: 'GET', path: '/_sandbox/webhooks', headers: { 'Sec-Fetch-Site': 'cross-site' } },
      { method: 'OPTIONS', path: '/api/users', headers: {} },
    ];
    const foreign = [
      'https://evil.example',
      `http://127.0.0.1:${port}`,
      sandbox.replace('1:', '2:'),
    ];
    for (const { method, path, headers } of calls) {
      for (const origin of foreign) {
        const refused = await ask(path, { method, headers: { ...headers, Origin: origin } });
        assert.equal(refused.status, 403, `${method} ${path} from ${origin}`);
        assert.equal(refused.headers.get('Access-Control-Allow-Origin'), null);
      }
      const allowed = await ask(path, { method, headers: { ...headers, Origin: demo } });
      assert.ok(allowed.status < 300, `${method} ${path}`);
      assert.equal(allowed.headers.get('Access-Control-Allow-Origin'), demo);
    }
  });

  it('takes webhooks at the demo, which has no back end', async () => {
    const said = { method: 'POST', body: '{"event":"ubaconnect"}' };
    assert.equal((await fetch(`${demo}/webhook`, said)).status, 204);
  });

  it('begins the API anew where its sources change', async () => {
    await addUser(sandbox);
    assert.notEqual(await usersOf(sandbox), 0);
    const now = new Date();
    utimesSync('sandbox/server/openapi.ts', now, now);
    await until('it knows no user any more', async () => (await usersOf(sandbox)) === 0);
  });

  it('stops on Ctrl-C', async () => {
    running.child.kill('SIGINT');
    const [code] = await running.exit;
    assert.equal(code, 0);
    await assert.rejects(fetch(demo));
    await assert.rejects(fetch(sandbox));
  });

  it('names the port that is busy, and how to choose another', async () => {
    const busy = createServer().listen(port + 1, '127.0.0.1');
    await once(busy, 'listening');
    const { exit, said } = start();
    const [code] = await exit;
    busy.close();
    assert.equal(code, 1);
    assert.match(said(), new RegExp(`port ${port + 1} on 127\\.0\\.0\\.1 is in use`));
    assert.match(said(), /PORT=/);
  });
});

describe('npm start -- --built', () => {
  it('serves files alone, and says where the API is', async () => {
    const { child, exit, says, said } = start('--built');
    await says(/Ctrl-C/);
    assert.doesNotMatch(said(), /API/);
    for (const path of [
      '/api',
      '/api/',
      '/api/auth',
      '/api/openapi.json',
      '/_sandbox',
      '/_sandbox/clock',
    ]) {
      const { status, headers, text } = await ask(path);
      assert.equal(status, 404, path);
      assert.match(headers.get('Content-Type') ?? '', /^text\/plain/, path);
      assert.match(text, /API is served by npm start, and by the command: uba-sandbox/);
    }
    child.kill('SIGINT');
    const [code] = await exit;
    assert.equal(code, 0);
  });
});
