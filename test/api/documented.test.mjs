/** The API says what fino's documentation says; each test is named after its sentence. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createApp } from '../../sandbox/dist/server/app.js';
import { openApi, origin } from '../fixtures/described-api.mjs';

/** @type {Awaited<ReturnType<typeof openApi>>} */
let api;
/** @type {Awaited<ReturnType<typeof api.client>>} */
let client;

beforeEach(async () => {
  api = await openApi({ seed: 'documented' });
  client = await api.client();
});

afterEach(() => {
  api.close();
  assert.deepEqual(api.mistakes, []);
});

/** @param {string} duration */
const advance = (duration) => api.call('POST', '/_sandbox/clock', { json: { advance: duration } });

const path = '/api/users/anna/banking';

/** Anna connects a bank; gives back the bank login. @param {string} [query] */
async function connect(query = '', login = {}) {
  const { body, headers } = await client('POST', `${path}/connect${query}`);
  const bankLoginId = await api.connectBank(body.sessionId, login);
  return { bankLoginId, session: body, correlationId: headers.get('Finoos-Correlation-Id') ?? '' };
}

/** How Anna's first bank login stands. */
const status = async () => (await client('GET', `${path}/logins/synchronization-status`)).body[0];

/** @param {string} bankLoginId @param {string} [query] */
const synchronise = (bankLoginId, query = '') =>
  client('POST', `${path}/logins/${bankLoginId}/synchronization${query}`);

/** Subscribes to all events; gives back what looks up the bodies that were sent since. */
async function subscribe() {
  const json = {
    url: 'http://127.0.0.1:4/hook',
    events: ['ubaconnect', 'ubasync', 'ubasyncerror', 'categorization'],
  };
  await client('POST', '/api/webhooks', { json });
  return async () =>
    (await api.call('GET', '/_sandbox/webhooks')).body.map((/** @type {any} */ { body }) => body);
}

const events = (/** @type {any[]} */ bodies) => bodies.map(({ event }) => event);

describe('Authentication', () => {
  const form = { client_id: 'a', client_secret: 'b', grant_type: 'client_credentials' };

  it('"Exchange your client credentials for an access token"', async () => {
    const { status, body } = await api.call('POST', '/api/auth', { form });
    assert.equal(status, 200);
    assert.equal(body.expires_in, 300);
    assert.equal(body.token_type, 'Bearer');
    assert.deepEqual(Object.keys(body).sort(), [
      'access_token',
      'expires_in',
      'scope',
      'session_state',
      'token_type',
    ]);
  });

  it('"a temporary pair of JSON Web Tokens": the access token reads as one', async () => {
    const { body } = await api.call('POST', '/api/auth', { form });
    const [, claims = ''] = body.access_token.split('.');
    const { azp, exp, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    assert.equal(azp, 'a');
    assert.equal(exp - iat, 300);
  });

  it('"content type: application/x-www-form-urlencoded"', async () => {
    const { status } = await api.call('POST', '/api/auth', { json: form });
    assert.equal(status, 400);
  });

  it('"The token expires after `expires_in` seconds" of real time: a leap ends it only where it asks to', async () => {
    await advance('P1Y');
    assert.equal((await client('POST', '/api/users')).status, 201);
    const json = { advance: 'PT1S', expireTokens: true };
    await api.call('POST', '/_sandbox/clock', { json });
    assert.equal((await client('POST', '/api/users')).status, 401);
  });

  it('"an `accessToken`, which must be provided with every subsequent API request"', async () => {
    for (const headers of [{}, { Authorization: 'Bearer made-up' }, { Authorization: 'Basic x' }]) {
      assert.equal((await api.call('POST', '/api/users', { headers })).status, 401);
    }
  });

  it('"Each scope grants access to a specific set of endpoints for a given domain"', async () => {
    const bankingOnly = await api.client('example-client', 'banking');
    assert.equal((await bankingOnly('POST', '/api/users')).status, 201);
    const json = { url: 'http://127.0.0.1:4/', events: ['ubasync'] };
    const { status, body } = await bankingOnly('POST', '/api/webhooks', { json });
    assert.equal(status, 403);
    assert.equal(body.type, 'forbidden');
  });
});

describe('Scopes', () => {
  it('"The required scope is documented for each endpoint": without it, 403 names it', async () => {
    const other = await api.client('example-client', 'person-income-salary');
    let checked = 0;
    for (const [url, methods] of Object.entries(api.description.paths)) {
      for (const [method, operation] of Object.entries(/** @type {any} */ (methods))) {
        if (operation.security.length === 0) continue;
        const place = url.replaceAll(/\{\w+\}/g, 'income');
        const { status: code, body } = await other(method.toUpperCase(), place);
        const scope = operation['x-scope'];
        assert.equal(code === 403, scope !== undefined, operation.operationId);
        if (scope) assert.equal(body.message, `The access token lacks the scope ${scope}.`);
        checked += 1;
      }
    }
    assert.ok(checked > 30, String(checked));
  });

  it('are those of the documented tables, each granted by its name, and `banking`', async () => {
    const scopes = `
      banking-fetch banking-connect banking-upload banking-payment
      categorization account-detection account-history contracts cockpits
      credit-rating renter-information name-verification person-income-alimony
      person-income-child-benefit person-income-investment person-income-other
      person-income-parental-allowance person-income-pension person-income-rental
      person-income-salary person-income-self-employment person-spending-credit
      person-spending-credit-card person-spending-insurance person-spending-investment
      person-spending-other person-spending-rent person-risk-back-debit person-risk-garnishment
      person-risk-collection person-risk-gambling person-risk-overdraft-amount
      person-household-budget person-adult-check
      company-cash company-credit company-customer-supplier company-foreign-payment
      company-insurance company-internal-booking company-investment company-liquidity company-risk
      company-spending-other company-staff company-top-category
      webhooks categorization-categories companies companiesLogo`
      .split(/\s+/)
      .filter(Boolean);
    const form = { client_id: 'a', client_secret: 'b', grant_type: 'client_credentials' };
    for (const scope of scopes) {
      const { body } = await api.call('POST', '/api/auth', { form: { ...form, scope } });
      assert.equal(body.scope, scope);
    }
    const { body: all } = await api.call('POST', '/api/auth', { form });
    assert.deepEqual(all.scope.split(' ').sort(), ['banking', ...scopes].sort());
  });
});

describe('Users', () => {
  it('"The response includes a `userId`"', async () => {
    const { status, body } = await client('POST', '/api/users', { json: { type: 'company' } });
    assert.equal(status, 201);
    assert.equal(body.type, 'company');
    assert.match(body.userId, /^[\da-f-]{36}$/);
  });

  it('"`automaticAnalysis` -- Set to `active` (default)"', async () => {
    assert.equal((await client('POST', '/api/users')).body.automaticAnalysis, 'active');
  });

  it('"Optionally set `expiresIn` (e.g. "P7D" for 7 days) to auto-delete the user later"', async () => {
    const { body } = await client('POST', '/api/users', { json: { expiresIn: 'P7D' } });
    const url = `/api/users/${body.userId}/banking/logins/synchronization-status`;
    await advance('P6DT23H');
    assert.equal((await client('GET', url)).status, 200);
    await advance('PT1H');
    assert.equal((await client('GET', url)).status, 404);
  });

  it('`expiresIn` takes all of ISO 8601: months and years are those of the calendar', async () => {
    for (const [expiresIn, before, rest] of [
      ['P1M', 'P30D', 'P1D'],
      ['P1Y', 'P11M', 'P1M'],
    ]) {
      const { body, status } = await client('POST', '/api/users', { json: { expiresIn } });
      assert.equal(status, 201);
      const url = `/api/users/${body.userId}/banking/logins/synchronization-status`;
      await advance(before ?? '');
      assert.equal((await client('GET', url)).status, 200);
      await advance(rest ?? '');
      assert.equal((await client('GET', url)).status, 404);
    }
    const json = { expiresIn: 'P1000Y' };
    assert.equal((await client('POST', '/api/users', { json })).status, 400);
  });

  it('is gone for good once that is over: sessions, consents, webhooks; a later connect makes a new one', async () => {
    const sent = await subscribe();
    const user = { json: { customUserID: 'mine', expiresIn: 'PT5M' } };
    const { body } = await client('POST', '/api/users', user);
    const url = `/api/users/${body.userId}/banking`;
    const { body: session } = await client('POST', `${url}/connect?recurring=true`);
    await api.connectBank(session.sessionId);
    const { body: open } = await client('POST', `${url}/management`);
    await advance('PT5S');
    const count = (await sent()).length;
    await advance('PT5M');
    assert.equal((await api.page(open.sessionId, 'openSession')).kind, 'over');
    assert.equal((await api.page(open.sessionId, 'logins')).type, 'unauthorized');
    assert.equal((await api.call('GET', '/_sandbox')).body.sessions, 0);
    assert.deepEqual((await api.call('GET', '/_sandbox')).body.logins, []);
    await advance('P1D');
    assert.equal((await sent()).length, count);
    const { status: code } = await client('POST', `${url}/connect`);
    assert.equal(code, 201);
    const { body: logins } = await client('GET', `${url}/logins/synchronization-status`);
    assert.deepEqual(logins, []);
  });

  it('"customUserID is a identifier you can choose on create user"', async () => {
    const json = { customUserID: 'customer-4711' };
    assert.equal((await client('POST', '/api/users', { json })).body.customUserID, 'customer-4711');
  });

  it('"409 Conflict: The request conflicts with a previous request"', async () => {
    const json = { customUserID: 'customer-4711' };
    await client('POST', '/api/users', { json });
    const { status, body } = await client('POST', '/api/users', { json });
    assert.equal(status, 409);
    assert.equal(body.type, 'conflict');
  });

  it('"Analyze User: the response includes a `Finoos-Correlation-Id` header"', async () => {
    const { body } = await client('POST', '/api/users', {
      json: { automaticAnalysis: 'suspended' },
    });
    const { status, headers } = await client('POST', `/api/users/${body.userId}/trigger-analysis`);
    assert.equal(status, 202);
    await advance('PT5S');
    const correlation = `/api/users/${body.userId}/categorization/correlation?correlationId=${headers.get('Finoos-Correlation-Id')}`;
    assert.equal((await client('GET', correlation)).status, 200);
  });

  it('"Manually using the Delete User endpoint": consents and sessions end with the user', async () => {
    const { session } = await connect();
    assert.equal((await client('DELETE', '/api/users/anna')).status, 204);
    assert.equal((await client('GET', `${path}/logins/synchronization-status`)).status, 404);
    assert.equal((await api.page(session.sessionId, 'openSession')).kind, 'over');
  });
});

describe('Tenancy', () => {
  const TenantID = 'example-client-awesome-app';

  it('"If the `TenantID` header is omitted, a default tenant with the name of your `client identifier` is used automatically"', async () => {
    await connect();
    const headers = { TenantID: 'example-client' };
    const url = `${path}/logins/synchronization-status`;
    assert.equal((await client('GET', url, { headers })).body.length, 1);
  });

  it('"Additional tenants are created automatically when a new `TenantID` value is provided"', async () => {
    const headers = { TenantID };
    assert.equal((await client('POST', '/api/users', { headers })).status, 201);
  });

  it('"A user created under the tenant `example-client` cannot be accessed using the tenant `example-client-awesome-app`, and vice versa"', async () => {
    await connect();
    const headers = { TenantID };
    const url = `${path}/logins/synchronization-status`;
    assert.equal((await client('GET', url, { headers })).status, 404);
    await client('POST', '/api/users/ben/banking/connect', { headers });
    const bens = '/api/users/ben/banking/logins/synchronization-status';
    assert.equal((await client('GET', bens)).status, 404);
    assert.equal((await client('GET', bens, { headers })).status, 200);
  });

  it('"ensure that it is prefixed with your `client identifier`, followed by a hyphen"', async () => {
    for (const other of ['another-client', 'example-clientele', 'EXAMPLE-CLIENT']) {
      const { status } = await client('POST', '/api/users', { headers: { TenantID: other } });
      assert.equal(status, 401, other);
    }
  });

  it('keeps apart clients whose names begin alike', async () => {
    await connect();
    const other = await api.client('example');
    const headers = { TenantID: 'example-client' };
    const url = `${path}/logins/synchronization-status`;
    assert.equal((await other('GET', url, { headers })).status, 404);
  });
});

describe('Errors', () => {
  it('"Error responses will contain a JSON-encoded body": a short type and a detailed message', async () => {
    const { body } = await client('GET', '/api/users/nobody/banking/logins/synchronization-status');
    assert.deepEqual(Object.keys(body), ['type', 'message', 'requestId']);
    assert.equal(body.type, 'not-found');
  });

  it('"400: Most of the times, the given format is incorrect"', async () => {
    const { status, body } = await client('POST', '/api/users', { json: { type: 'cat' } });
    assert.equal(status, 400);
    assert.match(body.message, /^body\.type: /);
    assert.doesNotMatch(body.message, /cat/);
  });

  it('"401: Invalid authorization. Check your access tokens or tenant id and secret"', async () => {
    const form = { client_id: 'a', client_secret: 'wrong', grant_type: 'client_credentials' };
    assert.equal((await api.call('POST', '/api/auth', { form })).status, 401);
  });

  it('"the request id from response headers": on every answer, and for pages that may call', async () => {
    const Origin = 'https://shop.example';
    const app = createApp({
      state: api.state,
      allowedOrigins: [Origin],
      report: (error) => assert.ifError(error),
    });
    const seen = new Set();
    for (const [method, url, code, init] of /** @type {const} */ ([
      ['GET', '/api', 200, {}],
      ['GET', '/api/openapi.json', 200, {}],
      ['GET', '/api/nothing', 404, {}],
      ['GET', '/nothing', 404, {}],
      ['GET', '/_sandbox', 200, {}],
      ['POST', '/_bank/logins', 400, {}],
      ['POST', '/api/auth', 400, {}],
      ['POST', '/api/auth', 413, { body: 'x'.repeat(20_000) }],
      ['POST', '/api/users', 401, {}],
      ['POST', '/api/users', 403, { headers: { Origin: 'https://evil.example' } }],
    ])) {
      const headers = { Origin, ...('headers' in init && init.headers) };
      const request = new Request(origin + url, { method, ...init, headers });
      const answer = await app(request, { isLocal: true });
      assert.equal(answer.status, code, url);
      const id = answer.headers.get('X-Request-Id');
      assert.match(id ?? '', /^[\da-f-]{36}$/, url);
      seen.add(id);
      if (code === 403) continue;
      assert.match(answer.headers.get('Access-Control-Expose-Headers') ?? '', /\bX-Request-Id\b/);
    }
    assert.equal(seen.size, 10);
  });

  for (const status of [429, 500, 503]) {
    it(`"${status === 429 ? 'Too many requests hit the API too quickly' : 'Unknown finoOS server errors'}": ${status} on demand`, async () => {
      await api.call('PUT', '/_sandbox/refusals', { json: { status, times: 2 } });
      assert.equal((await client('POST', '/api/users')).status, status);
      assert.equal((await client('POST', '/api/users')).status, status);
      assert.equal((await client('POST', '/api/users')).status, 201);
    });
  }
});

describe('Connect sessions', () => {
  it('"The response contains a redirect URL for the end user" and a `Finoos-Correlation-Id` response header', async () => {
    const { status, body, headers } = await client('POST', `${path}/connect`);
    assert.equal(status, 201);
    const url = new URL(body.redirectURL);
    assert.equal(url.origin + url.pathname, `${origin}/auth`);
    assert.equal(url.searchParams.get('sessionId'), body.sessionId);
    assert.match(body.sessionId, /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    // What the front end knows the user by tells nobody who that is to the back end.
    assert.match(body.userIdentifier, /^[\da-f]{64}$/);
    assert.ok(!JSON.stringify(body).includes('anna'));
    const again = await client('POST', `${path}/connect`);
    assert.equal(again.body.userIdentifier, body.userIdentifier);
    assert.ok(headers.get('Finoos-Correlation-Id'));
  });

  it('"this flow automatically creates a new user for the provided ID"', async () => {
    const url = `${path}/logins/synchronization-status`;
    assert.equal((await client('GET', url)).status, 404);
    await client('POST', `${path}/connect`);
    assert.deepEqual((await client('GET', url)).body, []);
  });

  it('"`multiple=true`, so that the user is directly redirected to the management UI after the first connection"', async () => {
    const { body } = await client('POST', `${path}/connect?multiple=true`);
    const session = await api.page(body.sessionId, 'openSession');
    assert.equal(session.kind, 'connect');
    assert.deepEqual(session.options, { multiple: true });
  });

  it('takes `recurring`, `storeSecrets` and `multiple` as a JSON body, too', async () => {
    const json = { recurring: true, storeSecrets: true, multiple: true };
    const { body } = await client('POST', `${path}/connect`, { json });
    assert.deepEqual((await api.page(body.sessionId, 'openSession')).options, { multiple: true });
    await api.connectBank(body.sessionId);
    assert.equal((await status()).active, true);
  });

  it('lead back where the call says, for each kind of session, by query or body', async () => {
    const { bankLoginId } = await connect();
    const redirectUrl = 'https://shop.example/back?cart=1';
    const query = `?redirectUrl=${encodeURIComponent(redirectUrl)}`;
    for (const call of ['connect', 'management', `logins/${bankLoginId}/synchronization`]) {
      const asked = [
        await client('POST', `${path}/${call}${query}`),
        await client('POST', `${path}/${call}`, { json: { redirectUrl } }),
      ];
      for (const { body } of asked) {
        const { options } = await api.page(body.sessionId, 'openSession');
        assert.equal(options.redirectURL, redirectUrl);
        assert.ok(!body.redirectURL.includes('shop.example'));
      }
      for (const bad of ['http://shop.example/', 'javascript:alert(1)', '/back', '']) {
        const { status: code, body } = await client('POST', `${path}/${call}`, {
          json: { redirectUrl: bad },
        });
        assert.equal(code, 400, bad);
        assert.match(body.message, /redirectUrl/);
      }
    }
  });

  it('"Has the redirect session expired?": after a quarter of an hour it has', async () => {
    const { body } = await client('POST', `${path}/connect`);
    await advance('PT14M');
    assert.equal((await api.page(body.sessionId, 'openSession')).kind, 'connect');
    await advance('PT1M');
    assert.equal((await api.page(body.sessionId, 'openSession')).kind, 'over');
    assert.equal(api.state.sessions.size, 0);
  });

  it('"`404` → Analysis still in progress or connection was canceled", "`200` → Analysis completed successfully"', async () => {
    const { body, headers } = await client('POST', `${path}/connect`);
    const id = headers.get('Finoos-Correlation-Id') ?? '';
    const url = '/api/users/anna/categorization/correlation';
    const before = await client('GET', `${url}?correlationId=${id}`);
    assert.equal(before.status, 404);
    await api.connectBank(body.sessionId);
    assert.equal((await client('GET', `${url}?correlationId=${id}`)).status, 404);
    await advance('PT5S');
    const after = await client('GET', `${url}?correlationId=${id}`);
    assert.equal(after.status, 200);
    assert.equal(after.body.status, 'completed');
  });

  it('"Pass the correlation ID as a query parameter or header"', async () => {
    const { correlationId } = await connect();
    await advance('PT5S');
    const url = '/api/users/anna/categorization/correlation';
    const headers = { 'Finoos-Correlation-Id': correlationId };
    assert.equal((await client('GET', url, { headers })).status, 200);
    assert.equal((await client('GET', `${url}?correlationId=${correlationId}`)).status, 200);
    const others = ['correlationID', 'correlationid', 'correlation-id', 'correlation_id', 'id'];
    for (const query of ['', ...others.map((name) => `?${name}=${correlationId}`)]) {
      const { status: code, body } = await client('GET', url + query);
      assert.equal(code, 400, query);
      assert.equal(
        body.message,
        'Send the correlation id as the query parameter correlationId or the header Finoos-Correlation-Id.',
      );
    }
    const { parameters } = api.description.paths[url.replace('anna', '{userId}')].get;
    const names = parameters.map((/** @type {any} */ { name }) => name);
    assert.deepEqual(names, ['TenantID', 'Finoos-Correlation-Id', 'userId', 'correlationId']);
  });

  it('"`automaticAnalysis: suspended` prevents automatic analyses"', async () => {
    const { body: user } = await client('POST', '/api/users', {
      json: { automaticAnalysis: 'suspended' },
    });
    const { body, headers } = await client('POST', `/api/users/${user.userId}/banking/connect`);
    await api.connectBank(body.sessionId);
    await advance('PT5S');
    const id = headers.get('Finoos-Correlation-Id');
    const url = `/api/users/${user.userId}/categorization/correlation?correlationId=${id}`;
    assert.equal((await client('GET', url)).status, 404);
  });
});

describe('The consent', () => {
  const login = { bankCode: '90000001', userName: 'fino01', pin: '654321' };

  it('"After successful authentication, the user will be prompted to grant consent for data access"', async () => {
    const { body } = await client('POST', `${path}/connect`);
    const { attemptId } = await api.page(body.sessionId, 'logIn', login);
    const early = await api.page(body.sessionId, 'giveConsent', attemptId);
    assert.equal(early.type, 'not-found');
    const asked = await api.page(body.sessionId, 'answerChallenge', attemptId, '123456');
    assert.deepEqual(asked, { step: 'consent', attemptId });
    assert.equal((await api.page(body.sessionId, 'connect', attemptId, [])).type, 'not-found');
    // Declined: nothing is stored.
    await api.page(body.sessionId, 'abort', attemptId);
    assert.equal((await api.page(body.sessionId, 'giveConsent', attemptId)).type, 'not-found');
    assert.equal(await status(), undefined);
  });

  it('"Choosing the wrong account type affects retrieval": the offer is empty, nothing is invented', async () => {
    const { body } = await client('POST', `${path}/connect`);
    const card = {
      bankCode: '90000003',
      accountType: 'KREDIT_KARTE',
      userName: 'depot01',
      pin: '',
    };
    const { attemptId } = await api.page(body.sessionId, 'logIn', card);
    assert.deepEqual(await api.page(body.sessionId, 'giveConsent', attemptId), {
      step: 'accounts',
      attemptId,
      accounts: [],
    });
  });

  it('"`depot01`: contains some example securities", and the account types are the documented ones', async () => {
    const sent = await subscribe();
    await connect('', { userName: 'depot01' });
    const { accounts } = (await sent())[0].data;
    const types = accounts.map((/** @type {any} */ { type }) => type);
    assert.deepEqual(types, ['GIRO', 'DEPOT']);
    const [isin] = accounts[1].securities.map((/** @type {any} */ one) => one.isin);
    assert.match(isin, /^DE[A-Z0-9]{9}\d$/);
  });

  it('of a device that the bank does not know waits until that is bound on the phone', async () => {
    const { body } = await client('POST', `${path}/connect`);
    const device = { ...login, userName: 'sbx-new-device' };
    const { attemptId } = await api.page(body.sessionId, 'logIn', device);
    const answer = () => api.page(body.sessionId, 'answerChallenge', attemptId, '123456');
    assert.equal((await answer()).reason, 'device');
    assert.equal((await api.call('GET', '/_sandbox')).body.phone[0].kind, 'device');
    const decide = (/** @type {string} */ decision) =>
      api.call('POST', '/_sandbox/phone', { json: { decision } });
    assert.equal((await decide('approved')).status, 404);
    assert.equal((await decide('bound')).status, 204);
    assert.equal((await answer()).step, 'consent');
  });
});

describe('Management sessions', () => {
  it('"by default has an overview UI of the connected accounts"', async () => {
    const { bankLoginId } = await connect();
    const { status, body } = await client('POST', `${path}/management`);
    assert.equal(status, 201);
    const session = await api.page(body.sessionId, 'openSession');
    assert.equal(session.kind, 'management');
    assert.equal(session.options, undefined);
    const logins = await api.page(body.sessionId, 'logins');
    assert.deepEqual(
      logins.map((/** @type {any} */ login) => login.bankLoginId),
      [bankLoginId],
    );
  });

  it('"`addBankLogin=true` which then skips the overview UI"', async () => {
    await connect();
    const { body } = await client('POST', `${path}/management?addBankLogin=true`);
    const session = await api.page(body.sessionId, 'openSession');
    assert.deepEqual(session.options, { addBankLogin: true });
  });

  it('make bank logins as they say themselves, whatever other sessions say', async () => {
    await connect('?recurring=true');
    const { body: once } = await client('POST', `${path}/connect`);
    await api.connectBank(once.sessionId, { userName: 'fino01+once' });
    const { body: managed } = await client('POST', `${path}/management`);
    await api.connectBank(managed.sessionId, { userName: 'fino01+managed' });
    const { body: kept } = await client('POST', `${path}/management?recurring=true`);
    await api.connectBank(kept.sessionId, { userName: 'fino01+kept' });
    const { body } = await client('GET', `${path}/logins/synchronization-status`);
    assert.deepEqual(
      body.map((/** @type {any} */ { active }) => active),
      [true, false, false, true],
    );
  });

  it('"can be repeated … if an end user connects multiple bank logins": each has its own analysis', async () => {
    await connect();
    const { body, headers } = await client('POST', `${path}/management?addBankLogin=true`);
    const id = headers.get('Finoos-Correlation-Id');
    const url = `/api/users/anna/categorization/correlation?correlationId=${id}`;
    await advance('PT5S');
    assert.equal((await client('GET', url)).status, 404);
    await api.connectBank(body.sessionId, { userName: 'fino01+second' });
    await advance('PT5S');
    assert.equal((await client('GET', url)).body.correlationID, id);
    const { body: logins } = await client('GET', `${path}/logins/synchronization-status`);
    assert.equal(logins.length, 2);
  });

  it('need a user that exists', async () => {
    assert.equal((await client('POST', `${path}/management`)).status, 404);
  });
});

describe('Consents', () => {
  it('the sync status gives `status`, `active`, `lastSynchronization`, `bankLoginId` and `userId`', async () => {
    const { bankLoginId } = await connect('?recurring=true');
    assert.deepEqual(await status(), {
      userId: 'anna',
      bankLoginId,
      status: 'OK',
      active: true,
      lastSynchronization: new Date(api.state.clock.now()).toISOString(),
    });
  });

  it('"a paginated list of synchronization statuses": of several users and their bank logins', async () => {
    for (const user of ['anna', 'ben', 'cleo']) {
      const { body } = await client('POST', `/api/users/${user}/banking/connect`);
      await api.connectBank(body.sessionId);
    }
    const url = '/api/banking/logins/synchronization-status';
    const first = await client('GET', `${url}?page=0&size=2`);
    const second = await client('GET', `${url}?page=1&size=2`);
    const users = [...first.body.content, ...second.body.content].map(({ userId }) => userId);
    assert.deepEqual(users, ['anna', 'ben', 'cleo']);
    assert.equal(second.body.total, 3);
  });

  it('"typically has a validity of 90 days"', async () => {
    await connect();
    await advance('P89D');
    assert.equal((await status()).status, 'OK');
    await advance('P1D');
    assert.equal((await status()).status, 'SCA_REQUIRED');
  });

  it('"there can only be one valid consent for a unique bank login": a new one lasts its own 90 days', async () => {
    const { bankLoginId } = await connect();
    await advance('P90D');
    const { body } = await synchronise(bankLoginId);
    await api.renew(body.sessionId, bankLoginId);
    await advance('P89D');
    assert.equal((await status()).status, 'OK');
    const [user] = api.state.users.all();
    const { consents } = user?.ledger.find(bankLoginId) ?? { consents: [] };
    assert.deepEqual(
      consents.map(({ standing }) => standing),
      ['void', 'given'],
    );
  });

  it('"Disconnecting a bank login will result in the revocation of the associated consent"', async () => {
    const { bankLoginId } = await connect();
    const { body } = await client('POST', `${path}/management`);
    await api.page(body.sessionId, 'disconnect', bankLoginId);
    assert.equal(await status(), undefined);
  });

  it('"The same of course applies when just deleting a bank login"', async () => {
    const { bankLoginId } = await connect();
    assert.equal((await client('DELETE', `${path}/logins/${bankLoginId}`)).status, 204);
    assert.equal(await status(), undefined);
    assert.equal((await client('DELETE', `${path}/logins/${bankLoginId}`)).status, 404);
  });
});

describe('Synchronisation', () => {
  it('"executed twice daily" for recurring users, from the next cycle on', async () => {
    await connect('?recurring=true');
    const connected = (await status()).lastSynchronization;
    const seen = new Set();
    for (let hour = 0; hour < 24; hour += 1) {
      await advance('PT1H');
      seen.add((await status()).lastSynchronization);
    }
    seen.delete(connected);
    assert.equal(seen.size, 2);
  });

  it('"if explicitly set to `false`, transactions only refresh when a synchronization session is triggered manually"', async () => {
    await connect('?recurring=true&storeSecrets=false');
    const connected = await status();
    assert.equal(connected.active, false);
    await advance('P2D');
    assert.equal((await status()).lastSynchronization, connected.lastSynchronization);
  });

  it('"For recurring connections, the synchronization is executed immediately provided there is still a valid consent"', async () => {
    const { bankLoginId } = await connect('?recurring=true');
    await advance('PT4M');
    const { status: code, body } = await synchronise(bankLoginId);
    assert.equal(code, 200);
    assert.equal(Date.parse(body.lastSynchronization), api.state.clock.now());
  });

  it('"For non-recurring connections, the synchronization requires explicit end-user consent and is executed asynchronously"', async () => {
    const { bankLoginId } = await connect();
    const { status: code, body } = await synchronise(bankLoginId);
    assert.equal(code, 202);
    const session = await api.page(body.sessionId, 'openSession');
    assert.deepEqual(session.options, { bankLoginId });
    // "the user needs to complete the necessary SCA steps", though the consent is valid.
    await api.renew(body.sessionId, bankLoginId);
    assert.equal((await status()).status, 'OK');
  });

  it('of a non-recurring login whose consent is over answers 451, or 206 where nobody is there', async () => {
    const { bankLoginId } = await connect();
    for (const standing of ['expired', 'revoked']) {
      await api.call('PUT', `/_sandbox/logins/${bankLoginId}/consent`, { json: { standing } });
      assert.equal((await synchronise(bankLoginId, '?triggerChallenge=false')).status, 206);
      assert.equal((await status()).status, 'SYNC_FAILED');
      const { status: code, body } = await synchronise(bankLoginId);
      assert.equal(code, 451);
      await api.renew(body.sessionId, bankLoginId);
    }
  });

  for (const [query, code] of /** @type {const} */ ([
    ['', 451],
    ['?triggerChallenge=false', 206],
  ])) {
    it(`answers ${code} at the first call after the consent was revoked at the bank`, async () => {
      const { bankLoginId } = await connect('?recurring=true');
      const json = { standing: 'revoked' };
      await api.call('PUT', `/_sandbox/logins/${bankLoginId}/consent`, { json });
      assert.equal((await synchronise(bankLoginId, query)).status, code);
    });
  }

  it('of a bank that asks for a TAN each time answers 451, and leaves the consent', async () => {
    const { bankLoginId } = await connect('?recurring=true', { userName: 'sbx-sca-always' });
    const { status: code, body } = await synchronise(bankLoginId);
    assert.equal(code, 451);
    assert.match(body.message, /challenge/);
    const { attemptId } = await api.page(body.sessionId, 'synchronise', bankLoginId);
    const step = await api.page(body.sessionId, 'answerChallenge', attemptId, '123456');
    assert.deepEqual([step.step, step.renewed], ['synchronised', false]);
  });

  it('that the bank fails twice works the third time', async () => {
    const { bankLoginId } = await connect('?recurring=true', { userName: 'sbx-fails-twice' });
    const codes = [];
    for (let i = 0; i < 3; i += 1) codes.push((await synchronise(bankLoginId)).status);
    assert.deepEqual(codes, [206, 206, 200]);
  });

  it('"the event `ubasyncerror` will be triggered if automatic banking sync cannot be completed", once: then it is disabled', async () => {
    const sent = await subscribe();
    await connect('?recurring=true');
    await advance('P91D');
    const errors = (await sent()).filter(
      (/** @type {any} */ { event }) => event === 'ubasyncerror',
    );
    assert.equal(errors.length, 1);
    assert.equal(errors[0].data.type, 'CHALLENGE_REQUIRED');
    assert.deepEqual([(await status()).status, (await status()).active], ['SCA_REQUIRED', false]);
  });

  it('"After renewal, confirm `active = true`"', async () => {
    const { bankLoginId } = await connect('?recurring=true');
    await advance('P91D');
    const { body } = await client('POST', `${path}/management`);
    await api.renew(body.sessionId, bankLoginId);
    assert.deepEqual([(await status()).status, (await status()).active], ['OK', true]);
  });

  it('"`SYNC_FAILED` if there was any error during the last synchronization attempt"', async () => {
    const sent = await subscribe();
    await connect('?recurring=true');
    const [user] = api.state.users.all();
    const [login] = user?.ledger.logins() ?? [];
    const json = { standing: 'revoked' };
    await api.call('PUT', `/_sandbox/logins/${login?.bankLoginId}/consent`, { json });
    assert.equal((await status()).status, 'OK');
    await advance('PT12H');
    assert.equal((await status()).status, 'SYNC_FAILED');
    assert.equal((await sent()).at(-1).data.type, 'INVALID_CONSENT');
  });
});

describe('Force Consent Expire', () => {
  it('"`triggerChallenge = true`: The endpoint responds with HTTP 451", and with a session to renew in', async () => {
    const sent = await subscribe();
    const { bankLoginId } = await connect();
    const { status: code, body } = await synchronise(
      bankLoginId,
      '?forceConsentExpire=true&triggerChallenge=true',
    );
    assert.equal(code, 451);
    assert.equal(body.type, 'challenge-required');
    assert.equal((await status()).status, 'SCA_REQUIRED');
    assert.equal((await sent()).at(-1).event, 'ubasyncerror');
    await api.renew(body.sessionId, bankLoginId);
    assert.equal((await status()).status, 'OK');
  });

  it('"`triggerChallenge = false`: The endpoint responds with HTTP 206", and the status is `SYNC_FAILED`', async () => {
    const sent = await subscribe();
    const { bankLoginId } = await connect();
    const { status: code, body } = await synchronise(
      bankLoginId,
      '?forceConsentExpire=true&triggerChallenge=false',
    );
    assert.equal(code, 206);
    assert.equal(body.status, 'SYNC_FAILED');
    assert.equal((await status()).status, 'SYNC_FAILED');
    const { event, data } = (await sent()).at(-1);
    assert.deepEqual([event, data.type], ['ubasyncerror', 'CHALLENGE_REQUIRED']);
  });

  it('"you must authenticate with one of the available demo users and use the PIN `654321`"', async () => {
    const { bankLoginId } = await connect('', { pin: 'anything' });
    const { bankLoginId: somebodys } = await connect('', { userName: 'somebody' });
    for (const id of [bankLoginId, somebodys]) {
      const { status: code, body } = await synchronise(id, '?forceConsentExpire=true');
      assert.equal(code, 409);
      assert.match(body.message, /fino01, persondemo, companydemo or depot01/);
    }
  });
});

describe('Webhook events', () => {
  it('"the webhook is triggered immediately after the connection process is completed, regardless of the user\'s recurring status"', async () => {
    const sent = await subscribe();
    const { bankLoginId, correlationId } = await connect();
    assert.deepEqual(events(await sent()), ['ubaconnect']);
    await advance('PT5S');
    const bodies = await sent();
    assert.deepEqual(events(bodies), ['ubaconnect', 'categorization']);
    assert.equal(bodies[0].data.bankLoginId, bankLoginId);
    assert.equal(bodies[1].correlationID, correlationId);
  });

  it('"After each successful synchronization, the system automatically sends the updated bank data"', async () => {
    const sent = await subscribe();
    await connect('?recurring=true');
    await advance('P1D');
    assert.deepEqual(events(await sent()).slice(2), [
      'ubasync',
      'categorization',
      'ubasync',
      'categorization',
    ]);
  });

  it('"This webhook type works only with recurring users"', async () => {
    const sent = await subscribe();
    await connect();
    await advance('P1D');
    assert.equal((await sent()).length, 2);
  });

  it('"`webhookID`, `userID`, `customUserID`, `tenantID`, `correlationID`, `correlationTimestamp`, `event`, `data`"', async () => {
    const sent = await subscribe();
    const { body } = await client('POST', '/api/users', { json: { customUserID: 'mine' } });
    const began = new Date(api.state.clock.now()).toISOString();
    const { body: session } = await client('POST', `/api/users/${body.userId}/banking/connect`);
    await advance('PT1M');
    await api.connectBank(session.sessionId);
    const [first] = await sent();
    assert.equal(first.userID, body.userId);
    assert.equal(first.customUserID, 'mine');
    assert.equal(first.tenantID, 'example-client');
    assert.equal(first.correlationTimestamp, began);
  });
});

describe('The data', () => {
  it('"Use accountIds to fetch transaction data via finoOS API": those that the user chose, and no other', async () => {
    const { body } = await client('POST', `${path}/connect`);
    const login = { bankCode: '90000001', userName: 'fino01', pin: '1' };
    const { attemptId } = await api.page(body.sessionId, 'logIn', login);
    const { accounts: offered } = await api.page(body.sessionId, 'giveConsent', attemptId);
    // As the page does, which posts them in `bank-connect`.
    const [first, second] = offered.map((/** @type {any} */ { accountId }) => accountId);
    await api.page(body.sessionId, 'connect', attemptId, [first]);
    const { body: data } = await client('GET', `${path}/accounts`);
    assert.deepEqual(
      data.accounts.map((/** @type {any} */ { accountId }) => accountId),
      [first],
    );
    const { body: booked } = await client('GET', `${path}/accounts/${first}/transactions`);
    assert.ok(booked.transactions.length > 0);
    const other = await client('GET', `${path}/accounts/${second}/transactions`);
    assert.equal(other.status, 404);
  });
});

describe('Manual upload', () => {
  const partner = {
    name: 'Wohnbau GmbH',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFFXXX',
    creditorId: 'DE98ZZZ09999999999',
  };
  const transaction = {
    transactionId: 't-1',
    amount: -900.01,
    currency: 'USD',
    bookingDate: 1_767_600_000,
    valueDate: 1_767_686_400,
    bookingText: 'Lastschrift',
    purpose: 'Miete',
    paymentPartner: partner,
    differentCreditor: 'A',
    differentDebitor: 'B',
    eref: 'E1',
    mref: 'M1',
    merchantCategoryCode: '6513',
    sepaPurposeCode: 'RENT',
    transactionCode: 105,
  };
  const security = {
    name: 'Muster AG',
    isin: 'DE000SBX0018',
    wkn: 'SBX001',
    currency: 'USD',
    quantity: 1.5,
    amount: 15,
    amountOriginalCurrency: 16.5,
    price: 10,
    purchasePrice: 9.99,
  };
  const account = {
    accountId: 'a-1',
    accountNumber: '532013000',
    balance: -1.01,
    bankCode: '37040044',
    bankName: 'Sparkasse',
    bic: 'COBADEFFXXX',
    currency: 'USD',
    iban: 'DE89370400440532013000',
    icon: 'https://bank.example/icon.png',
    name: 'Girokonto',
    overdraft: { amount: 500, available: true },
    owner: 'Anna Muster',
    standingOrders: [{ purpose: 'Miete', amount: 900 }],
    supportedPayments: ['SEPA'],
    transactions: [transaction],
  };

  beforeEach(() => client('POST', `${path}/connect`));

  it('keeps every field of the documented models, and gives it back as it came', async () => {
    const accounts = [
      { ...account, type: 'GIRO' },
      { ...account, accountId: 'a-2', type: 'DEPOT', securities: [security], transactions: [] },
    ];
    const sent = await client('POST', `${path}/accounts`, { json: { accounts } });
    assert.equal(sent.status, 201);
    assert.deepEqual(sent.body, { accounts });
    assert.deepEqual((await client('GET', `${path}/accounts?transactions=true`)).body, {
      accounts,
    });
    const [more, url] = [{ ...transaction, transactionId: 't-2' }, `${path}/accounts/a-1`];
    const json = { transactions: [more] };
    assert.deepEqual((await client('POST', `${url}/transactions`, { json })).body, json);
    const all = { transactions: [transaction, more] };
    assert.deepEqual((await client('GET', `${url}/transactions`)).body, all);
  });

  it('"Must be one of": knows the twelve types of accounts, and no other', async () => {
    const types = `BAUSPAREN DEPOT FESTGELD FONDSDEPOT GIRO KREDIT_KARTE KREDIT_KONTO KREDITDARLEHEN
      SPARBUCH TAGESGELD UNKNOWN OTHER`.split(/\s+/);
    const accounts = types.map((type) => ({
      ...account,
      accountId: type,
      type,
      ...(type === 'DEPOT' && { securities: [] }),
    }));
    const { body } = await client('POST', `${path}/accounts`, { json: { accounts } });
    assert.deepEqual(
      body.accounts.map((/** @type {any} */ { type }) => type),
      types,
    );
    const other = { accounts: [{ ...account, type: 'current' }] };
    assert.equal((await client('POST', `${path}/accounts`, { json: other })).status, 400);
  });

  it('"IDs … cannot be changed", every other field can, one at a time', async () => {
    await client('POST', `${path}/accounts`, {
      json: { accounts: [{ ...account, type: 'GIRO' }] },
    });
    const url = `${path}/accounts`;
    const change = {
      accountId: 'a-1',
      bankName: 'Volksbank',
      balance: 2,
      overdraft: { amount: 1 },
    };
    const { body } = await client('PATCH', url, { json: { accounts: [change] } });
    assert.deepEqual(body.accounts, [{ ...account, type: 'GIRO', ...change }]);
    const { transactionId } = transaction;
    const others = {
      amount: 5.5,
      currency: 'EUR',
      bookingDate: 1_767_500_000,
      valueDate: 1_767_500_001,
      bookingText: 'Gutschrift',
      purpose: 'Anderes',
      differentCreditor: 'C',
      differentDebitor: 'D',
      eref: 'E2',
      mref: 'M2',
      merchantCategoryCode: '5411',
      sepaPurposeCode: 'SALA',
      transactionCode: 1,
    };
    let kept = transaction;
    for (const [name, value] of Object.entries(others)) {
      const json = { transactions: [{ transactionId, [name]: value }] };
      const { status: code, body: changed } = await client('PATCH', `${url}/a-1`, { json });
      kept = { ...kept, [name]: value };
      assert.equal(code, 200, name);
      assert.deepEqual(changed, { transactions: [kept] });
    }
    for (const [name, value] of Object.entries({
      name: 'N',
      iban: 'FR1420041010050500013M02606',
      bic: 'X',
      creditorId: 'Y',
    })) {
      const json = {
        accounts: [
          {
            accountId: 'a-1',
            transactions: [{ transactionId, paymentPartner: { [name]: value } }],
          },
        ],
      };
      const { body: changed } = await client('PATCH', url, { json });
      kept = { ...kept, paymentPartner: { ...kept.paymentPartner, [name]: value } };
      assert.deepEqual(changed.accounts[0].transactions, [kept]);
    }
  });
});

describe('Several users', () => {
  it('never see each other’s bank logins', async () => {
    const first = await connect();
    const { body } = await client('POST', '/api/users/ben/banking/connect');
    const second = await api.connectBank(body.sessionId);
    assert.notEqual(first.bankLoginId, second);
    const logins = await api.page(body.sessionId, 'logins');
    assert.deepEqual(
      logins.map((/** @type {any} */ { bankLoginId }) => bankLoginId),
      [second],
    );
    const stolen = await api.page(body.sessionId, 'synchronise', first.bankLoginId);
    assert.equal(stolen.type, 'not-found');
    assert.equal(
      (await client('DELETE', `/api/users/ben/banking/logins/${first.bankLoginId}`)).status,
      404,
    );
    assert.equal((await status()).bankLoginId, first.bankLoginId);
  });
});
