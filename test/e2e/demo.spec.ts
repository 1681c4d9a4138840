/** The demo as a newcomer meets it. */
import { expect } from '@playwright/test';
import { scenarios } from '../../sandbox/src/flow/scenarios.js';
import { test } from '../fixtures/embedding.js';
import { Person } from '../fixtures/person.js';

test('a newcomer connects a demo bank with a TAN, and the log tells each event', async ({
  page,
}) => {
  await page.goto('/demo/widget');
  const person = new Person(page.frameLocator('iframe'), page);
  const scenario = scenarios.find(({ id }) => id === '02');
  for (const action of scenario?.does ?? []) await person.does(action);
  const log = page.getByRole('region', { name: 'What your page hears' });
  for (const type of new Set(scenario?.events.map((event) => event.type))) {
    await log.getByLabel('Filter by type or payload').fill(type);
    await expect(log.getByRole('listitem').filter({ hasText: type }).first()).toBeVisible();
  }
});
