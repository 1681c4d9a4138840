/** The command `uba-sandbox`, as a user runs it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startSandbox } from '../../sandbox/dist/server/index.js';
import { cli, fails, run, start, stopAll, tokenOf } from '../fixtures/uba-sandbox.mjs';

after(stopAll);

describe('uba-sandbox', () => {
  it('explains itself', async () => {
    const { stdout } = await run(process.execPath, [cli, '--help']);
    for (const option of [
      'port',
      'host',
      'seed',
      'latency',
      'rate-limit',
      'data',
      'allow-origin',
      'allow-control',
      'features',
      'quiet',
    ]) {
      assert.match(stdout, new RegExp(`--${option}\\b`));
    }
    const { version } = JSON.parse(await readFile('sandbox/package.json', 'utf8'));
    assert.equal((await run(process.execPath, [cli, '--version'])).stdout.trim(), version);
  });

  it('says what is wrong with an option', async () => {
    assert.match((await fails('--port', 'many')).stderr, /--port must be a whole number/);
    assert.match((await fails('--latency', '-1')).stderr, /latency/);
    assert.match((await fails('--nothing')).stderr, /--nothing/);
    assert.match((await fails('--allow-origin', 'localhost')).stderr, /must be an origin/);
    for (const limit of ['0', '-1', '1.5', 'many', '', '100001']) {
      const { code, stderr } = await fails(`--rate-limit=${limit}`);
      assert.equal(code, 1);
      assert.match(stderr, /--rate-limit must be a whole number from 1 to 100000\.$/m);
      const options = { port: 0, rateLimit: limit === '' ? NaN : Number(limit) };
      await assert.rejects(startSandbox(options), /^RangeError: rateLimit must be a whole number/);
    }
    for (const network of ['172.17.0.0', '172.17.0.0/33', 'fd00::/129', 'container/16']) {
      const { stderr } = await fails('--allow-control', '10.0.0.0/8', '--allow-control', network);
      assert.match(stderr, /--allow-control must be an address and its bits, such as 172/);
    }
    const { stderr } = await fails('--features', 'theme,camera');
    assert.match(stderr, /--features must name nothing but theme and resize/);
    for (const url of ['http://shop.example/back', 'javascript:alert(1)', '/back']) {
      const refused = await fails('--redirect-url', url);
      assert.match(refused.stderr, /--redirect-url must be an absolute https URL, or http for a/);
      assert.ok(!refused.stderr.includes(url));
      const options = { port: 0, redirectURL: url };
      await assert.rejects(startSandbox(options), /^RangeError: redirectURL must be an absolute/);
    }
    // Of other machines, by TEST-NET-1: this one has no such address.
    assert.match(
      (await fails('--host', '192.0.2.1')).stderr,
      /--host is no address of this machine/,
    );
  });

  it('takes an empty option for a variable that is not set, and refuses it', async () => {
    for (const name of ['host', 'data', 'seed']) {
      for (const nothing of ['', ' ']) {
        const { code, stderr } = await fails(`--${name}`, nothing);
        assert.equal(code, 1);
        assert.equal(
          stderr,
          `uba-sandbox: --${name} must not be empty. Leave it out, or give it a value.\n`,
        );
        const options = { port: 0, [name]: nothing };
        await assert.rejects(startSandbox(options), new RegExp(`^RangeError: ${name} must not be`));
      }
    }
    for (const name of ['port', 'latency', 'allow-origin', 'allow-control', 'redirect-url']) {
      assert.match(
        (await fails(`--${name}`, '')).stderr,
        new RegExp(`^uba-sandbox: --${name} must`),
      );
    }
  });

  it('says who can reach what where it listens beyond this machine, and else nothing', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const sandbox = await start('--host', host);
      assert.doesNotMatch(sandbox.said(), /beyond this machine/);
      await sandbox.stop();
    }
    const open = await start('--host', '0.0.0.0', '--allow-control', '10.0.0.0/8');
    await open.says(/listens on 0\.0\.0\.0, beyond this machine: .* the page and the API/);
    assert.match(open.said(), /control API answers this machine and 10\.0\.0\.0\/8 only/);
    await open.stop();
  });

  it('stops within a second, however long an answer would take', async () => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      const { origin, stop } = await start('--latency', '60000');
      const waiting = fetch(`${origin}/api/users`).then(
        () => 'answered',
        () => 'cut off',
      );
      await fetch(`${origin}/_sandbox`);
      const began = performance.now();
      assert.equal(await stop(signal), 0);
      assert.ok(performance.now() - began < 1000, `${signal}: ${performance.now() - began} ms`);
      assert.equal(await waiting, 'cut off');
    }
  });

  it('stops within a second, whatever analysis runs and whatever webhook waits', async () => {
    const { origin, stop } = await start();
    const headers = { ...(await tokenOf(origin)), 'Content-Type': 'application/json' };
    const post = (/** @type {string} */ path, /** @type {object} */ body) =>
      fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    // Port 4 is nobody's, so that its deliveries are sent again and again.
    const hook = { url: 'http://127.0.0.1:4/', events: ['categorization'] };
    assert.equal((await post('/api/webhooks', hook)).status, 201);
    assert.equal((await post('/api/users/anna/banking/connect', {})).status, 201);
    assert.equal((await post('/api/users/anna/trigger-analysis', {})).status, 202);
    await post('/_sandbox/clock', { advance: 'PT6S' });
    assert.equal((await post('/api/users/anna/trigger-analysis', {})).status, 202);
    const began = performance.now();
    assert.equal(await stop(), 0);
    assert.ok(performance.now() - began < 1000, `${performance.now() - began} ms`);
  });

  it('lets a client call as often as --rate-limit says, then answers 429', async () => {
    const { origin, stop } = await start('--rate-limit', '1', '--quiet');
    const headers = await tokenOf(origin);
    const call = () => fetch(`${origin}/api/users`, { headers });
    const answers = await Promise.all(Array.from({ length: 20 }, call));
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length > 0);
    assert.ok(answers.some(({ status }) => status === 200));
    for (const answer of refused) assert.equal(answer.headers.get('Retry-After'), '1');
    assert.equal(await stop(), 0);
  });

  it('goes on where nobody reads any more what it says', async () => {
    const { origin, stopReading, stop } = await start('--host', '0.0.0.0');
    stopReading();
    for (let i = 0; i < 20; i += 1) {
      assert.equal((await fetch(`${origin}/_sandbox`)).status, 200);
    }
    assert.equal(await stop(), 0);
  });

  it('leaves nothing running where it cannot start, from a program too', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (busy.address());
    const folder = await mkdtemp(join(tmpdir(), 'uba-start-'));
    const data = join(folder, 'state.json');
    for (const options of [
      { site: '/nonexistent' },
      { port, data },
      { host: '192.0.2.1', data },
      { data: folder },
      { port: 70_000, data },
    ]) {
      const script = `
        import { startSandbox } from './sandbox/dist/server/index.js';
        await startSandbox(${JSON.stringify({ port: 0, ...options })}).catch(() => console.log('refused'));`;
      const args = ['--input-type=module', '--eval', script];
      // It would wait for ever.
      const { stdout } = await run(process.execPath, args, { timeout: 20_000 });
      assert.equal(stdout, 'refused\n', JSON.stringify(options));
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name !== 'state.json'),
        [],
      );
    }
    busy.close();
    await rm(folder, { recursive: true });
  });

  it('can be closed twice, and at once', async () => {
    const sandbox = await startSandbox({ port: 0 });
    await Promise.all([sandbox.close(), sandbox.close()]);
    await sandbox.close();
  });

  it('says the same of a program’s options', async () => {
    for (const features of [['camera'], ['theme', 'camera'], ['__proto__']]) {
      const options = /** @type {object} */ ({ port: 0, features });
      await assert.rejects(startSandbox(options), /^RangeError: features must name nothing but/);
    }
    const allowControl = ['172.17.0.0'];
    await assert.rejects(startSandbox({ port: 0, allowControl }), /^RangeError: allowControl must/);
  });

  it('names the way out where the port is in use', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (busy.address());
    const { code, stderr } = await fails('--port', String(port));
    busy.close();
    assert.equal(code, 1);
    assert.match(stderr, /in use.*--port/s);
  });

  it('gives the same ids for the same seed', async () => {
    const runs = [];
    for (let i = 0; i < 2; i += 1) {
      const { origin, stop } = await start('--seed', 'same', '--quiet');
      const headers = await tokenOf(origin);
      const url = `${origin}/api/users/anna/banking/connect`;
      const response = await fetch(url, { method: 'POST', headers });
      const { sessionId } = /** @type {{ sessionId: string }} */ (await response.json());
      runs.push([headers.Authorization, sessionId]);
      await stop();
    }
    assert.deepEqual(runs[0], runs[1]);
  });

  it('goes on where it stopped with --data, and keeps no session or token in the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'uba-data-'));
    const file = join(folder, 'state.json');
    const first = await start('--data', file, '--quiet');
    const headers = await tokenOf(first.origin);
    const path = '/api/users/anna/banking/connect';
    const response = await fetch(`${first.origin}${path}`, { method: 'POST', headers });
    const { sessionId } = /** @type {{ sessionId: string }} */ (await response.json());
    assert.equal(await first.stop(), 0);
    const kept = await readFile(file, 'utf8');
    assert.ok(!kept.includes(sessionId) && !kept.includes(headers.Authorization.slice(7)));

    const second = await start('--data', file, '--quiet');
    const url = `${second.origin}/api/users/anna/banking/logins/synchronization-status`;
    const known = await fetch(url, { headers: await tokenOf(second.origin) });
    assert.equal(known.status, 200);
    await second.stop();

    await writeFile(file, '{"movedBy":0,"users":7,"webhooks":[]}');
    assert.match(
      (await fails('--data', file)).stderr,
      /--data .* cannot be read: it was not written by this version .* See users: /,
    );
    await rm(folder, { recursive: true });
  });
});

describe('The server', () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let sandbox;
  before(async () => {
    sandbox = await start();
  });
  after(async () => {
    assert.equal(await sandbox.stop(), 0);
  });

  it('lets a page with COEP require-corp frame it: each file says so', async () => {
    const page = await fetch(`${sandbox.origin}/auth?sessionId=demo`);
    const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
    for (const path of ['/auth', '/sandbox', '/', '/bank/', script]) {
      const { status, headers } = await fetch(`${sandbox.origin}${path}`);
      assert.equal(status, 200, path);
      assert.equal(headers.get('Cross-Origin-Embedder-Policy'), 'require-corp', path);
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin', path);
    }
  });

  it('tells the page which features to announce: none, unless --features names some', async () => {
    const announced = async (/** @type {string} */ origin) => {
      const text = await (await fetch(`${origin}/auth`)).text();
      const [, json = ''] = /name="sandbox-server" content="([^"]+)"/.exec(text) ?? [];
      return JSON.parse(json.replaceAll('&quot;', '"')).features;
    };
    assert.deepEqual(await announced(sandbox.origin), []);
    const { origin, stop } = await start('--features', 'resize,theme', '--quiet');
    assert.deepEqual(await announced(origin), ['theme', 'resize']);
    await stop();
  });

  it('lets those use the control API whom --allow-control names, and else this machine', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address);
    /** @param {readonly string[]} args */
    const answers = async (...args) => {
      const { origin, stop } = await start('--host', '0.0.0.0', '--quiet', ...args);
      const { port } = new URL(origin);
      const statuses = [];
      for (const address of ['127.0.0.1', ...addresses]) {
        statuses.push((await fetch(`http://${address}:${port}/_sandbox`)).status);
      }
      await stop();
      return statuses;
    };
    assert.deepEqual(await answers(), [200, ...addresses.map(() => 403)]);
    const named = addresses.flatMap((address) => ['--allow-control', `${address}/32`]);
    assert.deepEqual(await answers(...named), [200, ...addresses.map(() => 200)]);
  });

  it('serves the page where UBA has it, and a page about the API', async () => {
    for (const path of ['/auth?sessionId=x', '/sandbox', '/', '/api']) {
      const response = await fetch(`${sandbox.origin}${path}`);
      assert.equal(response.status, 200, path);
      assert.match(await response.text(), /<title>/, path);
    }
  });

  it('reads no file outside the built page', async () => {
    const { hostname, port } = new URL(sandbox.origin);
    for (const path of [
      '/../cli.js',
      '/..%2f..%2fpackage.json',
      '/assets/../../cli.js',
      '/assets/..%5c..%5ccli.js',
      '//etc/passwd',
      '/%2e%2e/cli.js',
      '/index.html%00.js',
    ]) {
      // Unlike fetch, it leaves the path as it is.
      const request = httpRequest({ hostname, port, path }).end();
      const [response] = await once(request, 'response');
      response.resume();
      assert.equal(response.statusCode, 404, path);
    }
  });

  it('answers a body of 5 MB with 413, and lives on', async () => {
    const body = 'x'.repeat(5 * 1024 * 1024);
    const { status } = await fetch(`${sandbox.origin}/api/auth`, { method: 'POST', body });
    assert.equal(status, 413);
    assert.equal((await fetch(`${sandbox.origin}/api`)).status, 200);
  });

  it('survives what is no HTTP', async () => {
    const { hostname, port } = new URL(sandbox.origin);
    for (const text of [
      '\0\0\0\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /api/auth HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET http:// HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n',
    ]) {
      const socket = connect(Number(port), hostname);
      socket.end(text);
      socket.resume();
      socket.on('error', () => socket.destroy());
      if (!socket.closed) await once(socket, 'close');
    }
    assert.equal((await fetch(`${sandbox.origin}/api`)).status, 200);
  });

  it('logs calls without query, body or token', async () => {
    const headers = await tokenOf(sandbox.origin);
    const url = `${sandbox.origin}/api/users/anna/categorization/correlation`;
    await fetch(`${url}?correlationId=c0rr3lation`, { headers });
    await sandbox.says(/GET \/api\/users\/anna\/categorization\/correlation 404/);
    assert.doesNotMatch(sandbox.said(), /c0rr3lation|eyJ|client_secret/);
  });
});
