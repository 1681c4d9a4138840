/** The widget is there in every container, as large as it can be used, and nothing jumps while it loads. */
import { expect, test as base, type Page } from '@playwright/test';
import { containers, openContainers, pageWidth } from '../fixtures/containers.js';

type Shop = Awaited<ReturnType<typeof openContainers>>;

const test = base.extend<{ readonly shop: Shop }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from it which fixtures are needed
  shop: async ({}, use) => {
    const shop = await openContainers();
    await use(shop);
    await shop.close();
  },
});

// No wider than the page, so that a dialog, whose room is the window, has none to spare either.
test.use({ viewport: { width: pageWidth, height: 800 } });

const shows = (page: Page, view: string) =>
  page.waitForFunction((wanted) => window.seen?.views.at(-1) === wanted, view);

for (const [name, { least, height = 640 }] of Object.entries(containers)) {
  test(`${name}: never 0, in its place from the first moment, and no wider than there is room`, async ({
    page,
    shop,
  }) => {
    await page.goto(shop.addressOf(name));
    await shows(page, 'skeleton');
    shop.letGo();
    await shows(page, 'ready');
    const seen = await page.evaluate(() => window.seen);
    expect(seen?.views).toEqual(['none', 'skeleton', 'ready']);
    expect(seen?.places).toHaveLength(1);
    expect(seen?.width).toBeGreaterThanOrEqual(least);
    expect(seen?.width).toBeLessThanOrEqual(seen?.room ?? 0);
    expect(seen?.height).toBe(height);
    const narrow = await page.locator('fino-uba').evaluate((widget) => {
      const room = widget.parentElement as HTMLElement;
      room.style.width = '150px';
      return [widget.getBoundingClientRect().width, room.clientWidth] as const;
    });
    expect(narrow[0]).toBeGreaterThan(100);
    expect(narrow[0]).toBeLessThanOrEqual(narrow[1]);
  });
}
