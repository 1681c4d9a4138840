/** Session and user ids stand in the frame's address, and nowhere else. */
import { expect } from '@playwright/test';
import { shopPage, silent, soon, talkative, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

const sessionId = 'SECRET-session';
const userIdentifier = 'SECRET-user';
const secrets = { sessionId, userIdentifier };

/** Takes a widget through all that it can do: load, be ready, change, fail, recover. */
async function wholeLife(stage: Stage): Promise<void> {
  const { page, uba } = stage;
  await stage.mount({ ...secrets, readyTimeout: 200 });
  await stage.reaches('ready');
  await stage.post(await stage.frame(), { type: 'bank-connect' }, { type: 'state' }, null);
  uba.pages.set('/auth', silent);
  await page.evaluate((id) => {
    window.shop.first.setSession(`${id}-2`, `${id}-3`);
  }, sessionId);
  await stage.reaches('failed');
  uba.pages.set('/auth', talkative);
  await page.evaluate(() => window.shop.first.reload());
  await stage.reaches('ready');
  // Options that are refused, each with a secret in it.
  await page.evaluate(async (id) => {
    const widget = window.shop.first;
    const hostile = [
      { connectURL: `https://elsewhere.example/${id}` },
      { origin: `https://${id}.example/path` },
      { redirectURL: `javascript:'${id}'` },
      { theme: { primaryColor: id } },
      { lang: `${id}-${id}` },
    ];
    for (const options of hostile) {
      await window.shop.attempt(options);
      try {
        widget.update(options);
      } catch {
        // What the error tells is looked at below.
      }
    }
  }, sessionId);
}

test(
  'no id is written to the console, by the widget or about it',
  threat('tokens in the console', { severity: 'high', answer: 'never' }),
  async ({ page, stage }) => {
    const entries: string[] = [];
    page.on('console', (entry) => entries.push(entry.text()));
    page.on('pageerror', (error) => entries.push(String(error.stack)));
    await stage.visit();
    await wholeLife(stage);
    await page.evaluate(() => console.info('listening'));
    await expect.poll(() => entries, soon).toContain('listening');
    expect(entries.join('\n')).not.toContain('SECRET');
  },
);

test(
  'no id and no refused value is in an error: message, stack and fields',
  threat('tokens in errors', { severity: 'high', answer: 'never' }),
  async ({ page, stage }) => {
    await stage.visit();
    const texts = await page.evaluate((id) => {
      const errors: unknown[] = [];
      const collect = (act: () => void) => {
        try {
          act();
        } catch (error) {
          errors.push(error);
        }
      };
      const ids = { sessionId: id, userIdentifier: id };
      const broken = [
        { ...ids, origin: `https://${id}/path` },
        { ...ids, connectURL: `https://uba.fino.run/${id}` },
        { connectURL: `https://elsewhere.example/${id}` },
        { ...ids, redirectURL: `https://uba.fino.run/${id}` },
        { ...ids, service: `${id}\ud800` },
        { ...ids, tenant: `${id}\udc00` },
        { sessionId: id },
        { sessionId: `${id}\ud800`, userIdentifier: id },
      ];
      for (const options of broken) collect(() => window.shop.widget.createUbaWidget(options));
      const widget = window.shop.mount({ ...ids, origin: 'http://localhost' });
      collect(() => widget.setSession(id, ''));
      collect(() => widget.update({ userIdentifier: '' }));
      widget.destroy();
      collect(() => widget.setSession(id, id));
      collect(() => widget.postMessage(id));
      return errors.map((error) => {
        const { message, stack = '' } = error as Error;
        return [String(error), message, stack, JSON.stringify(error)].join('\n');
      });
    }, sessionId);
    expect(texts).toHaveLength(12);
    expect(texts.join('\n')).not.toContain(sessionId);
  },
);

test(
  'no id is in the widget’s own events',
  threat('tokens in our own events', { severity: 'high', answer: 'never' }),
  async ({ page, stage }) => {
    await stage.visit();
    await wholeLife(stage);
    const told = await page.evaluate(() =>
      window.shop.log
        .filter(({ type }) => type.startsWith('uba-'))
        .map(({ type, detail }) => `${type} ${String(detail)} ${JSON.stringify(detail)}`),
    );
    for (const type of ['uba-status', 'uba-error', 'uba-rejected', 'uba-message']) {
      expect(
        told.some((text) => text.startsWith(type)),
        type,
      ).toBe(true);
    }
    expect(told.join('\n')).not.toContain('SECRET');
  },
);

test(
  'no id is in an attribute, a text or a style, the frame’s address aside',
  threat('tokens in DOM attributes', { severity: 'high', answer: "only in the frame's address" }),
  async ({ page, stage }) => {
    await stage.visit();
    await wholeLife(stage);
    const content = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('fino-uba') as HTMLElement;
      const copy = document.createElement('div');
      copy.innerHTML = shadowRoot?.innerHTML ?? '';
      const iframe = copy.querySelector('iframe');
      if (!iframe?.getAttribute('src')?.includes('SECRET')) throw new Error('This is no proof.');
      iframe.removeAttribute('src');
      const sheets = (shadowRoot?.adoptedStyleSheets ?? []).flatMap(({ cssRules }) => [
        ...cssRules,
      ]);
      const styles = sheets.map(({ cssText }) => cssText);
      return [
        document.documentElement.outerHTML,
        copy.innerHTML,
        document.cookie,
        ...styles,
      ].join();
    });
    expect(content).toContain('<fino-uba');
    expect(content).not.toContain('SECRET');
  },
);

test(
  'nothing is stored: no cookie, local or session storage, database or cache',
  threat('tokens in storage', { severity: 'high', answer: 'never' }),
  async ({ page, stage }) => {
    await stage.visit();
    await wholeLife(stage);
    const stored = await page.evaluate(async () => ({
      cookie: document.cookie,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      name: window.name,
    }));
    expect(stored).toEqual({
      cookie: '',
      local: [],
      session: [],
      databases: [],
      caches: [],
      name: '',
    });
  },
);

test(
  'the only globals that come with the script are its library’s own, and hold no id',
  threat('tokens in globals', { severity: 'high', answer: 'never' }),
  async ({ page, stage }) => {
    await stage.visit('/elsewhere');
    const { added, values } = await page.evaluate(
      async ({ origin, ids }) => {
        const before = new Set(Object.getOwnPropertyNames(window));
        const address = '/uba-widget.js';
        const { createUbaWidget } = (await import(address)) as typeof window.shop.widget;
        const widget = createUbaWidget({ origin, ...ids });
        document.body.append(widget.element);
        await widget.ready();
        const names = Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
        return {
          // Frames of the page stand in it by their number.
          added: names.filter((name) => !/^\d+$/.test(name)),
          values: names.map((name) => {
            const value: unknown = Reflect.get(window, name);
            return Array.isArray(value) ? JSON.stringify(value) : typeof value;
          }),
        };
      },
      { origin: stage.uba.origin, ids: secrets },
    );
    for (const name of added)
      expect(['litPropertyMetadata', 'reactiveElementVersions']).toContain(name);
    expect(values.join()).not.toContain('SECRET');
  },
);

test(
  'no id is in the page’s address, its history or its state',
  threat('tokens in address, history, state', { severity: 'high', answer: 'never' }),
  async ({ page, stage }) => {
    await stage.visit();
    await wholeLife(stage);
    const history = await page.evaluate(() => ({
      address: location.href,
      state: window.history.state as unknown,
      entries: navigation.entries().map(({ url }) => url),
    }));
    expect(history).toEqual({
      address: `${stage.shop.origin}/`,
      state: null,
      entries: expect.not.arrayContaining([expect.stringContaining('SECRET')]) as unknown,
    });
  },
);

test(
  'secrets in the page’s address do not leave in the Referer, whatever its policy',
  threat("secrets of the page's address in the Referer", {
    severity: 'medium',
    answer: 'origin alone',
  }),
  async ({ stage }) => {
    const referrers: (string | undefined)[] = [];
    stage.uba.pages.set('/auth', ({ headers }, response) => {
      referrers.push(headers.referer);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(talkative);
    });
    for (const policy of ['unsafe-url', 'no-referrer-when-downgrade', 'no-referrer']) {
      stage.shop.pages.set('/account', shopPage({ 'Referrer-Policy': policy }));
      await stage.visit('/account?token=SECRET#SECRET');
      await stage.mount();
      await stage.reaches('ready');
      const frame = await stage.frame();
      expect(await frame.evaluate(() => document.referrer)).toBe(`${stage.shop.origin}/`);
    }
    expect(referrers).toEqual(Array(3).fill(`${stage.shop.origin}/`));
  },
);

test(
  'no redirectURL is made up from the page’s address',
  threat('secrets in a `redirectURL` default', {
    severity: 'medium',
    answer: 'no default from `location`',
  }),
  async ({ stage }) => {
    await stage.visit('/?token=SECRET&redirectURL=https://evil.example#SECRET');
    await stage.mount();
    await stage.reaches('ready');
    expect(stage.uba.requests).toEqual(['/auth?sessionId=s&userIdentifier=u&lang=en']);
  },
);

test(
  'a frame has no name that would survive its next document',
  threat('a window name that outlives the document', { severity: 'medium', answer: 'none' }),
  async ({ stage }) => {
    await stage.open(secrets);
    const frame = await stage.frame();
    expect(await frame.evaluate(() => window.name)).toBe('');
  },
);
