/** The whole integration, back end included, offline: from the token to the renewed consent. */
import { expect } from '@playwright/test';
import { ApiClient, type ApiSession } from '../fixtures/api-client.js';
import { Person } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/served-sandbox.js';
import { openSite } from '../fixtures/site.js';

interface LoginStatus {
  readonly bankLoginId: string;
  readonly status: string;
  readonly active: boolean;
}

interface Delivery {
  readonly status: string;
  readonly body: { readonly event: string; readonly data: { readonly leftOut?: number } };
}

test('an integration goes full circle: connect, expire, renew, with every webhook delivered', async ({
  page,
  embed,
  sandbox,
  external,
}) => {
  const received: string[] = [];
  const receiver = await openSite({
    '/hook': (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push((JSON.parse(body) as Delivery['body']).event);
        response.writeHead(204).end();
      });
    },
  });

  const api = new ApiClient(sandbox);
  await api.authenticate();
  const webhook = {
    url: `${receiver.origin}/hook`,
    events: ['ubaconnect', 'ubasync', 'ubasyncerror'],
  };
  expect((await api.call('POST', '/api/webhooks', webhook)).status).toBe(201);
  const user = await api.call<{ userId: string }>('POST', '/api/users', { type: 'person' });
  const path = `/api/users/${user.body.userId}`;
  const statuses = async () =>
    (await api.call<LoginStatus[]>('GET', `${path}/banking/logins/synchronization-status`)).body;

  const connect = await api.call<ApiSession>('POST', `${path}/banking/connect?recurring=true`);
  const { sessionId, userIdentifier } = connect.body;
  const correlation = `${path}/categorization/correlation?correlationId=${connect.headers.get('Finoos-Correlation-Id')}`;
  expect((await api.call('GET', correlation)).status).toBe(404);

  const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await person.does({ act: 'log-in', userName: 'fino01', pin: '654321' });
  await person.does({ act: 'enter-tan', tan: '123456' }, { act: 'agree-consent' });
  await person.does({ act: 'connect-accounts' });
  await embedding.waitFor('SUCCESS');

  expect((await api.call('GET', correlation)).status).toBe(404);
  await api.call('POST', '/_sandbox/clock', { advance: 'PT5S' });
  expect((await api.call('GET', correlation)).status).toBe(200);
  const [login] = await statuses();
  expect(login).toMatchObject({ status: 'OK', active: true });

  await api.call('POST', '/_sandbox/clock', { advance: 'P90D' });
  // Tokens last in real time: a leap of the clock ends a consent, and not what a client holds.
  expect((await api.call('GET', correlation)).status).toBe(200);
  expect((await statuses())[0]?.status).toBe('SCA_REQUIRED');

  const synchronisation = await api.call<ApiSession>(
    'POST',
    `${path}/banking/logins/${login?.bankLoginId}/synchronization?triggerChallenge=true`,
  );
  expect(synchronisation.status).toBe(451);
  await page.evaluate((session) => {
    const { widget } = window as unknown as {
      widget: { setSession(sessionId: string, userIdentifier: string): void };
    };
    widget.setSession(session.sessionId, session.userIdentifier);
  }, synchronisation.body);
  await person.does({ act: 'enter-tan', tan: '123456' }, { act: 'agree-consent' });
  await embedding.waitFor('BANK_SYNC_SUCCESS');
  expect((await statuses())[0]).toMatchObject({ status: 'OK', active: true });

  // Of the 180 synchronisations of 90 days the newest ten are told, and how many were not.
  const automatic = Array.from({ length: 10 }, () => 'ubasync');
  const expected = ['ubaconnect', ...automatic, 'ubasyncerror', 'ubasync'];
  await expect.poll(() => received).toEqual(expected);
  const log = (await api.call<Delivery[]>('GET', '/_sandbox/webhooks')).body;
  expect(log.map(({ body }) => body.event)).toEqual(expected);
  expect(log.every(({ status }) => status === 'delivered')).toBe(true);
  const synced = log.slice(1, 11).map(({ body }) => body.data);
  expect(synced.map(({ leftOut }) => leftOut ?? 0)).toEqual([170, ...Array<number>(9).fill(0)]);
  expect(log.at(-2)?.body.data).toEqual({
    type: 'CHALLENGE_REQUIRED',
    bankLoginId: login?.bankLoginId,
  });
  expect(external).toEqual([]);
  await receiver.close();
});
