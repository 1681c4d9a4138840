/** What WCAG 2.2 asks that no rule of axe sees; sandbox/ACCESSIBILITY.md names each test by its criterion. */
import { expect } from '@playwright/test';
import { Person, scenarioOf, wordsFor } from '../../sandbox/testing/index.js';
import { inTree } from '../fixtures/composed-tree.js';
import { test } from '../fixtures/embedding.js';
import { misplaced } from '../fixtures/geometry.js';
import { sandboxOrigin, startOf } from '../fixtures/sandbox-address.js';
import { atRest, reach, sampled } from '../fixtures/shots.js';

const screens = sampled('search', 'login error', 'consent', 'overview');

for (const lang of ['de', 'en'] as const) {
  for (const shot of screens) {
    test(`${shot.name} (${lang}): a user’s own spacing of text cuts nothing`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await reach(shot, page, lang);
      await page.evaluate(() => {
        // Source: WCAG 2.2, 1.4.12.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        );
        const spread = (root: Document | ShadowRoot): void => {
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
          for (const { shadowRoot } of root.querySelectorAll('*'))
            if (shadowRoot) spread(shadowRoot);
        };
        spread(document);
      });
      await atRest(page);
      expect(await misplaced(page)).toEqual([]);
    });
  }
}

for (const shot of screens) {
  test(`${shot.name}: no sound, no film, and nothing that has to be dragged`, async ({ page }) => {
    await reach(shot, page, 'en');
    const found = await inTree(page, ({ elementsIn }) =>
      elementsIn(document)
        .filter((one) =>
          one.matches('audio, video, object, embed, marquee, blink, [draggable=true], [accesskey]'),
        )
        .map(({ localName }) => localName),
    );
    expect(found).toEqual([]);
  });
}

test('Tab leads through the frame and out of it, and Shift+Tab back', async ({ page, embed }) => {
  await embed({ origin: sandboxOrigin, connectURL: startOf(scenarioOf('02')), lang: 'en' });
  await page.frameLocator('iframe').getByRole('option').first().waitFor();
  await page.evaluate(() => {
    for (const [place, name] of [
      ['afterbegin', 'Before'],
      ['beforeend', 'After'],
    ] as const) {
      const button = Object.assign(document.createElement('button'), { textContent: name });
      document.querySelector('main')?.insertAdjacentElement(place, button);
    }
  });
  const leadsTo = async (key: string, name: string) => {
    const target = page.getByRole('button', { name, exact: true });
    for (let presses = 0; !(await target.evaluate((one) => one.matches(':focus'))); presses++) {
      if (presses === 30) throw new Error(`${key} does not lead to ${name}.`);
      await page.keyboard.press(key);
    }
    return target;
  };
  const before = await leadsTo('Tab', 'Before');
  await page.keyboard.press('Tab');
  await expect(before).not.toBeFocused();
  await leadsTo('Tab', 'After');
  await leadsTo('Shift+Tab', 'Before');
});

test('the fields name what they take, and take what is pasted', async ({ page }) => {
  const { login, tan } = wordsFor('en').sandbox;
  const person = new Person(page, page, 'en');
  const takes = async (name: string, autocomplete: string) => {
    const field = page.getByLabel(name, { exact: true });
    await expect(field).toHaveAttribute('autocomplete', autocomplete);
    const isRefused = await field.evaluate(
      (one) =>
        !one.dispatchEvent(
          new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true }),
        ),
    );
    expect(isRefused, name).toBe(false);
  };
  await page.goto(startOf(scenarioOf('02'), { lang: 'en' }));
  await person.does(...scenarioOf('02').does.slice(0, 1));
  await takes(login.userName, 'username');
  await takes(login.pin, 'current-password');
  await person.does(...scenarioOf('02').does.slice(1, 2));
  await takes(tan.label, 'one-time-code');
});

test('a press that is let go elsewhere does nothing', async ({ page }) => {
  const person = new Person(page, page, 'en');
  await page.goto(startOf(scenarioOf('02'), { lang: 'en' }));
  await person.does(...scenarioOf('02').does.slice(0, 1));
  const title = await page.title();
  const button = page.getByRole('button', { name: person.words.sandbox.login.submit });
  await button.hover();
  await page.mouse.down();
  await page.mouse.move(1, 1);
  await page.mouse.up();
  // Had it been pressed, the missing user name would be named.
  await expect(
    page.getByRole('textbox', { name: person.words.sandbox.login.userName }),
  ).not.toHaveAttribute('aria-invalid', 'true');
  expect(await page.title()).toBe(title);
});
