/**
 * What a long day leaves in the page: a million messages, 500 widgets at once, 1,000 sessions in one
 * widget. Afterwards there is as much of everything as before.
 */
import { expect } from '@playwright/test';
import { present, test, type Stage } from '../fixtures/stage.js';

const batch = 10_000;
const batches = 100;
const widgets = 500;
const sessions = 1000;

/** What may be left of all that, in bytes: the engine's own tables of code and shapes. */
const slack = 512 * 1024;

interface Inventory {
  readonly frames: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly bytes: number;
}

/** What is in the page once its garbage is collected. */
async function takeStock({ page }: Stage): Promise<Inventory> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  // What the first pass frees may have held more.
  for (let pass = 0; pass < 4; pass += 1) await tools.send('HeapProfiler.collectGarbage');
  const { metrics } = await tools.send('Performance.getMetrics');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  const count = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  await tools.detach();
  return {
    frames: count('Frames'),
    nodes: count('Nodes'),
    listeners: count('JSEventListeners'),
    bytes: usedSize,
  };
}

/** Mounts widgets, waits until all are ready, and takes them away again. */
async function mountAndDestroy({ page, uba }: Stage, count: number): Promise<void> {
  await page.evaluate(
    async ([origin, number]) => {
      const all = Array.from({ length: number }, (_, n) => {
        const ids = { sessionId: `s-${n}`, userIdentifier: 'u' };
        const widget = window.shop.widget.createUbaWidget({ origin, ...ids, readyTimeout: 0 });
        document.body.append(widget.element);
        return widget;
      });
      await Promise.all(all.map((widget) => widget.ready()));
      for (const widget of all) widget.destroy();
    },
    [uba.origin, count] as const,
  );
}

/** One widget that goes from session to session and hears messages in between. */
async function live(stage: Stage, switches: number, bursts: number): Promise<void> {
  const { page, uba } = stage;
  await page.evaluate(async (origin) => {
    const ids = { sessionId: 's', userIdentifier: 'u' };
    const widget = window.shop.widget.createUbaWidget({ origin, ...ids, readyTimeout: 0 });
    window.shop.controllers.push(widget);
    document.body.append(widget.element);
    await widget.ready();
  }, uba.origin);
  // A handle of the iframe, as a locator would make it, keeps it in memory.
  const frame = present(page.frames().find((one) => one.url().startsWith(uba.origin)));
  for (let burst = 0; burst < bursts; burst += 1) {
    await stage.hears(batch, () =>
      frame.evaluate((count) => {
        for (let n = 0; n < count; n += 1) {
          parent.postMessage({ type: 'state', payload: { n } }, '*');
        }
      }, batch),
    );
  }
  await page.evaluate(async (count) => {
    const [widget] = window.shop.controllers.splice(0);
    if (!widget) throw new Error('There is no widget.');
    for (let n = 0; n < count; n += 1) {
      widget.setSession(`s-${n}`, 'u');
      await widget.ready();
    }
    widget.destroy();
  }, switches);
}

test('a million messages, 500 widgets and 1,000 sessions leave nothing behind', async ({
  stage,
}) => {
  test.setTimeout(15 * 60_000);
  await stage.visit();
  // What the first of each kind makes for good is none of theirs.
  await live(stage, 20, 1);
  await mountAndDestroy(stage, 50);
  const before = await takeStock(stage);
  await live(stage, sessions, batches);
  await mountAndDestroy(stage, widgets);
  const after = await takeStock(stage);
  console.log('before', before, 'after', after);
  expect({ ...after, bytes: 0 }).toEqual({ ...before, bytes: 0 });
  expect(after.bytes - before.bytes).toBeLessThan(slack);
});
