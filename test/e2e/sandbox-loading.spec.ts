/** The first screen comes in its place: nothing that a user sees is pushed away while it loads. */
import { expect, test, type Page } from '@playwright/test';
import { sandboxOrigin } from '../fixtures/sandbox-address.js';

/** The sum of all layout shifts until the banks are there. */
async function shifted(page: Page): Promise<number> {
  await page.goto(`${sandboxOrigin}/sandbox`);
  await page.getByRole('option').first().waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // The frame that showed the banks is measured when the one after it begins.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            resolve(sum);
          }),
        );
      }),
  );
}

for (const [width, height] of [
  [375, 640],
  [1350, 940],
] as const) {
  test(`nothing moves while the search loads, at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    expect(await shifted(page)).toBeLessThan(0.01);
  });
}

test('a screen that cannot be loaded ends the flow in words, and one that waits for it begins there', async ({
  page,
}) => {
  await page.route(/later-screens/, (route) => route.abort());
  await page.goto(`${sandboxOrigin}/sandbox?lang=en`);
  await page.getByRole('option', { name: /fino SCA Bank/ }).click();
  await expect(page.getByText(/REQ-/)).toBeVisible();

  await page.unroute(/later-screens/);
  await page.goto(`${sandboxOrigin}/sandbox?lang=en`);
  await page.getByRole('option', { name: /fino SCA Bank/ }).click();
  await expect(page.getByRole('textbox').first()).toBeFocused();
});
