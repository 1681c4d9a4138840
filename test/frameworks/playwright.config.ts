/** `npm run test:frameworks`: the examples in demo/frameworks, installed, built and used. */
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findHeadlessChromium } from '../../scripts/find-browser.mjs';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/frameworks',
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  reporter: 'list',
  // An installation from the registry takes its time.
  timeout: 300_000,
  use: {
    actionTimeout: 30_000,
    browserName: 'chromium',
    launchOptions: {
      executablePath: findHeadlessChromium(),
      chromiumSandbox: false,
      args: chromiumArgs,
    },
    locale: 'en-GB',
  },
});
