/** On the smallest phone, 320 × 568 px, what a step asks for is in sight and nothing covers it. */
import { expect, test } from '@playwright/test';
import { Person } from '../../sandbox/testing/index.js';
import { startOf } from '../fixtures/sandbox-address.js';
import { stops } from '../fixtures/screens.js';

test.use({ viewport: { width: 320, height: 568 }, contextOptions: { reducedMotion: 'reduce' } });

for (const lang of ['en', 'de'] as const) {
  for (const name of ['consent', 'consent, renewed', 'accounts']) {
    test(`${name} (${lang}): the answers stand whole above the strip`, async ({ page }) => {
      const stop = stops.find((one) => one.name === name);
      if (!stop) throw new Error(`No screen is called ${name}.`);
      await page.goto(startOf(stop.scenario, { lang }));
      const person = new Person(page, page, lang);
      await person.does(...stop.does);
      const { consent, accounts } = person.words.sandbox;
      const answers = name === 'accounts' ? [accounts.submit(3)] : [consent.agree, consent.decline];
      const strip = await page.getByRole('contentinfo').boundingBox();
      for (const answer of answers) {
        const button = page.getByRole('button', { name: answer, exact: true });
        await expect(button).toBeInViewport({ ratio: 1 });
        const box = await button.boundingBox();
        expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(strip?.y ?? NaN);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
}
