/** The back end that the README shows, in front of a page of its own. */
import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Person } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/served-sandbox.js';
import { openSite } from '../fixtures/site.js';

test('the back end of the README makes a session, and knows the connection afterwards', async ({
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
