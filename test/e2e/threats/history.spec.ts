/** The browser's history: loading another session adds nothing to it. */
import { expect } from '@playwright/test';
import { shopPage, soon, test } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

test(
  'setSession loads once each, and adds no entry to the history',
  threat('history grows with `setSession`', {
    severity: 'high',
    answer: 'fresh element, no entry',
  }),
  async ({ page, stage }) => {
    await stage.open();
    const before = await page.evaluate(() => history.length);
    for (const n of [2, 3, 4]) {
      await page.evaluate((id) => window.shop.first.setSession(id, id), `s-${n}`);
      await stage.reaches('ready');
      expect(stage.loads).toHaveLength(n);
    }
    expect(await page.evaluate(() => history.length)).toBe(before);
  },
);

test(
  'reload loads once each, and adds no entry to the history',
  threat('history grows with `reload`', { severity: 'high', answer: 'fresh element, no entry' }),
  async ({ page, stage }) => {
    await stage.open();
    const before = await page.evaluate(() => history.length);
    for (const n of [2, 3, 4]) {
      await page.evaluate(() => window.shop.first.reload());
      await stage.reaches('ready');
      expect(stage.loads).toHaveLength(n);
    }
    expect(await page.evaluate(() => history.length)).toBe(before);
  },
);

test(
  'Back leaves the page, and does not walk through the sessions',
  threat('Back walks through the frames', { severity: 'high', answer: 'leaves the page' }),
  async ({ page, stage }) => {
    stage.shop.pages.set('/before', shopPage({ 'Cache-Control': 'no-store' }));
    await stage.visit('/before');
    // So that going back asks the server, whatever an engine keeps.
    await page.evaluate(() => addEventListener('unload', () => undefined));
    await stage.open();
    for (const n of [2, 3]) {
      await page.evaluate((id) => window.shop.first.setSession(id, id), `s-${n}`);
      await stage.reaches('ready');
      expect(stage.loads).toHaveLength(n);
    }
    await page.evaluate(() => void setTimeout(() => history.back()));
    const visits = () => stage.shop.requests.filter((path) => path === '/before').length;
    await expect.poll(visits, soon).toBe(2);
    expect(stage.loads).toHaveLength(3);
  },
);

test(
  'every load is a fresh iframe element',
  threat('an old document survives in the frame', {
    severity: 'high',
    answer: 'a fresh iframe per load',
  }),
  async ({ page, stage }) => {
    await stage.open();
    const count = await page.evaluate(async () => {
      const widget = window.shop.first;
      const iframes = new Set<unknown>();
      const look = () => iframes.add(widget.element.shadowRoot?.querySelector('iframe'));
      look();
      widget.setSession('s-2', 'u-2');
      await window.shop.nextTask();
      look();
      widget.reload();
      await window.shop.nextTask();
      look();
      return iframes.size;
    });
    expect(count).toBe(3);
  },
);
