/** UBA out of reach: never `ready`, a time-out, a view with a way out, and back again. */
import type { ServerResponse } from 'node:http';
import { expect } from '@playwright/test';
import { silent, soon, talkative, test, type Stage } from '../../fixtures/stage.js';
import type { Page } from '../../fixtures/site.js';
import { threat } from '../../fixtures/threat.js';

/** Long enough for a frame on the same machine, in ms, and soon over. */
const readyTimeout = 300;

/** Answers with a status, and with these headers. */
const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = 'Sorry.'): Page =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
  };

/** Mounts a widget and asserts that it is never ready, tells why, and shows a way out. */
async function fails(stage: Stage, says = 'The bank connection does not load'): Promise<void> {
  await stage.mount({ readyTimeout });
  await stage.reaches('failed');
  expect(await stage.statuses()).toEqual(['loading', 'failed']);
  expect(await stage.details('uba-error')).toEqual([{ code: 'LOAD_TIMEOUT', name: 'UbaError' }]);
  await expect(stage.page.getByRole('alert')).toContainText(says);
  await expect(stage.page.getByRole('button', { name: 'Retry' })).toBeVisible();
}

/** Presses Retry, once the fault is gone, and asserts that it takes one request. */
async function recovers(stage: Stage): Promise<void> {
  const before = stage.loads.length;
  await stage.page.getByRole('button', { name: 'Retry' }).click();
  await stage.reaches('ready');
  expect(stage.loads).toHaveLength(before + 1);
  await expect(stage.page.getByRole('alert')).toHaveCount(0);
  await expect(stage.page.locator('fino-uba iframe')).toBeVisible();
}

const faults = {
  '404': { threat: 'UBA answers 404', page: answer(404) },
  '500': { threat: 'UBA answers 500', page: answer(500) },
  '503 with Retry-After': {
    threat: 'UBA answers 503',
    page: answer(503, { 'Retry-After': '1' }),
  },
  'X-Frame-Options: DENY': {
    threat: 'UBA sends X-Frame-Options: DENY',
    page: answer(200, { 'X-Frame-Options': 'DENY' }, talkative),
  },
  'frame-ancestors none': {
    threat: "UBA sends frame-ancestors 'none'",
    page: answer(200, { 'Content-Security-Policy': "frame-ancestors 'none'" }, talkative),
  },
  'a dropped connection': {
    threat: 'the connection drops',
    page: (request) => void request.socket.destroy(),
  },
  'a download instead of a page': {
    threat: "UBA's address turns into a download",
    page: answer(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
    }),
  },
  'no content at all': {
    threat: 'UBA answers with no content',
    page: (_request, response) => void response.writeHead(204).end(),
  },
  'a redirect to a site that is not UBA': {
    threat: 'UBA redirects to a dead foreign address',
    page: answer(302, { Location: '//localhost:1/' }),
  },
} satisfies Record<string, { threat: string; page: Page }>;

for (const [fault, { threat: what, page }] of Object.entries(faults)) {
  test(
    `${fault}: time-out, error view, and Retry recovers`,
    threat(what, { severity: 'medium', answer: 'never ready; time-out, Retry' }),
    async ({ stage }) => {
      stage.uba.pages.set('/auth', page);
      await stage.visit();
      await fails(stage);
      stage.uba.pages.set('/auth', talkative);
      await recovers(stage);
    },
  );
}

test(
  'a refused port: time-out, error view, and Retry recovers',
  threat('the port is refused', { severity: 'medium', answer: 'never ready; time-out, Retry' }),
  async ({ stage, site }) => {
    const port = Number(new URL(stage.uba.origin).port);
    await stage.uba.close();
    await stage.visit();
    await fails(stage);
    const back = await site({ '/auth': talkative }, '127.0.0.1', port);
    await stage.page.getByRole('button', { name: 'Retry' }).click();
    await stage.reaches('ready');
    expect(back.requests).toHaveLength(1);
  },
);

test(
  'a host name that leads nowhere: time-out and error view',
  threat('the host name leads nowhere', {
    severity: 'medium',
    answer: 'never ready; time-out, error view',
  }),
  async ({ stage }) => {
    await stage.visit();
    await stage.mount({ origin: 'https://uba.invalid', readyTimeout });
    await stage.reaches('failed');
    expect(await stage.statuses()).toEqual(['loading', 'failed']);
    await expect(stage.page.getByRole('alert')).toBeVisible();
  },
);

test(
  'offline and back: time-out, error view, and Retry recovers',
  threat('the device is offline', { severity: 'medium', answer: 'never ready; time-out, Retry' }),
  async ({ context, stage }) => {
    await stage.visit();
    await context.setOffline(true);
    await fails(stage, 'No internet connection');
    expect(stage.loads).toEqual([]);
    await context.setOffline(false);
    await recovers(stage);
  },
);

/** A UBA that does not answer until it is let go. */
function slow(stage: Stage): () => void {
  const waiting: ServerResponse[] = [];
  stage.uba.pages.set('/auth', (_request, response) => void waiting.push(response));
  return () => {
    for (const response of waiting.splice(0)) {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(talkative);
    }
  };
}

test(
  'a slow UBA: a late ready restores the frame, without a second request',
  threat('UBA is slower than the time-out', {
    severity: 'medium',
    answer: 'a late ready restores, no second request',
  }),
  async ({ page, stage }) => {
    const letGo = slow(stage);
    await stage.visit();
    await fails(stage);
    letGo();
    await stage.reaches('ready');
    expect(await stage.statuses()).toEqual(['loading', 'failed', 'ready']);
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await page.evaluate(() => window.shop.first.ready())).toEqual({ version: '1' });
    expect(stage.loads).toHaveLength(1);
  },
);

test(
  'a slow UBA within the time-out is waited for',
  threat('UBA is slow, within the time-out', { severity: 'medium', answer: 'waited for' }),
  async ({ stage }) => {
    const letGo = slow(stage);
    await stage.visit();
    await stage.mount({ readyTimeout: 20_000 });
    await expect.poll(() => stage.loads.length, soon).toBe(1);
    letGo();
    await stage.reaches('ready');
    expect(await stage.statuses()).toEqual(['loading', 'ready']);
  },
);

test(
  'a page that loads and says nothing: time-out, and no retry by itself',
  threat('a page that loads and says nothing', {
    severity: 'medium',
    answer: 'time-out; no retry by itself',
  }),
  async ({ stage }) => {
    stage.uba.pages.set('/auth', silent);
    await stage.visit();
    await fails(stage);
    // A second widget fails in its turn, by when a retry of the first would have shown.
    await stage.mount({ readyTimeout });
    await stage.reaches('failed', 1);
    expect(stage.loads).toHaveLength(2);
    expect(await stage.statuses(0)).toEqual(['loading', 'failed']);
  },
);

test(
  'a page that says ready before it breaks stays as it is',
  threat('a document that breaks after ready', { severity: 'medium', answer: 'status stays' }),
  async ({ stage }) => {
    await stage.open();
    stage.uba.pages.set('/auth', silent);
    const frame = await stage.frame();
    await frame.goto(`${stage.uba.origin}/auth`);
    await stage.mount({ readyTimeout });
    await stage.reaches('failed', 1);
    expect(await stage.statuses(0)).toEqual(['loading', 'ready']);
  },
);

test(
  'the new tab has the same address, and no way back to the page',
  threat('the new tab reaches back by `opener`', { severity: 'medium', answer: 'noopener' }),
  async ({ context, page, stage }) => {
    stage.uba.pages.set('/auth', silent);
    await stage.visit();
    await fails(stage);
    const opening = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open in a new tab' }).click();
    const tab = await opening;
    await tab.waitForURL(`${stage.uba.origin}/auth?**`);
    expect(await tab.evaluate(() => window.opener as unknown)).toBeNull();
    expect(new Set(stage.loads).size).toBe(1);
    expect(stage.loads).toHaveLength(2);
    expect(await stage.statuses()).toEqual(['loading', 'failed']);
  },
);

test(
  'the error view leaves the focus on the page where it was',
  threat('the error view takes the focus from the page', {
    severity: 'medium',
    answer: 'focus stays',
  }),
  async ({ page, stage }) => {
    stage.uba.pages.set('/auth', silent);
    await stage.visit();
    await page.evaluate(() => {
      const input = document.body.appendChild(document.createElement('input'));
      input.focus();
    });
    await fails(stage);
    await expect(page.locator('input')).toBeFocused();
  },
);

test(
  'a promise of ours that nobody listens to is never an unhandled rejection',
  threat('a promise of ours is rejected with nobody listening', {
    severity: 'medium',
    answer: 'no unhandled rejection',
  }),
  async ({ page, stage }) => {
    const unhandled: string[] = [];
    page.on('pageerror', (error) => unhandled.push(error.message));
    stage.uba.pages.set('/auth', silent);
    await stage.visit();
    await page.evaluate(() => {
      Object.assign(window, { rejections: [] as unknown[] });
      window.addEventListener('unhandledrejection', ({ reason }) =>
        (window as unknown as { rejections: unknown[] }).rejections.push(reason),
      );
    });
    await fails(stage);
    await page.evaluate(async () => {
      const widget = window.shop.first;
      // Asked for, but nobody listens.
      void widget.ready();
      void widget.element.ready;
      void widget.once('EXIT');
      widget.reload();
      widget.destroy();
      void widget.ready();
      window.shop.insert({ origin: 'https://*', 'session-id': 's' });
      await window.shop.nextTask();
      await window.shop.nextTask();
    });
    expect(
      await page.evaluate(() => (window as unknown as { rejections: unknown[] }).rejections),
    ).toEqual([]);
    expect(unhandled).toEqual([]);
  },
);

test(
  'a clock that jumps back an hour does not delay the time-out',
  threat('the clock jumps back while a time-out runs', {
    severity: 'medium',
    answer: 'monotonic timers',
  }),
  async ({ page, stage }) => {
    stage.uba.pages.set('/auth', silent);
    await stage.visit();
    await page.evaluate(() => {
      const now = Date.now;
      Object.assign(window, { jump: (ms: number) => (Date.now = () => now() + ms) });
    });
    await stage.mount({ readyTimeout });
    await page.evaluate(() => (window as unknown as { jump(ms: number): void }).jump(-3_600_000));
    await stage.reaches('failed');
  },
);

test(
  'a clock that jumps ahead an hour does not hasten the time-out',
  threat('the clock jumps ahead while a time-out runs', {
    severity: 'medium',
    answer: 'monotonic timers',
  }),
  async ({ page, stage }) => {
    const letGo = slow(stage);
    await stage.visit();
    await stage.mount({ readyTimeout: 60_000 });
    await page.evaluate(async () => {
      const now = Date.now;
      Date.now = () => now() + 3_600_000;
      // A change makes the widget reckon anew how much time is left.
      window.shop.first.update({ readyTimeout: 50_000 });
      await window.shop.nextTask();
    });
    await expect.poll(() => stage.loads.length, soon).toBe(1);
    letGo();
    await stage.reaches('ready');
    expect(await stage.statuses()).toEqual(['loading', 'ready']);
  },
);
