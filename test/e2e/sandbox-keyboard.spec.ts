/** By keyboard alone, and where the browser denies all storage: the main flow, a renewal, a payment. */
import { expect, type FrameLocator, type Page } from '@playwright/test';
import {
  compareEvents,
  scenarioOf,
  wordsFor,
  type Lang,
  type Words,
} from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { play, settled } from '../fixtures/play.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';

/** A page with the sandbox in a frame, and the words that a person reads there. */
interface Place {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly words: Words['sandbox'];
}

/** Presses Tab until something has the focus, as a person does who sees where it is. */
async function tabTo({ page, frame }: Place, role: 'button' | 'combobox', name: string) {
  const target = frame.getByRole(role, { name, exact: true });
  await target.waitFor();
  const hasFocus = () => target.evaluate((element) => element.matches(':focus'));
  for (let presses = 0; !(await hasFocus()); presses++) {
    if (presses === 30) throw new Error(`Tab does not lead to ${name}.`);
    await page.keyboard.press('Tab');
  }
}

async function pressButton(place: Place, name: string) {
  await tabTo(place, 'button', name);
  await place.page.keyboard.press('Enter');
}

/** A field that has the focus by itself, so that a person types at once. */
async function typeInto({ page, frame }: Place, name: string, text: string) {
  await expect(frame.getByRole('textbox', { name, exact: true })).toBeFocused();
  await page.keyboard.type(text);
}

/** A step that begins with its title: what it asks is read out before anything can be pressed. */
async function readTitle({ frame }: Place, name: string) {
  await expect(frame.getByRole('heading', { name, exact: true })).toBeFocused();
}

async function enterTan(place: Place) {
  await typeInto(place, place.words.tan.label, '123456');
  await place.page.keyboard.press('Enter');
}

async function logIn(place: Place) {
  const { page, frame, words } = place;
  await tabTo(place, 'combobox', words.search.fullLabel);
  await page.keyboard.type('SCA');
  await expect(frame.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await typeInto(place, words.login.userName, 'fino01');
  await page.keyboard.press('Tab');
  await typeInto(place, words.login.pin, '654321');
  await page.keyboard.press('Enter');
  await enterTan(place);
}

async function renew(place: Place) {
  await pressButton(place, place.words.overview.renew);
  await enterTan(place);
}

/** The answers stand in the order in which they are read, the first one Tab away from the text. */
async function answerConsent(place: Place, answer: 'agree' | 'decline') {
  const { consent } = place.words;
  await readTitle(place, consent.title);
  await place.page.keyboard.press('Tab');
  await expect(place.frame.getByRole('button', { name: consent.agree })).toBeFocused();
  await pressButton(place, consent[answer]);
}

/** The first step: a page keeps its focus until the user comes into the frame. */
async function checkPayment(place: Place, answer: 'submit' | 'cancel') {
  const { common, payment } = place.words;
  await tabTo(place, 'button', payment.submit);
  await pressButton(place, answer === 'submit' ? payment.submit : common.cancel);
}

const flows: readonly (readonly [id: string, byKeyboard: (place: Place) => Promise<void>])[] = [
  [
    '02',
    async (place) => {
      const { accounts } = place.words;
      await logIn(place);
      await answerConsent(place, 'agree');
      await readTitle(place, accounts.title);
      await pressButton(place, accounts.submit(3));
    },
  ],
  [
    '36',
    async (place) => {
      await logIn(place);
      await answerConsent(place, 'decline');
      const { fullLabel } = place.words.search;
      await expect(place.frame.getByRole('combobox', { name: fullLabel })).toBeFocused();
    },
  ],
  [
    '27',
    async (place) => {
      await renew(place);
      await answerConsent(place, 'agree');
      await readTitle(place, place.words.overview.title);
    },
  ],
  [
    '37',
    async (place) => {
      await renew(place);
      await answerConsent(place, 'decline');
      await readTitle(place, place.words.overview.title);
    },
  ],
  [
    '42',
    async (place) => {
      await checkPayment(place, 'submit');
      await enterTan(place);
      await readTitle(place, place.words.paid.title);
    },
  ],
  [
    '43',
    async (place) => {
      await checkPayment(place, 'submit');
      await pressButton(place, place.words.common.cancel);
      await readTitle(place, place.words.notPaid.cancelledTitle);
    },
  ],
  [
    '43a',
    async (place) => {
      await checkPayment(place, 'cancel');
      await readTitle(place, place.words.notPaid.cancelledTitle);
    },
  ],
  [
    '38',
    async (place) => {
      const { page, frame, words } = place;
      await tabTo(place, 'combobox', words.search.fullLabel);
      await page.keyboard.type('TAN-M');
      await expect(frame.getByRole('option')).toHaveCount(1);
      await page.keyboard.press('Enter');
      await typeInto(place, words.login.userName, 'persondemo');
      await page.keyboard.press('Tab');
      await typeInto(place, words.login.pin, '654321');
      await page.keyboard.press('Enter');
      await readTitle(place, words.method.title);
      const { smsTAN } = words.methodNames;
      await pressButton(place, `${smsTAN} ${words.methodNeeds.smsTAN}`);
      await readTitle(place, words.medium.title);
      await pressButton(place, words.medium.phone('77'));
      await enterTan(place);
      await answerConsent(place, 'agree');
      await pressButton(place, words.accounts.submit(3));
    },
  ],
];

const languages: readonly Lang[] = ['en', 'de'];

for (const [id, byKeyboard] of flows) {
  const scenario = scenarioOf(id);
  const title = `${id} ${scenario.title.en}`;

  for (const lang of languages) {
    test(
      `${title} (${lang}): by keyboard alone`,
      { tag: lang === 'de' ? '@long' : [] },
      async ({ page, embed }) => {
        const embedding = await embed({
          origin: sandboxOrigin,
          connectURL: startOf(scenario),
          lang,
        });
        const frame = page.frameLocator('iframe');
        await byKeyboard({ page, frame, words: wordsFor(lang).sandbox });
        const received = await settled(page, embedding, scenario.events.length);
        expect(compareEvents(scenario.events, received)).toEqual([]);
      },
    );
  }
}

for (const scenario of [scenarioOf('02'), scenarioOf('27'), scenarioOf('42')]) {
  test(`${scenario.id} ${scenario.title.en}: with all storage denied`, async ({ page, embed }) => {
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
