/** On the smallest phone, 320 × 568 px, what a step asks for is in sight and nothing covers it. */
import { expect, test, type Locator } from '@playwright/test';
import { Person, type Words } from '../../sandbox/testing/index.js';
import { startOf } from '../fixtures/sandbox-address.js';
import { stopOf } from '../fixtures/screens.js';

test.use({ viewport: { width: 320, height: 568 }, contextOptions: { reducedMotion: 'reduce' } });

type Answers = (words: Words['sandbox']) => readonly string[];

const consent: Answers = ({ consent: { agree, decline } }) => [agree, decline];
const sure: Answers = ({ payment, common }) => [payment.submit, common.cancel];
const doubtful: Answers = ({ payment, common }) => [payment.anyway, common.cancel];

/** By screen. */
const asked: Readonly<Record<string, Answers>> = {
  consent,
  'consent, renewed': consent,
  accounts: ({ accounts }) => [accounts.submit(3)],
  'check a payment': sure,
  'check, several': sure,
  'check, close match': doubtful,
  'check, no match': doubtful,
  'check, not possible': doubtful,
};

async function edgesOf(locator: Locator): Promise<{ readonly top: number; readonly end: number }> {
  const { y = NaN, height = NaN } = (await locator.boundingBox()) ?? {};
  return { top: y, end: y + height };
}

for (const lang of ['en', 'de'] as const) {
  for (const [name, answersIn] of Object.entries(asked)) {
    test(`${name} (${lang}): the answers stand whole above the strip`, async ({ page }) => {
      const stop = stopOf(name);
      await page.goto(startOf(stop.scenario, { lang }));
      const person = new Person(page, page, lang);
      await person.does(...stop.does);
      const strip = await edgesOf(page.getByRole('contentinfo'));
      const tops: number[] = [];
      for (const answer of answersIn(person.words.sandbox)) {
        const button = page.getByRole('button', { name: answer, exact: true });
        await expect(button).toBeInViewport({ ratio: 1 });
        const { top, end } = await edgesOf(button);
        expect(end).toBeLessThanOrEqual(strip.top);
        tops.push(top);
      }
      if (answersIn === doubtful) {
        // What speaks against going on is read before it can be pressed.
        const warning = await edgesOf(page.locator('.note'));
        expect(warning.end).toBeLessThanOrEqual(Math.min(...tops));
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
}
