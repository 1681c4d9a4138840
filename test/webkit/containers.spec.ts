/** The widget in every container, in WebKit: the same table and the same page as in the other engines. */
import { expect, test } from '@playwright/test';
import { remote } from 'webdriverio';
import { webkit } from '../../scripts/webkit-capabilities.mjs';
import { containers, openContainers } from '../fixtures/containers.js';

test('the widget is as large as it can be used in every container, and nothing jumps', async () => {
  const shop = await openContainers();
  const driver = await remote(webkit);
  const seen = () => driver.execute(() => window.seen);
  const shows = (view: string) =>
    expect.poll(async () => (await seen())?.views.at(-1), { message: view }).toBe(view);
  try {
    for (const [name, { least, height = 640 }] of Object.entries(containers)) {
      await driver.url(shop.addressOf(name));
      await shows('skeleton');
      shop.letGo();
      await shows('ready');
      const all = await seen();
      expect.soft(all?.views, name).toEqual(['none', 'skeleton', 'ready']);
      expect.soft(all?.places, name).toHaveLength(1);
      expect.soft(all?.width, name).toBeGreaterThanOrEqual(least);
      expect.soft(all?.width, name).toBeLessThanOrEqual(all?.room ?? 0);
      expect.soft(all?.height, name).toBe(height);
    }
  } finally {
    await driver.deleteSession();
    await shop.close();
  }
});
