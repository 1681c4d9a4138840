/** The demo's page "Back end": all that follows a connection, against the API, and what can go wrong. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Locator, type Page } from '@playwright/test';
import { Person } from '../../../sandbox/testing/index.js';
import { colourRules, everyLook, flawsIn } from '../../fixtures/axe.js';
import { copyFrom, unreachable } from '../../fixtures/demo-page.js';
import { test } from '../../fixtures/demo-with-api.js';
import { wholeBrowser } from '../../fixtures/whole-browser.js';

const run = promisify(execFile);

/** The headless shell has no clipboard. */
const clipboardTest = test.extend(wholeBrowser);

const path = '/demo/back-end/';

const region = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const rowsOf = (page: Page) => region(page, 'Transactions').locator('tbody tr');
const delivered = (page: Page, event: string) =>
  region(page, 'Webhooks').getByRole('listitem').filter({ hasText: event });

/** Connects a demo user at the bank with a TAN. */
async function connect(page: Page, userName = 'fino01'): Promise<void> {
  await press(page, 'Make a session');
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await person.does({ act: 'log-in', userName, pin: '654321' });
  await person.does({ act: 'enter-tan', tan: '123456' }, { act: 'agree-consent' });
  await person.does({ act: 'connect-accounts' });
  await expect(region(page, 'Bank logins').getByText('OK', { exact: true })).toBeVisible();
}

/** How many transactions the chosen account has. */
async function countOf(page: Page): Promise<number> {
  const text = region(page, 'Transactions').getByText(/^\s*\d+ transactions? on/);
  return Number.parseInt((await text.innerText()).trim(), 10);
}

test('what a back end does after a connection, step by step', async ({ page, demo }) => {
  const secrets = new Set<string>();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => {
    const token = /^Bearer (.+)/.exec(request.headers().authorization ?? '')?.[1];
    const secret = /"secret":"([^"]+)"/.exec(request.postData() ?? '')?.[1];
    const sessionId = new URL(request.url()).searchParams.get('sessionId');
    for (const found of [token, secret, sessionId]) if (found) secrets.add(found);
  });
  await page.goto(demo.origin + path);
  await connect(page);

  const accounts = region(page, 'Accounts');
  await expect(accounts.getByRole('button')).toHaveCount(3);
  const current = accounts.getByRole('button', { name: /Girokonto GIRO/ });
  await expect(current).toHaveAttribute('aria-pressed', 'true');
  await expect(current).toContainText(/Erika Mustermann.*DE\d\d( \d{4}){4} \d\d.*€\d/s);
  const before = await countOf(page);
  expect(before).toBeGreaterThan(20);
  await expect(rowsOf(page)).toHaveCount(before);
  await expect(delivered(page, 'ubaconnect')).toHaveCount(1);

  // Of the account that is chosen, and back again.
  await accounts.getByRole('button', { name: /TAGESGELD/ }).click();
  await expect(region(page, 'Transactions')).toContainText(/on Tagesgeld, the newest first/);
  await current.click();
  await expect(rowsOf(page)).toHaveCount(before);

  // The categories come with the analysis, which takes 5 seconds of sandbox time.
  await press(page, '5 seconds');
  await expect(delivered(page, 'categorization')).not.toHaveCount(0);
  await expect(rowsOf(page).getByText('Salary').first()).toBeVisible();

  await press(page, 'Synchronise');
  await expect(region(page, 'Bank logins')).toContainText(
    /Synchronised: [1-3] new transactions? on/,
  );
  const after = await countOf(page);
  expect(after).toBeGreaterThan(before);
  await expect(rowsOf(page).getByText('new', { exact: true })).toHaveCount(after - before);
  await expect(rowsOf(page).first()).toContainText('new');
  const sync = delivered(page, 'ubasync');
  await expect(sync).toHaveCount(1);
  await sync.locator('summary').first().click();
  await expect(sync).toContainText('event: "ubasync"');
  await expect(sync).toContainText('secret: "•••"');

  await press(page, 'Upload a sample account');
  await accounts.getByRole('button', { name: /Joint account GIRO uploaded/ }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await press(page, 'Upload a sample account');
  await expect(accounts.getByRole('button')).toHaveCount(4);

  // A consent lasts 90 days; its user renews it in the widget.
  await press(page, '90 days');
  await expect(region(page, 'Bank logins')).toContainText('SCA_REQUIRED');
  await press(page, 'Synchronise');
  await expect(region(page, 'Bank logins')).toContainText('go on in the widget');
  await expect(delivered(page, 'ubasyncerror')).toHaveCount(1);
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does({ act: 'enter-tan', tan: '123456' }, { act: 'agree-consent' });
  await expect(region(page, 'Bank logins').getByText('OK', { exact: true })).toBeVisible();

  await press(page, 'Delete');
  await expect(region(page, 'Bank logins')).toContainText('None yet');
  await expect(accounts.getByRole('button')).toHaveCount(1);

  // Neither shown, nor kept, nor logged.
  expect(secrets.size).toBeGreaterThanOrEqual(3);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      ...[localStorage, sessionStorage].map((storage) => Object.entries(storage)),
      document.cookie,
      location.href,
    ]),
  );
  const calls = page.locator('api-calls details');
  await calls.evaluateAll((all: HTMLDetailsElement[]) => all.forEach((one) => (one.open = true)));
  await expect(page.locator('api-calls code-tabs')).toHaveCount(await calls.count());
  const shown = await page.evaluate(() => {
    const textOf = (root: Document | ShadowRoot): string =>
      [...root.querySelectorAll('*')]
        .map(({ shadowRoot }) => shadowRoot && textOf(shadowRoot))
        .concat(root.textContent)
        .join('\n');
    return textOf(document);
  });
  expect(shown).toContain('webhook');
  for (const secret of secrets) {
    for (const text of [kept, shown, said.join('\n')]) expect(text).not.toContain(secret);
  }
});

test('a payment is ordered, authorised in the widget, and followed by the clock', async ({
  page,
  demo,
}) => {
  await page.goto(demo.origin + path);
  await connect(page);
  const payment = region(page, 'Payment');
  await payment.getByLabel('IBAN').fill('DE00');
  await press(page, 'Order the payment');
  await expect(payment).toContainText(/400: .*iban: must be an IBAN/);
  await payment.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
  await press(page, 'sbx-slow');
  await expect(payment.getByLabel('Purpose')).toHaveValue('sbx-slow');
  await press(page, 'Order the payment');
  await expect(payment.getByText('OPEN', { exact: true })).toBeVisible();
  await expect(payment.getByText(/Check the payment there/)).toBeVisible();
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does({ act: 'authorise-payment' }, { act: 'enter-tan', tan: '123456' });
  await expect(payment.getByText('PENDING', { exact: true })).toBeVisible();
  await expect(payment.getByText(/Check the payment there/)).toHaveCount(0);
  await press(page, 'An hour later');
  await expect(payment.getByText('PENDING', { exact: true })).toBeVisible();
  await press(page, 'A day later');
  await expect(payment.getByText('SUCCESSFUL', { exact: true })).toBeVisible();
  await expect(delivered(page, 'ubapayment')).toHaveCount(2);
  await expect(rowsOf(page).filter({ hasText: 'sbx-slow' })).toHaveCount(1);
  expect(await flawsIn(page, { iframes: false })).toEqual([]);
});

test(
  'it says why a bank login made without a challenge cannot pay',
  { tag: '@long' },
  async ({ page, demo }) => {
    await page.goto(demo.origin + path);
    await press(page, 'Make a session');
    const person = new Person(page.frameLocator('iframe'), page);
    await person.does({ act: 'pick-bank', bank: 'fino SCA Bank' });
    await person.does({ act: 'log-in', userName: 'fino01', pin: '123456' });
    await person.does({ act: 'agree-consent' }, { act: 'connect-accounts' });
    await expect(region(page, 'Bank logins').getByText('OK', { exact: true })).toBeVisible();
    await press(page, 'Order the payment');
    await expect(region(page, 'Payment')).toContainText(
      /409: .*made without a challenge.*Connect it with a password that asks for one/,
    );
  },
);

test(
  'a depot shows its securities, and has no transaction',
  { tag: '@long' },
  async ({ page, demo }) => {
    await page.goto(demo.origin + path);
    await connect(page, 'depot01');
    await region(page, 'Accounts').getByRole('button', { name: /DEPOT/ }).click();
    await expect(region(page, 'Transactions')).toContainText('No transactions on');
    const securities = region(page, 'Transactions').getByRole('group', { name: 'Securities' });
    await expect(securities.getByRole('row').nth(1)).toContainText(/[A-Z]{2}\w{9}\d\s+\d+\s+€\d/);
  },
);

clipboardTest('each call can be copied, and runs as it was copied', async ({ page, demo }) => {
  await page.goto(demo.origin + path);
  await press(page, 'Make a session');
  const session = region(page, 'Session');
  await session.getByText('POST /api/auth').click();
  await session.getByRole('tab', { name: 'fetch' }).click();
  const auth = await copyFrom(session);
  expect(auth).toContain(`await fetch('${demo.sandbox}/api/auth'`);
  // It has no import and no export, so that it is a program as it stands.
  const program = `const secret = 'secret';\n${auth}\nconsole.log(String(response.status));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout).toBe('200\n');
  await session.getByRole('tab', { name: 'curl' }).click();
  expect(await copyFrom(session)).toContain('-d "client_secret=$SECRET"');
  await session.getByRole('tab', { name: 'Answer' }).click();
  await expect(session.getByRole('tabpanel')).toContainText('"access_token": "•••"');
});

test('it says where there is no API, and how to start one', async ({ page, demo }) => {
  await demo.stopSandbox();
  await page.goto(demo.origin + path);
  await press(page, 'Make a session');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(`There is no API for this page at ${demo.sandbox}.`);
  await expect(alert).toContainText('npm start');
  await expect(alert).toContainText(`--allow-origin ${demo.origin}`);
  expect(await flawsIn(page, { iframes: false })).toEqual([]);
  await demo.startSandbox();
  await press(page, 'Try again');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(alert).toBeHidden();
});

test(
  'it notices that the sandbox went away, and that it knows the user no more',
  { tag: '@long' },
  async ({ page, demo }) => {
    await page.goto(demo.origin + path);
    await connect(page);
    await demo.stopSandbox();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The sandbox does not answer any more.');
    await demo.startSandbox();
    await press(page, 'Try again');
    await expect(alert).toContainText('does not know this user any more');
    await press(page, 'Begin anew');
    await expect(alert).toBeHidden();
    await expect(region(page, 'Bank logins')).toContainText('None yet');
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  },
);

test(
  'it says what the API refuses, and that a session is over',
  { tag: '@long' },
  async ({ page, demo }) => {
    await page.goto(demo.origin + path);
    await press(page, 'Make a session');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Find your bank');
    const refuse = { status: 429, times: 1 };
    await page.request.put(`${demo.sandbox}/_sandbox/refusals`, { data: refuse });
    await press(page, 'Upload a sample account');
    await expect(region(page, 'Upload')).toContainText(/429: /);

    await press(page, '1 day');
    await expect(region(page, 'Session')).toContainText('The session is over. Make a new one.');
    await press(page, 'Make another session');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Find your bank');
    await expect(region(page, 'Session')).not.toContainText('is over');
  },
);

test('with data, it is accessible, light and dark, by keyboard, on every screen', async ({
  page,
  demo,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(demo.origin + path);
  await connect(page);
  await press(page, '5 seconds');
  await expect(rowsOf(page).getByText('Salary').first()).toBeVisible();
  await region(page, 'Accounts').getByText('GET').click();
  await delivered(page, 'ubaconnect').locator('summary').first().click();
  for (const colorScheme of everyLook ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = colorScheme === 'dark' ? colourRules : {};
    expect(await flawsIn(page, { ...rules, iframes: false }), colorScheme).toEqual([]);
  }
  expect(await unreachable(page)).toEqual([]);
  for (const width of [320, 375, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const table = document
        .querySelector('back-end-page')
        ?.shadowRoot?.querySelector<HTMLElement>('[aria-label="Transactions"]');
      return [scrollWidth - clientWidth, (table?.scrollWidth ?? 0) - (table?.clientWidth ?? 0)];
    });
    expect(over, `${width} px`).toEqual([0, 0]);
  }
});
