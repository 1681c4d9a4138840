/** Leaving the page and coming back by Back, out of the engine's back/forward cache. */
import { expect, type Page } from '@playwright/test';
import { Stage, shopPages, silent, soon, talkative, test as base } from '../../fixtures/stage.js';

const test = base.extend<object, { readonly launchOptions: object }>({
  launchOptions: [
    // Playwright switches Chromium's cache off.
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
});
