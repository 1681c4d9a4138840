/** What the pages that embed the sandbox rely on: its headers, its features, when it stops asking. */
import { expect } from '@playwright/test';
import { embeddingPage, widgetBundle } from '../fixtures/embedding.js';
import { sandboxOrigin } from '../fixtures/sandbox-address.js';
import { test } from '../fixtures/served-sandbox.js';

const session = 'sessionId=demo-1&userIdentifier=demo-user';

for (const place of ['served', 'static'] as const) {
  test(`a page with COEP require-corp shows the sandbox’s frame, ${place}`, async ({
    page,
    site,
    sandbox,
  }) => {
    const origin = place === 'served' ? sandbox : sandboxOrigin;
    const options = { origin, connectURL: `${origin}/auth?${session}`, lang: 'en' };
    const shop = await site({
      '/': (_request, response) => {
        response
          .writeHead(200, {
            'Content-Type': 'text/html; charset=utf-8',
            'Cross-Origin-Embedder-Policy': 'require-corp',
            'Cross-Origin-Opener-Policy': 'same-origin',
          })
          .end(embeddingPage(options));
      },
      '/uba-widget.js': widgetBundle,
    });
    await page.goto(shop.origin);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect(
      page.frameLocator('iframe').getByRole('heading', { name: 'Find your bank' }),
    ).toBeVisible();
    await page.waitForFunction(() => window.received.some(({ type }) => type === 'ready'));
  });
}

for (const [search, features] of [
  ['', []],
  ['&features=theme,resize', ['theme', 'resize']],
  ['&features=resize,camera', ['resize']],
  ['&features=', []],
] as const) {
  test(`the sandbox announces [${features.join()}] with "${search}"`, async ({ embed }) => {
    const connectURL = `${sandboxOrigin}/auth?${session}${search}`;
    const embedding = await embed({ origin: sandboxOrigin, connectURL });
    await embedding.waitFor('BANK_SEARCH_INIT');
    const [ready] = await embedding.received();
    expect(ready?.payload).toMatchObject({ features });
  });
}

test.describe('served with --features', () => {
  test.use({ sandboxArgs: ['--features', 'theme'] });

  for (const [search, features] of [
    ['', ['theme']],
    ['&features=resize', ['resize']],
  ] as const) {
    test(`announces [${features.join()}] with "${search}"`, async ({ embed, sandbox }) => {
      const connectURL = `${sandbox}/auth?${session}${search}`;
      const embedding = await embed({ origin: sandbox, connectURL });
      await embedding.waitFor('ready');
      const [ready] = await embedding.received();
      expect(ready?.payload).toMatchObject({ features });
    });
  }
});

for (const sessionId of ['demo', 'demo-session', 'demo1']) {
  test(`an id that begins with demo, such as ${sessionId}, is a demo session on the command`, async ({
    embed,
    sandbox,
    page,
  }) => {
    const embedding = await embed({ origin: sandbox, sessionId, userIdentifier: 'demo' });
    await embedding.waitFor('BANK_SEARCH_INIT');
    await expect(
      page.frameLocator('iframe').getByRole('heading', { name: 'Find your bank' }),
    ).toBeVisible();
  });
}

test('the page asks nothing more once its session is over', async ({ page, sandbox }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/_bank/')) asked.push(pathname);
  });
  await page.clock.install();
  await page.goto(`${sandbox}/auth?sessionId=gone&userIdentifier=somebody`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your session has ended');
  const before = asked.length;
  await page.clock.runFor(60_000);
  expect(asked).toHaveLength(before);
  expect(before).toBeLessThan(5);
});
