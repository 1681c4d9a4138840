/** The pages of the demo: what they promise, without a mouse and without a flaw for axe. */
import { expect } from '@playwright/test';
import { colourRules, everyLook, flawsIn } from '../../fixtures/axe.js';
import {
  demoPaths,
  enter,
  germanPaths,
  play,
  showsItself,
  unreachable,
  tellsOfSuccess,
} from '../../fixtures/demo-page.js';
import { test } from '../../fixtures/embedding.js';

// The German pages are built alike (test/packages/pages.test.mjs).
for (const path of [...demoPaths, ...germanPaths.slice(0, everyLook ? undefined : 1)]) {
  test(`${path} is accessible, light and dark, and reached by Tab, and too wide for no screen`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await showsItself(page);
    // The German pages have the colours and the controls of the English ones.
    const isGerman = germanPaths.includes(path);
    for (const colorScheme of isGerman ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Without the frame, whose screens have a test of their own.
      const rules = colorScheme === 'dark' ? colourRules : {};
      expect(await flawsIn(page, { ...rules, iframes: false }), colorScheme).toEqual([]);
    }
    if (!isGerman) expect(await unreachable(page)).toEqual([]);
    for (const width of [320, 375, 768, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(over, `${width} px`).toBe(0);
    }
  });
}

test('the list of pages shows on a phone which one is open', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of demoPaths) {
    await page.goto(path);
    const current = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current]');
    await expect(current).toBeInViewport({ ratio: 1 });
  }
});

test('the switch of the scheme holds for the page, its frame and the next visit', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch to the dark scheme' }).click();
  const dark = 'rgb(21, 24, 28)';
  const frame = page.frameLocator('iframe').locator('html');
  await expect(page.locator('body')).toHaveCSS('background-color', dark);
  await expect(frame).toHaveCSS('background-color', dark);
  await page.goto('/demo/scenarios/');
  await expect(page.getByRole('button', { name: 'Switch to the light scheme' })).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', dark);
  await expect(frame).toHaveCSS('background-color', dark);
});

test('the plain iframe connects, and its log tells of it', async ({ page }) => {
  await page.goto('/demo/iframe/');
  await play(page, '02');
  const log = page.getByRole('region', { name: 'What the frame posts' });
  await tellsOfSuccess(log);
});

test('changed parameters of the plain iframe wait for its button', async ({ page }) => {
  await page.goto('/demo/iframe/');
  const heading = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Find your bank');
  await page.getByLabel('lang', { exact: true }).selectOption('de');
  const load = page.getByRole('button', { name: 'Load', exact: true });
  await expect(load).toBeVisible();
  await expect(heading).toHaveText('Find your bank');
  await load.click();
  await expect(heading).toHaveText('Bank suchen');
});

test('a look changes the running frame, with no second request, and is exported', async ({
  page,
}) => {
  let loads = 0;
  page.on('request', (request) => {
    // The pictures of the film strip load by themselves, each a scenario.
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/auth' && !searchParams.has('scenario')) loads += 1;
  });
  await page.goto('/demo/theming/');
  const frame = page.locator('iframe').first().contentFrame();
  await frame.getByRole('combobox').fill('SCA');
  await frame.getByRole('option', { name: 'fino SCA Bank' }).click();
  await page.getByRole('button', { name: 'Your brand' }).click();
  await expect(frame.getByRole('button', { name: 'Log in' })).toHaveCSS(
    'background-color',
    'rgb(11, 107, 79)',
  );
  await enter(page.getByRole('textbox', { name: 'linkColor', exact: true }), '#9fc');
  await expect(page.getByText('linkColor on backgroundColor')).toBeVisible();
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText('color-scheme="light"');
  for (const [tab, words] of [
    ['JSON', '"linkColor": "#9fc"'],
    ['URL parameter', 'colorScheme=light&theme='],
    ['While it runs', "primaryColor: '#0B6B4F'"],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(panel).toContainText(words);
  }
  expect(loads).toBe(1);
});

test('a scenario shows event by event whether all comes as expected', async ({ page }) => {
  await page.goto('/demo/scenarios/');
  await page.getByRole('link', { name: '05 Wrong PIN' }).click();
  await expect(page).toHaveURL(/\?scenario=05$/);
  const result = page.getByRole('status').filter({ hasText: /running|as expected|differs/ });
  await expect(result).toHaveText('running');
  await page.frameLocator('iframe').getByRole('button', { name: 'Log in' }).click();
  await expect(result).toHaveText('as expected');
  await expect(page.getByText('bank-login, heard')).toBeVisible();
});

test('the playground works without a mouse', async ({ page }) => {
  await page.goto('/demo/widget/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.getByRole('tab', { name: 'HTML' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Programmatic' })).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('createUbaWidget');
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'Script tag' })).toBeFocused();
  await page.getByRole('switch', { name: 'hideHeader' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('tabpanel')).toContainText('hide-header');
});
