/**
 * Lighthouse on the built page of the sandbox, on a phone and on a desktop; the median of three runs:
 * `npm run build && node test/proof/lighthouse.mjs`. npx fetches Lighthouse, so it takes a network.
 * A busy machine lowers the performance: look at the blocking time beside it.
 */
import { preview } from 'vite';
import { runLighthouse } from './run-lighthouse.mjs';

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

/** @param {readonly string[]} flags */
const measure = (flags) =>
  runLighthouse(`${originOf('sandbox')}/sandbox`, Object.keys(goals), flags);

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
