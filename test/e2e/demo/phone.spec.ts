/** The demo on a phone: the product comes first, and what steers it is on the screen with it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { demoPaths, germanPaths, showsItself } from '../../fixtures/demo-page.js';
import { test } from '../../fixtures/embedding.js';

test.use({ viewport: { width: 375, height: 667 }, hasTouch: true });

/** The page on the back end makes its session, and with it its frame, by a click. */
const framed = (paths: readonly string[]) => paths.filter((path) => !path.includes('back-end'));

/** The product, whatever page it is on. */
const frameOf = (page: Page): Locator => page.locator('iframe').first();

async function topOf(element: Locator): Promise<number> {
  return element.evaluate((one) => one.getBoundingClientRect().top + window.scrollY);
}

for (const path of [...framed(demoPaths), ...framed(germanPaths)]) {
  test(
    `${path} shows the product above 500 px`,
    { tag: germanPaths.includes(path) ? '@long' : [] },
    async ({ page }) => {
      await page.goto(path);
      await showsItself(page);
      expect(await topOf(page.locator('widget-stage, .stage').first())).toBeLessThan(500);
      expect(await topOf(frameOf(page))).toBeLessThan(500);
    },
  );
}

for (const path of demoPaths.filter((one) => one.includes('back-end'))) {
  test(`${path} shows above 500 px what makes the session`, async ({ page }) => {
    await page.goto(path);
    await showsItself(page);
    expect(await topOf(page.getByRole('button', { name: 'Make a session' }))).toBeLessThan(500);
  });
}

test('an option shows its effect while its control is on the screen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/demo/theming/');
  await showsItself(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const preset = page.getByRole('button', { name: /^Dark/ }).last();
  await preset.click();
  const body = page.locator('iframe').first().contentFrame().locator('html');
  await expect(body).toHaveCSS('background-color', 'rgb(21, 24, 28)');
  await expect(frameOf(page)).toBeInViewport({ ratio: 0.3 });
  await expect(preset).toBeInViewport({ ratio: 0.5 });
});

test('the steps of a scenario and its frame are on the screen together', async ({ page }) => {
  await page.goto('/demo/scenarios/');
  await showsItself(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play it for me' })).toBeInViewport();
  await expect(frameOf(page)).toBeInViewport({ ratio: 0.3 });
  const step = page.getByText('Log in as fino01 with PIN 654321');
  await step.scrollIntoViewIfNeeded();
  await expect(step).toBeInViewport();
  await expect(frameOf(page)).toBeInViewport({ ratio: 0.3 });
});

test('the list of scenarios is closed until it is wanted, and closes when one is chosen', async ({
  page,
}) => {
  await page.goto('/demo/scenarios/');
  const link = page.getByRole('link', { name: '05 Wrong PIN' });
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: 'Choose another' }).click();
  await link.click();
  await expect(link).toBeHidden();
  await expect(page.getByRole('heading', { name: /05 Wrong PIN/ })).toBeVisible();
});
