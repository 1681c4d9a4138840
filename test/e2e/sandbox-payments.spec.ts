/** A payment in a browser: where it leads back to, and how the tools show what becomes of it. */
import { expect, type Page } from '@playwright/test';
import { Person, scenarioOf, type Scenario } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { play } from '../fixtures/play.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';

const ends = {
  paid: { scenario: scenarioOf('42'), outcome: null },
  left: { scenario: scenarioOf('43'), outcome: 'cancelled' },
  failed: { scenario: scenarioOf('44'), outcome: 'failed' },
} as const;

for (const [reason, { scenario, outcome }] of Object.entries(ends)) {
  test(`in the top window a payment that is ${reason} leads back to the shop`, async ({
    page,
    site,
  }) => {
    const shop = await site({ '/back': '<!doctype html><title>Shop</title>' });
    await page.goto(startOf(scenario, { redirectURL: `${shop.origin}/back?cart=1` }));
    await new Person(page, page).does(...scenario.does);
    await page.waitForURL(`${shop.origin}/back?*`);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      cart: '1',
      userIdentifier: 'somebody',
      sessionId: scenario.start.sessionId,
      ...(outcome && { 'uba-outcome': outcome }),
    });
  });

  test(`in a frame a payment that is ${reason} stays, and says where to go`, async ({
    page,
    embed,
  }) => {
    const redirectURL = 'https://shop.example/back';
    const events = [...scenario.events, { type: 'redirect' } as const];
    const received = await play({ page, embed }, { ...scenario, events }, { redirectURL });
    expect(received.at(-1)?.payload).toMatchObject({ reason });
    const frame = page.frames().find((one) => one.url().startsWith(sandboxOrigin));
    expect(new URL(frame?.url() ?? '').pathname).toBe('/auth');
  });
}

/** Presses Tab until a button has the focus, and then Enter. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  const hasFocus = () => button.evaluate((element) => element.matches(':focus'));
  for (let presses = 0; !(await hasFocus()); presses++) {
    if (presses === 40) throw new Error(`Tab does not lead to ${name}.`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

const slow: Scenario = { ...scenarioOf('42'), start: { sessionId: 'sbx-pay-slow' } };

for (const [what, scenario, button] of [
  ['an hour', scenarioOf('42'), 'hour'],
  ['a day', slow, 'day'],
] as const) {
  test(`the tools show the order, and by keyboard that the bank executes it after ${what}`, async ({
    page,
  }) => {
    await page.goto(startOf(scenario));
    const person = new Person(page, page);
    const { panel, sandbox } = person.words;
    await person.press(sandbox.tools.open);
    const tools = page.getByRole('complementary', { name: panel.panel.title });
    const order = tools.getByRole('listitem').filter({ hasText: '€249.90 to Möbelhaus Beispiel' });
    await expect(order).toContainText(panel.orderStatus.OPEN);
    await person.press(panel.panel.close);
    await person.does(...scenario.does);

    await pressByKeyboard(page, sandbox.tools.open);
    await expect(order).toContainText(`PENDING (${panel.orderStatus.PENDING})`);
    await expect(order).toContainText('the bank executes it on');
    await pressByKeyboard(page, panel.clock[button]);
    await expect(order).toContainText(`SUCCESSFUL (${panel.orderStatus.SUCCESSFUL})`);
    await expect(order).toContainText('executed on');
    // What the user was told stays as it was.
    await expect(page.getByRole('heading', { name: sandbox.paid.title })).toBeVisible();
  });
}

test('the simulated phone names what it is to approve', async ({ page }) => {
  const scenario = scenarioOf('42a');
  await page.goto(startOf(scenario));
  const person = new Person(page, page);
  const { panel, sandbox } = person.words;
  await person.does({ act: 'authorise-payment' });
  await person.press(`${sandbox.tools.open} , ${sandbox.tools.waiting}`);
  await expect(page.getByRole('log', { name: panel.phone.title })).toContainText(
    'fino SCA Bank: approve €249.90 to Möbelhaus Beispiel?',
  );
});

test('the bank’s own page names the payment, asks for no login and gives no access', async ({
  page,
}) => {
  await page.goto(startOf(scenarioOf('42c')));
  const person = new Person(page, page);
  const { bank: words, sandbox } = person.words;
  await person.does({ act: 'authorise-payment' });
  const popup = page.waitForEvent('popup');
  await person.press(sandbox.redirect.go);
  const bank = await popup;
  await expect(bank.getByRole('heading', { name: words.payTitle })).toBeVisible();
  await expect(bank.getByText('€249.90 to Möbelhaus Beispiel')).toBeVisible();
  await expect(bank.getByRole('textbox')).toHaveCount(0);
  await expect(bank.getByText(words.balances)).toHaveCount(0);
});
