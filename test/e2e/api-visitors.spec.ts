/** A web page that a developer happens to visit can do nothing to the sandbox. */
import { expect, type Page } from '@playwright/test';
import { clockOf } from '../fixtures/sandbox-command.js';
import { test } from '../fixtures/served-sandbox.js';

/** Every way in which a page can send a request that changes something. */
async function attack(page: Page, sandbox: string): Promise<void> {
  await page.evaluate(async (target) => {
    const address = `${target}/_sandbox/clock`;
    const body = '{"advance":"P90D"}';
    const json = { 'Content-Type': 'application/json' };
    const send = (init: RequestInit) => fetch(address, { method: 'POST', body, ...init });
    await Promise.allSettled([
      send({ headers: json }),
      send({ mode: 'no-cors' }),
      send({ mode: 'no-cors', headers: json }),
      fetch(`${target}/_sandbox/reset`, { method: 'POST', mode: 'no-cors' }),
    ]);
    navigator.sendBeacon(`${target}/_sandbox/reset`);
    const frame = document.createElement('iframe');
    frame.name = 'target';
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `${target}/_sandbox/reset`, target: 'target' });
    document.body.append(frame, form);
    const sent = new Promise((resolve) => (frame.onload = resolve));
    form.submit();
    await sent;
  }, sandbox);
}

// Its clock stands still.
test.use({ sandboxArgs: ['--seed', 'visitors'] });

test('a page of another origin moves nothing and reads nothing', async ({
  page,
  site,
  sandbox,
}) => {
  const before = await clockOf(sandbox);
  await fetch(`${sandbox}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"advance":"PT1H"}',
  });
  const evil = await site({ '/': '<!doctype html><title>Evil</title><body></body>' });
  await page.goto(evil.origin);
  await attack(page, sandbox);
  // Neither moved on, nor back to the start.
  expect(await clockOf(sandbox)).toBe(before + 3_600_000);
  const isRead = await page.evaluate(
    (target) =>
      fetch(`${target}/_sandbox`).then(
        () => true,
        () => false,
      ),
    sandbox,
  );
  expect(isRead).toBe(false);
});
