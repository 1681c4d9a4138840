/** The back end that the README shows, in front of a page of its own. */
import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Person } from '../../sandbox/testing/index.js';
import { ApiClient } from '../fixtures/api-client.js';
import { test } from '../fixtures/served-sandbox.js';
import { openSite } from '../fixtures/site.js';

interface Account {
  readonly accountId: string;
  readonly bankLoginId?: string;
  readonly transactions: readonly object[];
}

interface News {
  readonly event: string;
  readonly data: { readonly accounts?: readonly Account[] };
}

test('the back end of the README makes a session, and knows afterwards what came of it', async ({
  page,
  embed,
  sandbox,
}) => {
  const probe = await openSite();
  await probe.close();
  const { port } = new URL(probe.origin);
  const backEnd = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['demo/back-end/back-end.mjs'], {
    env: { ...process.env, PORT: port, UBA_API: `${sandbox}/api` },
  });
  const ask = async (method: string, path: string) => {
    const response = await fetch(backEnd + path, { method });
    return (await response.json()) as unknown;
  };
  await expect.poll(() => ask('POST', '/session').catch(() => undefined)).toBeDefined();

  const session = (await ask('POST', '/session')) as { sessionId: string; userIdentifier: string };
  const { sessionId, userIdentifier } = session;
  // The token of the API stays with the back end.
  expect(Object.keys(session).sort()).toEqual(['redirectURL', 'sessionId', 'userIdentifier']);
  const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await person.does({ act: 'log-in', userName: 'persondemo', pin: '' });
  await person.does({ act: 'agree-consent' }, { act: 'connect-accounts' });
  await embedding.waitFor('SUCCESS');
  expect(await ask('GET', '/bank-logins')).toMatchObject([{ status: 'OK', active: true }]);

  const { accounts } = (await ask('GET', '/accounts')) as { accounts: Account[] };
  const [first] = accounts;
  expect(first?.transactions.length).toBeGreaterThan(0);
  const { transactions } = (await ask(
    'GET',
    `/transactions?account=${first?.accountId}`,
  )) as Account;
  expect(transactions).toEqual(first?.transactions);

  // fino tells of the connection, and of what is new after a synchronisation.
  const news = async () => (await ask('GET', '/news')) as News[];
  const events = async () => (await news()).map(({ event }) => event);
  await expect.poll(events).toContain('ubaconnect');
  const told = (await news()).find(({ event }) => event === 'ubaconnect');
  expect(told?.data.accounts).toEqual(accounts.map(({ bankLoginId: _, ...account }) => account));
  const api = new ApiClient(sandbox);
  await api.authenticate();
  const login = `/api/users/visitor-1/banking/logins/${first?.bankLoginId}`;
  expect((await api.call('POST', `${login}/synchronization`)).status).toBe(200);
  await expect.poll(events).toContain('ubasync');
  const later = (await ask('GET', `/transactions?account=${first?.accountId}`)) as Account;
  const fresh = (await news()).find(({ event }) => event === 'ubasync')?.data.accounts;
  const count = fresh?.find(({ accountId }) => accountId === first?.accountId)?.transactions.length;
  expect(count).toBeGreaterThan(0);
  expect(later.transactions.length).toBe(transactions.length + (count ?? 0));

  // The token is over; the back end fetches another by itself.
  await fetch(`${sandbox}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"advance":"PT10M"}',
  });
  expect(await ask('GET', '/bank-logins')).toMatchObject([{ status: 'OK' }]);
  const exit = once(child, 'exit');
  child.kill();
  await exit;
});
