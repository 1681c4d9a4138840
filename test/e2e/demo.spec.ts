/** The demo as a newcomer meets it. */
import { expect } from '@playwright/test';
import { test } from '../fixtures/embedding.js';
import { play } from '../fixtures/demo-page.js';
import { scenarioOf } from '../../sandbox/testing/index.js';

test('a newcomer connects a demo bank with a TAN, and the log tells each event', async ({
  page,
}) => {
  await page.goto('/demo/widget');
  await play(page, '02');
  const log = page.getByRole('region', { name: 'What your page hears' });
  for (const type of new Set(scenarioOf('02').events.map((event) => event.type))) {
    await log.getByLabel('Filter by type or payload').fill(type);
    await expect(log.getByRole('listitem').filter({ hasText: type }).first()).toBeVisible();
  }
});
