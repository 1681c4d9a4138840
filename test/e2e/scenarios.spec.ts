/** Every scenario through the user interface, across two sites, against its exact list of events. */
import { expect, type Page } from '@playwright/test';
import { compareEvents } from '../../sandbox/src/flow/compare-events.js';
import { scenarios, type Scenario } from '../../sandbox/src/flow/scenarios.js';
import { originOf } from '../../scripts/sites.mjs';
import { test, type Embedding, type Received } from '../fixtures/embedding.js';
import { Person } from '../fixtures/person.js';

const origin = originOf('sandbox');

/** The address that opens the sandbox where the scenario starts; the seed makes runs alike. */
function startOf({ id, start }: Scenario): string {
  const params = new URLSearchParams({
    sessionId: start.sessionId,
    userIdentifier: 'somebody',
    seed: id,
    ...start.params,
  });
  return `${origin}/auth?${params.toString()}`;
}

/** Everything received, once as much has come as is expected and all that is under way has too. */
async function settled(page: Page, embedding: Embedding, count: number): Promise<Received[]> {
  await expect.poll(async () => (await embedding.received()).length).toBeGreaterThanOrEqual(count);
  const frame = page.frames().find((one) => one.url().startsWith(origin));
  await frame?.evaluate(() => {
    parent.postMessage({ type: 'last' }, '*');
  });
  await page.waitForFunction(() => window.received.some(({ type }) => type === 'last'));
  return (await embedding.received()).filter(({ type }) => type !== 'last');
}

for (const scenario of scenarios) {
  test(`${scenario.id} ${scenario.title.en}`, async ({ page, embed }) => {
    const embedding = await embed({ origin, connectUrl: startOf(scenario) });
    const person = new Person(page.frameLocator('iframe'), page);
    for (const action of scenario.does) await person.does(action);
    const received = await settled(page, embedding, scenario.events.length);
    expect(compareEvents(scenario.events, received)).toEqual([]);
  });
}
