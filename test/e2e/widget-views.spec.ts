/** The widget's own views in every scheme, magnified, and with the user's own spacing of text. */
import { expect } from '@playwright/test';
import { flawsIn } from '../fixtures/axe.js';
import { test } from '../fixtures/stage.js';
import { fails, retryOf, waits } from '../fixtures/views.js';

/** Axe's rules about the page around the view. */
const notOurs = {
  'landmark-one-main': { enabled: false },
  'page-has-heading-one': { enabled: false },
  region: { enabled: false },
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no view breaks a rule of axe, ${colorScheme}`, async ({ page, stage }) => {
    await waits(stage, { colorScheme });
    await expect(page.getByRole('status')).toBeVisible();
    expect(await flawsIn(page, { rules: notOurs })).toEqual([]);
    await fails(stage, { colorScheme });
    expect(await flawsIn(page, { rules: notOurs })).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the focus shows on each button, ${colorScheme}`, async ({ page, stage }) => {
    await fails(stage, { colorScheme });
    const view = page.getByRole('alert');
    const text = await view.evaluate((one) => getComputedStyle(one).color);
    const buttons = await view.getByRole('button').all();
    expect(buttons).toHaveLength(2);
    // A script's focus is shown where the last thing that was done was done by a key.
    await page.keyboard.press('Shift');
    for (const button of buttons) {
      await button.focus();
      await expect(button).toHaveCSS('outline-style', 'solid');
      await expect(button).toHaveCSS('outline-color', text);
    }
  });
}

/** A page of 1280 × 900 px, and what is left of it at 400 %; then the narrowest place. */
const magnified = [
  { width: 320, height: 225 },
  { width: 250, height: 640 },
];

for (const { width, height } of magnified) {
  for (const lang of ['de', 'en']) {
    test(`at ${width} × ${height} the error view (${lang}) is whole by scrolling one way`, async ({
      page,
      stage,
    }) => {
      await page.setViewportSize({ width, height });
      await fails(stage, { lang });
      await page.addStyleTag({ content: 'fino-uba { height: 100dvh } body { margin: 0 }' });
      const view = page.getByRole('alert');
      expect(await view.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      for (const button of await page.locator('fino-uba button').all()) {
        await button.scrollIntoViewIfNeeded();
        await expect(button).toBeInViewport({ ratio: 1 });
      }
    });
  }
}

test('what a user sets for the spacing of text cuts no word', async ({ page, stage }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await fails(stage, { lang: 'de' });
  // Source: WCAG 2.2, 1.4.12.
  await page.locator('fino-uba').evaluate((widget) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    const root = widget.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
  const view = page.getByRole('alert');
  expect(await view.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await expect(retryOf(page)).toBeInViewport({ ratio: 1 });
});
