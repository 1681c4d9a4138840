import { defineConfig } from '@playwright/test';
import { chromiumArgs, findBrowser, findHeadlessChromium } from './scripts/find-browser.mjs';

/** A port of its own, so that `npm test` runs beside `npm start`. */
process.env.PORT ??= '5273';
const { originOf } = await import('./scripts/sites.mjs');

/** Which engines to run in, such as `BROWSERS=chromium,firefox`. */
const names = (process.env.BROWSERS ?? 'chromium').split(',');

const projects = {
  chromium: () => ({
    name: 'chromium',
    use: {
      browserName: 'chromium' as const,
      launchOptions: {
        executablePath: findHeadlessChromium(),
        chromiumSandbox: false,
        args: chromiumArgs,
      },
    },
  }),
  firefox: () => ({
    name: 'firefox',
    // Only Chromium measures shifts of the layout, gives its accessibility tree, and prints and forces
    // colours and schemes for a test.
    testIgnore: [
      'sandbox-loading.spec.ts',
      'before-defined.spec.ts',
      'transcripts.spec.ts',
      'graphics.spec.ts',
      'widget-media.spec.ts',
    ],
    use: {
      browserName: 'firefox' as const,
      channel: 'moz-firefox',
      launchOptions: {
        executablePath: findBrowser('firefox'),
        // Without it, clicks and typing in cross-site frames get lost.
        // And an icon is the browser's own wish, which a strict page's policy refuses aloud.
        firefoxUserPrefs: { 'fission.autostart': false, 'browser.chrome.site_icons': false },
      },
    },
  }),
  // scripts/webkit.mjs starts the driver that this one talks to, which has one browser at a time.
  webkit: () => ({ name: 'webkit', testDir: 'test/webkit', workers: 1 }),
};

export default defineConfig({
  testDir: 'test/e2e',
  // A folder of its own: Playwright empties it, and the other runners' results are beside it.
  outputDir: 'test-results/traces',
  snapshotPathTemplate: 'test/transcripts/{arg}{ext}',
  fullyParallel: true,
  // Left to `npm run proof -- engines`: what takes long and tells least that no other test tells.
  ...(process.env.TESTS !== 'all' && { grepInvert: /@long/ }),
  forbidOnly: Boolean(process.env.CI),
  workers: 3,
  reporter: [
    ['list'],
    ['junit', { outputFile: `test-results/e2e-${names.join('-')}.xml` }],
    // What scripts/check-security.mjs reads: JUnit has no place for what a threat's test states.
    ['json', { outputFile: `test-results/e2e-${names.join('-')}.json` }],
  ],
  // Nothing waits by the clock: these end what hangs, on a busy machine too.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  globalTimeout: 30 * 60_000,
  use: {
    baseURL: originOf('demo'),
    locale: 'en-GB',
  },
  webServer: {
    command: 'node scripts/start.mjs --built',
    url: originOf('demo'),
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: { PORT: process.env.PORT },
  },
  projects: names.map((name) => projects[name as keyof typeof projects]()),
});
