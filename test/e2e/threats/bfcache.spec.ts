/** Leaving the page and coming back by Back, out of the engine's back/forward cache. */
import { expect } from '@playwright/test';
import { soon, talkative, test as base } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';
import { wholeBrowser } from '../../fixtures/whole-browser.js';

const test = base.extend(wholeBrowser).extend<object, { readonly launchOptions: object }>({
  launchOptions: [
    // Playwright switches Chromium's cache off.
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
});

test(
  'a page that comes back out of the cache asks for nothing, and hears each message once',
  threat('the page comes back out of the back/forward cache', {
    severity: 'high',
    answer: 'no request, one event',
  }),
  async ({ page, stage }) => {
    // The frame speaks when it comes back, and the page tells its server what came of that.
    stage.uba.pages.set(
      '/auth',
      `${talkative}<script>
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) parent.postMessage({ type: 'EXIT' }, '*');
      });
    </script>`,
    );
    await stage.open();
    await stage.forget();
    await page.evaluate(() => {
      window.shop.first.on('EXIT', () => {
        void window.shop.nextTask().then(() => {
          const events = window.shop.log.map(({ type }) => type).join();
          return fetch(`/back?${window.shop.first.status}:${events}`);
        });
      });
    });
    await stage.visit('/elsewhere');
    await page.evaluate(() => void setTimeout(() => history.back()));
    const told = () => stage.shop.requests.filter((path) => path.startsWith('/back'));
    await expect.poll(told, soon).toEqual(['/back?ready:EXIT,uba-message']);
    expect(stage.loads).toHaveLength(1);
  },
);
