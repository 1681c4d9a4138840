/** No screen of the sandbox breaks a rule of axe, in any look: contrast of text included. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { themeDefaults, type UbaOptions, type UbaTheme } from '@finodigital/uba-protocol';
import { Person, type Lang } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/embedding.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';
import { stops } from '../fixtures/screens.js';

/** A theme of one colour alone, on which nothing could be read if it were taken literally. */
const plain = (color: string) =>
  Object.fromEntries(Object.keys(themeDefaults).map((name) => [name, color])) as UbaTheme;

const themes = { default: {}, white: plain('#ffffff'), black: plain('#000000') };

const everyLook = (['light', 'dark'] as const).flatMap((colorScheme) =>
  Object.entries(themes).map(([name, theme]) => ({
    name: `${colorScheme}, ${name} theme`,
    look: { colorScheme, theme } satisfies UbaOptions,
  })),
);

/**
 * Every look of a screen in one of the languages, which have the same colours; with `LOOKS=all` in
 * both, which takes twice as long.
 */
const looksIn = (lang: Lang) =>
  everyLook.filter((_, i) => process.env.LOOKS === 'all' || i % 2 === (lang === 'en' ? 0 : 1));

for (const lang of ['en', 'de'] as const) {
  for (const { name, scenario, does } of stops) {
    test(`${name} (${lang}) is accessible`, async ({ page, embed }) => {
      // Each look is a whole run of axe in two documents.
      test.setTimeout(120_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await embed({ origin: sandboxOrigin, connectURL: startOf(scenario), lang });
      const person = new Person(page.frameLocator('iframe'), page, lang);
      await person.does(...does);
      for (const { name: lookName, look } of looksIn(lang)) {
        await page.evaluate((options) => {
          (document.querySelector('fino-uba') as HTMLElementTagNameMap['fino-uba']).setOptions(
            options,
          );
        }, look);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => ({
          id,
          where: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
        }));
        expect.soft(found, lookName).toEqual([]);
      }
    });
  }
}
