/**
 * Lighthouse on the built pages of the demo: `npm run build && node test/proof/lighthouse-demo.mjs`,
 * followed by the paths of some pages to measure no others. With the desktop preset and no
 * throttling, because a busy machine is slow enough; the median of five runs counts. Lighthouse comes
 * by npx, at an exact version.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { languages, pathsIn } from '../../demo/pages.mjs';
import { runLighthouse } from './run-lighthouse.mjs';

process.env.PORT ??= '5473';
const { originOf } = await import('../../scripts/sites.mjs');

const all = languages.flatMap(pathsIn);
const paths = process.argv.length > 2 ? process.argv.slice(2) : all;
const runs = 5;
/** The least score of each category, of 100. */
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

const server = spawn(process.execPath, ['scripts/start.mjs', '--built']);
const exit = once(server, 'exit');
await Promise.race([
  once(server.stdout, 'data'),
  exit.then(() => Promise.reject(new Error('The sites could not be served.'))),
]);
const rows = [];
try {
  for (const path of paths) rows.push(await medianOf(path));
} finally {
  server.kill();
  await exit;
}
console.table(rows);
const short = rows.flatMap(shortfalls);
if (short.length > 0) {
  console.error(short.join('\n'));
  process.exitCode = 1;
}

/** @param {Record<string, any>} row */
function shortfalls(row) {
  return Object.entries(least).flatMap(([name, score]) =>
    row[name] < score ? [`${row.page}: ${name} ${row[name]}, needs ${score}`] : [],
  );
}

/** The median of each figure over the runs. @param {string} path */
async function medianOf(path) {
  /** @type {Record<string, any>[]} */
  const measured = [];
  for (let run = 1; run <= runs; run += 1) measured.push(await measure(path));
  const [first] = measured;
  const figures = Object.keys(first ?? {}).filter((name) => name !== 'page');
  const medians = figures.map((name) => {
    const values = measured.map((row) => row[name]).sort((a, b) => a - b);
    return [name, values[Math.floor(runs / 2)]];
  });
  return /** @type {Record<string, any>} */ ({ page: path, ...Object.fromEntries(medians) });
}

/** @param {string} path */
async function measure(path) {
  const { categories, audits } = await runLighthouse(originOf('demo') + path, Object.keys(least), [
    '--preset=desktop',
    '--throttling-method=provided',
  ]);
  const scores = Object.keys(least).map((name) => [name, Math.round(categories[name].score * 100)]);
  for (const name of Object.keys(least)) {
    for (const { id, weight } of categories[name].auditRefs) {
      const { score, title, displayValue = '' } = audits[id];
      if (weight > 0 && score !== null && score < 0.9)
        console.log(`${path} ${title} ${displayValue}`);
    }
  }
  return /** @type {Record<string, any>} */ ({
    page: path,
    ...Object.fromEntries(scores),
    'LCP, s': Number((audits['largest-contentful-paint'].numericValue / 1000).toFixed(2)),
    'TBT, ms': Math.round(audits['total-blocking-time'].numericValue),
    CLS: Number(audits['cumulative-layout-shift'].numericValue.toFixed(3)),
  });
}
