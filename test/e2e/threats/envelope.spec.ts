/** Odd envelopes and type names from the widget's own frame, on the right origin. */
import { expect } from '@playwright/test';
import { connected, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

test.beforeEach(async ({ stage }) => {
  await stage.open();
  await stage.forget();
});

/** Asserts that all that was said was refused as no envelope, and nothing of it was told. */
async function wasNoEnvelope(stage: Stage, count: number): Promise<void> {
  expect(await stage.events()).toEqual(Array(count).fill('uba-rejected'));
  expect(await stage.details('uba-rejected')).toEqual(Array(count).fill({ reason: 'envelope' }));
}

test(
  'primitives are no messages',
  threat('primitives as messages', { severity: 'high', answer: 'refused as no envelope' }),
  async ({ stage }) => {
    await stage.say(() => {
      for (const value of ['bank-connect', '', 1, NaN, true, null, undefined, 1n])
        parent.postMessage(value, '*');
    });
    await wasNoEnvelope(stage, 8);
  },
);

test(
  'JSON text is not read',
  threat('a JSON string as message', { severity: 'high', answer: 'not parsed' }),
  async ({ stage }) => {
    await stage.post(await stage.frame(), JSON.stringify(connected));
    await wasNoEnvelope(stage, 1);
  },
);

test(
  'boxed primitives, dates, patterns and errors are no messages',
  threat('boxed primitives, Date, RegExp, Error', {
    severity: 'high',
    answer: 'refused as no envelope',
  }),
  async ({ stage }) => {
    await stage.say(() => {
      const own = { type: 'EXIT' };
      const boxes = [new String('EXIT'), new Number(1), new Boolean(true), Object(1n) as object];
      for (const value of [...boxes, new Date(0), /EXIT/, new Error('EXIT')])
        parent.postMessage(Object.assign(value, own), '*');
    });
    await wasNoEnvelope(stage, 7);
  },
);

test(
  'maps, sets, buffers and blobs are no messages',
  threat('Map, Set, buffers, blobs', { severity: 'high', answer: 'refused as no envelope' }),
  async ({ stage }) => {
    await stage.say(() => {
      const maps = [new Map([['type', 'EXIT']]), new Set(['EXIT'])];
      const bytes = [new ArrayBuffer(8), new Uint8Array(8), new DataView(new ArrayBuffer(8))];
      for (const value of [...maps, ...bytes])
        parent.postMessage(Object.assign(value, { type: 'EXIT' }), '*');
      // These have a type by nature, but not of their own.
      parent.postMessage(new Blob([], { type: 'state' }), '*');
      parent.postMessage(new File([], 'EXIT', { type: 'state' }), '*');
    });
    await wasNoEnvelope(stage, 7);
  },
);

test(
  'a list is no message, with a type of its own neither',
  threat('`[message]`, a list with a type of its own', {
    severity: 'high',
    answer: 'refused as no envelope',
  }),
  async ({ stage }) => {
    await stage.say(() => {
      parent.postMessage([{ type: 'EXIT' }], '*');
      parent.postMessage(Object.assign([], { type: 'EXIT' }), '*');
      parent.postMessage(['type', 'EXIT'], '*');
    });
    await wasNoEnvelope(stage, 3);
  },
);

test(
  'a type that is no string is not turned into one',
  threat('`type` of 1, of a list, of a String object', { severity: 'high', answer: 'no coercion' }),
  async ({ stage }) => {
    await stage.say(() => {
      const types = [1, ['EXIT'], new String('EXIT'), { 0: 'EXIT' }, null, undefined, true, 1n];
      for (const type of types) parent.postMessage({ type }, '*');
      parent.postMessage({}, '*');
      parent.postMessage({ message: { type: 'EXIT' } }, '*');
    });
    await wasNoEnvelope(stage, 10);
  },
);

test(
  'a type that is empty, too long or a megabyte long is refused',
  threat('`type` empty, of 65 characters, of 1 MB', {
    severity: 'high',
    answer: 'refused beyond 64 characters',
  }),
  async ({ stage }) => {
    await stage.say(() => {
      for (const length of [0, 65, 2 ** 20]) parent.postMessage({ type: 'x'.repeat(length) }, '*');
    });
    await wasNoEnvelope(stage, 3);
    await stage.forget();
    await stage.say(() => parent.postMessage({ type: 'x'.repeat(64) }, '*'));
    expect(await stage.events()).toEqual(['uba-message']);
  },
);

/** Asserts that each of these types is passed on as unknown, and never dispatched by its name. */
async function arrivesAsUnknown(stage: Stage, types: readonly string[]): Promise<void> {
  const frame = await stage.frame();
  await stage.post(frame, ...types.map((type) => ({ type, payload: connected.payload })));
  expect(await stage.events()).toEqual(types.map(() => 'uba-message'));
  expect(await stage.details('uba-message')).toEqual(
    types.map((type) => ({ known: false, type, payload: connected.payload })),
  );
}

test(
  'names of DOM events are never dispatched',
  threat('`type` is `click`, `error`, `load` or another DOM event', {
    severity: 'critical',
    answer: 'never dispatched under that name',
  }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { forged: heard });
      for (const type of ['click', 'error', 'submit', 'load', 'focus', 'unload', 'messageerror'])
        window.addEventListener(type, () => heard.push(type), true);
    });
    await arrivesAsUnknown(stage, [
      'click',
      'error',
      'submit',
      'load',
      'message',
      'messageerror',
      'focus',
      'slotchange',
      'unload',
    ]);
    expect(await page.evaluate(() => (window as unknown as { forged: string[] }).forged)).toEqual(
      [],
    );
  },
);

test(
  'names of the widget’s own events are never dispatched',
  threat('`type` is `uba-status` or another event of ours', {
    severity: 'critical',
    answer: 'never dispatched under that name',
  }),
  async ({ stage }) => {
    const names = ['uba-status', 'uba-error', 'uba-rejected', 'uba-message', '*'];
    await arrivesAsUnknown(stage, names);
  },
);

test(
  'names of prototype members are never looked up',
  threat('`type` is `__proto__`, `constructor`, `then` …', {
    severity: 'critical',
    answer: 'own-key look-up',
  }),
  async ({ page, stage }) => {
    await arrivesAsUnknown(stage, [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      'then',
      'toJSON',
    ]);
    expect(await page.evaluate(() => window.shop.first.status)).toBe('ready');
  },
);

test(
  'names that only look like a documented one are unknown',
  threat('`type` with spaces, NUL, other case, homoglyphs', {
    severity: 'critical',
    answer: 'exact match only',
  }),
  async ({ stage }) => {
    await arrivesAsUnknown(stage, [
      ' bank-connect',
      'bank-connect ',
      'bank-connect\0',
      'bank-connect\n',
      'Bank-Connect',
      'BANK-CONNECT',
      'bank_connect',
      'bаnk-connect',
      'bank‐connect',
      'bank-connect\u200b',
      'exit',
      'READY',
    ]);
  },
);

test(
  'an own proto key in the envelope gives it no type and changes no prototype',
  threat('an envelope with an own `__proto__`', {
    severity: 'high',
    answer: 'no type, no pollution',
  }),
  async ({ page, stage }) => {
    await stage.say(() => {
      parent.postMessage(JSON.parse('{"__proto__":{"type":"EXIT"}}'), '*');
      parent.postMessage(JSON.parse('{"constructor":{"prototype":{"type":"EXIT"}}}'), '*');
    });
    await wasNoEnvelope(stage, 2);
    expect(await page.evaluate(() => 'type' in {})).toBe(false);
  },
);

test(
  'control messages become no events, and act only if the frame announced the feature',
  threat('`theme` and `resize` from a frame that announced nothing', {
    severity: 'medium',
    answer: 'dropped without an event',
  }),
  async ({ page, stage }) => {
    const height = () =>
      page.locator('fino-uba').evaluate((element: HTMLElement) => element.offsetHeight);
    await page.evaluate(() => window.shop.first.update({ autoHeight: true }));
    await stage.post(
      await stage.frame(),
      { type: 'theme', payload: { colorScheme: 'dark' } },
      { type: 'resize', payload: { height: 200 } },
    );
    expect(await stage.events()).toEqual([]);
    expect(await height()).toBe(640);
    await stage.post(
      await stage.frame(),
      { type: 'ready', payload: { features: ['resize'] } },
      { type: 'resize', payload: { height: 200 } },
    );
    expect(await height()).toBe(200);
    expect(await stage.events()).toEqual(['ready', 'uba-message']);
  },
);

test(
  'an odd height of the frame is dropped',
  threat('a height that is negative, huge, no number', { severity: 'medium', answer: 'dropped' }),
  async ({ page, stage }) => {
    await page.evaluate(() => window.shop.first.update({ autoHeight: true }));
    const frame = await stage.frame();
    await stage.post(
      frame,
      { type: 'ready', payload: { features: ['resize'] } },
      { type: 'resize', payload: { height: 300 } },
    );
    await stage.forget();
    await stage.say(() => {
      const heights = [
        -1,
        10_001,
        1e308,
        NaN,
        Infinity,
        '400',
        '400px;position:fixed',
        [400],
        null,
      ];
      for (const height of heights)
        parent.postMessage({ type: 'resize', payload: { height } }, '*');
      parent.postMessage({ type: 'resize', payload: 400 }, '*');
      parent.postMessage({ type: 'resize' }, '*');
    });
    expect(await stage.events()).toEqual([]);
    expect(
      await page.locator('fino-uba').evaluate((element: HTMLElement) => element.offsetHeight),
    ).toBe(300);
  },
);
