/** The widget playground: its controls, its code, its links and its log. */
import { expect, type Locator, type Page } from '@playwright/test';
import { optionNames, optionTable, type UbaOptionName } from '@finodigital/uba-protocol';
import { everyLook } from '../../fixtures/axe.js';
import { sandboxOrigin } from '../../fixtures/sandbox-address.js';
import { copyFrom, enter, exportedFrom, play } from '../../fixtures/demo-page.js';
import { test, widgetBundle } from '../../fixtures/embedding.js';
import { wholeBrowser } from '../../fixtures/whole-browser.js';

const clipboardTest = test.extend(wholeBrowser);

const path = '/demo/widget/';

interface Turn {
  readonly turn: (control: Locator) => Promise<unknown>;
  /** What the widget then has. */
  readonly value: unknown;
  /** What the code then holds beside the option's name. */
  readonly written: string;
}

const type = (text: string, value: unknown = text): Turn => ({
  turn: (control) => enter(control, text),
  value,
  written: String(value),
});
const toggle: Turn = { turn: (control) => control.click(), value: true, written: '' };

const turns: Record<UbaOptionName, Turn> = {
  sessionId: type('demo-another'),
  userIdentifier: type('someone-else'),
  service: type('shop'),
  tenant: type('acme'),
  hideHeader: toggle,
  colorScheme: {
    turn: (control) => control.selectOption('dark'),
    value: 'dark',
    written: 'dark',
  },
  theme: {
    turn: (control) =>
      type('#0b6b4f').turn(control.getByRole('textbox', { name: 'primaryColor', exact: true })),
    value: { primaryColor: '#0b6b4f' },
    written: '#0b6b4f',
  },
  redirectURL: type('https://shop.example/back'),
  lang: { turn: (control) => control.selectOption('de'), value: 'de', written: 'de' },
  origin: type('https://uba.test.fino.run/', 'https://uba.test.fino.run'),
  connectURL: type('https://uba.test.fino.run/auth?sessionId=demo-2'),
  sandboxMode: toggle,
  frameTitle: type('Ihre Bank'),
  readyTimeout: type('5000', 5000),
  autoHeight: toggle,
  loading: { turn: (control) => control.selectOption('lazy'), value: 'lazy', written: 'lazy' },
};

function controlOf(page: Page, name: UbaOptionName): Locator {
  const options = page.getByRole('region', { name: 'Options' });
  if (name === 'theme') return options.getByRole('group', { name: 'theme' });
  return options.getByLabel(name, { exact: true });
}

function codeOf(page: Page): Locator {
  return page.getByRole('region', { name: 'The code for it' });
}

/** What the running widget has for an option. */
async function ofWidget(page: Page, name: UbaOptionName): Promise<unknown> {
  return page.locator('fino-uba').evaluate((widget, key) => (widget as FinoUba)[key], name);
}

type FinoUba = HTMLElementTagNameMap['fino-uba'];

/** These three exclude each other; the others go with any of them. */
const sessions: readonly UbaOptionName[] = ['connectURL', 'sandboxMode', 'sessionId'];

test('each control moves the running widget and the code in every tab', async ({ page }) => {
  await page.route('https://uba.test.fino.run/**', (route) => route.abort());
  await page.goto(path);
  const panel = codeOf(page).getByRole('tabpanel');
  const check = async (name: UbaOptionName) => {
    const { turn, value } = turns[name];
    const before = await panel.innerText();
    await turn(controlOf(page, name));
    await expect.poll(() => ofWidget(page, name), name).toEqual(value);
    await expect(panel, name).not.toHaveText(before);
  };
  const others = optionNames.filter((name) => !sessions.includes(name));
  for (const name of others) await check(name);
  for (const session of sessions) {
    await check(session);
    const set = optionNames.filter(
      (name) => name === session || (others.includes(name) && name !== 'userIdentifier'),
    );
    for (const tab of await codeOf(page).getByRole('tab').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      const code = await panel.innerText();
      for (const name of set) {
        expect(code).toMatch(new RegExp(`\\b(${name}|${optionTable[name].attribute})\\b`));
        expect(code).toContain(turns[name].written);
      }
    }
  }
});

for (const name of everyLook ? ['HTML', 'Programmatic', 'Script tag'] : ['HTML']) {
  clipboardTest(
    `the code of the tab ${name}, pasted into a fresh page, connects`,
    async ({ page, site }) => {
      await page.goto(path);
      await codeOf(page).getByRole('tab', { name }).click();
      const copied = await copyFrom(codeOf(page));
      const body = name === 'Programmatic' ? `<script type="module">${copied}</script>` : copied;
      const fresh = await site({
        // What a bundler does in a project: the package's name leads to its file.
        '/': `<!doctype html><html lang="en"><script type="importmap">
        { "imports": { "@finodigital/uba-widget": "/uba-widget.js" } }
      </script><body>${body}</body></html>`,
        '/uba-widget.js': widgetBundle,
      });
      const connected = page.waitForEvent('console', (line) =>
        line.text().startsWith('Connected:'),
      );
      await page.goto(fresh.origin);
      await play(page, '02');
      await connected;
    },
  );
}

clipboardTest('a link shares the configuration and no session', async ({ page }) => {
  await page.goto(path);
  for (const name of ['tenant', 'theme'] as const) await turns[name].turn(controlOf(page, name));
  await enter(controlOf(page, 'origin'), '');
  const session = await controlOf(page, 'sessionId').inputValue();
  await expect(page).toHaveURL(/tenant=acme/);
  await expect(page).toHaveURL(/primaryColor/);
  const link = await copyFrom(page.getByRole('region', { name: 'Options' }), 'Copy link');
  expect(link).toBe(page.url());
  expect(link).not.toContain(session);
  expect(link).not.toContain('demo-user');
  // Production is not asked: the link leaves the origin unset.
  await page.route('https://uba.fino.run/**', (route) => route.abort());
  await page.goto(link);
  await expect(controlOf(page, 'tenant')).toHaveValue('acme');
  await expect(controlOf(page, 'origin')).toHaveValue('');
  await expect(controlOf(page, 'sessionId')).not.toHaveValue(session);
  await expect(
    controlOf(page, 'theme').getByRole('textbox', { name: 'primaryColor', exact: true }),
  ).toHaveValue('#0b6b4f');
});

test('a session id that is not of the demo stays out of code, log and address', async ({
  page,
}) => {
  await page.goto(path);
  await type('eyJhbGciOi-secret').turn(controlOf(page, 'sessionId'));
  await expect(codeOf(page).getByRole('tabpanel')).toContainText('YOUR_SESSION_ID');
  const log = page.getByRole('region', { name: 'What your page hears' });
  const searches = log.getByRole('listitem').filter({ hasText: 'BANK_SEARCH_INIT' });
  await expect(searches.last()).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain('secret');
  expect(page.url()).not.toContain('secret');
});

test('a value that breaks its rule is named at its control and leaves the flow alone', async ({
  page,
}) => {
  await page.goto(path);
  const heading = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Find your bank');
  const origin = controlOf(page, 'origin');
  await type('javascript:alert(1)').turn(origin);
  await expect(origin).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('origin must be')).toBeVisible();
  expect(await ofWidget(page, 'origin')).toBe(sandboxOrigin);
  await expect(heading).toHaveText('Find your bank');
});

test('the methods do what they are called, and a destroyed widget can be made anew', async ({
  page,
}) => {
  await page.goto(path);
  const status = page.getByRole('status').filter({ hasText: 'The widget’s status' });
  await expect(status).toContainText('ready');
  const before = await controlOf(page, 'sessionId').inputValue();
  await page.getByRole('button', { name: 'setSession' }).click();
  await expect(controlOf(page, 'sessionId')).not.toHaveValue(before);
  await page.getByRole('button', { name: 'reload' }).click();
  await expect(status).toContainText('ready');
  await page.getByRole('button', { name: 'destroy' }).click();
  await expect(status).toContainText('destroyed');
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.getByRole('button', { name: 'Make a new one' }).click();
  await expect(status).toContainText('ready');
});

test('the log filters, pauses, clears and exports, and shows no secret', async ({ page }) => {
  await page.goto(path);
  const log = page.getByRole('region', { name: 'What your page hears' });
  const rows = log.getByRole('group', { name: 'Events' }).getByRole('listitem');
  const filter = log.getByLabel('Filter by type or payload');
  const kind = log.getByLabel('Kind of event');
  await play(page, '02');
  const newest = rows.filter({ hasText: /\bSUCCESS/ });
  await expect(newest.last()).toBeVisible();
  const session = await controlOf(page, 'sessionId').inputValue();

  // The frame says what the contract knows not: turned away, and told apart.
  const frame = page.frames().find((one) => one.url().startsWith(sandboxOrigin));
  await frame?.evaluate((secret) => {
    parent.postMessage({ type: 'bank-connect', payload: { accountIds: 'none' } }, '*');
    parent.postMessage({ type: 'bank-sync', payload: { note: secret, token: 'eyJ' } }, '*');
  }, session);
  await kind.selectOption('rejected');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('rejected');
  await kind.selectOption('message');
  await filter.fill('bank-sync');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('accepted');
  await rows.first().getByRole('button').click();
  await expect(rows.first()).toContainText('token: "•••"');
  await expect(rows.first()).toContainText('note: "•••"');

  await filter.fill('');
  await kind.selectOption('');
  const exported = await exportedFrom(log);
  expect(exported.map(({ type }) => type)).toEqual(expect.arrayContaining(['loading', 'SUCCESS']));
  expect(new Set(exported.map((entry) => entry.kind))).toEqual(
    new Set(['status', 'message', 'rejected']),
  );
  const text = JSON.stringify(exported) + (await log.innerText());
  for (const secret of [session, '654321', '123456', 'eyJ']) expect(text).not.toContain(secret);

  await log.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'reload' }).click();
  await filter.fill('reload()');
  await expect(log.getByText('No event fits the filter.')).toBeVisible();
  await log.getByRole('button', { name: 'Resume' }).click();
  await expect(rows).toHaveCount(1);
  await filter.fill('');
  await log.getByRole('button', { name: 'Clear' }).click();
  await expect(log.getByText('reload()')).toHaveCount(0);
});
