/**
 * One whole connection in WebKit, by the names that a screen reader reads out. Playwright runs the
 * test; WebKit's own driver, which scripts/webkit.mjs starts, drives the browser.
 */
import { expect, test as base } from '@playwright/test';
import { remote, type Browser } from 'webdriverio';
import { webkit } from '../../scripts/webkit-capabilities.mjs';
import { compareEvents } from '../../sandbox/core/scenarios/compare-events.js';
import type { ScenarioAction } from '../../sandbox/core/scenarios/scenarios.js';
import { chooseLanguage } from '../../sandbox/page/texts/index.js';
import { embeddingPage, widgetBundle } from '../fixtures/embedding.js';
import { scenarioOf } from '../fixtures/play.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';
import { openSite } from '../fixtures/site.js';

const { t: words } = chooseLanguage(['en']);

const test = base.extend<{ readonly driver: Browser }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are needed
  driver: async ({}, use) => {
    const driver = await remote(webkit);
    await use(driver);
    await driver.deleteSession();
  },
});

/** Finds elements inside shadow roots as well; runs in the page. */
function deep(selector: string): Element[] {
  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  return within(document);
}

/** The element of that kind and accessible name, once it is there. */
async function find(driver: Browser, selector: string, name: string | RegExp) {
  const matching = async () => {
    for (const element of await driver.execute(deep, selector)) {
      const label = await driver.$(element as unknown as HTMLElement).getComputedLabel();
      if (typeof name === 'string' ? label === name : name.test(label)) return element;
    }
    return undefined;
  };
  const found = await driver.waitUntil(matching, { timeoutMsg: `No ${selector} named ${name}` });
  return driver.$(found as unknown as HTMLElement);
}

async function act(driver: Browser, action: ScenarioAction): Promise<void> {
  // By keyboard: the driver's own way takes no field inside a shadow root for one.
  const type = async (name: string, text: string) => {
    await driver.execute((field) => field.focus(), await find(driver, 'input', name));
    await driver.keys(Array.from(text));
  };
  const press = async (name: string | RegExp) => (await find(driver, 'button', name)).click();
  switch (action.act) {
    case 'pick-bank':
      await type(words.search.fullLabel, action.bank);
      return (await find(driver, '[role=option]', new RegExp(action.bank))).click();
    case 'log-in':
      await type(words.login.userName, action.userName);
      await type(words.login.pin, action.pin);
      return press(words.login.submit);
    case 'enter-tan':
      await type(words.tan.label, action.tan);
      return press(words.tan.submit);
    case 'connect-accounts': {
      await find(driver, '[type=checkbox]', /./);
      const ticked = await driver.execute(deep, '[type=checkbox]:checked');
      return press(words.accounts.submit(ticked.length));
    }
    default:
      throw new Error(`No such act in this scenario: ${action.act}`);
  }
}

test('a person connects a bank with a TAN', async ({ driver }) => {
  const scenario = scenarioOf('02');
  const options = { origin: sandboxOrigin, connectURL: startOf(scenario, { lang: 'en' }) };
  const shop = await openSite({ '/': embeddingPage(options), '/uba-widget.js': widgetBundle });
  try {
    await driver.url(shop.origin);
    const [frame] = await driver.execute(deep, 'iframe');
    await driver.switchFrame(driver.$(frame as unknown as HTMLElement));
    for (const action of scenario.does) await act(driver, action);
    await driver.switchFrame(null);
    const received = () => driver.execute(() => window.received);
    await expect.poll(async () => (await received()).length).toBe(scenario.events.length);
    expect(compareEvents(scenario.events, await received())).toEqual([]);
  } finally {
    await shop.close();
  }
});
