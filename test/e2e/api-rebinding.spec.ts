/** A foreign name that points to this machine (DNS rebinding) opens nothing. */
import { expect } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../../scripts/find-browser.mjs';
import { clockOf } from '../fixtures/sandbox-command.js';
import { test } from '../fixtures/served-sandbox.js';

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium maps names by an option');

test.use({
  // Its clock stands still.
  sandboxArgs: ['--seed', 'rebound'],
  launchOptions: {
    executablePath: findBrowser('chromium'),
    chromiumSandbox: false,
    args: [...chromiumArgs, '--host-resolver-rules=MAP rebound.example 127.0.0.1'],
  },
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
