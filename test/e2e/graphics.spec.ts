/**
 * On every screen and on the demo's pages what is drawn stands out by 3:1, where it says something: in
 * both schemes, and in themes of which some would leave nothing to see. A sample of the screens, and one
 * for the themes; `SIZES=all` takes all of them.
 */
import { expect, test } from '@playwright/test';
import type { UbaTheme } from '@finodigital/uba-protocol';
import { themeDefaults } from '@finodigital/uba-protocol';
import { demoPaths, showsItself } from '../fixtures/demo-page.js';
import { faintGraphics } from '../fixtures/graphics.js';
import { atRest, reach, sampled } from '../fixtures/shots.js';
import { themes } from '../fixtures/themes.js';

const sample = [
  'search',
  'login error',
  'TAN method',
  'photoTAN',
  'decoupled',
  'accounts',
  'overview',
  'the tools',
];

/** A theme that nobody would choose: always the same for a seed, so that a failure can be seen again. */
function anyTheme(seed: number): UbaTheme {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31);
  const color = () => `#${(next() % 2 ** 24).toString(16).padStart(6, '0')}`;
  return Object.fromEntries(Object.keys(themeDefaults).map((name) => [name, color()]));
}

const looks = { ...themes, 'theme 1': anyTheme(1), 'theme 2': anyTheme(2) };

for (const [themeName, theme] of Object.entries(looks)) {
  const chosen = theme === themes.default ? sample : ['login error'];
  for (const shot of sampled(...chosen)) {
    test(`${shot.name} (${themeName}): what is drawn stands out`, async ({ page }) => {
      await reach(shot, page, 'en', theme);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await atRest(page);
        expect.soft(await faintGraphics(page), colorScheme).toEqual([]);
      }
    });
  }
}

for (const path of demoPaths) {
  test(`${path} of the demo: what is drawn stands out`, async ({ page }) => {
    await page.goto(path);
    await showsItself(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await atRest(page);
      expect.soft(await faintGraphics(page), colorScheme).toEqual([]);
    }
  });
}

test('what does not stand out is found', async ({ page }) => {
  await page.setContent(`<style>
      button { outline: 0; border: 0; background: #fff; color: #ddd }
      input { border: 1px solid #ddd; outline: 0 }
      .spinner { width: 9px; height: 9px; border: 2px solid #eee }
      .progress i { display: block; width: 9px; height: 9px; background: #fd0 }
    </style>
    <button aria-label="Close"><svg width="9" height="9" fill="none"><path d="M0 0h9" stroke="currentColor"/></svg></button>
    <input aria-label="PIN"><div class="spinner"></div><div class="progress"><i></i></div>`);
  expect((await faintGraphics(page)).map((one) => one.split(':')[0])).toEqual([
    'Picture',
    'Edge',
    'Spinner',
    'Progress',
    'Focus is not marked',
    'Focus is not marked',
  ]);
});
