/** What checks the accessibility of all pages itself fails where it has to: else a green run says nothing. */
import { expect } from '@playwright/test';
import { flawsIn } from '../fixtures/axe.js';
import { test } from '../fixtures/embedding.js';

const page = (
  body: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
<main><h1>Shop</h1>${body}</main></html>`;

const small = `<button style="width:16px;height:16px;padding:0;border:0" aria-label="Close">x</button>`;

const idsOf = (flaws: Awaited<ReturnType<typeof flawsIn>>) => flaws.map(({ id }) => id);

test('a target that is too small and too near to another is found', async ({ page: tab, site }) => {
  const shop = await site({ '/': page(small.repeat(3)) });
  await tab.goto(shop.origin);
  expect(idsOf(await flawsIn(tab))).toEqual(['target-size']);
});

test('a target that is too small is found inside a frame of another site', async ({
  page: tab,
  site,
}) => {
  const bank = await site({ '/': page(small.repeat(3)) }, '127.0.0.1');
  const shop = await site({ '/': page(`<iframe title="Bank" src="${bank.origin}"></iframe>`) });
  await tab.goto(shop.origin);
  await tab.frameLocator('iframe').getByRole('main').waitFor();
  expect(idsOf(await flawsIn(tab))).toContain('target-size');
});

test('a frame that cannot be looked into is a flaw, unless frames are left out', async ({
  page: tab,
  site,
}) => {
  const shop = await site({
    '/': page('<iframe title="Bank" sandbox="allow-forms" srcdoc="<p>Bank</p>"></iframe>'),
  });
  await tab.goto(shop.origin);
  expect(idsOf(await flawsIn(tab))).toEqual(['frame-tested']);
  expect(await flawsIn(tab, { iframes: false })).toEqual([]);
});
