/** Any value that a structured clone can carry, as the payload of UBA's own frame. */
import { expect } from '@playwright/test';
import { test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

test.beforeEach(async ({ stage }) => {
  await stage.open();
  await stage.forget();
});

/** Asserts that the widget goes on as if nothing had happened. */
async function goesOn(stage: Stage): Promise<void> {
  await stage.forget();
  await stage.post(await stage.frame(), { type: 'EXIT' });
  expect(await stage.events()).toEqual(['EXIT', 'uba-message']);
}

/** The reasons of what was refused. */
const refusals = async (stage: Stage) =>
  (await stage.details('uba-rejected')).map((detail) => (detail as { reason: string }).reason);

test(
  'an own proto key is merged into nothing',
  threat('payload with own `__proto__`', { severity: 'high', answer: 'no merge' }),
  async ({ page, stage }) => {
    await stage.say(() => {
      const evil: unknown = JSON.parse(
        '{"__proto__":{"polluted":true},"constructor":{"prototype":1}}',
      );
      parent.postMessage({ type: 'state', payload: evil }, '*');
      parent.postMessage({ type: 'ready', payload: evil }, '*');
      parent.postMessage({ type: 'EXIT', payload: evil, user: evil }, '*');
      parent.postMessage({ type: 'unknown', payload: evil }, '*');
    });
    expect((await stage.events()).filter((type) => type !== 'uba-message')).toEqual([
      'state',
      'ready',
      'EXIT',
    ]);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await goesOn(stage);
  },
);

test(
  'a required key that is only inherited does not count',
  threat('a required key that is only inherited', { severity: 'high', answer: 'refused' }),
  async ({ stage }) => {
    await stage.say(() => {
      const inherited = '{"__proto__":{"bankLoginId":"forged"}}';
      parent.postMessage(
        { type: 'bank-disconnect', payload: JSON.parse(inherited) as unknown },
        '*',
      );
    });
    expect(await stage.events()).toEqual(['uba-rejected']);
    expect(await refusals(stage)).toEqual(['schema']);
  },
);

test(
  'a value that contains itself passes or is refused, and nothing follows it round',
  threat('cyclic payload', { severity: 'high', answer: 'no recursion' }),
  async ({ page, stage }) => {
    await stage.say(() => {
      const loop: Record<string, unknown> = {};
      Object.assign(loop, {
        loop,
        bank: loop,
        accounts: [loop],
        accountIds: [loop],
        features: loop,
      });
      for (const type of ['state', 'bank-select', 'bank-accounts', 'bank-connect', 'ready', 'x'])
        parent.postMessage({ type, payload: loop, user: loop }, '*');
    });
    expect((await stage.events()).filter((type) => type !== 'uba-message')).toEqual([
      'state',
      'bank-select',
      'bank-accounts',
      'uba-rejected',
      'ready',
    ]);
    const kept = await page.evaluate(() => {
      const state = window.shop.log.find(({ type }) => type === 'state');
      const { payload } = state?.detail as { payload: { loop: unknown } };
      return payload.loop === payload;
    });
    expect(kept).toBe(true);
    await goesOn(stage);
  },
);

test(
  '3,000 levels deep is taken without recursion',
  threat('payload 3,000 deep', { severity: 'high', answer: 'no recursion' }),
  async ({ stage }) => {
    await stage.say(() => {
      let deep: unknown = 'bottom';
      for (let level = 0; level < 3000; level += 1) deep = level % 2 ? [deep] : { bank: deep };
      for (const type of ['state', 'ERROR', 'bank-select', 'bank-accounts', 'bank-connect'])
        parent.postMessage({ type, payload: deep }, '*');
      parent.postMessage({ type: 'ready', payload: { features: deep, deep } }, '*');
    });
    const events = await stage.events();
    expect(events).toContain('state');
    expect(events).toContain('ready');
    await goesOn(stage);
  },
);

test(
  '16 MB of text is passed on',
  threat('payload of 16 MB', { severity: 'high', answer: 'no exception' }),
  async ({ page, stage }) => {
    await stage.say(() => {
      const text = 'x'.repeat(2 ** 24);
      parent.postMessage({ type: 'BANK_SYNC_ERROR', payload: { message: text, code: text } }, '*');
      parent.postMessage({ type: 'bank-disconnect', payload: { bankLoginId: text } }, '*');
      parent.postMessage({ type: text, payload: text }, '*');
    });
    expect(await stage.events()).toEqual([
      'BANK_SYNC_ERROR',
      'uba-message',
      'bank-disconnect',
      'uba-message',
      'uba-rejected',
    ]);
    const length = await page.evaluate(() => {
      const entry = window.shop.log.find(({ type }) => type === 'bank-disconnect');
      return (entry?.detail as { payload: { bankLoginId: string } }).payload.bankLoginId.length;
    });
    expect(length).toBe(2 ** 24);
    await goesOn(stage);
  },
);

test(
  '200,000 items are checked one by one, the last one too',
  threat('payload of 200,000 items', { severity: 'high', answer: 'checked, no exception' }),
  async ({ stage }) => {
    await stage.say(() => {
      const accountIds: unknown[] = Array.from({ length: 200_000 }, (_none, n) => `account ${n}`);
      const payload = { accountIds, bankLoginId: 'login' };
      parent.postMessage({ type: 'bank-connect', payload }, '*');
      accountIds[199_999] = 1;
      parent.postMessage({ type: 'bank-connect', payload }, '*');
      parent.postMessage({ type: 'bank-accounts', payload: { accounts: accountIds } }, '*');
      parent.postMessage({ type: 'ready', payload: { features: accountIds } }, '*');
    });
    expect(await stage.events()).toEqual([
      'bank-connect',
      'uba-message',
      'uba-rejected',
      'bank-accounts',
      'uba-message',
      'ready',
      'uba-message',
    ]);
    await goesOn(stage);
  },
);

test(
  'a list with holes does not pass for a list of strings',
  threat('a sparse list', { severity: 'high', answer: 'refused' }),
  async ({ stage }) => {
    await stage.say(() => {
      const accountIds = ['account'];
      accountIds.length = 10;
      const payload = { accountIds, bankLoginId: 'login' };
      parent.postMessage({ type: 'bank-connect', payload }, '*');
    });
    expect(await stage.events()).toEqual(['uba-rejected']);
  },
);

test(
  'maps, dates, big integers, errors and buffers pass where anything may, and only there',
  threat('Map, Date, BigInt, Error, buffers', {
    severity: 'high',
    answer: 'no exception, no coercion',
  }),
  async ({ page, stage }) => {
    await stage.say(() => {
      const odd = [
        new Map([['a', 1]]),
        new Date(0),
        1n,
        new Error('odd'),
        new ArrayBuffer(8),
        /x/g,
      ];
      for (const payload of odd) parent.postMessage({ type: 'state', payload }, '*');
      for (const payload of odd) parent.postMessage({ type: 'bank-select', payload }, '*');
    });
    const kinds = await page.evaluate(() =>
      window.shop.log
        .filter(({ type }) => type === 'state')
        .map(({ detail }) =>
          Object.prototype.toString.call((detail as { payload: unknown }).payload),
        ),
    );
    expect(kinds).toEqual([
      '[object Map]',
      '[object Date]',
      '[object BigInt]',
      '[object Error]',
      '[object ArrayBuffer]',
      '[object RegExp]',
    ]);
    expect(await refusals(stage)).toEqual(Array(6).fill('schema'));
    await goesOn(stage);
  },
);

test(
  'ports, bitmaps and streams that are handed over disturb nothing',
  threat('ports, bitmaps, streams', { severity: 'high', answer: 'no exception' }),
  async ({ page, stage }) => {
    const frame = await stage.frame();
    await stage.hears(6, () =>
      frame.evaluate(async () => {
        const { port1, port2 } = new MessageChannel();
        const bitmap = await createImageBitmap(new ImageData(2, 2));
        const stream = new ReadableStream();
        const post = (type: string, payload: unknown, given: Transferable[]) =>
          parent.postMessage({ type, payload, user: payload }, '*', given);
        post('state', port1, [port1]);
        post('bank-select', port2, [port2]);
        post('state', bitmap, [bitmap]);
        post('state', stream, [stream]);
        parent.postMessage(null, '*', [new MessageChannel().port1]);
        parent.postMessage({ type: 'EXIT' }, '*', [new MessageChannel().port1]);
      }),
    );
    expect((await stage.events()).filter((type) => type !== 'uba-message')).toEqual([
      'state',
      'uba-rejected',
      'state',
      'state',
      'uba-rejected',
      'EXIT',
    ]);
    const details = await page.evaluate(() =>
      window.shop.log
        .filter(({ type }) => type === 'EXIT')
        .map(({ detail }) => Object.keys(detail as object).sort()),
    );
    expect(details).toEqual([['payload', 'type', 'user']]);
    await goesOn(stage);
  },
);

test(
  'what cannot be read on this side is passed over',
  threat('data that cannot be deserialised', { severity: 'high', answer: 'passed over' }),
  async ({ page, stage }) => {
    await page.evaluate(() => {
      window.addEventListener('messageerror', () => {
        window.shop.heard += 1;
      });
    });
    const frame = await stage.frame();
    // A compiled module may not leave its origin, and fails on arrival.
    await stage.hears(1, () =>
      frame.evaluate(() => {
        const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
        parent.postMessage({ type: 'EXIT', payload: module }, '*');
      }),
    );
    expect(await stage.events()).toEqual([]);
    await goesOn(stage);
  },
);

test(
  'a payload that is absent or null is refused where one is due, and fine elsewhere',
  threat('payload absent or null', { severity: 'high', answer: 'refused only where one is due' }),
  async ({ stage }) => {
    const frame = await stage.frame();
    const due = ['bank-connect', 'bank-disconnect', 'bank-accounts', 'bank-select', 'redirect'];
    await stage.post(frame, ...due.map((type) => ({ type })));
    expect(await refusals(stage)).toEqual(due.map(() => 'schema'));
    await stage.forget();
    const fine = ['ready', 'state', 'bank-sync', 'EXIT', 'ERROR'];
    await stage.post(frame, ...fine.map((type) => ({ type, payload: null, message: null })));
    expect((await stage.events()).filter((type) => type !== 'uba-message')).toEqual(fine);
  },
);

test(
  'a refusal tells the type and nothing else of the message',
  threat('a refusal that tells the message', { severity: 'high', answer: 'reason and type alone' }),
  async ({ stage }) => {
    const payload = { bankLoginId: ['secret'] };
    await stage.post(await stage.frame(), { type: 'bank-disconnect', payload, user: 'secret' });
    expect(await stage.details('uba-rejected')).toEqual([
      { reason: 'schema', type: 'bank-disconnect' },
    ]);
  },
);

test(
  'a ready with hostile features is still a ready',
  threat('`ready` with hostile features', { severity: 'high', answer: 'still ready, no feature' }),
  async ({ page, stage }) => {
    const messages = [
      { 0: 'theme', length: 1 },
      'theme',
      ['__proto__', 1, null],
      { theme: true },
      7,
    ];
    const frame = await stage.frame();
    await stage.post(
      frame,
      ...messages.map((features) => ({ type: 'ready', payload: { version: '1', features } })),
    );
    expect(await stage.details('ready')).toHaveLength(messages.length);
    // No feature was announced, so that a new look is not posted.
    await frame.evaluate(() => {
      window.addEventListener('message', ({ data }) => {
        document.title = JSON.stringify(data);
      });
    });
    await page.evaluate(() => {
      window.shop.first.update({ colorScheme: 'dark' });
      window.shop.first.postMessage({ last: true });
    });
    await expect.poll(() => frame.title()).toBe('{"last":true}');
  },
);

test(
  'markup in a payload is rendered nowhere',
  threat('markup in a payload', { severity: 'critical', answer: 'never rendered' }),
  async ({ page, stage }) => {
    const markup = '<img src=x onerror="parent.document.title=\'XSS\'"><script>alert(1)</script>';
    const bank = { bankCode: markup, shortName: markup, icon: 'javascript:alert(1)' };
    await stage.post(
      await stage.frame(),
      { type: 'bank-select', payload: { bank } },
      { type: 'ERROR', message: markup },
      { type: 'redirect', payload: { url: markup, reason: markup } },
      { type: markup },
      { type: 'ready', payload: { version: markup, features: [markup] } },
    );
    expect(await page.title()).toBe('Shop');
    const content = await page
      .locator('fino-uba')
      .evaluate((element) => element.outerHTML + (element.shadowRoot?.innerHTML ?? ''));
    expect(content).not.toContain('XSS');
  },
);
