import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { defaultReporter } from '@web/test-runner';
import { chromiumArgs, findBrowser } from './scripts/find-browser.mjs';
import { jsonReporter } from './scripts/json-reporter.mjs';
import { webkit } from './scripts/webkit-capabilities.mjs';

/** Which engines to run in, such as `BROWSERS=chromium,firefox`; coverage is Chromium's. */
const names = (process.env.BROWSERS ?? 'chromium').split(',');
const measured = names.includes('chromium') && process.env.COVERAGE !== 'false';

const launchers = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: findBrowser('chromium'),
        chromiumSandbox: false,
        args: chromiumArgs,
      },
    }),
  firefox: () =>
    playwrightLauncher({
      product: 'firefox',
      launchOptions: { channel: 'moz-firefox', executablePath: findBrowser('firefox') },
    }),
  // scripts/webkit.mjs starts the driver that this one talks to.
  webkit: () => webdriverLauncher(webkit),
};

export default {
  files: [
    'packages/*/src/**/*.test.ts',
    'sandbox/{core,page,testing}/**/*.test.ts',
    'demo/src/**/*.test.ts',
  ],
  nodeResolve: { exportConditions: ['@finodigital/source', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: names.map((name) => launchers[/** @type {keyof typeof launchers} */ (name)]()),
  // WebKit's driver runs all files in frames of one page, which share its history.
  concurrency: names.includes('webkit') ? 1 : 2,
  reporters: [
    defaultReporter(),
    jsonReporter({ outputFile: `test-results/unit-${names.join('-')}.json` }),
  ],
  coverage: measured,
  coverageConfig: {
    include: ['packages/*/src/**/*.ts'],
    exclude: ['**/*.test.ts'],
    threshold: { statements: 95, lines: 95, functions: 95, branches: 90 },
    reporters: ['text-summary', 'lcovonly'],
  },
  testFramework: { config: { timeout: 10_000 } },
};
