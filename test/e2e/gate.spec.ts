/** The gate, across real origins: right content is not enough. */
import { expect, type Frame, type Page } from '@playwright/test';
import { test } from '../fixtures/embedding.js';
import type { Site } from '../fixtures/site.js';

const uba = { '/auth': '<!doctype html><title>UBA</title>' };
const connected = {
  type: 'bank-connect',
  payload: { accountIds: ['forged'], bankLoginId: 'forged' },
};

/** Posts from a frame to the page that embeds it, and waits until that page has seen it. */
async function post(page: Page, frame: Frame, message: unknown): Promise<void> {
  const seen = page.evaluate(
    () =>
      new Promise<void>((resolve) => addEventListener('message', () => resolve(), { once: true })),
  );
  await frame.evaluate((data) => {
    parent.postMessage(data, '*');
  }, message);
  await seen;
}

async function frameOf(page: Page, site: Site): Promise<Frame> {
  await page.waitForFunction(() => window.frames.length > 0);
  await expect
    .poll(() => page.frames().some((frame) => frame.url().startsWith(site.origin)))
    .toBe(true);
  return page.frames().find((frame) => frame.url().startsWith(site.origin)) as Frame;
}

test('a message from the widget’s own frame on the configured origin becomes an event', async ({
  page,
  site,
  embed,
}) => {
  const home = await site(uba, '127.0.0.1');
  const { received } = await embed({ origin: home.origin, sessionId: 's', userIdentifier: 'u' });
  await post(page, await frameOf(page, home), connected);
  expect(await received()).toEqual([connected]);
});

test('the same message from the widget’s own frame on another origin becomes none', async ({
  page,
  site,
  embed,
}) => {
  const home = await site(uba, '127.0.0.1');
  const foreign = await site({ '/': '<!doctype html><title>Elsewhere</title>' }, '127.0.0.1');
  const { received } = await embed({ origin: home.origin, sessionId: 's', userIdentifier: 'u' });
  const frame = await frameOf(page, home);
  await frame.goto(foreign.origin);
  await post(page, frame, connected);
  expect(await received()).toEqual([]);
});

test('the same message from another frame of the right origin becomes none', async ({
  page,
  site,
  embed,
}) => {
  const home = await site({ ...uba, '/other': '<!doctype html><title>Other</title>' }, '127.0.0.1');
  const { received } = await embed({ origin: home.origin, sessionId: 's', userIdentifier: 'u' });
  await frameOf(page, home);
  await page.evaluate((src) => {
    const sibling = document.createElement('iframe');
    sibling.src = src;
    document.body.append(sibling);
  }, `${home.origin}/other`);
  await expect.poll(() => page.frames().some((f) => f.url() === `${home.origin}/other`)).toBe(true);
  const sibling = page.frames().find((f) => f.url() === `${home.origin}/other`) as Frame;
  await post(page, sibling, connected);
  expect(await received()).toEqual([]);
});
