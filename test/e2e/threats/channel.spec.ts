/** What the page says to UBA: it leaves for UBA's exact origin, or not at all. */
import { expect, type Frame } from '@playwright/test';
import { soon, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

/** A document that writes down, in its title, all that it is told. */
const listening = `<!doctype html><title>[]</title>
<script>
  addEventListener('message', ({ data }) => {
    document.title = JSON.stringify([...JSON.parse(document.title), data]);
  });
</script>`;

/** What a listening document has been told. */
const told = async (frame: Frame) => JSON.parse(await frame.title()) as unknown;

/** Says something to the frame's present document past the widget, and waits until it has heard that. */
async function settle(stage: Stage, frame: Frame): Promise<void> {
  const { host } = new URL(frame.url());
  await stage.page.locator('fino-uba iframe').evaluate((iframe: HTMLIFrameElement) => {
    iframe.contentWindow?.postMessage('settled', '*');
  });
  await expect.poll(() => frame.title(), { ...soon, message: host }).toContain('settled');
}

test.beforeEach(async ({ stage }) => {
  stage.uba.pages.set('/auth', listening);
  await stage.visit();
  await stage.mount();
});

test(
  'a message waits for UBA’s ready, and keeps its place in the queue',
  threat('a message to UBA before it is ready', { severity: 'high', answer: 'queued in order' }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      for (const n of [1, 2, 3]) window.shop.first.postMessage({ n });
    });
    const frame = await stage.frame();
    await settle(stage, frame);
    expect(await told(frame)).toEqual(['settled']);
    await stage.post(frame, { type: 'ready' });
    await page.evaluate(() => window.shop.first.postMessage({ n: 4 }));
    await settle(stage, frame);
    await expect
      .poll(() => told(frame), soon)
      .toEqual(['settled', { n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }, 'settled']);
  },
);

test(
  'a foreign document in the frame is told nothing',
  threat('host → frame message while a foreign document is in the frame', {
    severity: 'critical',
    answer: 'exact target origin; nothing leaks',
  }),
  async ({ page, stage, site }) => {
    const foreign = await site({ '/': listening }, '127.0.0.1');
    const frame = await stage.frame();
    await stage.post(frame, { type: 'ready', payload: { features: ['theme'] } });
    await stage.reaches('ready');
    await frame.goto(foreign.origin);
    await page.evaluate(() => {
      const widget = window.shop.first;
      widget.postMessage({ secret: 'message' });
      widget.update({ colorScheme: 'dark', theme: { primaryColor: '#123456' } });
    });
    await settle(stage, frame);
    expect(await told(frame)).toEqual(['settled']);
  },
);

test(
  'a foreign document that says ready does not get what waits for UBA',
  threat('a foreign document says ready to get the queue', {
    severity: 'critical',
    answer: 'nothing leaves',
  }),
  async ({ page, stage, site }) => {
    const foreign = await site({ '/': listening }, '127.0.0.1');
    const frame = await stage.frame();
    await page.evaluate(() => window.shop.first.postMessage({ secret: 'queued' }));
    await frame.goto(foreign.origin);
    await stage.post(frame, { type: 'ready', payload: { features: ['theme'] } });
    await settle(stage, frame);
    expect(await told(frame)).toEqual(['settled']);
    expect(await stage.statuses()).toEqual(['loading']);
  },
);

test(
  'what waits is dropped with the session that it was meant for',
  threat('a queue meant for the old session', { severity: 'high', answer: 'dropped with it' }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      const widget = window.shop.first;
      widget.postMessage({ secret: 'for the first session' });
      widget.setSession('s-2', 'u-2');
      widget.postMessage({ n: 2 });
    });
    await expect.poll(() => stage.loads.length, soon).toBe(2);
    const frame = await stage.frame();
    await frame.waitForLoadState();
    await stage.post(frame, { type: 'ready' });
    await settle(stage, frame);
    expect(await told(frame)).toEqual([{ n: 2 }, 'settled']);
  },
);

test(
  'neither the page nor another frame can overhear what UBA is told',
  threat('a listener in the page or in another frame', {
    severity: 'critical',
    answer: 'hears nothing',
  }),
  async ({ page, stage }) => {
    const sibling = await stage.addFrame(`${stage.uba.origin}/auth`);
    const frame = await stage.frame();
    await stage.post(frame, { type: 'ready' });
    await page.evaluate(() => {
      window.shop.heard = 0;
      window.shop.first.postMessage({ secret: 'message' });
    });
    await settle(stage, frame);
    expect(await told(frame)).toEqual([{ secret: 'message' }, 'settled']);
    expect(await told(sibling)).toEqual([]);
    expect(await page.evaluate(() => window.shop.heard)).toBe(0);
  },
);

test(
  'the queue holds a hundred messages and then says so, without telling one of them',
  threat('a queue without end', { severity: 'medium', answer: '100 messages, then QUEUE_FULL' }),
  async ({ page }) => {
    const error = await page.evaluate(() => {
      const widget = window.shop.first;
      for (let n = 0; n < 100; n += 1) widget.postMessage({ n });
      try {
        widget.postMessage({ secret: 'too many' });
      } catch (thrown) {
        const { code, message } = thrown as { code: string; message: string };
        return { code, message };
      }
      return undefined;
    });
    expect(error?.code).toBe('QUEUE_FULL');
    expect(error?.message).not.toContain('too many');
  },
);

test(
  'a message that cannot be cloned is refused at once, and the queue stays in order',
  threat('a message that cannot be cloned', { severity: 'medium', answer: 'refused at once' }),
  async ({ page, stage }) => {
    const name = await page.evaluate(() => {
      const widget = window.shop.first;
      try {
        widget.postMessage({ run: () => undefined });
      } catch (thrown) {
        return (thrown as Error).name;
      } finally {
        widget.postMessage({ n: 1 });
      }
      return undefined;
    });
    expect(name).toBe('DataCloneError');
    const frame = await stage.frame();
    await stage.post(frame, { type: 'ready' });
    await settle(stage, frame);
    expect(await told(frame)).toEqual([{ n: 1 }, 'settled']);
  },
);

test(
  'a message that waits is a copy: what the page changes later is not sent',
  threat('a queued object that the page changes later', {
    severity: 'medium',
    answer: 'copied when queued',
  }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      const message = { n: 1 };
      window.shop.first.postMessage(message);
      message.n = 2;
    });
    const frame = await stage.frame();
    await stage.post(frame, { type: 'ready' });
    await settle(stage, frame);
    expect(await told(frame)).toEqual([{ n: 1 }, 'settled']);
  },
);
