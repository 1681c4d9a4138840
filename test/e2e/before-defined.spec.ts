/** The page before the widget is defined, far from it, and until it is wanted. */
import { expect, type Page as BrowserPage } from '@playwright/test';
import { test, widgetBundle } from '../fixtures/embedding.js';
import type { Page, Site } from '../fixtures/site.js';

/** The widget's README, "Width and height". */
const rule = 'fino-uba:not(:defined) { display: block; height: 640px }';

const ready = `<!doctype html><title>UBA</title>
<script>parent.postMessage({ type: 'ready' }, '*')</script>`;

/** A page with text around a widget that is there before its script. */
const pageWith = (uba: Site, style: string, attributes = '', before = '') => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Shop</title><style>${style}</style>
<script>
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifts += value;
  }).observe({ type: 'layout-shift', buffered: true });
</script>
<h1>Shop</h1>${before}
<fino-uba origin="${uba.origin}" session-id="s" user-identifier="u" ${attributes}></fino-uba>
<p>${'What stands below the widget must not jump. '.repeat(40)}</p>
<script type="module" src="/uba-widget.js"></script></html>`;

/** Serves a page again once it is told to. */
function held(page: Page): { readonly page: Page; letGo(): void } {
  let letGo: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (letGo = resolve));
  return {
    page: (request, response) => {
      void open.then(() => {
        if (typeof page === 'function') page(request, response);
      });
    },
    letGo: () => letGo(),
  };
}

/** Waits until the page has been drawn, and what it measured of that has come. */
const drawn = (page: BrowserPage) =>
  page.evaluate(async () => {
    for (let times = 0; times < 3; times++) await new Promise(requestAnimationFrame);
  });

const shiftsOf = (page: BrowserPage) =>
  page.evaluate(() => (window as unknown as { readonly shifts: number }).shifts);

const heightOf = (page: BrowserPage) =>
  page.locator('fino-uba').evaluate((element) => element.getBoundingClientRect().height);

test('with the rule, nothing shifts when the widget comes', async ({ page, site }) => {
  const uba = await site({ '/auth': ready }, '127.0.0.1');
  const script = held(widgetBundle);
  const shop = await site({ '/': pageWith(uba, rule), '/uba-widget.js': script.page });
  await page.goto(shop.origin, { waitUntil: 'commit' });
  await expect(page.locator('p')).toBeVisible();
  await drawn(page);
  expect(await heightOf(page)).toBe(640);
  script.letGo();
  await page.waitForFunction(() => document.querySelector('fino-uba')?.matches(':defined'));
  await expect(page.locator('fino-uba iframe')).toHaveCSS('opacity', '1');
  await drawn(page);
  expect(await heightOf(page)).toBe(640);
  expect(await shiftsOf(page)).toBe(0);
});

test('with the rule, nothing shifts where the script never comes', async ({ page, site }) => {
  const uba = await site({ '/auth': ready }, '127.0.0.1');
  const shop = await site({ '/': pageWith(uba, rule) });
  await page.goto(shop.origin);
  await drawn(page);
  expect(await heightOf(page)).toBe(640);
  expect(await shiftsOf(page)).toBe(0);
  expect(uba.requests).toEqual([]);
});

test('control: without the rule a shift is measured', async ({ page, site }) => {
  const uba = await site({ '/auth': ready }, '127.0.0.1');
  const script = held(widgetBundle);
  const shop = await site({ '/': pageWith(uba, ''), '/uba-widget.js': script.page });
  await page.goto(shop.origin, { waitUntil: 'commit' });
  await expect(page.locator('p')).toBeVisible();
  await drawn(page);
  script.letGo();
  await page.waitForFunction(() => document.querySelector('fino-uba')?.matches(':defined'));
  await expect.poll(() => shiftsOf(page)).toBeGreaterThan(0);
});

const far = '<div style="height: 4000px">Far above</div>';

test('lazy: no request until the widget is near, nor for a print', async ({ page, site }) => {
  const uba = await site({ '/auth': ready }, '127.0.0.1');
  const shop = await site({
    '/': pageWith(uba, rule, 'loading="lazy"', far),
    '/uba-widget.js': widgetBundle,
  });
  await page.goto(shop.origin);
  await page.waitForFunction(() => document.querySelector('fino-uba')?.matches(':defined'));
  await drawn(page);
  await page.pdf();
  await drawn(page);
  expect(uba.requests).toEqual([]);
  await expect(page.locator('link[rel=preconnect]')).toHaveCount(0);
  const top = await page.locator('fino-uba').evaluate((one) => one.getBoundingClientRect().top);
  // Near, and out of sight.
  await page.evaluate((y) => window.scrollTo(0, y - window.innerHeight - 200), top);
  await expect(page.locator('fino-uba iframe')).toHaveCSS('opacity', '1');
  expect(uba.requests).toHaveLength(1);
});

test('interaction: no request until a key is pressed on the poster, whose focus goes on', async ({
  page,
  site,
}) => {
  const uba = await site({ '/auth': ready }, '127.0.0.1');
  const shop = await site({
    '/': pageWith(uba, rule, 'loading="interaction"'),
    '/uba-widget.js': widgetBundle,
  });
  await page.goto(shop.origin);
  const button = page.getByRole('button', { name: 'Continue' });
  await expect(button).toBeInViewport({ ratio: 1 });
  expect(uba.requests).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await expect(page.locator('link[rel=preconnect]')).toHaveAttribute('href', uba.origin);
  expect(uba.requests).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('fino-uba iframe')).toBeFocused();
  expect(uba.requests).toHaveLength(1);
  expect(await shiftsOf(page)).toBe(0);
});
