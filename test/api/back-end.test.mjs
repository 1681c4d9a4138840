/** The back end that the READMEs show: whom it answers, and what it says where fino does not. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startSandbox } from '../../sandbox/dist/server/index.js';
import { tokenOf } from '../fixtures/uba-sandbox.mjs';
import { until } from '../fixtures/until.mjs';

/**
 * @typedef {{
 *   method?: string, path?: string, headers?: Readonly<Record<string, string>>, body?: string
 * }} Call
 */

const iban = 'DE89370400440532013000';
const transactions = [
  { amount: -1, bookingDate: 1_767_225_600, purpose: 'Rent', paymentPartner: { name: 'Wohnbau' } },
];

/** What fino's server says of itself in each delivery. */
const delivery = { 'X-Request-Id': 'request-1', 'Content-Type': 'application/json' };

/** Calls the API as the back end's client does. @param {string} origin */
async function clientOf(origin) {
  const headers = { ...(await tokenOf(origin)), 'Content-Type': 'application/json' };
  return (/** @type {string} */ path, /** @type {RequestInit} */ init = {}) =>
    fetch(`${origin}/api${path}`, { ...init, headers });
}

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
  const ask = async ({ method = 'POST', path = '/session', headers = {}, body } = {}) => {
    const request = httpRequest({ host: 'localhost', port, method, path, headers }).end(body);
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
    /**
     * Tells it something as fino's server does.
     *
     * @param {unknown} body
     * @param {Readonly<Record<string, string>>} [headers]
     */
    tell: (body, headers) =>
      ask({
        path: '/webhook',
        headers: { ...delivery, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    /** @returns {Promise<Record<string, unknown>[]>} */
    news: async () => JSON.parse((await ask({ method: 'GET', path: '/news' })).text),
    said: () => said,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

/**
 * Lets a user connect a bank.
 *
 * @param {string} origin @param {string} user
 * @returns {Promise<{ login: string, account: string }>} with its current account
 */
async function connect(origin, user) {
  const client = await clientOf(origin);
  const json = async (/** @type {Promise<Response>} */ answer) =>
    /** @type {any} */ (await (await answer).json());
  const init = { method: 'POST' };
  const { sessionId } = await json(client(`/users/${user}/banking/connect?recurring=true`, init));
  const page = (/** @type {string} */ name, /** @type {unknown[]} */ ...args) =>
    json(
      fetch(`${origin}/_bank/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Sandbox-Session': sessionId },
        body: JSON.stringify(args),
      }),
    );
  const who = { bankCode: '90000001', userName: `fino-${randomUUID()}`, pin: '654321' };
  const { attemptId } = await page('logIn', who);
  await page('answerChallenge', attemptId, '123456');
  const { accounts } = await page('giveConsent', attemptId);
  const ids = accounts.map((/** @type {any} */ { accountId }) => accountId);
  const { login } = await page('connect', attemptId, ids);
  return { login: login.bankLoginId, account: ids[0] };
}

describe('the back end of the READMEs', () => {
  const secret = 'only fino knows';
  /** @type {Awaited<ReturnType<typeof startSandbox>>} */
  let sandbox;
  /** @type {Awaited<ReturnType<typeof startBackEnd>>} */
  let backEnd;

  before(async () => {
    sandbox = await startSandbox({ port: 0 });
    backEnd = await startBackEnd({ UBA_API: `${sandbox.origin}/api`, WEBHOOK_SECRET: secret });
  });

  /**
   * @param {{ login: string, account: string }} from
   * @param {object} [change]
   */
  const pay = ({ login, account }, change, key = 'key-1') =>
    backEnd.ask({
      path: `/payment?login=${encodeURIComponent(login)}`,
      headers: { 'Idempotency-Key': key },
      body: JSON.stringify({
        ...{ account, amount: 12.34, payee: 'Shop', iban, purpose: 'Order 1' },
        ...change,
      }),
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
      { method: 'GET', path: '/accounts' },
      { method: 'GET', path: '/news' },
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
    const reading = [
      '/bank-logins',
      '/accounts',
      '/transactions?account=1',
      '/payment?login=1&payment=1',
      '/news',
    ];
    const posted = [{}, { path: '/payment?login=1', body: '{}' }];
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
      for (const call of [...posted, ...reading.map((path) => ({ method: 'GET', path }))]) {
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
      { method: 'GET', path: '/webhook' },
      { method: 'POST', path: '/news' },
      { path: '/webhook/' },
      { method: 'DELETE', path: '/payment?login=1&payment=1' },
      { path: '/payment/1?login=1' },
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
    await until('it says that it hears nothing', () => refused.said().includes('no webhook: 401'));
    const session = 'POST /users/visitor-1/banking/connect?recurring=true';
    const round = ['POST /auth', 'GET /webhooks', session];
    assert.deepEqual(asked, [...round, ...round]);
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

  it('answers for the accounts of its own visitor, whatever account is asked for', async () => {
    const client = await clientOf(sandbox.origin);
    const uploaded = async (/** @type {string} */ user, /** @type {string} */ accountId) => {
      await client(`/users/${user}/banking/connect`, { method: 'POST' });
      const account = { accountId, balance: 1, bankName: 'Bank', iban, owner: 'A', transactions };
      const body = JSON.stringify({ accounts: [account] });
      const { status } = await client(`/users/${user}/banking/accounts`, { method: 'POST', body });
      assert.equal(status, 201);
    };
    await uploaded('visitor-1', 'mine+1@x');
    await uploaded('visitor-2', 'theirs');
    const read = (/** @type {string} */ account) =>
      backEnd.ask({ method: 'GET', path: `/transactions?account=${encodeURIComponent(account)}` });

    const { text } = await backEnd.ask({ method: 'GET', path: '/accounts' });
    assert.match(text, /mine/);
    assert.doesNotMatch(text, /theirs/);
    const mine = await read('mine+1@x');
    assert.equal(mine.status, 200, mine.text);
    assert.match(mine.text, /Rent/);
    const theirs = [
      'theirs',
      '../../../visitor-2/banking/accounts/theirs',
      '..%2F..%2F..%2Fvisitor-2/banking/accounts/theirs',
      '..',
      '.',
      'mine+1@x&account=theirs',
    ];
    for (const account of theirs) {
      const answer = await read(account);
      assert.ok([400, 404].includes(answer.status ?? 0), `${account}: ${answer.status}`);
      assert.doesNotMatch(answer.text, /Rent/);
    }
    for (const path of ['/transactions', '/transactions?account=', '/transactions?id=theirs']) {
      const { status, text: said } = await backEnd.ask({ method: 'GET', path });
      assert.deepEqual([status, said], [400, '{"error":"say which: ?account=ID"}']);
    }
  });

  it('tells a visitor what fino told of them, and of nobody else', async () => {
    const of = (/** @type {string} */ userID, /** @type {string} */ event) => ({
      secret,
      webhookID: 'hook',
      userID,
      tenantID: 'shop',
      correlationID: 'correlation',
      correlationTimestamp: '2026-01-05T09:00:05.000Z',
      event,
      data: { bankLoginId: userID },
    });
    assert.equal((await backEnd.tell(of('visitor-1', 'ubaconnect'))).status, 204);
    const second = { 'X-Request-Id': 'request-2' };
    assert.equal((await backEnd.tell(of('visitor-2', 'ubaconnect'), second)).status, 204);
    const told = {
      id: 'request-1',
      event: 'ubaconnect',
      correlationTimestamp: '2026-01-05T09:00:05.000Z',
      data: { bankLoginId: 'visitor-1' },
    };
    assert.deepEqual(await backEnd.news(), [told]);

    // Once more, as the answer got lost.
    assert.equal((await backEnd.tell(of('visitor-1', 'ubaconnect'))).status, 204);
    assert.deepEqual(await backEnd.news(), [told]);

    for (let number = 3; number < 15; number += 1) {
      await backEnd.tell(of('visitor-1', `e${number}`), { 'X-Request-Id': `request-${number}` });
    }
    const events = (await backEnd.news()).map(({ event }) => event);
    assert.deepEqual(
      events,
      Array.from({ length: 10 }, (_, index) => `e${14 - index}`),
    );
    assert.doesNotMatch(JSON.stringify(await backEnd.news()), new RegExp(secret));
  });

  it('takes no word from who does not know the secret, and tells nobody of it', async () => {
    const before = await backEnd.news();
    const said = { userID: 'visitor-1', event: 'forged', data: {} };
    const forged = [
      said,
      { ...said, secret: '' },
      { ...said, secret: 'wrong' },
      { ...said, secret: `${secret} ` },
      { ...said, secret: secret.toUpperCase() },
      { ...said, secret: [secret] },
      { ...said, secret: { toString: secret } },
      { ...said, secret: null },
      { ...said, secret: 0 },
      5,
      'null',
      'true',
      '[]',
    ];
    for (const body of forged) {
      const { status, text } = await backEnd.tell(body);
      assert.deepEqual([status, text], [403, '{"error":"wrong secret"}'], JSON.stringify(body));
    }
    for (const body of ['', '{', `{"secret":"${secret}"`, '\u0000']) {
      const { status, text } = await backEnd.tell(body);
      assert.deepEqual([status, text], [400, '{"error":"no JSON"}'], body);
    }
    const long = { ...said, secret, data: 'x'.repeat(1_000_000) };
    assert.equal((await backEnd.tell(long)).status, 413);
    const { status } = await backEnd.tell(
      { ...said, secret },
      { Host: new URL(backEnd.origin).port },
    );
    assert.equal(status, 403);
    assert.deepEqual(await backEnd.news(), before);
    assert.equal(backEnd.said(), '');
  });

  it('hears fino by any Origin, as a server has none', async () => {
    const said = { secret, userID: 'visitor-1', event: 'from-a-server' };
    const headers = { Origin: 'https://os.fino.cloud', 'X-Request-Id': 'request-99' };
    assert.equal((await backEnd.tell(said, headers)).status, 204);
    assert.equal((await backEnd.news())[0]?.event, 'from-a-server');
  });

  it('subscribes one webhook, however often it starts', async (context) => {
    const client = await clientOf(sandbox.origin);
    const own = async () => {
      const listed = await client('/webhooks');
      const { webhooks } = /** @type {{ webhooks: { url: string }[] }} */ (await listed.json());
      return webhooks.filter(({ url }) => url === `${SITE}/webhook`).length;
    };
    const { origin: SITE } = backEnd;
    await Promise.all([backEnd.ask(), backEnd.ask()]);
    assert.equal(await own(), 1);
    const again = await startBackEnd({ UBA_API: `${sandbox.origin}/api`, SITE });
    context.after(again.stop);
    const headers = { Host: new URL(SITE).host };
    assert.equal((await again.ask({ headers })).status, 201);
    assert.equal(await own(), 1);
  });

  it('makes sessions where fino takes no webhook, and says why', async (context) => {
    const SITE = 'https://shop.example';
    const deaf = await startBackEnd({ UBA_API: `${sandbox.origin}/api`, SITE });
    context.after(deaf.stop);
    assert.equal((await deaf.ask({ headers: { Host: 'shop.example' } })).status, 201);
    await until('it says so', () => deaf.said().includes('UBA takes no webhook: 400'));
    assert.match(deaf.said(), /--allow-remote-webhooks/);
  });

  it('orders a payment from an account of its own visitor, once for each key', async () => {
    const mine = await connect(sandbox.origin, 'visitor-1');
    const order = await pay(mine);
    const made = JSON.parse(order.text);
    assert.equal(order.status, 201, order.text);
    assert.equal(made.status, 'OPEN');
    assert.ok(made.sessionId);
    assert.equal(JSON.parse((await pay(mine)).text).moneyTransferId, made.moneyTransferId);
    const next = JSON.parse((await pay(mine, {}, 'key-2')).text);
    assert.notEqual(next.moneyTransferId, made.moneyTransferId);

    const path = `/payment?login=${mine.login}&payment=${made.moneyTransferId}`;
    const { status, text } = await backEnd.ask({ method: 'GET', path });
    assert.equal(status, 200, text);
    const [transfer] = JSON.parse(text).transfers;
    assert.deepEqual(
      [transfer.amount, transfer.currency, transfer.creditor, transfer.purpose],
      [12.34, 'EUR', { name: 'Shop', iban }, 'Order 1'],
    );
  });

  it('pays from nobody else’s account, nor reads of their payments', async () => {
    const mine = await connect(sandbox.origin, 'visitor-1');
    const theirs = await connect(sandbox.origin, 'visitor-2');
    const client = await clientOf(sandbox.origin);
    const transfers = `/banking/logins/${theirs.login}/money-transfers`;
    const response = await client(`/users/visitor-2${transfers}`, {
      method: 'POST',
      body: JSON.stringify({
        accountId: theirs.account,
        moneyTransferInfos: [{ amount: 1, creditor: { name: 'Shop', iban }, purpose: 'Theirs' }],
      }),
    });
    assert.equal(response.status, 201);
    const { moneyTransferId } = /** @type {{ moneyTransferId: string }} */ (await response.json());

    const logins = [
      theirs.login,
      '..',
      '.',
      `../../../visitor-2/banking/logins/${theirs.login}`,
      `..%2F..%2F..%2Fvisitor-2%2Fbanking%2Flogins%2F${theirs.login}`,
    ];
    for (const [index, login] of logins.entries()) {
      const { status, text } = await pay({ ...theirs, login }, {}, `theirs-${index}`);
      assert.ok([400, 404].includes(status ?? 0), `${login}: ${status} ${text}`);
      const query = `login=${encodeURIComponent(login)}&payment=${moneyTransferId}`;
      const read = await backEnd.ask({ method: 'GET', path: `/payment?${query}` });
      assert.ok([400, 404].includes(read.status ?? 0), read.text);
      assert.doesNotMatch(read.text, /Theirs/);
    }
    const fromTheirs = await pay({ ...mine, account: theirs.account }, {}, 'from-theirs');
    assert.equal(fromTheirs.status, 400, fromTheirs.text);
    const wayOut = encodeURIComponent(`../../../../visitor-2${transfers}/${moneyTransferId}`);
    for (const payment of [moneyTransferId, '..', wayOut]) {
      const path = `/payment?login=${mine.login}&payment=${payment}`;
      const { status, text } = await backEnd.ask({ method: 'GET', path });
      assert.ok([400, 404].includes(status ?? 0), `${payment}: ${status} ${text}`);
    }
    // Nor does the body say more than what the page may say.
    const more = {
      userId: 'visitor-2',
      accountId: theirs.account,
      redirectUrl: 'https://x.example',
    };
    const taken = await pay(mine, more, 'more');
    assert.equal(JSON.parse(taken.text).accountId, mine.account, taken.text);
  });

  it('says what is wrong with a payment', async () => {
    const mine = await connect(sandbox.origin, 'visitor-1');
    /** @type {readonly [object, RegExp][]} */
    const refused = [
      [{ account: undefined }, /accountId/],
      [{ amount: 0 }, /amount: must be above 0/],
      [{ amount: '12.34' }, /amount/],
      [{ amount: 10_000.01 }, /10000 EUR at most/],
      [{ payee: '' }, /creditor\.name/],
      [{ iban: 'DE00370400440532013000' }, /creditor\.iban: must be an IBAN/],
      [{ purpose: undefined }, /purpose/],
      [{ date: '2020-01-01' }, /must not be in the past/],
      [{ date: 'tomorrow' }, /executionDate: must be a date/],
    ];
    for (const [index, [change, words]] of refused.entries()) {
      const { status, text } = await pay(mine, change, `wrong-${index}`);
      assert.equal(status, 400, JSON.stringify(change));
      assert.match(JSON.parse(text).message, words);
    }
    const path = `/payment?login=${mine.login}`;
    const headers = { 'Idempotency-Key': 'no-json' };
    for (const body of ['', '{', '\u0000']) {
      const { status, text } = await backEnd.ask({ path, headers, body });
      assert.deepEqual([status, text], [400, '{"error":"no JSON"}']);
    }
    for (const body of ['null', '5', '[]', '"text"']) {
      assert.equal((await backEnd.ask({ path, headers, body })).status, 400);
    }
    const long = await backEnd.ask({ path, headers, body: `"${'x'.repeat(1_000_000)}"` });
    assert.deepEqual([long.status, long.text], [413, '{"error":"more than 1 MB"}']);
    /** @type {readonly [Call, string][]} */
    const incomplete = [
      [{ path, body: '{}' }, 'send an Idempotency-Key: a new one for each payment'],
      [{ path: '/payment', headers, body: '{}' }, 'say which: ?login=ID'],
      [{ path: '/payment?login=', headers, body: '{}' }, 'say which: ?login=ID'],
      [{ method: 'GET', path: '/payment?payment=1' }, 'say which: ?login=ID'],
      [{ method: 'GET', path: '/payment?login=1' }, 'say which: ?payment=ID'],
    ];
    for (const [call, error] of incomplete) {
      const { status, text } = await backEnd.ask(call);
      assert.deepEqual([status, text], [400, JSON.stringify({ error })]);
    }
  });
});
