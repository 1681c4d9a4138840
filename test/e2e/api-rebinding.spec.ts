/** A foreign name that points to this machine (DNS rebinding) opens nothing. */
import { expect } from '@playwright/test';
import { clockOf } from '../fixtures/sandbox-command.js';
import { test } from '../fixtures/served-sandbox.js';

// Its clock stands still.
test.use({ sandboxArgs: ['--seed', 'rebound'] });

// Each engine has its own way to be told that a name points to this machine.
test.use({
  launchOptions: [
    async ({ launchOptions: { args = [], firefoxUserPrefs, ...rest } }, use) => {
      await use({
        ...rest,
        args: [...args, '--host-resolver-rules=MAP rebound.example 127.0.0.1'],
        firefoxUserPrefs: { ...firefoxUserPrefs, 'network.dns.localDomains': 'rebound.example' },
      });
    },
    { scope: 'worker' },
  ],
});

test('a page under that name is refused, same origin or not', async ({ page, sandbox }) => {
  const before = await clockOf(sandbox);
  const rebound = sandbox.replace('127.0.0.1', 'rebound.example');
  const response = await page.goto(`${rebound}/_sandbox`);
  expect(response?.status()).toBe(403);
  const statuses = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const ask = async (path: string, init?: RequestInit) => (await fetch(path, init)).status;
    return [
      await ask('/_sandbox'),
      await ask('/_sandbox/reset', { method: 'POST' }),
      await ask('/_sandbox/clock', { method: 'POST', headers, body: '{"advance":"P90D"}' }),
      await ask('/api/openapi.json'),
      await ask('/sandbox'),
    ];
  });
  expect(statuses).toEqual([403, 403, 403, 403, 403]);
  expect(await clockOf(sandbox)).toBe(before);
});
