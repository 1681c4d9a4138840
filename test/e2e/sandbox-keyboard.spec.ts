/** By keyboard alone, and where the browser denies all storage: the main flow and a renewal. */
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { compareEvents, scenarioOf, wordsFor } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { play, settled } from '../fixtures/play.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';

const { sandbox: words } = wordsFor('en');

/** Presses Tab until something has the focus, as a person does who sees where it is. */
async function tabTo(page: Page, frame: FrameLocator, role: 'button' | 'combobox', name: string) {
  const target = frame.getByRole(role, { name, exact: true });
  await target.waitFor();
  const hasFocus = () => target.evaluate((element) => element.matches(':focus'));
  for (let presses = 0; !(await hasFocus()); presses++) {
    if (presses === 30) throw new Error(`Tab does not lead to ${name}.`);
    await page.keyboard.press('Tab');
  }
}

/** A field that has the focus by itself, so that a person types at once. */
async function typeInto(page: Page, frame: FrameLocator, name: string, text: string) {
  await expect(frame.getByRole('textbox', { name, exact: true })).toBeFocused();
  await page.keyboard.type(text);
}

async function enterTan(page: Page, frame: FrameLocator) {
  await typeInto(page, frame, words.tan.label, '123456');
  await page.keyboard.press('Enter');
}

const flows: readonly (readonly [
  id: string,
  byKeyboard: (page: Page, frame: FrameLocator) => Promise<void>,
])[] = [
  [
    '02',
    async (page, frame) => {
      const { search, login, accounts } = words;
      await tabTo(page, frame, 'combobox', search.fullLabel);
      await page.keyboard.type('SCA');
      await expect(frame.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await typeInto(page, frame, login.userName, 'fino01');
      await page.keyboard.press('Tab');
      await typeInto(page, frame, login.pin, '654321');
      await page.keyboard.press('Enter');
      await enterTan(page, frame);
      await tabTo(page, frame, 'button', accounts.submit(3));
      await page.keyboard.press('Enter');
    },
  ],
  [
    '27',
    async (page, frame) => {
      await tabTo(page, frame, 'button', words.overview.renew);
      await page.keyboard.press('Enter');
      await enterTan(page, frame);
    },
  ],
];

for (const [id, byKeyboard] of flows) {
  const scenario = scenarioOf(id);
  const title = `${id} ${scenario.title.en}`;

  test(`${title}: by keyboard alone`, async ({ page, embed }) => {
    const embedding = await embed({ origin: sandboxOrigin, connectURL: startOf(scenario) });
    const frame = page.frameLocator('iframe');
    await byKeyboard(page, frame);
    const received = await settled(page, embedding, scenario.events.length);
    expect(compareEvents(scenario.events, received)).toEqual([]);
  });

  test(`${title}: with all storage denied`, async ({ page, embed }) => {
    await denyStorage(page);
    const received = await play({ page, embed }, scenario);
    expect(compareEvents(scenario.events, received)).toEqual([]);
    expect(await storages(page)).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
  });
}

/** As a browser does that blocks site data: even to look at a storage throws. */
async function denyStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
}

/** What a look at each storage brings in the sandbox's frame. */
async function storages(page: Page): Promise<readonly unknown[]> {
  const frame = page.frames().find((one) => one.url().startsWith(sandboxOrigin));
  return (
    (await frame?.evaluate(() =>
      ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => {
        try {
          return typeof Reflect.get(window, name);
        } catch (error) {
          return (error as Error).name;
        }
      }),
    )) ?? []
  );
}
