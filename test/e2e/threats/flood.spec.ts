/** 20,000 messages in one burst from the widget's own frame. */
import { expect } from '@playwright/test';
import { test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

/**
 * Posts a burst. How long the page was busy without a break is noted with the test and not judged:
 * that depends on the machine; that a click gets through does not.
 */
async function flood(stage: Stage, kind: 'known' | 'unknown' | 'refused'): Promise<void> {
  await stage.page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    Object.assign(window, { watch });
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      setTimeout(() => channel.port2.postMessage(null));
    };
    channel.port2.postMessage(null);
  });
  const frame = await stage.frame();
  await stage.hears(20_000, () =>
    frame.evaluate((what) => {
      const message = {
        known: { type: 'state', payload: { tan: 1 } },
        unknown: { type: 'novelty', payload: { tan: 1 } },
        refused: { type: 'bank-connect', payload: 'refused' },
      }[what];
      for (let n = 0; n < 20_000; n += 1) parent.postMessage(message, '*');
    }, kind),
  );
  const longest = await stage.page.evaluate(
    () => (window as unknown as { watch: { longest: number } }).watch.longest,
  );
  test.info().annotations.push({ type: 'longest', description: `${Math.round(longest)} ms` });
}

/** What the console says from now on. */
function listen(stage: Stage): readonly string[] {
  const entries: string[] = [];
  stage.page.on('console', (entry) => entries.push(entry.text()));
  stage.page.on('pageerror', (error) => entries.push(error.message));
  return entries;
}

/** How often each event was fired. */
async function counts(stage: Stage): Promise<Record<string, number>> {
  return stage.page.evaluate(() => {
    const found: Record<string, number> = {};
    for (const { type } of window.shop.log) found[type] = (found[type] ?? 0) + 1;
    return found;
  });
}

test.beforeEach(async ({ stage }) => {
  await stage.open();
  await stage.forget();
});

test(
  '20,000 events in a burst arrive once each, the console silent',
  threat('a burst of 20,000 events', { severity: 'medium', answer: 'told once each, no log spam' }),
  async ({ stage }) => {
    const console = listen(stage);
    await flood(stage, 'known');
    expect(await counts(stage)).toEqual({ state: 20_000, 'uba-message': 20_000 });
    expect(console).toEqual([]);
  },
);

test(
  '20,000 messages of an unknown type are told once each, the console silent',
  threat('a burst of 20,000 unknown messages', {
    severity: 'medium',
    answer: 'told once each, no log spam',
  }),
  async ({ stage }) => {
    const console = listen(stage);
    await flood(stage, 'unknown');
    expect(await counts(stage)).toEqual({ 'uba-message': 20_000 });
    expect(console).toEqual([]);
  },
);

test(
  'of 20,000 refused messages at most ten a second are told, the console silent',
  threat('a burst of 20,000 refused messages', {
    severity: 'medium',
    answer: 'at most ten `uba-rejected` a second',
  }),
  async ({ page, stage }) => {
    const console = listen(stage);
    const begin = await page.evaluate(() => performance.now());
    await flood(stage, 'refused');
    const seconds = (await page.evaluate(() => performance.now())) - begin;
    const { 'uba-rejected': told = 0, ...rest } = await counts(stage);
    expect(told).toBeGreaterThanOrEqual(10);
    expect(told).toBeLessThanOrEqual(10 * Math.ceil(seconds / 1000));
    expect(rest).toEqual({});
    expect(console).toEqual([]);
  },
);

test(
  'a burst keeps neither a click on the page from arriving nor a later event',
  threat('a burst that starves the page', {
    severity: 'medium',
    answer: 'clicks and later events arrive',
  }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Press';
      button.onclick = () => (button.textContent = `Pressed after ${window.shop.heard > 0}`);
      document.body.prepend(button);
    });
    const burst = flood(stage, 'refused');
    await page.getByRole('button').click();
    await expect(page.getByRole('button')).toHaveText('Pressed after true');
    await burst;
    await stage.forget();
    await stage.post(await stage.frame(), { type: 'EXIT' });
    expect(await stage.events()).toContain('EXIT');
  },
);
