/** The other pages of the demo: what they promise, without a mouse and without a flaw for axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { scenarios } from '../../../sandbox/src/flow/scenarios.js';
import { Person } from '../../fixtures/person.js';
import { test } from '../../fixtures/embedding.js';

const paths = ['/', '/demo/widget/', '/demo/iframe/', '/demo/scenarios/', '/demo/theming/'];

for (const path of paths) {
  test(`${path} is accessible, light and dark, and wide on no screen`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, colorScheme).toEqual([]);
    }
    for (const width of [375, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
}

async function act(page: Page, id: string): Promise<void> {
  const person = new Person(page.frameLocator('iframe'), page);
  for (const action of scenarios.find((one) => one.id === id)?.does ?? [])
    await person.does(action);
}

test('the plain iframe connects, and its log tells of it', async ({ page }) => {
  await page.goto('/demo/iframe/');
  await act(page, '02');
  const log = page.getByRole('region', { name: 'What the frame posts' });
  await expect(log.getByRole('listitem').filter({ hasText: 'SUCCESS' }).last()).toBeVisible();
});

test('changed parameters of the plain iframe wait for its button', async ({ page }) => {
  await page.goto('/demo/iframe/');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Find your bank');
  const lang = page.getByLabel('lang', { exact: true });
  await lang.fill('de');
  await lang.press('Tab');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Find your bank');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Bank suchen');
});

test('a look changes the running frame, with no second request', async ({ page }) => {
  let loads = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/auth') loads += 1;
  });
  await page.goto('/demo/theming/');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('option', { name: 'fino SCA Bank' }).click();
  const logIn = frame.getByRole('button', { name: 'Log in' });
  await page.getByRole('button', { name: 'Your brand' }).click();
  await expect(logIn).toHaveCSS('background-color', 'rgb(11, 107, 79)');
  const link = page.getByRole('textbox', { name: 'linkColor', exact: true });
  await link.fill('#9fc');
  await link.press('Tab');
  await expect(page.getByText('linkColor on backgroundColor')).toBeVisible();
  await page.getByRole('tab', { name: 'URL parameter' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('colorScheme=light&theme=');
  expect(loads).toBe(1);
});

test('a scenario shows event by event whether all comes as expected', async ({ page }) => {
  await page.goto('/demo/scenarios/');
  await page.getByRole('link', { name: '05 Wrong PIN' }).click();
  await expect(page).toHaveURL(/\?scenario=05$/);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'as expected' })).toBeVisible();
});

for (const id of ['02', '07', '16', '27']) {
  test(`scenario ${id}, copied as a Playwright test, passes`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/demo/scenarios/?scenario=${id}`);
    await page.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const globals = globalThis as { given?: unknown };
    let body: ((fixtures: { page: Page }) => Promise<void>) | undefined;
    globals.given = { expect, test: (_title: string, run: typeof body) => (body = run) };
    const source = copied.replace(/^import .*$/m, 'const { expect, test } = globalThis.given;');
    await import(`data:text/javascript,${encodeURIComponent(source)}#${id}`);
    expect(body).toBeDefined();
    await body?.({ page });
  });
}

test('the whole of the playground is reached without a mouse', async ({ page }) => {
  await page.goto('/demo/widget/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  const tab = page.getByRole('tab', { name: 'HTML' });
  await tab.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Programmatic' })).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('createUbaWidget');
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'Script tag' })).toBeFocused();
  const toggle = page.getByRole('switch', { name: 'hideHeader' });
  await toggle.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('tabpanel')).toContainText('hide-header');
});
