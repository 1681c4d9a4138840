/** A forged `ready`: nobody but UBA, in the widget's own frame, makes a widget ready. */
import { expect } from '@playwright/test';
import { silent, soon, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

const forged = { type: 'ready', payload: { version: 'forged' } };
const genuine = { type: 'ready', payload: { version: 'genuine' } };

test.beforeEach(async ({ stage }) => {
  stage.uba.pages.set('/auth', silent);
  await stage.visit();
  await stage.mount();
});

/** Asserts that the widget still waits, and that UBA alone ends it. */
async function waitsForUba(stage: Stage): Promise<void> {
  const settled = () =>
    stage.page.evaluate(async () =>
      Promise.race([window.shop.first.ready(), Promise.resolve('pending')]),
    );
  expect(await settled()).toBe('pending');
  expect(await stage.statuses()).toEqual(['loading']);
  await stage.post(await stage.frame(), genuine);
  expect(await settled()).toEqual(genuine.payload);
  expect(await stage.statuses()).toEqual(['loading', 'ready']);
}

test(
  'a ready from a sibling frame of UBA’s origin leaves the widget waiting',
  threat('forged `ready` from a sibling', { severity: 'high', answer: '`ready` stays pending' }),
  async ({ stage }) => {
    await stage.post(await stage.addFrame(`${stage.uba.origin}/other`), forged);
    await waitsForUba(stage);
  },
);

test(
  'a ready from the page itself leaves the widget waiting',
  threat('forged `ready` from the page', { severity: 'high', answer: '`ready` stays pending' }),
  async ({ page, stage }) => {
    await stage.hears(1, () =>
      page.evaluate((message) => window.postMessage(message, '*'), forged),
    );
    await waitsForUba(stage);
  },
);

test(
  'a ready from a foreign document in the widget’s own frame leaves it waiting',
  threat('forged `ready` from a foreign document', {
    severity: 'high',
    answer: '`ready` stays pending',
  }),
  async ({ stage, site }) => {
    const foreign = await site({ '/': silent }, '127.0.0.1');
    const frame = await stage.frame();
    await frame.goto(foreign.origin);
    await stage.post(frame, forged);
    await frame.goto(`${stage.uba.origin}/auth`);
    await waitsForUba(stage);
  },
);

test(
  'a ready of the wrong shape leaves the widget waiting',
  threat('`ready` of the wrong shape', { severity: 'high', answer: '`ready` stays pending' }),
  async ({ stage }) => {
    await stage.post(await stage.frame(), { type: 'ready', payload: { version: 1 } });
    expect(await stage.details('uba-rejected')).toEqual([{ reason: 'schema', type: 'ready' }]);
    await waitsForUba(stage);
  },
);

test(
  'a ready that the old session’s document had sent leaves the new load waiting',
  threat('`ready` of the old document', { severity: 'high', answer: '`ready` stays pending' }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      const widget = window.shop.first;
      widget.on('EXIT', () => widget.setSession('s-2', 'u-2'));
    });
    const old = await stage.frame();
    // Whether the second one still arrives is up to the engine.
    await stage.hears(1, () =>
      old.evaluate((message) => {
        parent.postMessage({ type: 'EXIT' }, '*');
        parent.postMessage(message, '*');
      }, forged),
    );
    await expect.poll(() => stage.loads.length, soon).toBe(2);
    await waitsForUba(stage);
  },
);

test(
  'a second ready is an event, and changes neither the promise nor the status',
  threat('a second `ready`', { severity: 'high', answer: 'promise and status stay' }),
  async ({ page, stage }) => {
    await waitsForUba(stage);
    await stage.post(await stage.frame(), forged);
    expect(await stage.details('ready')).toHaveLength(2);
    expect(await stage.statuses()).toEqual(['loading', 'ready']);
    expect(await page.evaluate(() => window.shop.first.ready())).toEqual(genuine.payload);
  },
);
