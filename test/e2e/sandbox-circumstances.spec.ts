/** What the sandbox's page owes those who look at it in another way than most. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { contrast, type Hex } from '../../sandbox/page/theme/color.js';
import { Person, scenarioOf, wordsFor } from '../../sandbox/testing/index.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';
import { stopOf } from '../fixtures/screens.js';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const { sandbox: words, panel } = wordsFor('en');

async function open(page: Page, name: string, lang: 'de' | 'en' = 'en'): Promise<Person> {
  const stop = stopOf(name);
  await page.goto(startOf(stop.scenario, { lang }));
  const person = new Person(page, page, lang);
  await person.does(...stop.does);
  return person;
}

/** The frame around a field, where its focus and its error are drawn. */
const looksOf = (field: Locator) =>
  field.evaluate((input) => {
    const box = input.closest('.box') ?? input;
    const { outlineStyle, outlineWidth, outlineColor, borderStyle, borderWidth, backgroundColor } =
      getComputedStyle(box);
    return {
      outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
      isSeen: outlineColor !== backgroundColor && !outlineColor.endsWith(', 0)'),
      border: `${parseFloat(borderWidth)} ${borderStyle}`,
    };
  });

test.describe('where colours are forced', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  const fields: readonly (readonly [stop: string, role: 'combobox' | 'textbox', name: string])[] = [
    ['search', 'combobox', words.search.fullLabel],
    ['login', 'textbox', words.login.userName],
    ['login', 'textbox', words.login.pin],
    ['TAN', 'textbox', words.tan.label],
  ];
  for (const [stop, role, name] of fields) {
    test(`the focus in “${name}” is seen`, async ({ page }) => {
      await open(page, stop);
      const field = page.getByRole(role, { name, exact: true });
      await page.getByRole('heading', { level: 1 }).focus();
      expect((await looksOf(field)).outline).toBe(0);
      await field.focus();
      expect(await looksOf(field)).toMatchObject({ outline: 3, isSeen: true });
    });
  }

  test('so is it on the bank’s page', async ({ page }) => {
    await page.goto(`${sandboxOrigin}/bank/?bank=90000002&lang=en`);
    const field = page.getByRole('textbox');
    await field.focus();
    expect(await looksOf(field)).toMatchObject({ outline: 3, isSeen: true });
  });

  test('a field in error has another border than one without', async ({ page }) => {
    await open(page, 'TAN');
    const usual = (await looksOf(page.getByRole('textbox'))).border;
    await open(page, 'wrong TAN');
    const wrong = (await looksOf(page.getByRole('textbox'))).border;
    expect([usual, wrong]).toEqual(['1 solid', '4 double']);
  });

  test('what is chosen looks other than what is not', async ({ page }) => {
    const person = await open(page, 'accounts');
    const box = page.getByRole('checkbox').first();
    const fill = () => box.evaluate((tick) => getComputedStyle(tick).backgroundColor);
    const ticked = await fill();
    await box.click();
    expect(await fill()).not.toBe(ticked);
    await page.goto(startOf(scenarioOf('01'), { lang: 'en' }));
    const field = person.field('combobox', words.search.fullLabel);
    await page.getByRole('option').first().waitFor();
    await field.click();
    await page.keyboard.press('ArrowDown');
    const rows = page.getByRole('option');
    const outline = (row: Locator) => row.evaluate((one) => getComputedStyle(one).outlineStyle);
    expect([await outline(rows.nth(0)), await outline(rows.nth(1))]).toEqual(['solid', 'none']);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`where more contrast is asked for (${colorScheme})`, () => {
    test.use({ colorScheme, contextOptions: { contrast: 'more', reducedMotion: 'reduce' } });

    test('small text has 7:1, and the edge of a field 4.5:1', async ({ page }) => {
      await page.goto(startOf(scenarioOf('02'), { lang: 'en', colorScheme }));
      await page.getByRole('option').first().waitFor();
      const [bg, muted, control] = await page.evaluate(() =>
        ['--bg', '--muted', '--control'].map((name) =>
          getComputedStyle(document.documentElement).getPropertyValue(name),
        ),
      );
      expect(contrast(muted as Hex, bg as Hex)).toBeGreaterThanOrEqual(7);
      expect(contrast(control as Hex, bg as Hex)).toBeGreaterThanOrEqual(4.5);
    });
  });
}

for (const lang of ['de', 'en'] as const) {
  test(`on paper there is a line, and no form with a PIN in it (${lang})`, async ({ page }) => {
    await open(page, 'login', lang);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('textbox')).toHaveCount(0);
    const line = await page.evaluate(() => getComputedStyle(document.body, '::before').content);
    expect(line).toBe(`"${wordsFor(lang).sandbox.common.print}"`);
  });
}

test('a page that reads from right to left turns nothing around in the frame', async ({ page }) => {
  const src = startOf(scenarioOf('02'), { lang: 'de' });
  await page.setContent(`<html dir="rtl"><iframe src="${src}" width="400" height="640"></iframe>`);
  const label = page.frameLocator('iframe').getByText(wordsFor('de').sandbox.search.label);
  await expect(label).toHaveCSS('direction', 'ltr');
});

const tools = (page: Page) => page.getByRole('complementary', { name: panel.panel.title });

for (const width of [761, 800, 1099, 1280]) {
  test(`at ${width} px the tools stand beside the flow, whose primary button works`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await open(page, 'accounts');
    await page.getByRole('button', { name: words.tools.open }).click();
    const edge = (await tools(page).boundingBox())?.x ?? NaN;
    const main = await page.getByRole('main').boundingBox();
    expect((main?.x ?? NaN) + (main?.width ?? NaN)).toBeLessThanOrEqual(edge);
    const primary = page.getByRole('button', { name: words.accounts.submit(3), exact: true });
    await primary.click();
    await page.getByRole('heading', { name: words.done.title, exact: true }).waitFor();
  });
}

for (const size of [
  { width: 375, height: 640 },
  { width: 320, height: 480 },
  { width: 760, height: 640 },
]) {
  test(`at ${size.width} × ${size.height} px the tools leave the primary button in reach`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await open(page, 'accounts');
    await page.getByRole('button', { name: words.tools.open }).click();
    const primary = page.getByRole('button', { name: words.accounts.submit(3), exact: true });
    await primary.click();
    await page.getByRole('heading', { name: words.done.title, exact: true }).waitFor();
    const sheet = (await tools(page).boundingBox())?.y ?? NaN;
    expect(sheet).toBeGreaterThanOrEqual(size.height / 2 - 1);
  });
}

test.describe('at 400 % zoom of 1280 × 1024 px', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  const names = [
    'search',
    'login error',
    'photoTAN',
    'consent',
    'accounts',
    'check, several',
    'overview, failed',
    'cannot go on',
  ];
  for (const name of names) {
    test(`${name}: one scrolls in one direction only, and nothing is lost`, async ({ page }) => {
      await open(page, name, 'de');
      const root = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(root).toBe(320);
      const buttons = page.getByRole('button', { disabled: false });
      expect(await buttons.count()).toBeGreaterThan(0);
      for (const button of await buttons.all()) {
        // Scrolls to it, and finds that nothing covers it.
        await button.click({ trial: true });
      }
    });
  }
});
