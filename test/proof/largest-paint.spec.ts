/** A page's largest contentful paint with the widget in it, beside the same page without, in turns. */
import { expect, type Browser } from '@playwright/test';
import { interval, median } from '../bench/statistics.js';
import { test, widgetBundle } from '../fixtures/embedding.js';

const rounds = Number(process.env.PAINT_ROUNDS ?? 24);

/** What the lower end of the interval may be at most, in proportion to the page without the widget. */
const limit = 1.05;

const place = 'display: block; height: 640px';

/** A shop whose largest element is the text above the widget. */
const pageWith = (content: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Shop</title><style>fino-uba:not(:defined), .place { ${place} } h1 { font-size: 80px }</style>
<h1>${'Connect your bank account here. '.repeat(6)}</h1>${content}</html>`;

/** When the largest element was painted, in ms from the beginning of the navigation. */
async function paintOf(browser: Browser, address: string): Promise<number> {
  // With nothing in its cache.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => {
      const widget = document.querySelector('fino-uba');
      return !widget || ['ready', 'idle'].includes((widget as { status?: string }).status ?? '');
    });
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().at(-1)?.startTime ?? NaN);
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
  } finally {
    await context.close();
  }
}

test('the largest paint of a page comes no later for the widget', async ({ browser, site }) => {
  test.setTimeout(rounds * 30_000);
  const uba = await site(
    { '/auth': "<!doctype html><script>parent.postMessage({ type: 'ready' }, '*')</script>" },
    '127.0.0.1',
  );
  const widget = (loading: string) =>
    pageWith(`<fino-uba origin="${uba.origin}" session-id="s" user-identifier="u" loading="${loading}"></fino-uba>
      <script type="module" src="/uba-widget.js"></script>`);
  const without = pageWith('<div class="place"></div>');
  const shop = await site({
    '/without': without,
    '/again': without,
    '/eager': widget('eager'),
    '/interaction': widget('interaction'),
    '/uba-widget.js': widgetBundle,
  });
  const paints: Record<string, number[]> = { again: [], eager: [], interaction: [] };
  for (let round = 0; round < rounds; round++) {
    const basis = await paintOf(browser, `${shop.origin}/without`);
    for (const [name, ratios] of Object.entries(paints)) {
      ratios.push((await paintOf(browser, `${shop.origin}/${name}`)) / basis);
    }
  }
  for (const [name, ratios] of Object.entries(paints)) {
    const [low, high] = interval(ratios);
    const figure = [median(ratios), low, high].map((value) => value.toFixed(2));
    console.log(`${name}: ${figure[0]} (${figure[1]}–${figure[2]}) of the page without the widget`);
    expect(low, name).toBeLessThan(limit);
  }
});
