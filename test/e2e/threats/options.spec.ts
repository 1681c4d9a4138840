/** Hostile options: what breaks its rule is refused by name, and never reaches an address. */
import { expect } from '@playwright/test';
import { connected, silent, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

const session = { sessionId: 's', userIdentifier: 'u' };

/** Asserts that each value of an option is refused, without its value being told, and loads nothing. */
async function refuses(stage: Stage, option: string, values: readonly unknown[]): Promise<void> {
  await stage.visit();
  for (const value of values) {
    const what = `${option} ${JSON.stringify(value)}`;
    const options = { origin: stage.uba.origin, ...session, [option]: value };
    const attempt = await stage.page.evaluate((given) => window.shop.attempt(given), options);
    expect(attempt, what).toEqual({
      thrown: { code: 'INVALID_CONFIG', message: expect.stringContaining(option) },
      told: attempt.thrown,
      status: 'failed',
    });
    // A value that is a word of the rule itself, or next to nothing, cannot be told apart from it.
    if (typeof value === 'string' && value.length > 6) {
      expect(attempt.thrown?.message, what).not.toContain(value);
    }
  }
  expect(stage.uba.requests).toEqual([]);
}

/**
 * Asserts that the flow runs without a value that decides a look alone, and that the console names the
 * option and tells nothing of the value.
 */
async function drops(stage: Stage, option: string, values: readonly unknown[]): Promise<void> {
  const { page, uba } = stage;
  const lines: string[] = [];
  page.on('console', (entry) => lines.push(entry.text()));
  await stage.visit();
  for (const value of values) {
    const what = `${option} ${JSON.stringify(value)}`;
    const options = { origin: uba.origin, ...session, [option]: value };
    const { thrown, told, address } = await page.evaluate(
      (given) => window.shop.attempt(given),
      options,
    );
    expect([thrown, told], what).toEqual([undefined, undefined]);
    expect([...new URL(address ?? '').searchParams.keys()], what).not.toContain(option);
    const said = lines.splice(0);
    // By `createUbaWidget` and by the element's property.
    expect(said, what).toEqual([
      expect.stringContaining(`UBA: ${option}`),
      expect.stringContaining(`UBA: ${option}`),
    ]);
    const text = typeof value === 'string' ? value : JSON.stringify(Object.values(value as object));
    if (text.length > 6) expect(said.join(), what).not.toContain(text);
  }
}

test.describe('origin', () => {
  test(
    'wildcards are refused',
    threat('`origin` with `*`', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        '*',
        'https://*',
        'https://*.fino.run',
        'https://%2A',
        '//*',
      ]);
    },
  );

  test(
    'null is refused, as a word, as a value and as an empty string',
    threat("`origin` of null, `'null'` or empty", { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await refuses(stage, 'origin', ['null', null, '']);
    },
  );

  test(
    'javascript: is refused, with a tab or a newline in it too',
    threat("`origin: 'javascript:…'`, with tab or newline", {
      severity: 'critical',
      answer: 'refused',
    }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        'javascript:alert(1)',
        'java\tscript:alert(1)',
        'java\nscript:alert(1)',
        '\u0001javascript:alert(1)',
        'JaVaScRiPt://uba.fino.run/%0aalert(1)',
      ]);
    },
  );

  test(
    'data:, blob:, file:, ftp: and other schemes are refused',
    threat('`origin` of data:, blob:, file:, ftp: …', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        'data:text/html,<script>alert(1)</script>',
        'blob:https://uba.fino.run/1',
        'file:///etc/passwd',
        'ftp://uba.fino.run',
        'ws://localhost',
        'about:blank',
        'view-source:https://uba.fino.run',
      ]);
    },
  );

  test(
    'plain http is refused for any host that can be public',
    threat('`origin` over plain http', {
      severity: 'critical',
      answer: 'refused but for hosts that cannot be public',
    }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        'http://uba.fino.run',
        'http://8.8.8.8',
        'http://172.32.0.1',
        'http://192.169.0.1',
        'http://11.0.0.1',
        'http://[2001:db8::1]',
        'http://localhost.evil.example',
        'http://10.evil.example',
        'http://evil.example.local.example',
      ]);
    },
  );

  test(
    'relative addresses are refused',
    threat('`origin` that is relative', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        '/',
        '/auth',
        '//uba.fino.run',
        'uba.fino.run',
        '.',
        '#',
        '?',
      ]);
    },
  );

  test(
    'what is no string is refused, whatever it turns into',
    threat('`origin` that is no string', { severity: 'critical', answer: 'refused, no coercion' }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [0, 1, true, {}, [], ['https://uba.fino.run']]);
      const disguised = await stage.page.evaluate(
        (given) => {
          const origin = { toString: () => 'https://uba.fino.run', replace: () => given.origin };
          const values = [
            origin,
            new String(given.origin),
            new URL(given.origin),
            Symbol('origin'),
          ];
          return Promise.all(values.map((v) => window.shop.attempt({ ...given, origin: v })));
        },
        { origin: stage.uba.origin, ...session },
      );
      for (const { thrown, told, status } of disguised) {
        expect([thrown?.code, told?.code, status]).toEqual([
          'INVALID_CONFIG',
          'INVALID_CONFIG',
          'failed',
        ]);
      }
      expect(stage.uba.requests).toEqual([]);
    },
  );

  test(
    'a user name, a password, a path, a query or a hash is refused',
    threat('`origin` with user info, path, query or hash', {
      severity: 'critical',
      answer: 'refused',
    }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        'https://uba.fino.run@evil.example',
        'https://user:password@uba.fino.run',
        'https://@uba.fino.run',
        'https://uba.fino.run/auth',
        'https://uba.fino.run//',
        'https://uba.fino.run\\@evil.example',
        'https://uba.fino.run?',
        'https://uba.fino.run#',
      ]);
    },
  );

  test(
    'odd spellings of an IPv4 address are refused',
    threat('`origin` as an odd spelling of an IPv4 address', {
      severity: 'critical',
      answer: 'refused',
    }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        'http://0x7f.0.0.1',
        'http://2130706433',
        'http://127.1',
        'http://0177.0.0.1',
        'http://127.0.0.1.',
        'http://[::ffff:127.0.0.1]',
      ]);
    },
  );

  test(
    'unicode host names, capitals and trailing dots are refused',
    threat('`origin` with IDN, capitals, trailing dot', {
      severity: 'critical',
      answer: 'refused',
    }),
    async ({ stage }) => {
      await refuses(stage, 'origin', [
        'https://ubа.fino.run',
        'https://üba.fino.run',
        'https://ｕba.fino.run',
        'https://uba。fino.run',
        'https://UBA.fino.run',
        'https://uba.fino.run.',
        'https://uba.fino.run:443',
        ' https://uba.fino.run',
        'https://uba.fino\n.run',
        'https://uba.fino.run\ud800',
      ]);
    },
  );

  test(
    'one trailing slash is taken away, and messages still count',
    threat('`origin` with a trailing slash', { severity: 'critical', answer: 'normalised' }),
    async ({ stage }) => {
      await stage.open({ origin: `${stage.uba.origin}/` });
      await stage.forget();
      await stage.post(await stage.frame(), connected);
      expect(await stage.events()).toEqual(['bank-connect', 'uba-message']);
    },
  );
});

test.describe('the options object', () => {
  test(
    'a getter is read once, so that it cannot change its answer',
    threat('options as getters that change', { severity: 'medium', answer: 'read once' }),
    async ({ page, stage, site }) => {
      const evil = await site({ '/auth': silent }, '127.0.0.1');
      await stage.visit();
      const reads = await page.evaluate(
        async ({ good, bad, ids }) => {
          let count = 0;
          window.shop.mount({
            ...ids,
            get origin() {
              count += 1;
              return count === 1 ? good : bad;
            },
          });
          await window.shop.nextTask();
          return count;
        },
        { good: stage.uba.origin, bad: evil.origin, ids: session },
      );
      await stage.reaches('ready');
      expect(reads).toBe(1);
      expect(stage.loads).toHaveLength(1);
      expect(evil.requests).toEqual([]);
    },
  );

  test(
    'what is changed after the call changes nothing',
    threat('options mutated later', { severity: 'medium', answer: 'one snapshot' }),
    async ({ page, stage, site }) => {
      const evil = await site({ '/auth': silent }, '127.0.0.1');
      await stage.visit();
      await page.evaluate(
        ({ good, bad, ids }) => {
          const theme = { primaryColor: '#abc' };
          const options = { ...ids, origin: good, theme };
          const { element } = window.shop.mount(options);
          Object.assign(options, { origin: bad, sessionId: 'changed' });
          theme.primaryColor = '#bad';
          const other = { primaryColor: '#def' };
          element.theme = other;
          other.primaryColor = '#bad';
        },
        { good: stage.uba.origin, bad: evil.origin, ids: session },
      );
      await stage.reaches('ready');
      expect(evil.requests).toEqual([]);
      expect(stage.loads).toHaveLength(1);
      const { searchParams } = new URL(stage.loads[0] ?? '', stage.uba.origin);
      expect(searchParams.get('sessionId')).toBe('s');
      expect(searchParams.get('theme')).toBe('{"primaryColor":"#def"}');
    },
  );

  test(
    'what it inherits is passed over, from Object.prototype too',
    threat('options inherited, `Object.prototype` included', {
      severity: 'medium',
      answer: 'own properties only',
    }),
    async ({ page, stage, site }) => {
      const evil = await site({ '/auth': silent, '/sandbox': silent }, '127.0.0.1');
      await stage.visit();
      await page.evaluate(
        ({ good, bad, ids }) => {
          const options = Object.create({ tenant: 'inherited' }) as object;
          const inherited = {
            service: 'inherited',
            tenant: 'inherited',
            redirectURL: bad,
            origin: bad,
            sandboxMode: true,
            autoHeight: true,
          };
          Object.assign(Object.prototype, inherited);
          window.shop.mount(Object.assign(options, ids, { origin: good }));
          // Production, which is out of reach here; the point is who is asked.
          window.shop.mount(ids);
          return window.shop.nextTask().then(() => {
            for (const key of Object.keys(inherited)) Reflect.deleteProperty(Object.prototype, key);
          });
        },
        { good: stage.uba.origin, bad: evil.origin, ids: session },
      );
      await stage.reaches('ready');
      expect(stage.loads).toEqual(['/auth?sessionId=s&userIdentifier=u&lang=en']);
      expect(evil.requests).toEqual([]);
      const addresses = await page
        .locator('fino-uba iframe')
        .evaluateAll((iframes) => iframes.map((iframe) => (iframe as HTMLIFrameElement).src));
      expect(addresses[1]).toBe('https://uba.fino.run/auth?sessionId=s&userIdentifier=u&lang=en');
    },
  );
});

test(
  'a frame on the page’s own origin works, and is warned of once',
  threat("the frame's origin is the page's", { severity: 'high', answer: 'works, warns once' }),
  async ({ page, stage }) => {
    const warnings: string[] = [];
    page.on('console', (entry) => {
      if (entry.type() === 'warning' && entry.text().startsWith('UBA')) warnings.push(entry.text());
    });
    stage.shop.pages.set(
      '/auth',
      '<script>parent.postMessage({ type: "ready" }, location.origin)</script>',
    );
    await stage.visit();
    await stage.mount({ origin: stage.shop.origin });
    await stage.mount({ origin: stage.shop.origin });
    await stage.reaches('ready', 0);
    await stage.reaches('ready', 1);
    expect(warnings).toEqual([expect.stringContaining('isolates nothing')]);
  },
);

test.describe('ids', () => {
  test(
    'reach the server exactly as given, whatever characters they hold',
    threat('ids with `& # % CR LF NUL`, unicode, double encoding', {
      severity: 'high',
      answer: 'exact round trip, no extra parameters',
    }),
    async ({ stage }) => {
      const sessionId = 'a&b=c#d?e%f+g h;i/\\j\r\nk\0l"m\'n<o>&userIdentifier=forged&origin=evil';
      const userIdentifier = 'ü漢字🏦\u202e\ufeff%2526%00%0d%0aSet-Cookie:x';
      await stage.open({ sessionId, userIdentifier });
      const { searchParams } = new URL(stage.loads[0] ?? '', stage.uba.origin);
      expect([...searchParams]).toEqual([
        ['sessionId', sessionId],
        ['userIdentifier', userIdentifier],
        ['lang', 'en'],
      ]);
      expect(stage.uba.requests).toHaveLength(1);
    },
  );

  test(
    'that are ill-formed, empty or no strings are refused',
    threat('ids that are ill-formed, empty or no strings', { severity: 'high', answer: 'refused' }),
    async ({ page, stage }) => {
      for (const option of ['sessionId', 'userIdentifier']) {
        await refuses(stage, option, ['\ud800', 'a\udc00b', 1, true, ['s'], { toString: 's' }]);
        // What templates write for "no session yet" is none on the element, and a mistake in a script.
        const empty = { origin: stage.uba.origin, ...session, [option]: '' };
        const { thrown, told, status } = await page.evaluate(
          (given) => window.shop.attempt(given),
          empty,
        );
        expect([thrown?.code, told, status]).toEqual(['INVALID_CONFIG', undefined, 'idle']);
      }
      expect(stage.uba.requests).toEqual([]);
    },
  );

  test(
    'in a pre-built address stay as they are',
    threat('ids in a pre-built address', { severity: 'high', answer: 'exact round trip' }),
    async ({ stage }) => {
      const id = 'eyJ%2526+/=&#';
      const { href } = Object.assign(new URL('/auth', stage.uba.origin), {
        search: String(new URLSearchParams({ sessionId: id })),
      });
      await stage.open({ connectURL: href });
      const { searchParams } = new URL(stage.loads[0] ?? '', stage.uba.origin);
      expect([...searchParams]).toEqual([
        ['sessionId', id],
        ['lang', 'en'],
      ]);
    },
  );
});

test.describe('theme', () => {
  test(
    'a colour that is no hex colour is dropped',
    threat('theme values with `url()`, `</script>`, odd digits', {
      severity: 'high',
      answer: 'dropped, one console line',
    }),
    async ({ stage }) => {
      const colors = [
        'url(https://evil.example)',
        '</script><script>alert(1)</script>',
        'red;background:url(evil)',
        'var(--secret)',
        'expression(alert(1))',
        '#٣٣٣',
        '#１２３',
        '#1234',
        '#12345',
        '#1234567',
        '#12345678',
        '#12345\u0000',
        '#123 456',
        '##123',
        '#',
        123456,
        ['#123'],
      ];
      await drops(
        stage,
        'theme',
        colors.map((primaryColor) => ({ primaryColor })),
      );
    },
  );

  test(
    'what is no plain object of the ten keys is dropped',
    threat('theme lists, unknown keys', { severity: 'high', answer: 'dropped, one console line' }),
    async ({ stage }) => {
      await drops(stage, 'theme', [
        [],
        ['#123'],
        'red',
        1,
        true,
        { primarycolor: '#123' },
        { constructor: '#123' },
        { toString: '#123' },
        { 'primaryColor ': '#123' },
      ]);
    },
  );

  test(
    'own proto keys and getters that throw are dropped',
    threat('theme with own `__proto__`, throwing getters', { severity: 'high', answer: 'dropped' }),
    async ({ page, stage }) => {
      await stage.visit();
      const codes = await page.evaluate(
        async (given) => {
          const themes = [
            JSON.parse('{"__proto__":{"primaryColor":"#123"}}'),
            JSON.parse('{"__proto__":"#123"}'),
            {
              get primaryColor() {
                throw new Error('thrown by a getter');
              },
            },
            new Proxy({}, { ownKeys: () => { throw new Error('thrown by a proxy'); } }), // prettier-ignore
            { [Symbol('primaryColor')]: '#123' },
          ] as object[];
          const attempts = themes.map((theme) => window.shop.attempt({ ...given, theme }));
          return (await Promise.all(attempts)).map(({ thrown, told, address = '' }) => [
            thrown?.code,
            told?.code,
            new URL(address).searchParams.has('theme'),
          ]);
        },
        { origin: stage.uba.origin, ...session },
      );
      expect(codes).toEqual(Array(5).fill([undefined, undefined, false]));
      expect(await page.evaluate(() => 'primaryColor' in {})).toBe(false);
    },
  );

  test(
    'inherited keys and an inherited toJSON do not speak for it',
    threat('theme with inherited keys or `toJSON`', { severity: 'high', answer: 'own keys only' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate(
        (given) => {
          const inherited = {
            secondaryColor: '#666',
            toJSON: () => ({ primaryColor: 'url(evil)' }),
          };
          const theme = Object.assign(Object.create(inherited) as object, { primaryColor: '#abc' });
          Object.assign(Object.prototype, { toJSON: () => 'url(evil)' });
          window.shop.mount({ ...given, theme });
          return window.shop.nextTask().then(() => {
            Reflect.deleteProperty(Object.prototype, 'toJSON');
          });
        },
        { origin: stage.uba.origin, ...session },
      );
      await stage.reaches('ready');
      const { searchParams } = new URL(stage.loads[0] ?? '', stage.uba.origin);
      expect(searchParams.get('theme')).toBe('{"primaryColor":"#abc"}');
    },
  );

  test(
    'malformed JSON in the attribute is dropped and named, and the flow runs',
    threat('malformed JSON in the theme attribute', {
      severity: 'medium',
      answer: 'dropped, one console line',
    }),
    async ({ page, stage }) => {
      await stage.visit();
      const faults: string[] = [];
      const lines: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (entry) => lines.push(entry.text()));
      const texts = [
        '{',
        '{"primaryColor":',
        "{'primaryColor':'#123'}",
        'undefined',
        '[1',
        '"x"',
        '[object Object]',
      ];
      for (const [index, theme] of texts.entries()) {
        await page.evaluate(
          ({ origin, text }) => {
            const attributes = { origin, 'session-id': 's', 'user-identifier': 'u', theme: text };
            window.shop.insert(attributes);
          },
          { origin: stage.uba.origin, text: theme },
        );
        await stage.reaches('ready', index);
        expect(lines.splice(0), theme).toEqual([
          expect.stringMatching(/^UBA: theme must be an object/),
        ]);
      }
      const themes = stage.loads.map((load) =>
        new URL(load, stage.uba.origin).searchParams.get('theme'),
      );
      expect(themes).toEqual(texts.map(() => null));
      expect(faults).toEqual([]);
    },
  );
});

test.describe('addresses', () => {
  test(
    'a redirectURL that is no http(s) address is refused',
    threat("`redirectURL: 'javascript:…'` and the like", {
      severity: 'critical',
      answer: 'refused',
    }),
    async ({ stage }) => {
      await refuses(stage, 'redirectURL', [
        'javascript:alert(document.cookie)',
        'java\tscript:alert(document.cookie)',
        ' javascript:alert(document.cookie)',
        'data:text/html,<script>alert(1)</script>',
        'file:///etc/passwd',
        '/callback',
        '//evil.example/callback',
        'https://user:password@shop.example/callback',
        'http://shop.example/callback',
        'https://shop.example./callback',
      ]);
    },
  );

  for (const [kind, urls] of Object.entries({
    'with a backslash': ['https://shop.example\\@evil.example/', 'https:\\\\shop.example'],
    'with CR LF, tab or NUL': [
      'https://shop.example/\r\nSet-Cookie: a=b',
      'https://shop.exa\tmple/',
    ],
    'with missing or surplus slashes': [
      'https:shop.example',
      'https:///shop.example',
      'https:/a.b',
    ],
  })) {
    test(
      `a redirectURL ${kind} reaches UBA as a browser reads it`,
      threat(`\`redirectURL\` ${kind}`, { severity: 'medium', answer: 'normalised' }),
      async ({ page, stage }) => {
        for (const redirectURL of urls) {
          await stage.visit();
          const options = { origin: stage.uba.origin, ...session, redirectURL };
          const { thrown, address } = await page.evaluate(
            (given) => window.shop.attempt(given),
            options,
          );
          expect(thrown).toBe(undefined);
          const sent = new URL(address ?? '').searchParams.get('redirectURL');
          expect(sent).toBe(new URL(redirectURL).href);
          expect(sent).not.toMatch(/[\\\r\n\t\0]/);
        }
      },
    );
  }

  test(
    'a redirectURL over plain http, or with a trailing dot, is refused',
    threat('`redirectURL` over plain http, or with a trailing dot', {
      severity: 'medium',
      answer: 'refused',
    }),
    async ({ stage }) => {
      await refuses(stage, 'redirectURL', [
        'http://evil.example/',
        'http://8.8.8.8/',
        'https://uba.example./x',
        'https://uba.fino.run./x',
        'http://evil.example:443/',
      ]);
    },
  );

  for (const [kind, urls] of Object.entries({
    'javascript:': ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)'],
    'data: or blob:': ['data:text/html,x', 'blob:https://uba.fino.run/1'],
    'no scheme': ['//evil.example', '/callback', 'callback', '', '?x', '#x'],
    'another scheme': ['file:///etc/passwd', 'ftp://evil.example', 'intent://x', 'mailto:a@b.c'],
  })) {
    test(
      `a redirect event with ${kind} is no message of UBA’s`,
      threat(`\`redirect\` with ${kind}`, { severity: 'high', answer: 'refused by its schema' }),
      async ({ stage }) => {
        await stage.open();
        await stage.forget();
        const messages = urls.map((url) => ({ type: 'redirect', payload: { url } }));
        await stage.post(await stage.frame(), ...messages);
        expect(await stage.details('uba-rejected')).toEqual(
          urls.map(() => ({ reason: 'schema', type: 'redirect' })),
        );
        expect(await stage.events()).not.toContain('redirect');
      },
    );
  }

  test(
    'a redirectURL on UBA’s own origin is refused',
    threat("UBA's own address as `redirectURL`", {
      severity: 'high',
      answer: 'refused with a hint',
    }),
    async ({ stage }) => {
      await refuses(stage, 'redirectURL', [`${stage.uba.origin}/auth?sessionId=secret`]);
    },
  );

  test(
    'a connectURL off the configured origin is refused',
    threat('`connectURL` off the origin', { severity: 'critical', answer: 'refused' }),
    async ({ stage, site }) => {
      const evil = await site({ '/auth': silent }, '127.0.0.1');
      await stage.visit();
      for (const connectURL of [
        `${evil.origin}/auth?sessionId=secret`,
        `${stage.uba.origin}1/auth`,
        `${stage.uba.origin.replace('//', '//user@')}/auth`,
        'javascript:alert(1)',
        'data:text/html,x',
        '/auth',
      ]) {
        const options = { origin: stage.uba.origin, connectURL };
        const { thrown, told, status, address } = await stage.page.evaluate(
          (given) => window.shop.attempt(given),
          options,
        );
        expect([thrown?.code, told?.code, status, address], connectURL).toEqual([
          'INVALID_CONFIG',
          'INVALID_CONFIG',
          'failed',
          undefined,
        ]);
      }
      expect([...stage.uba.requests, ...evil.requests]).toEqual([]);
    },
  );

  test(
    'the address in a redirect event is passed on, and never followed',
    threat('`redirect.url` that the widget would follow', {
      severity: 'critical',
      answer: 'never navigates',
    }),
    async ({ page, stage }) => {
      await stage.open();
      await stage.forget();
      const frame = await stage.frame();
      const addresses = [`${stage.shop.origin}/elsewhere`, `${stage.uba.origin}/other`];
      await stage.post(
        frame,
        ...addresses.map((url) => ({ type: 'redirect', payload: { url, reason: 'x' } })),
        ...addresses.map((url) => ({ type: 'bank-redirect', payload: { url } })),
      );
      expect(await stage.events()).toEqual([
        'redirect',
        'uba-message',
        'redirect',
        'uba-message',
        'bank-redirect',
        'uba-message',
        'bank-redirect',
        'uba-message',
      ]);
      await page.evaluate(() => window.shop.nextTask());
      expect(page.url()).toBe(`${stage.shop.origin}/`);
      expect(await page.title()).toBe('Shop');
      expect(stage.shop.requests).not.toContain('/elsewhere');
    },
  );

  test(
    'a frame title is text, never markup',
    threat("markup in the frame's title", { severity: 'high', answer: 'text only' }),
    async ({ page, stage }) => {
      const frameTitle = '"><img src=x onerror="document.title=\'XSS\'"><script>alert(1)</script>';
      await stage.open({ frameTitle });
      expect(await page.locator('fino-uba iframe').getAttribute('title')).toBe(frameTitle);
      expect(await page.locator('fino-uba img, fino-uba script').count()).toBe(0);
      expect(await page.title()).toBe('Shop');
    },
  );
});
