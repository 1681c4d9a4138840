/**
 * No screen of the sandbox breaks a rule of axe, in any look: contrast of text included. A sample of the
 * screens, each in one language and one theme; with `LOOKS=all` all of them, in every one.
 */
import { expect, type Frame, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { Person, type Lang } from '../../sandbox/testing/index.js';
import { colourRules, everyLook, flawsIn } from '../fixtures/axe.js';
import { test } from '../fixtures/embedding.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';
import { stopOf, stops } from '../fixtures/screens.js';
import { present } from '../fixtures/stage.js';
import { themes } from '../fixtures/themes.js';

declare global {
  interface Window {
    /** How many looks have reached the frame. */
    looks?: number;
  }
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  Object.entries(themes).map(([name, theme]) => ({
    name: `${colorScheme}, ${name} theme`,
    look: { colorScheme, theme } satisfies UbaOptions,
  })),
);

const sample = [
  'search',
  'account type',
  'login error',
  'TAN method',
  'unknown device',
  'photoTAN',
  'decoupled',
  'redirect to pay',
  'consent',
  'no account chosen',
  'conflict',
  'done',
  'check, close match',
  'paid, several',
  'overview, failed',
  'disconnect',
  'try again',
  'cannot go on, but back',
  'left',
];
const screens = everyLook ? stops : sample.map(stopOf);

/** The looks of the nth screen: light and dark in one of the themes; with `LOOKS=all` in each of them. */
const looksOf = (nth: number) => looks.filter((_, i) => everyLook || i % 3 === nth % 3);

/** The nth screen is in the one language or the other, which the words and the look of it share. */
const isIn = (lang: Lang, nth: number) => everyLook || (nth % 2 === 0) === (lang === 'en');

/** Counts in the frame the looks that come with `changeLook`. */
async function frameOf(page: Page): Promise<Frame> {
  const frame = present(page.frames().find((one) => one.url().startsWith(sandboxOrigin)));
  await frame.evaluate(() => {
    window.looks = 0;
    addEventListener('message', ({ data }: MessageEvent<{ type?: unknown }>) => {
      if (data.type === 'look') window.looks = (window.looks ?? 0) + 1;
    });
  });
  return frame;
}

/** Changes the look and waits until it is all there: no colour is on its way to another. */
async function changeLook(page: Page, frame: Frame, look: UbaOptions, nth: number): Promise<void> {
  await page.evaluate(async (options) => {
    const element = document.querySelector('fino-uba') as HTMLElementTagNameMap['fino-uba'];
    element.setOptions(options);
    await element.updateComplete;
    // Messages keep their order: once this one is there, so is the look.
    element.postMessage({ type: 'look' });
  }, look);
  await frame.waitForFunction((wanted) => window.looks === wanted, nth);
  // One transition can begin another, where both the parent's colour and the child's change.
  await frame.waitForFunction(() => {
    const isChanging = (root: Document | ShadowRoot): boolean =>
      root.getAnimations().some((one) => one instanceof CSSTransition) ||
      [...root.querySelectorAll('*')].some((one) => one.shadowRoot && isChanging(one.shadowRoot));
    return !isChanging(document);
  });
}

for (const lang of ['en', 'de'] as const) {
  for (const [nth, { name, scenario, does }] of screens.entries()) {
    if (!isIn(lang, nth)) continue;
    test(`${name} (${lang}) is accessible`, async ({ page, embed }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await embed({ origin: sandboxOrigin, connectURL: startOf(scenario), lang });
      const person = new Person(page.frameLocator('iframe'), page, lang);
      await person.does(...does);
      const frame = await frameOf(page);
      let rules: RunOptions = {};
      for (const [index, { name: lookName, look }] of looksOf(nth).entries()) {
        await changeLook(page, frame, look, index + 1);
        expect.soft(await flawsIn(page, rules), lookName).toEqual([]);
        // Another look is other colours, and nothing else.
        rules = colourRules;
      }
    });
  }
}
