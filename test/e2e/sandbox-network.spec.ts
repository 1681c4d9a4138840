/** The sandbox, the widget and the page that embeds them ask nobody else for anything. */
import { expect } from '@playwright/test';
import { scenarioOf } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { play } from '../fixtures/play.js';
import { sandboxOrigin } from '../fixtures/sandbox-address.js';

test('whole flows ask only the two local servers for anything', async ({
  context,
  page,
  embed,
}) => {
  const asked: string[] = [];
  await context.route('**', async (route) => {
    const { origin, host, hostname } = new URL(route.request().url());
    asked.push(origin === sandboxOrigin ? 'sandbox' : hostname === 'localhost' ? 'page' : host);
    if (hostname === 'localhost' || hostname === '127.0.0.1') await route.continue();
    else await route.abort();
  });
  const others = () => asked.filter((who) => who !== 'sandbox' && who !== 'page');

  // With a TAN, with a picture, at the bank in a window of its own, and back to an address.
  for (const id of ['02', '09', '16', '27', '33']) {
    await play({ page, embed }, scenarioOf(id));
  }
  expect(others()).toEqual([]);
  expect(asked).toEqual(expect.arrayContaining(['sandbox', 'page']));

  // What is asked for elsewhere would have been noticed.
  await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
  expect(others()).toEqual(['elsewhere.example']);
});
