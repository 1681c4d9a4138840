/**
 * At every size of a window, in both languages, with large text and in forced colours no screen is
 * wider than its page, cuts a word or covers what has the focus. A sample of the screens;
 * `SIZES=all` takes all of them, in both schemes, and every window in every theme.
 */
import { expect, test } from '@playwright/test';
import { misplaced } from '../fixtures/geometry.js';
import { atRest, everyScreen, reach, sampled } from '../fixtures/shots.js';
import { themes } from '../fixtures/themes.js';

const sample = { de: ['login error', 'consent'], en: ['photoTAN'] };
const schemes = everyScreen ? (['light', 'dark'] as const) : (['light'] as const);

const sizes = [320, 375, 768, 1280].flatMap((width) =>
  [480, 640, 900].map((height) => ({ width, height, text: 100 })),
);

/** A window at 200 % shows half of its width and height; on a phone the text is twice as large. */
const zoomed = sizes.map(({ width, height }) =>
  width < 640 ? { width, height, text: 200 } : { width: width / 2, height: height / 2, text: 100 },
);

/** A desktop at 400 %. */
const magnified = { width: 320, height: 256, text: 100 };

/** A theme's colours change no size, and where the user forces colours they do not show at all. */
const looks = {
  default: { windows: [...sizes, ...zoomed, magnified], forced: ['none', 'active'] },
  other: { windows: sizes, forced: ['none'] },
} as const;

for (const [themeName, theme] of Object.entries(
  everyScreen ? themes : { default: themes.default },
)) {
  const { windows, forced } = looks[themeName === 'default' ? 'default' : 'other'];
  for (const lang of ['de', 'en'] as const) {
    for (const shot of sampled(...sample[lang])) {
      test(`${shot.name} (${lang}, ${themeName} theme) is in its place at every size`, async ({
        page,
        browserName,
      }) => {
        await reach(shot, page, lang, theme);
        // The browser's own setting, which Chromium alone lets a test change.
        const settings =
          browserName === 'chromium' ? await page.context().newCDPSession(page) : undefined;
        for (const { width, height, text } of windows) {
          await page.setViewportSize({ width, height });
          const standard = (16 * text) / 100;
          await settings?.send('Page.setFontSizes', { fontSizes: { standard } });
          if (settings) {
            const size = () => getComputedStyle(document.documentElement).fontSize;
            await expect.poll(() => page.evaluate(size)).toBe(`${standard}px`);
          }
          for (const colorScheme of schemes) {
            for (const forcedColors of forced) {
              await page.emulateMedia({ colorScheme, forcedColors });
              await atRest(page);
              const where = `${width} × ${height}, text ${text} %, ${colorScheme}, forced colours ${forcedColors}`;
              expect.soft(await misplaced(page), where).toEqual([]);
            }
          }
        }
      });
    }
  }
}

test('what is too wide, cut or covered is found', async ({ page }) => {
  await page.setContent(`<meta name="viewport" content="width=device-width">
    <button>Free</button>
    <p style="width: 3000px">Wide</p>
    <p style="width: 40px; overflow: hidden; white-space: nowrap">Cut at its end</p>
    <p style="height: 10px; overflow: hidden">Cut<br>below</p>
    <button>Behind</button>
    <footer style="position: fixed; inset: 60px 0 0; background: white">Over it</footer>`);
  expect(await misplaced(page)).toEqual([
    expect.stringMatching(/^The page is 3\d{3} px wide/),
    'Cut: p “Cut at its end”',
    'Cut: p “Cutbelow”',
    expect.stringMatching(/^Covered in focus: button “Behind” by footer/),
  ]);
});
