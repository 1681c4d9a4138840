/**
 * Scenarios copied from the demo as Playwright tests, run by Playwright itself in a folder of their
 * own, with the built sandbox package. `SCENARIOS=all` runs every one.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { scenarios } from '../../../sandbox/testing/index.js';
import { chromiumArgs, findHeadlessChromium } from '../../../scripts/find-browser.mjs';
import { copyFrom } from '../../fixtures/demo-page.js';
import { test as base } from '../../fixtures/embedding.js';
import { wholeBrowser } from '../../fixtures/whole-browser.js';

const test = base.extend(wholeBrowser);

const all = process.env.SCENARIOS === 'all';
/** A TAN, and the bank's own window. */
const chosen = scenarios.filter(({ id }) => all || ['02', '16'].includes(id));

/** In ms, and for a busy machine: Playwright starts, and each test has a page of its own. */
const timeLimit = 60_000 + chosen.length * 30_000;

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const config = {
  testDir: '.',
  // Otherwise it empties the one of this project.
  outputDir: 'results',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  globalTimeout: timeLimit,
  reporter: 'json',
  use: {
    launchOptions: {
      executablePath: findHeadlessChromium(),
      chromiumSandbox: false,
      args: chromiumArgs,
    },
  },
};

test(
  'a scenario, copied as a Playwright test, passes',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    // The copying takes time as well.
    test.setTimeout(2 * timeLimit);
    const folder = testInfo.outputPath('copied');
    await mkdir(folder, { recursive: true });
    const settings = `export default ${JSON.stringify(config)};\n`;
    await writeFile(join(folder, 'playwright.config.mjs'), settings);
    for (const { id } of chosen) {
      await page.goto(`/demo/scenarios/?scenario=${id}`);
      const code = page.getByRole('region', { name: 'As a Playwright test' });
      await writeFile(join(folder, `${id}.spec.js`), await copyFrom(code));
    }
    const run = await promisify(execFile)(process.execPath, [playwright, 'test'], { cwd: folder })
      // Playwright's own report says more than its exit code.
      .catch((error: unknown) => error as { stdout: string });
    const { stats, suites } = JSON.parse(run.stdout) as Report;
    const failed = suites.flatMap(({ file, specs }) => (specs.every(({ ok }) => ok) ? [] : [file]));
    expect(failed).toEqual([]);
    expect(stats.expected).toBe(chosen.length);
  },
);

/** The part of Playwright's report that is read here. */
interface Report {
  readonly stats: { readonly expected: number };
  readonly suites: readonly {
    readonly file: string;
    readonly specs: readonly { readonly ok: boolean }[];
  }[];
}
