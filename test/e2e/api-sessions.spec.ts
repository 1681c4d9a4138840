/** Sessions of the API in a browser: who they are about, how they synchronise, where they lead back. */
import { expect, type Page } from '@playwright/test';
import { compareEvents, Person, type ScenarioAction } from '../../sandbox/testing/index.js';
import { ApiClient, type ApiSession } from '../fixtures/api-client.js';
import { test } from '../fixtures/served-sandbox.js';

const agree: ScenarioAction = { act: 'agree-consent' };
const tan: ScenarioAction = { act: 'enter-tan', tan: '123456' };
const logIn = (bank: string, userName: string, pin: string): ScenarioAction[] => [
  { act: 'pick-bank', bank },
  { act: 'log-in', userName, pin },
];
const toAccounts = [...logIn('fino SCA Bank', 'fino01', '654321'), tan, agree];
const connect: ScenarioAction[] = [...toAccounts, { act: 'connect-accounts' }];

async function clientOf(sandbox: string): Promise<ApiClient> {
  const api = new ApiClient(sandbox);
  await api.authenticate();
  return api;
}

const inFrame = (page: Page) => new Person(page.frameLocator('iframe'), page);

test('each message of a session of the API names its userIdentifier, and no log does', async ({
  page,
  embed,
  sandbox,
}) => {
  const api = await clientOf(sandbox);
  const { body } = await api.call<ApiSession>('POST', '/api/users/anna/banking/connect');
  const { sessionId, userIdentifier } = body;
  const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
  await inFrame(page).does(...connect);
  await embedding.waitFor('SUCCESS');
  const users = (await embedding.received()).map(({ user }) => user);
  expect(new Set(users)).toEqual(new Set([userIdentifier]));
  const { body: events } = await api.call('GET', '/_sandbox/events');
  for (const secret of [userIdentifier, sessionId]) {
    expect(JSON.stringify(events).includes(secret)).toBe(false);
  }
});

test('a static session names nobody', async ({ page, embed, sandbox }) => {
  const embedding = await embed({ origin: sandbox, sessionId: 'demo', userIdentifier: 'anybody' });
  await inFrame(page).does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await embedding.waitFor('bank-select');
  const users = (await embedding.received()).map(({ user }) => user);
  expect(new Set(users)).toEqual(new Set([undefined]));
});

test('a bank login that is not recurring is synchronised with its user: SCA and consent each time', async ({
  page,
  embed,
  sandbox,
}) => {
  const api = await clientOf(sandbox);
  const path = '/api/users/anna/banking';
  const first = await api.call<ApiSession>('POST', `${path}/connect`);
  const { sessionId, userIdentifier } = first.body;
  const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
  const person = inFrame(page);
  await person.does(...connect);
  await embedding.waitFor('SUCCESS');
  const [login] = (
    await api.call<{ bankLoginId: string }[]>('GET', `${path}/logins/synchronization-status`)
  ).body;
  const sync = `${path}/logins/${login?.bankLoginId}/synchronization`;
  const renewal = [
    { type: 'ready' },
    { type: 'bank-accounts' },
    { type: 'bank-sync', payload: { code: 'SCA_REQUIRED' } },
    { type: 'state', payload: { status: 'started' } },
    { type: 'TAN_CHALLENGE_SUBMIT' },
    { type: 'TAN_CHALLENGE_SUCCESS' },
    { type: 'state', payload: { status: 'finalised' } },
    { type: 'BANK_SYNC_SUCCESS' },
    { type: 'SUCCESS' },
    { type: 'bank-accounts' },
  ] as const;

  /** The user completes a session that a synchronisation answered with. */
  async function complete(session: ApiSession): Promise<void> {
    const count = (await embedding.received()).length;
    await page.evaluate((next) => {
      const { widget } = window as unknown as {
        widget: { setSession(sessionId: string, userIdentifier: string): void };
      };
      widget.setSession(next.sessionId, next.userIdentifier);
    }, session);
    await person.does(tan, agree);
    await expect.poll(async () => (await embedding.received()).length).toBe(count + renewal.length);
    const received = (await embedding.received()).slice(count);
    expect(compareEvents(renewal, received)).toEqual([]);
  }

  const valid = await api.call<ApiSession>('POST', sync);
  expect(valid.status).toBe(202);
  await complete(valid.body);
  // Revoked at the bank, the first call says so.
  const standing = { standing: 'revoked' };
  await api.call('PUT', `/_sandbox/logins/${login?.bankLoginId}/consent`, standing);
  const revoked = await api.call<ApiSession>('POST', sync);
  expect(revoked.status).toBe(451);
  await complete(revoked.body);
});

const ends = [
  { name: 'success', does: connect, reason: 'connected', outcome: null },
  {
    name: 'left',
    does: [...logIn('fino SCA Bank', 'fino01', '654321'), { act: 'close' }],
    reason: 'left',
    outcome: 'cancelled',
  },
  {
    name: 'failed',
    does: [...logIn('fino Offline Bank', 'fino01', ''), { act: 'close' }],
    reason: 'failed',
    outcome: 'failed',
  },
] as const;

for (const { name, does, reason, outcome } of ends) {
  test(`${name}: the top window goes back to the application, a frame announces it`, async ({
    page,
    embed,
    site,
    sandbox,
  }) => {
    const application = await site({ '/back': '<!doctype html><title>The application</title>' });
    const redirectUrl = `${application.origin}/back?cart=1`;
    const api = await clientOf(sandbox);
    const open = async () =>
      (
        await api.call<ApiSession>('POST', '/api/users/anna/banking/connect?multiple=false', {
          redirectUrl,
        })
      ).body;
    const expected = ({ sessionId, userIdentifier }: ApiSession) => {
      const url = new URL(redirectUrl);
      url.searchParams.set('userIdentifier', userIdentifier);
      url.searchParams.set('sessionId', sessionId);
      if (outcome) url.searchParams.set('uba-outcome', outcome);
      return url.href;
    };

    const framed = await open();
    const { sessionId, userIdentifier } = framed;
    const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
    await inFrame(page).does(...does);
    await embedding.waitFor('redirect');
    expect((await embedding.received()).at(-1)).toMatchObject({
      type: 'redirect',
      payload: { url: expected(framed), reason },
    });
    expect(page.url()).toBe(`${embedding.host.origin}/`);
    // Of one user and one bank there is one connection.
    await api.call('DELETE', '/api/users/anna');

    const top = await open();
    await page.goto(`${top.redirectURL}&lang=en`);
    await new Person(page, page).does(...does);
    await page.waitForURL(expected(top));
    await expect(page).toHaveTitle('The application');
  });
}

test('the page’s own redirectURL beats the session’s, which beats the command’s', async ({
  page,
  site,
  sandbox,
}) => {
  const application = await site({ '/page': '<title>page</title>' });
  const api = await clientOf(sandbox);
  const { body } = await api.call<ApiSession>(
    'POST',
    `/api/users/anna/banking/connect?redirectUrl=${application.origin}/session`,
  );
  const own = new URLSearchParams({ redirectURL: `${application.origin}/page` });
  await page.goto(`${body.redirectURL}&lang=en&${own.toString()}`);
  await new Person(page, page).does({ act: 'close' });
  await expect(page).toHaveTitle('page');
});

test.describe('with --redirect-url', () => {
  test.use({ sandboxArgs: ['--redirect-url', 'https://app.example/back'] });

  test('the command says where a session leads that says nothing itself', async ({
    page,
    sandbox,
    context,
  }) => {
    await context.route('https://app.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>app</title>' }),
    );
    for (const path of ['/sandbox?lang=en', '/auth?sessionId=demo&userIdentifier=u&lang=en']) {
      await page.goto(sandbox + path);
      await new Person(page, page).does({ act: 'close' });
      await expect(page).toHaveTitle('app');
      expect(new URL(page.url()).searchParams.get('uba-outcome')).toBe('cancelled');
    }
  });

  test('a session that is over leads back by itself', async ({ page, sandbox, context }) => {
    await context.route('https://app.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>app</title>' }),
    );
    await page.goto(`${sandbox}/auth?sessionId=unknown&userIdentifier=u`);
    await page.waitForURL(/^https:\/\/app\.example/);
    const params = Object.fromEntries(new URL(page.url()).searchParams);
    expect(params).toEqual({
      userIdentifier: 'u',
      sessionId: 'unknown',
      'uba-outcome': 'failed',
    });
  });
});
