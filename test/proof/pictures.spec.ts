/**
 * Every screen looks as it did: each on a phone in one of four looks, so that a change of a language
 * or a scheme shows in many of them, and some on a desktop. `npm run screens` renews the pictures in
 * test/pictures; what differs is in `npx playwright show-report test-results/pictures`.
 */
import { expect, test } from '@playwright/test';
import { atRest, reach, shots } from '../fixtures/shots.js';

const looks = [
  { lang: 'de', colorScheme: 'light' },
  { lang: 'en', colorScheme: 'dark' },
  { lang: 'en', colorScheme: 'light' },
  { lang: 'de', colorScheme: 'dark' },
] as const;

/** The smallest one, where most can go wrong, and whose pictures take the least room. */
const phone = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };
const onDesktop = ['consent', 'the bank’s page'];

/** Shown while a page is left, for whose end Playwright would wait. */
const still = shots.filter(({ name }) => name !== 'leaving');

const pictures = [
  ...still.map((shot, index) => ({ shot, window: phone, look: looks[index % looks.length] })),
  ...still
    .filter(({ name }) => onDesktop.includes(name))
    .map((shot, index) => ({ shot, window: desktop, look: looks[index % looks.length] })),
];

for (const { shot, window, look = looks[0] } of pictures) {
  const { lang, colorScheme } = look;
  const name = [shot.name, window.width, lang, colorScheme].join(' ');

  test(`${name}: it looks as it did`, async ({ page }) => {
    await page.setViewportSize(window);
    await page.emulateMedia({ colorScheme });
    await reach(shot, page, lang);
    await page.mouse.move(0, 0);
    await atRest(page);
    await expect(page).toHaveScreenshot(`${name.replace(/\W+/g, '-')}.png`, {
      animations: 'disabled',
      // A few pixels of a letter's edge, where a browser draws it anew.
      maxDiffPixels: 60,
    });
  });
}
