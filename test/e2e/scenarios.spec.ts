/** Every scenario through the user interface, across two sites, against its exact list of events. */
import { expect, type Page } from '@playwright/test';
import { compareEvents } from '../../sandbox/src/flow/compare-events.js';
import { scenarios } from '../../sandbox/src/flow/scenarios.js';
import { test, type Embedding, type Received } from '../fixtures/embedding.js';
import { Person } from '../fixtures/person.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';

/** Everything received, once as much has come as is expected and all that is under way has too. */
async function settled(page: Page, embedding: Embedding, count: number): Promise<Received[]> {
  await expect.poll(async () => (await embedding.received()).length).toBeGreaterThanOrEqual(count);
  const frame = page.frames().find((one) => one.url().startsWith(sandboxOrigin));
  await frame?.evaluate(() => {
    parent.postMessage({ type: 'last' }, '*');
  });
  await page.waitForFunction(() => window.received.some(({ type }) => type === 'last'));
  return (await embedding.received()).filter(({ type }) => type !== 'last');
}

for (const scenario of scenarios) {
  test(`${scenario.id} ${scenario.title.en}`, async ({ page, embed }) => {
    const embedding = await embed({ origin: sandboxOrigin, connectUrl: startOf(scenario) });
    const person = new Person(page.frameLocator('iframe'), page);
    for (const action of scenario.does) await person.does(action);
    const received = await settled(page, embedding, scenario.events.length);
    expect(compareEvents(scenario.events, received)).toEqual([]);
  });
}
