/**
 * Lighthouse on the built page of the sandbox, on a phone and on a desktop; the median of three runs:
 * `npm run build && node test/proof/lighthouse.mjs`. npx fetches Lighthouse, so it takes a network.
 * A busy machine lowers the performance: look at the blocking time beside it.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/find-browser.mjs';

process.env.PORT ??= '5373';
const { originOf } = await import('../../scripts/sites.mjs');

/** What each category must reach, of 100. */
const goals = { performance: 95, accessibility: 100, 'best-practices': 100 };

const forms = { phone: [], desktop: ['--preset=desktop'] };

/** Shown, not judged. */
const figures = [
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'total-byte-weight',
];

const run = promisify(execFile);
const server = await preview({ mode: 'sandbox', configFile: 'vite.config.ts', logLevel: 'warn' });
try {
  for (const [form, flags] of Object.entries(forms)) {
    const reports = [await measure(flags), await measure(flags), await measure(flags)];
    for (const [category, goal] of Object.entries(goals)) {
      const scores = reports.map(({ categories }) => Math.round(categories[category].score * 100));
      const [, median = 0] = scores.sort((a, b) => a - b);
      const verdict = median >= goal ? 'ok' : 'MISSED';
      console.log(
        `${form}: ${category} ${median} (${scores.join(', ')}), goal ${goal}: ${verdict}`,
      );
      if (median < goal) process.exitCode = 1;
    }
    for (const { audits } of reports) {
      const shown = figures.map((name) => `${name} ${audits[name].displayValue}`);
      console.log(`${form}: ${shown.join(', ')}`);
    }
  }
} finally {
  await server.close();
}

/** @param {readonly string[]} flags */
async function measure(flags) {
  const { stdout } = await run(
    'npx',
    [
      '--yes',
      'lighthouse@12.8.2',
      `${originOf('sandbox')}/sandbox`,
      '--output=json',
      '--quiet',
      `--only-categories=${Object.keys(goals).join()}`,
      `--chrome-flags=--headless=new ${chromiumArgs.join(' ')}`,
      ...flags,
    ],
    {
      env: { ...process.env, CHROME_PATH: findBrowser('chromium') },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout);
}
