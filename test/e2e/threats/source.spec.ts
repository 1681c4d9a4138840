/** Right origin, wrong sender: a message counts only if the widget's own frame has sent it. */
import { expect } from '@playwright/test';
import { connected, Stage, test } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

/** Asserts that the widget has heard nothing, and that it still hears its own frame. */
async function heardNothing(stage: Stage): Promise<void> {
  expect(await stage.events()).toEqual([]);
  await stage.post(await stage.frame(), { type: 'EXIT' });
  expect(await stage.events()).toEqual(['EXIT', 'uba-message']);
}

test.beforeEach(async ({ stage }) => {
  await stage.open();
  await stage.forget();
});

test(
  'a sibling frame of UBA’s origin is passed over',
  threat('right origin from a sibling frame', { severity: 'critical', answer: 'source compared' }),
  async ({ stage }) => {
    await stage.post(await stage.addFrame(`${stage.uba.origin}/other`), connected);
    await heardNothing(stage);
  },
);

test(
  'a frame of UBA’s origin nested in the widget’s own frame is passed over',
  threat('right origin from a nested frame', { severity: 'critical', answer: 'source compared' }),
  async ({ stage }) => {
    const outer = await stage.frame();
    await outer.evaluate(
      () =>
        new Promise((resolve) => {
          const inner = document.createElement('iframe');
          inner.src = '/other';
          inner.onload = resolve;
          document.body.append(inner);
        }),
    );
    const [inner] = outer.childFrames();
    await stage.hears(1, async () =>
      inner?.evaluate((message) => parent.parent.postMessage(message, '*'), connected),
    );
    await heardNothing(stage);
  },
);

test(
  'a popup that the widget’s own frame opened is passed over',
  threat('right origin from a popup', { severity: 'critical', answer: 'source compared' }),
  async ({ context, stage }) => {
    const frame = await stage.frame();
    const opening = context.waitForEvent('page');
    await frame.evaluate(() => void window.open('/other'));
    const popup = await opening;
    await popup.waitForLoadState();
    await stage.hears(1, () =>
      popup.evaluate(
        (message) => (window.opener as Window).parent.postMessage(message, '*'),
        connected,
      ),
    );
    await heardNothing(stage);
  },
);

test(
  'a page of UBA’s origin that opened the shop is passed over',
  threat('right origin from the opener', { severity: 'critical', answer: 'source compared' }),
  async ({ page, stage }) => {
    await page.goto(`${stage.uba.origin}/other`);
    const opening = page.waitForEvent('popup');
    await page.evaluate((address) => {
      Object.assign(window, { opened: window.open(address) });
    }, stage.shop.origin);
    const popup = await opening;
    await popup.waitForLoadState();
    const opened = new Stage(popup, stage.shop, stage.uba);
    await opened.mount();
    await opened.reaches('ready');
    await opened.forget();
    await opened.hears(1, () =>
      page.evaluate(
        (message) => (window as unknown as { opened: Window }).opened.postMessage(message, '*'),
        connected,
      ),
    );
    await heardNothing(opened);
  },
);

test(
  'a frame speaks to its own widget and to no other',
  threat("right origin from another widget's frame", {
    severity: 'critical',
    answer: 'source compared, per element',
  }),
  async ({ page, stage }) => {
    await stage.mount();
    await stage.reaches('ready', 1);
    await stage.forget();
    await stage.post(await stage.frame(0), connected);
    await stage.post(await stage.frame(1), { type: 'EXIT' });
    const log = await page.evaluate(() => window.shop.log.map(({ of, type }) => [of, type]));
    expect(log).toEqual([
      [0, 'bank-connect'],
      [0, 'uba-message'],
      [1, 'EXIT'],
      [1, 'uba-message'],
    ]);
  },
);

test(
  'the page itself is passed over, even where it has UBA’s origin',
  threat('right origin from the page itself', { severity: 'critical', answer: 'source compared' }),
  async ({ page, stage }) => {
    stage.shop.pages.set('/auth', '<!doctype html><title>UBA</title>');
    await stage.mount({ origin: stage.shop.origin });
    await stage.frame(1);
    await stage.forget();
    await stage.hears(1, () =>
      page.evaluate((message) => window.postMessage(message, '*'), connected),
    );
    await heardNothing(stage);
  },
);

test(
  'a synthetic event of the right origin is passed over: no source, or a wrong one',
  threat('a synthetic event', { severity: 'critical', answer: 'source compared' }),
  async ({ page, stage }) => {
    await page.evaluate(
      ({ data, origin }) => {
        for (const source of [undefined, null, window, new MessageChannel().port1]) {
          const init = { data, origin, ...(source !== undefined && { source }) };
          window.dispatchEvent(new MessageEvent('message', init));
        }
      },
      { data: connected, origin: stage.uba.origin },
    );
    await heardNothing(stage);
  },
);

test(
  'an event without a source is passed over while the widget’s frame has no window',
  threat('`source === null` while `contentWindow` is null too', {
    severity: 'critical',
    answer: 'a null source never matches',
  }),
  async ({ page, stage }) => {
    await page.evaluate(
      ({ data, origin }) => {
        const { element } = window.shop.first;
        const iframe = element.shadowRoot?.querySelector('iframe');
        iframe?.remove();
        if (iframe?.contentWindow !== null) throw new Error('The frame still has a window.');
        window.dispatchEvent(new MessageEvent('message', { data, origin, source: null }));
      },
      { data: connected, origin: stage.uba.origin },
    );
    expect(await stage.events()).toEqual([]);
  },
);

test(
  'what a frame posted is passed over once the page has removed it',
  threat('messages of a frame that the page removed', { severity: 'critical', answer: 'dropped' }),
  async ({ page, stage }) => {
    await stage.visit();
    await page.evaluate(() => {
      // Listens before the widget does, so that the frame is gone when the widget looks.
      window.addEventListener('message', ({ data }) => {
        if ((data as { type: string }).type !== 'bank-connect') return;
        window.shop.first.element.shadowRoot?.querySelector('iframe')?.remove();
      });
    });
    await stage.mount();
    await stage.reaches('ready');
    await stage.forget();
    const frame = await stage.frame();
    // How many of them arrive is up to the engine.
    await stage.hears(1, () =>
      frame.evaluate((message) => {
        for (let n = 0; n < 20; n += 1) parent.postMessage(message, '*');
      }, connected),
    );
    await page.evaluate(() => window.shop.nextTask());
    expect(await stage.events()).toEqual([]);
  },
);

test(
  'the page’s own listeners hear every message, before and after the widget',
  threat("we swallow the page's own messages", {
    severity: 'medium',
    answer: 'never `stopImmediatePropagation`',
  }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      const late: string[] = [];
      Object.assign(window, { late });
      addEventListener('message', ({ data }) => late.push((data as { type: string }).type));
    });
    const frame = await stage.frame();
    await stage.post(frame, { type: 'EXIT' }, { type: 'bank-connect' });
    await stage.post(await stage.addFrame(`${stage.shop.origin}/elsewhere`), { type: 'other' });
    await stage.hears(1, () => page.evaluate(() => window.postMessage({ type: 'own' }, '*')));
    const late = await page.evaluate(() => (window as unknown as { late: string[] }).late);
    expect(late).toEqual(['EXIT', 'bank-connect', 'other', 'own']);
  },
);
