import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { junitReporter } from '@web/test-runner-junit-reporter';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { defaultReporter } from '@web/test-runner';
import { chromiumArgs, findBrowser, findHeadlessChromium } from './scripts/find-browser.mjs';
import { reactModules } from './scripts/react-modules.mjs';
import { webkit } from './scripts/webkit-capabilities.mjs';

/** Which engines to run in, such as `BROWSERS=chromium,firefox`. */
const names = (process.env.BROWSERS ?? 'chromium').split(',');
/** Coverage is Chromium's, and of the whole: not where an argument chooses some of the tests. */
const measured = names.includes('chromium') && process.argv.length === 2;

/** What needs no browser runs in Node. @type {{ spec: string[] }} */
const { spec } = JSON.parse(readFileSync('.mocharc.json', 'utf8'));

/** A part of the tests, as in `npx wtr --group host`. @param {string} name @param {string} folder */
const group = (name, folder) => ({
  name,
  files: [`${folder}/**/*.test.ts`, ...spec.map((files) => `!${files}`)],
});

/** What is shipped to run in pages of others; with `UNITS=packages` nothing else is tested. */
const packages = ['protocol', 'host', 'widget', 'react'].map((name) =>
  group(name, `packages/${name}/src`),
);

const launchers = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: findHeadlessChromium(),
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
  groups: [
    ...packages,
    ...(process.env.UNITS === 'packages'
      ? []
      : [group('sandbox', 'sandbox/page'), group('demo', 'demo/src')]),
  ],
  nodeResolve: { exportConditions: ['@finodigital/source', 'browser'] },
  plugins: [
    reactModules(),
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
    junitReporter({ outputPath: `test-results/unit-${names.join('-')}.xml` }),
  ],
  coverage: measured,
  coverageConfig: {
    include: ['packages/*/src/**/*.ts'],
    exclude: ['**/*.test.ts'],
    threshold: { statements: 95, lines: 95, functions: 95, branches: 90 },
    reporters: ['text-summary', 'lcovonly'],
  },
  testFramework: { config: { timeout: 30_000 } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
};
