/** What the demo does for who tries it: data by one click, play, size, next load, search, projects. */
import { readFile } from 'node:fs/promises';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { unzipSync, strFromU8 } from 'fflate';
import { optionNames, optionTable, type UbaOptionName } from '@finodigital/uba-protocol';
import { exampleFolders } from '../../../demo/src/code/examples.js';
import { testData, testScenario } from '../../../demo/src/pages/test-data-values.js';
import { scenarioOf } from '../../../sandbox/testing/index.js';
import { demoPaths, enter, germanPaths, play, showsItself } from '../../fixtures/demo-page.js';
import { test } from '../../fixtures/embedding.js';

const frameIn = (page: Page) => page.locator('iframe').first().contentFrame();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const logOf = (page: Page) => page.getByRole('group', { name: 'Events' });

const stages = ['/', '/demo/widget/', '/demo/iframe/', '/demo/theming/'];

test('the data to try is the one of its scenario', () => {
  expect(scenarioOf(testScenario).does).toEqual(
    expect.arrayContaining([
      { act: 'pick-bank', bank: testData.bank },
      { act: 'log-in', userName: testData.user, pin: testData.pin },
      { act: 'enter-tan', tan: testData.tan },
    ]),
  );
});

for (const path of stages) {
  test(`${path} fills in the data by one click, and starts over after the end`, async ({
    page,
  }) => {
    await page.goto(path);
    await showsItself(page);
    await press(page, 'Fill in the test data');
    const frame = frameIn(page);
    await expect(frame.getByRole('textbox', { name: 'Username' })).toHaveValue(testData.user);
    await expect(frame.getByRole('textbox', { name: 'PIN' })).toHaveValue(testData.pin);
    await frame.getByRole('button', { name: 'Log in' }).click();
    await expect(frame.getByRole('textbox', { name: /TAN/ })).toHaveValue(testData.tan);
    await press(page, 'Start over');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Find your bank');
  });
}

test('it plays the whole flow by itself, says how it ended, and starts over', async ({ page }) => {
  await page.goto('/');
  await showsItself(page);
  await press(page, 'Play it for me');
  const ending = page.getByRole('status').filter({ hasText: /^\s*Connected\.\s*$/ });
  await expect(ending).toBeVisible();
  await press(page, 'Start over');
  await expect(ending).toBeHidden();
  await expect(frameIn(page).getByRole('heading', { level: 1 })).toHaveText('Find your bank');
});

test('each value of the data has a button that copies it', { tag: '@long' }, async ({ page }) => {
  await page.goto('/demo/widget/');
  for (const value of Object.values(testData)) {
    await expect(
      page.getByRole('button', { name: new RegExp(`^Copy .* ?${value}$`) }),
    ).toBeVisible();
  }
});

test.describe('an option of the widget', () => {
  /** A value for each option that waits, and what the frame's address then says. */
  const values: { readonly [name in UbaOptionName]?: string } = {
    service: 'shop',
    tenant: 'acme',
    redirectURL: 'https://shop.example/back',
    lang: 'de',
    hideHeader: 'true',
    colorScheme: 'dark',
  };
  const waiting = optionNames.filter((name) => optionTable[name].acts === 'next-load');
  const optionOf = (page: Page, name: UbaOptionName): Locator =>
    page.getByRole('region', { name: 'Options' }).getByLabel(name, { exact: true });
  const frameAddress = (page: Page) =>
    page.locator('iframe').evaluate((iframe: HTMLIFrameElement) => iframe.src);

  const turn = async (control: Locator, value: string) => {
    if (value === 'true') await control.click();
    else if (['de', 'dark'].includes(value)) await control.selectOption(value);
    else await enter(control, value);
  };

  test('says that it waits for the next load, and gets it by one click', async ({ page }) => {
    await page.goto('/demo/widget/');
    for (const name of [...waiting, 'colorScheme' as const]) {
      await showsItself(page);
      const control = optionOf(page, name);
      await expect(control).toHaveAccessibleDescription(/^Applies at the next load/);
      const before = await frameAddress(page);
      await expect(page.getByText('1 change waits for the next load')).toBeHidden();
      const value = values[name] ?? '';
      await turn(control, value);
      await expect(page.getByText('1 change waits for the next load')).toBeVisible();
      expect(await frameAddress(page), name).toBe(before);
      await press(page, 'Reload to apply');
      await expect
        .poll(async () => new URL(await frameAddress(page)).searchParams.get(name), name)
        .toBe(value);
      await expect(page.getByText('1 change waits for the next load')).toBeHidden();
    }
  });

  test('that acts at once says nothing of the next load, nor a look that the frame follows', async ({
    page,
  }) => {
    await page.goto('/demo/widget/');
    await showsItself(page);
    for (const name of optionNames.filter((one) => optionTable[one].acts === 'at-once')) {
      await expect(optionOf(page, name)).not.toHaveAccessibleDescription(/next load/);
    }
    await press(page, 'Turn on theme and resize');
    await expect(optionOf(page, 'colorScheme')).not.toHaveAccessibleDescription(/^Applies/);
    await optionOf(page, 'colorScheme').selectOption('dark');
    await expect(frameIn(page).locator('html')).toHaveCSS('background-color', 'rgb(21, 24, 28)');
  });

  test('that breaks its rule is counted at the head, and stops no other', async ({ page }) => {
    await page.goto('/demo/widget/');
    await showsItself(page);
    await enter(optionOf(page, 'origin'), 'javascript:1');
    const options = page.getByRole('region', { name: 'Options' });
    await expect(options.getByText('1 error', { exact: true })).toBeVisible();
    await enter(optionOf(page, 'frameTitle'), 'Ihre Bank');
    await expect(page.locator('iframe')).toHaveAttribute('title', 'Ihre Bank');
  });
});

test('the example gets narrower and wider, by keys and by the pointer', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/demo/widget/');
  await showsItself(page);
  const handle = page.getByRole('separator', { name: 'Width of the example' });
  const width = () => page.locator('iframe').evaluate((iframe) => iframe.clientWidth);
  const widest = await width();
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBe(widest - 10);
  await expect(handle).toHaveAttribute('aria-valuenow', String(widest - 10));
  await page.keyboard.press('Home');
  await expect.poll(width).toBe(250);
  await page.keyboard.press('End');
  await expect.poll(width).toBe(widest);
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle is not to be seen.');
  const [x, y] = [box.x + box.width / 2, box.y + 100];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBe(widest - 60);
});

test('the example shows itself dark, and in a page that runs from right to left', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await showsItself(page);
  await press(page, 'RTL');
  await expect(page.locator('fino-uba')).toHaveCSS('direction', 'rtl');
  await press(page, 'Dark');
  await expect(frameIn(page).locator('html')).toHaveCSS('background-color', 'rgb(21, 24, 28)');
  await press(page, 'Dark');
  await expect(frameIn(page).locator('html')).toHaveCSS('background-color', 'rgb(248, 249, 250)');
});

test('scenarios are grouped, and found by a word, an event or a code', async ({ page }) => {
  await page.goto('/demo/scenarios/');
  const links = page.getByRole('navigation', { name: /scenarios/ }).getByRole('link');
  await expect(links).toHaveCount(49);
  await expect(page.getByRole('heading', { name: 'Payments' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Word, event or code' });
  await search.fill('INVALID_OTP SUCCESS');
  await expect(links.filter({ hasText: 'A wrong TAN, then the right one' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /of 49 scenarios/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Payments' })).toBeHidden();
  await search.fill('no such thing');
  await expect(page.getByText('No scenario fits.')).toBeVisible();
});

test('a scenario ticks off what is done, and plays itself to the end', async ({ page }) => {
  await page.goto('/demo/scenarios/?scenario=02');
  await showsItself(page);
  const steps = page.getByRole('region', { name: 'Connect with a TAN' }).locator('.steps li');
  await expect(steps.nth(0)).toHaveClass(/done/);
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  await frameIn(page).getByRole('button', { name: 'Log in' }).click();
  await expect(steps.nth(1)).toHaveClass(/done/);
  await press(page, 'Play it for me');
  await expect(page.getByRole('status').filter({ hasText: 'as expected' })).toBeVisible();
  await expect(steps.last()).toHaveClass(/done/);
});

test(
  'the bank’s own page needs no window where a scenario plays itself',
  { tag: '@long' },
  async ({ page }) => {
    await page.goto('/demo/scenarios/?scenario=16');
    await showsItself(page);
    const windows: unknown[] = [];
    page.on('popup', (popup) => windows.push(popup));
    await press(page, 'Play it for me');
    await expect(page.getByRole('status').filter({ hasText: 'as expected' })).toBeVisible();
    expect(windows).toEqual([]);
  },
);

test(
  'a theme shows on five screens, light and dark, and says what it corrects',
  { tag: '@long' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/demo/theming/');
    await showsItself(page);
    await enter(page.getByRole('textbox', { name: 'linkColor', exact: true }), '#FFEE00');
    await expect(page.getByText(/Light: asked #FFEE00 → used #[\dA-F]{6}/)).toBeVisible();
    const strip = page.getByRole('group', { name: 'Five screens, light and dark' });
    await expect(strip.locator('iframe')).toHaveCount(0);
    const headings = ['Find your bank', 'Log in to your bank', /./, 'Choose accounts', /./];
    for (const scheme of ['light', 'dark']) {
      const row = strip.locator(`figure[id^=${scheme}]`);
      await expect(row).toHaveCount(headings.length);
      for (const [index, heading] of headings.entries()) {
        await row.nth(index).scrollIntoViewIfNeeded();
        const frame = row.nth(index).frameLocator('iframe');
        await expect(frame.locator('h1')).toHaveText(heading);
        // As wide as a phone, and drawn at half the size.
        expect(await frame.owner().evaluate((iframe) => iframe.clientWidth)).toBe(375);
      }
    }
    await expect(
      strip.locator('#light-error').frameLocator('iframe').locator('#error'),
    ).toBeVisible();
  },
);

test('the log counts in words, marks what is documented, and leads to it', async ({ page }) => {
  await page.goto('/demo/widget/');
  await showsItself(page);
  await play(page, '01');
  await page.getByLabel('Filter by type or payload').fill('bank-connect');
  await expect(page.getByText(/^\d+ of \d+ events$/)).toBeVisible();
  const row = logOf(page).getByRole('listitem').filter({ hasText: 'bank-connect' });
  await expect(row).toContainText('"accountIds"');
  await row.getByRole('button').click();
  await expect(row.locator('.branch').first()).toContainText(/accountIds.*documented/s);
  await page.getByLabel('Filter by type or payload').fill('BANK_SEARCH_INIT');
  const init = logOf(page).getByRole('listitem').filter({ hasText: 'BANK_SEARCH_INIT' });
  await init.getByRole('button').click();
  await expect(init).toContainText('our design');
  const link = init.getByRole('link', { name: 'BANK_SEARCH_INIT in the documentation' });
  const [, path = '', anchor = ''] =
    /blob\/main\/([^#]+)#(.+)/.exec((await link.getAttribute('href')) ?? '') ?? [];
  expect(readFileSync(path, 'utf8').toLowerCase()).toContain(`## ${anchor}`);
});

test.describe('a project to take home', { tag: '@long' }, () => {
  const projectOf = async (page: Page): Promise<Record<string, string>> => {
    const download = page.waitForEvent('download');
    await press(page, 'Download as a project (ZIP)');
    const file = await (await download).path();
    const files = unzipSync(new Uint8Array(await readFile(file)));
    return Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [
        path.slice(path.indexOf('/') + 1),
        strFromU8(bytes),
      ]),
    );
  };
  const shownCode = (page: Page) =>
    page.getByRole('region', { name: 'The code for it' }).locator('pre').allInnerTexts();

  test('is the whole example, with the code that the tab shows', async ({ page }) => {
    await page.goto('/demo/widget/');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      const id = (await tab.getAttribute('id'))?.replace('tab-', '') ?? '';
      const project = await projectOf(page);
      const { name, scripts } = JSON.parse(project['package.json'] ?? '{}') as {
        name: string;
        scripts: { build: string };
      };
      expect(name).toMatch(/^uba-/);
      expect(scripts.build).toBeTruthy();
      expect(project['README.md']).toContain('npm install');
      const folders = exampleFolders[id as keyof typeof exampleFolders] as
        readonly string[] | undefined;
      const [folder] = folders ?? [];
      if (folder) {
        const files = readdirSync(`demo/frameworks/${folder}`, {
          recursive: true,
          encoding: 'utf8',
        })
          .filter((path) => !/(^|\/)(node_modules|dist|\.next)(\/|$)/.test(path))
          .filter((path) => /\.[a-z]+$/.test(path));
        expect(Object.keys(project)).toEqual(expect.arrayContaining(files));
      }
      if (id === 'script') expect(project['page.html']).toContain('src="./uba-widget.js"');
      else {
        const all = Object.values(project).join('\n');
        for (const code of await shownCode(page)) expect(all).toContain(code.trim());
      }
    }
  });

  test('is there for a page’s own iframe and for a scenario’s test', async ({ page }) => {
    await page.goto('/demo/iframe/');
    const iframe = await projectOf(page);
    expect(iframe['package.json']).toContain('@finodigital/uba-host');
    expect(iframe['src/main.js']).toContain('connectUbaFrame');
    await page.goto('/demo/scenarios/?scenario=02');
    const scenario = await projectOf(page);
    expect(scenario['package.json']).toContain('@playwright/test');
    expect(scenario['scenario-02.spec.js']).toContain(`scenarioOf('02')`);
  });
});

test.describe('the languages', { tag: '@long' }, () => {
  for (const [index, path] of germanPaths.entries()) {
    test(`${path} is German, and leads to the same page in English and back`, async ({ page }) => {
      await page.goto(`${path}?scenario=05`);
      await showsItself(page);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      const current = page.getByRole('navigation', { name: 'Seiten' }).locator('[aria-current]');
      await expect(current).toHaveCount(1);
      await page.getByRole('link', { name: 'English' }).click();
      await expect(page).toHaveURL((url) => url.pathname === demoPaths[index]);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await page.getByRole('link', { name: 'Deutsch' }).click();
      await expect(page).toHaveURL((url) => url.pathname === path);
    });
  }

  test('reach into the frame, and keep what the address says', async ({ page }) => {
    await page.goto('/demo/scenarios/?scenario=05');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL(/\/de\/demo\/scenarios\/\?scenario=05$/);
    await expect(frameIn(page).getByRole('button', { name: 'Anmelden' })).toBeVisible();
  });
});

test('the footer leads to what there is', { tag: '@long' }, async ({ page }) => {
  for (const path of [...demoPaths, ...germanPaths]) {
    await page.goto(path);
    const footer = page.getByRole('contentinfo');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    await expect(footer).toContainText(`Version ${version}`);
    const links = await footer
      .getByRole('link')
      .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
    expect(links.length).toBeGreaterThan(9);
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/github\.com\/finodigital\/uba-embed(\/|$)/);
      const [, file, anchor] = /\/blob\/main\/([^#]+)(?:#(.+))?$/.exec(link) ?? [];
      if (!file) continue;
      expect(existsSync(file), link).toBe(true);
      const headings = readFileSync(file, 'utf8').toLowerCase().replaceAll(' ', '-');
      if (anchor) expect(headings, link).toContain(`#-${anchor}`);
    }
  }
});
