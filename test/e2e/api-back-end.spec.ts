/** The back end that the README shows, in front of a page of its own. */
import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Person } from '../../sandbox/testing/index.js';
import { ApiClient, type ApiSession } from '../fixtures/api-client.js';
import { test } from '../fixtures/served-sandbox.js';
import { openSite } from '../fixtures/site.js';

interface Account {
  readonly accountId: string;
  readonly balance: number;
  readonly bankLoginId?: string;
  readonly transactions: readonly { readonly amount: number; readonly purpose: string }[];
}

interface News {
  readonly event: string;
  readonly data: { readonly accounts?: readonly Account[]; readonly status?: string };
}

/** Runs it on a free port, for the sandbox alone. */
async function startBackEnd(sandbox: string) {
  const probe = await openSite();
  await probe.close();
  const { port } = new URL(probe.origin);
  const child = spawn(process.execPath, ['demo/back-end/back-end.mjs'], {
    env: { ...process.env, PORT: port, UBA_API: `${sandbox}/api` },
  });
  const ask = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(`http://localhost:${port}${path}`, { method, ...init });
    return (await response.json()) as unknown;
  };
  await expect.poll(() => ask('POST', '/session').catch(() => undefined)).toBeDefined();
  const stop = async () => {
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  };
  return { ask, stop };
}

async function advance(sandbox: string, duration: string): Promise<void> {
  await fetch(`${sandbox}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ advance: duration }),
  });
}

test('the back end of the README makes a session, and knows afterwards what came of it', async ({
  page,
  embed,
  sandbox,
}) => {
  const { ask, stop } = await startBackEnd(sandbox);
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
  await advance(sandbox, 'PT10M');
  expect(await ask('GET', '/bank-logins')).toMatchObject([{ status: 'OK' }]);
  await stop();
});

test('the back end of the README pays: connected, ordered, authorised, executed', async ({
  page,
  embed,
  sandbox,
  external,
}) => {
  const { ask, stop } = await startBackEnd(sandbox);
  const { sessionId, userIdentifier } = (await ask('POST', '/session')) as ApiSession;
  const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await person.does({ act: 'log-in', userName: 'fino01', pin: '654321' });
  await person.does({ act: 'enter-tan', tan: '123456' }, { act: 'agree-consent' });
  await person.does({ act: 'connect-accounts' });
  await embedding.waitFor('SUCCESS');
  const currentAccount = async () => {
    const { accounts } = (await ask('GET', '/accounts')) as { accounts: [Account] };
    return accounts[0];
  };
  const before = await currentAccount();

  const purpose = 'Order 2026-0815';
  const pay = () =>
    ask('POST', `/payment?login=${before.bankLoginId}`, {
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'order-2026-0815' },
      body: JSON.stringify({
        ...{ account: before.accountId, amount: 12.34, purpose },
        ...{ payee: 'Möbelhaus Beispiel', iban: 'DE89370400440532013000' },
      }),
    }) as Promise<ApiSession & { moneyTransferId: string; status: string }>;
  const order = await pay();
  expect(order.status).toBe('OPEN');
  // Sent again, as the answer got lost: the same order, in the same session.
  expect(await pay()).toEqual(order);

  const payment = `/payment?login=${before.bankLoginId}&payment=${order.moneyTransferId}`;
  const status = async () => ((await ask('GET', payment)) as News['data']).status;
  const told = async () =>
    ((await ask('GET', '/news')) as News[])
      .filter(({ event }) => event === 'ubapayment')
      .map(({ data }) => data.status);
  await page.evaluate((session) => {
    const { widget } = window as unknown as {
      widget: { setSession(sessionId: string, userIdentifier: string): void };
    };
    widget.setSession(session.sessionId, session.userIdentifier);
  }, order);
  await person.does({ act: 'authorise-payment' }, { act: 'enter-tan', tan: '123456' });
  await expect.poll(told).toEqual(['PENDING']);
  expect(await status()).toBe('PENDING');
  expect((await currentAccount()).balance).toBe(before.balance);

  await advance(sandbox, 'PT1H');
  await expect.poll(told).toEqual(['SUCCESSFUL', 'PENDING']);
  expect(await status()).toBe('SUCCESSFUL');
  const after = await currentAccount();
  expect(after.balance).toBeCloseTo(before.balance - 12.34, 2);
  const booked = after.transactions.filter((one) => one.purpose === purpose);
  expect(booked.map(({ amount }) => amount)).toEqual([-12.34]);
  expect(external).toEqual([]);
  await stop();
});
