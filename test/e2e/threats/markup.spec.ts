/** Injected HTML, with no script of its own: attributes, declarative shadow roots, clobbering names. */
import { expect } from '@playwright/test';
import { soon, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

const session = 'session-id="s" user-identifier="u"';

/** Puts HTML into the shop, as a page that trusts its input would, and hears what its widget does. */
async function inject(stage: Stage, html: string): Promise<void> {
  await stage.page.evaluate((markup) => {
    const place = document.createElement('div');
    document.body.append(place);
    place.setHTMLUnsafe(markup);
    const element = place.querySelector('fino-uba');
    if (!element) return;
    window.shop.controllers.push(new window.shop.widget.UbaWidgetController(element));
  }, html);
}

/** Asserts that the newest widget has failed and asked nobody for anything. */
async function failsClosed(stage: Stage, what: string): Promise<void> {
  const nth = (await stage.page.evaluate(() => window.shop.controllers.length)) - 1;
  await stage.reaches('failed', nth);
  await expect(stage.page.locator('fino-uba').nth(nth).locator('iframe'), what).toHaveCount(0);
  expect(stage.uba.requests, what).toEqual([]);
}

test.describe('an attribute', () => {
  const foreign = [
    'https://evil.example',
    'https://evil.example/',
    'https://fino.run',
    'https://evil.fino.run',
    'https://uba.fino.run:8443',
  ];
  const alike = [
    'https://uba.fino.run.evil.example',
    'https://uba.a.b.fino.run',
    'https://xuba.fino.run',
    'https://uba-fino.run',
    'https://uba.te_st.fino.run',
  ];

  test(
    'does not say where the frame comes from',
    threat('injected `<fino-uba origin>`', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await stage.visit();
      for (const origin of foreign) {
        await inject(stage, `<fino-uba ${session} origin="${origin}"></fino-uba>`);
        await failsClosed(stage, origin);
      }
    },
  );

  test(
    'does not say so under another spelling of its name',
    threat('injected `origin` in other case', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await stage.visit();
      for (const name of ['ORIGIN', 'Origin', 'oRiGiN']) {
        await inject(stage, `<fino-uba ${session} ${name}="https://evil.example"></fino-uba>`);
        await failsClosed(stage, name);
      }
    },
  );

  test(
    'does not say so by a host that only looks like UBA’s',
    threat('injected `origin` that looks like UBA’s', {
      severity: 'critical',
      answer: 'exact hosts only',
    }),
    async ({ stage }) => {
      await stage.visit();
      for (const origin of alike) {
        await inject(stage, `<fino-uba ${session} origin="${origin}"></fino-uba>`);
        await failsClosed(stage, origin);
      }
    },
  );

  test(
    'may name UBA’s documented hosts, and hosts that cannot be public from such a page',
    threat('`origin` by attribute, as templates write it', {
      severity: 'high',
      answer: 'documented and private hosts work',
    }),
    async ({ page, stage }) => {
      await stage.visit();
      await inject(stage, `<fino-uba ${session} origin="${stage.uba.origin}"></fino-uba>`);
      await stage.reaches('ready');
      await inject(stage, `<fino-uba ${session} origin="https://uba.test.fino.run"></fino-uba>`);
      await stage.reaches('loading', 1);
      const iframe = page.locator('fino-uba').nth(1).locator('iframe');
      await expect(iframe).toHaveAttribute('src', /^https:\/\/uba\.test\.fino\.run\/auth/);
    },
  );

  test(
    'that changes the origin of a running widget ends it',
    threat('`origin` changed on the page’s own element', {
      severity: 'critical',
      answer: 'the frame goes, nothing loads',
    }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        window.shop.first.element.setAttribute('origin', 'https://evil.example');
      });
      await stage.reaches('failed');
      await expect(page.locator('fino-uba iframe')).toHaveCount(0);
    },
  );

  test(
    'is overruled by a script',
    threat('a value that only a script may set', {
      severity: 'high',
      answer: 'a script may set it',
    }),
    async ({ page, stage }) => {
      await stage.visit();
      await inject(stage, `<fino-uba ${session} origin="https://evil.example"></fino-uba>`);
      await stage.reaches('failed');
      await page.evaluate((origin) => {
        window.shop.first.element.origin = origin;
      }, stage.uba.origin);
      await stage.reaches('ready');
    },
  );

  test(
    'does not send the user, and the session with them, to another site',
    threat('injected `redirect-url`', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await stage.visit();
      for (const url of ['https://evil.example/steal', 'http://localhost:1/', '//evil.example']) {
        await inject(
          stage,
          `<fino-uba ${session} origin="${stage.uba.origin}" redirect-url="${url}"></fino-uba>`,
        );
        await failsClosed(stage, url);
      }
    },
  );

  test(
    'does not do so under the option’s own name',
    threat('injected `redirectURL`', { severity: 'critical', answer: 'refused' }),
    async ({ stage }) => {
      await stage.visit();
      for (const name of ['redirectURL', 'redirecturl', 'REDIRECTURL']) {
        const attributes = `${session} origin="${stage.uba.origin}" ${name}="https://evil.example"`;
        await inject(stage, `<fino-uba ${attributes}></fino-uba>`);
        await failsClosed(stage, name);
      }
    },
  );

  test(
    'may name an address of the page’s own site',
    threat('`redirect-url` of the page itself', { severity: 'high', answer: 'passed on' }),
    async ({ stage }) => {
      await stage.visit();
      const url = `${stage.shop.origin}/back?to=cart`;
      await inject(
        stage,
        `<fino-uba ${session} origin="${stage.uba.origin}" redirect-url="${url}"></fino-uba>`,
      );
      await stage.reaches('ready');
      const { searchParams } = new URL(stage.loads[0] ?? '', stage.uba.origin);
      expect(searchParams.get('redirectURL')).toBe(url);
    },
  );

  test(
    'that is added to a running flow changes nothing of it',
    threat('`redirect-url` added to the page’s own element', {
      severity: 'critical',
      answer: 'the flow goes on, the page is told',
    }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        const { element } = window.shop.first;
        element.setAttribute('redirect-url', 'https://evil.example/steal');
        return element.updateComplete;
      });
      expect(await stage.details('uba-error')).toEqual([
        expect.objectContaining({ code: 'INVALID_CONFIG' }),
      ]);
      expect(await page.evaluate(() => window.shop.first.status)).toBe('ready');
      expect(stage.loads).toHaveLength(1);
      await page.evaluate(() => window.shop.first.reload());
      await stage.reaches('failed');
      expect(stage.loads).toHaveLength(1);
    },
  );

  test(
    'is dropped with its element by the browser’s own sanitiser',
    threat('`<fino-uba>` in HTML that is sanitised', { severity: 'high', answer: 'not there' }),
    async ({ page, stage }) => {
      await stage.visit();
      const kept = await page.evaluate((attributes) => {
        const place = document.createElement('div');
        // The browsers of these tests have it; TypeScript does not know it yet.
        const { setHTML } = place as unknown as { setHTML?: (html: string) => void };
        if (!setHTML) return 'no setHTML';
        setHTML.call(place, `<p>kept</p><fino-uba ${attributes}></fino-uba>`);
        return place.innerHTML;
      }, session);
      expect(kept).toBe('<p>kept</p>');
    },
  );
});

test.describe('a declarative shadow root', () => {
  for (const mode of ['open', 'closed'] as const) {
    test(
      `shows nothing of what it holds: ${mode}`,
      threat(`foreign markup in a declarative shadow root: ${mode}`, {
        severity: 'medium',
        answer: 'thrown away',
      }),
      async ({ page, stage }) => {
        await stage.visit();
        const form = '<form style="position:absolute;inset:0;z-index:9"><input></form>';
        await inject(
          stage,
          `<fino-uba ${session} origin="${stage.uba.origin}"><template shadowrootmode="${mode}">${form}</template></fino-uba>`,
        );
        await stage.reaches('ready');
        const top = await page.evaluate(() => {
          const { element } = window.shop.first;
          const { x, y } = element.getBoundingClientRect();
          const inside = element.shadowRoot ?? element;
          return [document.elementFromPoint(x + 5, y + 5), inside.querySelector('form')].map(
            (found) => found?.localName,
          );
        });
        expect(top).toEqual(['fino-uba', undefined]);
      },
    );
  }
});

test.describe('names that clobber the document’s members', () => {
  const names = [
    'defaultView',
    'createElement',
    'addEventListener',
    'removeEventListener',
    'documentElement',
    'visibilityState',
    'prerendering',
    'activeElement',
    'body',
    'head',
    'location',
    'host',
    'nodeType',
    'ownerDocument',
    'getRootNode',
    'contains',
    'append',
  ];
  const kinds = {
    'an image': (name: string) => `<img name="${name}">`,
    'a form': (name: string) => `<form name="${name}"></form>`,
    'a frame': (name: string) => `<iframe name="${name}"></iframe>`,
    'an embed': (name: string) => `<embed name="${name}">`,
    'an object': (name: string) => `<object id="${name}"></object>`,
    'links that window finds by their id': (name: string) =>
      `<a id="${name}"></a><a id="${name}" href="x:y"></a>`,
  };

  for (const [kind, markup] of Object.entries(kinds)) {
    test(
      `change nothing: ${kind}`,
      threat(`DOM clobbering by ${kind}`, { severity: 'medium', answer: 'works as ever' }),
      async ({ page, stage }) => {
        for (const when of ['before', 'after'] as const) {
          const clobbering = names.map(markup).join('');
          stage.shop.pages.set(
            '/clobbered',
            `<!doctype html><html lang="en"><title>Shop</title>
            ${when === 'before' ? clobbering : ''}
            <script type="module" src="/shop.js"></script></html>`,
          );
          await page.goto(`${stage.shop.origin}/clobbered`);
          await page.waitForFunction(() => 'shop' in window);
          const ready = await page.evaluate(
            async ({ origin, html }) => {
              const { body } = Object.getOwnPropertyDescriptors(Document.prototype);
              const place = body.get?.call(document) as HTMLElement;
              place.insertAdjacentHTML('beforeend', html);
              const options = { origin, sessionId: 's', userIdentifier: 'u' };
              const widget = window.shop.mount(options, place);
              await widget.ready();
              widget.reload();
              await widget.ready();
              const { status } = widget;
              widget.destroy();
              return [status, widget.status];
            },
            { origin: stage.uba.origin, html: when === 'after' ? clobbering : '' },
          );
          expect(ready, when).toEqual(['ready', 'destroyed']);
        }
        expect(stage.loads).toHaveLength(4);
      },
    );
  }
});

test.describe('other scripts', () => {
  test(
    'that own the tag are named by an error',
    threat('another class under the name `fino-uba`', {
      severity: 'medium',
      answer: 'a UbaError that says so',
    }),
    async ({ page, stage }) => {
      await page.addInitScript(() => {
        customElements.define('fino-uba', class extends HTMLElement {});
      });
      await stage.visit();
      const message = await page.evaluate(() => {
        try {
          window.shop.widget.createUbaWidget({});
          return 'nothing';
        } catch (error) {
          return String(error);
        }
      });
      expect(message).toContain('UbaError');
      expect(message).toContain('another script');
    },
  );

  test(
    'that pass no options, or some that throw, get an error that says so',
    threat('options that are null, or a proxy that throws', {
      severity: 'medium',
      answer: 'INVALID_CONFIG, without what was thrown',
    }),
    async ({ page, stage }) => {
      await stage.visit();
      const messages = await page.evaluate(() => {
        const trap = () => {
          throw new Error('SECRET');
        };
        const hostile = [
          null,
          5,
          'text',
          new Proxy({}, { ownKeys: trap }),
          new Proxy({ sessionId: 's' }, { getOwnPropertyDescriptor: trap }),
          new Proxy({}, { ownKeys: trap, get: trap, has: trap, getOwnPropertyDescriptor: trap }),
        ];
        return hostile.map((options) => {
          try {
            window.shop.widget.createUbaWidget(options as object);
            return 'nothing';
          } catch (error) {
            return `${(error as { code?: string }).code ?? ''} ${String(error)}`;
          }
        });
      });
      for (const message of messages) {
        expect(message).toMatch(/^INVALID_CONFIG UbaError/);
        expect(message).not.toContain('SECRET');
      }
    },
  );

  test(
    'find no id in an element that was destroyed',
    threat('ids left in a destroyed element', { severity: 'medium', answer: 'forgotten' }),
    async ({ page, stage }) => {
      await stage.open();
      const left = await page.evaluate(() => {
        const { element } = window.shop.first;
        window.shop.first.destroy();
        return [element.sessionId, element.userIdentifier, element.connectURL, element.outerHTML];
      });
      // A property that is not set leaves the page as null.
      expect(left).toEqual([undefined, undefined, undefined, expect.not.stringContaining('="s"')]);
    },
  );

  test(
    'that put it into a document without a window get it back whole',
    threat('an inert document', { severity: 'medium', answer: 'no request, comes back whole' }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(async () => {
        const { element } = window.shop.first;
        document.implementation.createHTMLDocument().body.append(element);
        await element.updateComplete;
        if (element.status !== 'idle') throw new Error(element.status);
        document.body.append(element);
      });
      await stage.reaches('ready');
      expect(stage.loads).toHaveLength(2);
      await expect(page.locator('fino-uba')).toHaveCSS('height', '640px');
    },
  );
});

test.describe('the callback of a redirect', () => {
  /** What the page makes of an address that it was called by. */
  const read = (stage: Stage, query: string, expected?: Record<string, string | null>) =>
    stage.page.evaluate(
      ([address, ids]) =>
        ids
          ? window.shop.widget.parseRedirectCallback(address, ids)
          : window.shop.widget.parseRedirectCallback(address),
      [`${stage.shop.origin}/back?${query}`, expected] as const,
    );
  const own = { userIdentifier: 'me', sessionId: 'mine' };

  test(
    'that somebody planted is null where the page says what it waits for',
    threat('a planted callback with another’s session', { severity: 'high', answer: 'null' }),
    async ({ stage }) => {
      await stage.visit();
      for (const query of [
        'userIdentifier=ATTACKER&sessionId=THEIRS',
        'userIdentifier=me&sessionId=THEIRS',
        'userIdentifier=ATTACKER&sessionId=mine',
        'userIdentifier=me',
        'sessionId=mine',
        '',
        'useridentifier=me&sessionid=mine',
        'userIdentifier=me%00&sessionId=mine',
      ]) {
        expect(await read(stage, query, own), query).toBe(null);
      }
      expect(await read(stage, 'userIdentifier=me&sessionId=mine', own)).toEqual(own);
    },
  );

  test(
    'that names an id twice is null',
    threat('a callback with an id twice', { severity: 'high', answer: 'null' }),
    async ({ stage }) => {
      await stage.visit();
      for (const query of [
        'userIdentifier=me&sessionId=mine&sessionId=THEIRS',
        'sessionId=THEIRS&userIdentifier=me&sessionId=mine',
        'userIdentifier=me&userIdentifier=me&sessionId=mine',
      ]) {
        expect(await read(stage, query, own), query).toBe(null);
      }
    },
  );

  test(
    'is null for a page that has forgotten what it waits for',
    threat('a callback compared with nothing', { severity: 'high', answer: 'null' }),
    async ({ stage }) => {
      await stage.visit();
      const forgotten = { userIdentifier: 'me', sessionId: null };
      expect(await read(stage, 'userIdentifier=me&sessionId=mine', forgotten)).toBe(null);
      expect(await read(stage, 'userIdentifier=me', forgotten)).toBe(null);
    },
  );
});

test(
  'the new tab is not told the page’s address, whatever the page’s policy',
  threat('the page’s address in the new tab’s Referer', {
    severity: 'medium',
    answer: 'noreferrer',
  }),
  async ({ page, stage }) => {
    const referers: (string | undefined)[] = [];
    stage.uba.pages.set('/auth', (request, response) => {
      referers.push(request.headers.referer);
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Silent</title>');
    });
    const shop = stage.shop.pages.get('/');
    if (!shop) throw new Error('The shop has no page.');
    stage.shop.pages.set('/account/1', (request, response) => {
      response.setHeader('Referrer-Policy', 'unsafe-url');
      if (typeof shop === 'function') shop(request, response);
    });
    await stage.visit('/account/1?token=PAGESECRET');
    await stage.mount({ readyTimeout: 100 });
    await stage.reaches('failed');
    const opening = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Open in a new tab' }).click();
    const tab = await opening;
    await expect.poll(() => referers.length, soon).toBe(2);
    expect(referers[1]).toBe(undefined);
    expect(referers.join()).not.toContain('PAGESECRET');
    await tab.close();
  },
);
