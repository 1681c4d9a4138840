/**
 * One whole connection in WebKit, by the names that a screen reader reads out. Playwright runs the
 * test; WebKit's own driver, which scripts/webkit.mjs starts, drives the browser.
 */
import { expect, test as base } from '@playwright/test';
import { remote, type Browser } from 'webdriverio';
import { webkit } from '../../scripts/webkit-capabilities.mjs';
import { compareEvents, Person, scenarioOf, type Tab } from '../../sandbox/testing/index.js';
import { embeddingPage, widgetBundle } from '../fixtures/embedding.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';
import { openSite } from '../fixtures/site.js';
import { deep, documentOf } from './controls.js';

const tab: Tab = {
  waitForEvent: () => Promise.reject(new Error('The bank has no window of its own in this test.')),
};

const test = base.extend<{ readonly driver: Browser }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are needed
  driver: async ({}, use) => {
    const driver = await remote(webkit);
    await use(driver);
    await driver.deleteSession();
  },
});

test('a person connects a bank with a TAN', async ({ driver }) => {
  const scenario = scenarioOf('02');
  const options = { origin: sandboxOrigin, connectURL: startOf(scenario, { lang: 'en' }) };
  const shop = await openSite({ '/': embeddingPage(options), '/uba-widget.js': widgetBundle });
  try {
    await driver.url(shop.origin);
    const [frame] = await driver.execute(deep, 'iframe');
    await driver.switchFrame(driver.$(frame as unknown as HTMLElement));
    await new Person(documentOf(driver), tab).does(...scenario.does);
    await driver.switchFrame(null);
    const received = () => driver.execute(() => window.received);
    await expect.poll(async () => (await received()).length).toBe(scenario.events.length);
    expect(compareEvents(scenario.events, await received())).toEqual([]);
  } finally {
    await shop.close();
  }
});
