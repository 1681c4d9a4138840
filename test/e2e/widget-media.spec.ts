/** The widget on paper, in forced colours, with more contrast and in large type, which a test can ask of Chromium alone. */
import { expect } from '@playwright/test';
import { test } from '../fixtures/stage.js';
import { fails, retryOf, waits } from '../fixtures/views.js';

/** A browser whose user has chosen type twice as large as usual. */
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'],
    }),
});

test('a print has one line in the language of the page, whatever is on the screen', async ({
  page,
  stage,
}) => {
  const lines = { en: /set up on the screen/, de: /auf dem Bildschirm eingerichtet/ };
  for (const options of [{}, { autoHeight: true }]) {
    await stage.open(options);
    const iframe = page.locator('fino-uba iframe');
    await page.emulateMedia({ media: 'screen' });
    await expect(iframe).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const [lang, line] of Object.entries(lines)) {
      await page.evaluate((code) => {
        document.documentElement.lang = code;
      }, lang);
      await expect(iframe).toBeHidden();
      const { content, height } = await page.locator('fino-uba').evaluate((widget) => ({
        content: getComputedStyle(widget, '::after').content,
        height: widget.getBoundingClientRect().height,
      }));
      expect(content).toMatch(line);
      expect(height).toBeLessThan(110);
    }
  }
});

test('a page prints the frame where its own style sheet says so', async ({ page, stage }) => {
  await stage.open();
  await page.addStyleTag({
    content: `@media print {
      fino-uba { height: 640px }
      fino-uba::part(frame) { display: block }
      fino-uba::after { content: none }
    }`,
  });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('fino-uba iframe')).toBeVisible();
  const shown = await page
    .locator('fino-uba')
    .evaluate(
      (widget) =>
        `${getComputedStyle(widget).height} ${getComputedStyle(widget, '::after').content}`,
    );
  expect(shown).toBe('640px none');
});

test('the skeleton and the buttons show where colours are forced or more contrast is wanted', async ({
  page,
  stage,
}) => {
  await waits(stage);
  const bar = page.locator('fino-uba i').nth(1);
  await page.emulateMedia({ forcedColors: 'active', contrast: 'no-preference' });
  await expect(bar).toHaveCSS('opacity', '0.6');
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  await expect(bar).toHaveCSS('opacity', '0.6');
  await fails(stage);
  await expect(retryOf(page)).toHaveCSS('border-top-color', 'rgb(31, 28, 10)');
  await page.emulateMedia({ forcedColors: 'active', contrast: 'no-preference' });
  for (const button of await page.locator('fino-uba button').all()) {
    // Forced, no colour is left to tell a button from the text around it.
    await expect(button).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
    await button.focus();
    await expect(button).toHaveCSS('outline-style', 'solid');
  }
});

test('the error view is as large as the user’s type, and cuts nothing', async ({ page, stage }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await fails(stage, { lang: 'de' });
  const view = page.getByRole('alert');
  await expect(view.getByRole('paragraph').first()).toHaveCSS('font-size', '32px');
  expect(await view.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await retryOf(page).focus();
  await expect(retryOf(page)).toBeInViewport({ ratio: 1 });
});
