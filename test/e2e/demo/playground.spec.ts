/** The widget playground: each control moves the running widget and the code; links share no session. */
import { expect, type Locator, type Page } from '@playwright/test';
import { optionNames, optionTable, type UbaOptionName } from '@finodigital/uba-protocol';
import type { FinoUba } from '@finodigital/uba-widget';
import { scenarios } from '../../../sandbox/src/flow/scenarios.js';
import { sandboxOrigin } from '../../fixtures/sandbox-address.js';
import { Person } from '../../fixtures/person.js';
import { test } from '../../fixtures/embedding.js';

const path = '/demo/widget/';

/** Turns a control; the value is what the widget then has. */
type Turn = readonly [turn: (control: Locator) => Promise<unknown>, value: unknown];

const type = (text: string, value: unknown = text): Turn => [
  async (control) => {
    await control.fill(text);
    await control.press('Tab');
  },
  value,
];
const toggle: Turn = [(control) => control.click(), true];

const turns: Record<UbaOptionName, Turn> = {
  sessionId: type('demo-another'),
  userIdentifier: type('someone-else'),
  service: type('shop'),
  tenant: type('acme'),
  hideHeader: toggle,
  colorScheme: [(control) => control.selectOption('dark'), 'dark'],
  theme: [
    async (control) => {
      const field = control.getByRole('textbox', { name: 'primaryColor', exact: true });
      await field.fill('#0b6b4f');
      await field.press('Tab');
    },
    { primaryColor: '#0b6b4f' },
  ],
  redirectURL: type('https://shop.example/back'),
  lang: type('de'),
  origin: type('https://uba.test.fino.run/', 'https://uba.test.fino.run'),
  connectUrl: type(`${sandboxOrigin}/auth?sessionId=demo-2`),
  sandboxMode: toggle,
  frameTitle: type('Ihre Bank'),
  readyTimeout: type('5000', 5000),
  autoHeight: toggle,
};

function controlOf(page: Page, name: UbaOptionName): Locator {
  const options = page.getByRole('region', { name: 'Options' });
  if (name === 'theme') return options.getByRole('group', { name: 'theme' });
  return options.getByLabel(name, { exact: true });
}

for (const name of optionNames) {
  test(`the control of ${name} moves the running widget and every snippet`, async ({ page }) => {
    // What is loaded from elsewhere is not this test's matter.
    await page.route('https://uba.test.fino.run/**', (route) => route.abort());
    await page.goto(path);
    const [turn, value] = turns[name];
    await turn(controlOf(page, name));
    await expect
      .poll(() =>
        page.locator('fino-uba').evaluate((widget, key) => (widget as FinoUba)[key], name),
      )
      .toEqual(value);
    const code = page.getByRole('region', { name: 'The code for it' });
    const written = new RegExp(`\\b(${name}|${optionTable[name].attribute})\\b`);
    for (const tab of await code.getByRole('tab').all()) {
      await tab.click();
      await expect(code.getByRole('tabpanel')).toContainText(written);
    }
  });
}

const scenario = scenarios.find(({ id }) => id === '02');
const events = scenario?.events.map((event) => event.type) ?? [];

async function connect(page: Page): Promise<void> {
  const person = new Person(page.frameLocator('iframe'), page);
  for (const action of scenario?.does ?? []) await person.does(action);
}

test('a newcomer connects the demo bank, and the log tells each event', async ({ page }) => {
  await page.goto(path);
  await connect(page);
  const log = page.getByRole('region', { name: 'What your page hears' });
  await log.getByLabel('Kind of event').selectOption('message');
  await expect(log.getByRole('listitem').filter({ hasText: 'SUCCESS' }).last()).toBeVisible();
  const download = page.waitForEvent('download');
  await log.getByRole('button', { name: 'Export JSON' }).click();
  const exported = JSON.parse(
    await (await download).createReadStream().then(async (stream) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString();
    }),
  ) as { type: string }[];
  expect(exported.map((entry) => entry.type)).toEqual(events);
  const session = await controlOf(page, 'sessionId').inputValue();
  expect(JSON.stringify(exported)).not.toContain(session);
});

for (const name of ['HTML', 'Programmatic', 'Script tag']) {
  test(`the code of the tab ${name}, pasted into a fresh page, connects`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(path);
    const code = page.getByRole('region', { name: 'The code for it' });
    await code.getByRole('tab', { name }).click();
    await code.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const body = name === 'Programmatic' ? `<script type="module">${copied}</script>` : copied;
    await page.route('**/fresh-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        // What a bundler does in a project: the package's name leads to its file.
        body: `<!doctype html><html lang="en"><script type="importmap">
          { "imports": { "@finodigital/uba-widget": "/uba-widget.js" } }
        </script><body>${body}</body></html>`,
      }),
    );
    const connected = page.waitForEvent('console', (line) => line.text().startsWith('Connected:'));
    await page.goto('/fresh-page');
    await connect(page);
    await connected;
  });
}

test('a link shares the configuration and no session', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  await turns.tenant[0](controlOf(page, 'tenant'));
  await turns.theme[0](controlOf(page, 'theme'));
  const session = await controlOf(page, 'sessionId').inputValue();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toContain(session);
  await page.goto(link);
  await expect(controlOf(page, 'tenant')).toHaveValue('acme');
  await expect(controlOf(page, 'sessionId')).not.toHaveValue(session);
  const theme = controlOf(page, 'theme').getByRole('textbox', {
    name: 'primaryColor',
    exact: true,
  });
  await expect(theme).toHaveValue('#0b6b4f');
});

test('a session id that is not of the demo stays out of code, log and address', async ({
  page,
}) => {
  await page.goto(path);
  const [turn] = type('eyJhbGciOi-secret');
  await turn(controlOf(page, 'sessionId'));
  const code = page.getByRole('region', { name: 'The code for it' });
  await expect(code.getByRole('tabpanel')).toContainText('YOUR_SESSION_ID');
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
  await origin.fill('javascript:alert(1)');
  await origin.press('Tab');
  await expect(origin).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('origin must be')).toBeVisible();
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
