/** Coming, going, moving and dying: one frame, one event, no request too many, nothing left behind. */
import { expect } from '@playwright/test';
import {
  connected,
  present,
  silent,
  soon,
  talkative,
  test,
  type Stage,
} from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

/** Lets the frame post its last words while it is being unloaded. */
const withLastWords = `${talkative}<script>
  addEventListener('pagehide', () => parent.postMessage(${JSON.stringify(connected)}, '*'));
</script>`;

/** How many frames the widgets of the page hold. */
const frames = (stage: Stage) => stage.page.locator('fino-uba iframe').count();

/** Waits until nothing can be under way any more: the page has spoken to itself, after all others. */
async function settle(stage: Stage): Promise<void> {
  await stage.hears(1, () => stage.page.evaluate(() => window.postMessage('settled', '*')));
}

/** Asserts that the widget is ready after that many loads in all, and hears each message once. */
async function worksOnce(stage: Stage, loads: number): Promise<void> {
  await stage.reaches('ready');
  expect(await frames(stage)).toBe(1);
  expect(stage.loads).toHaveLength(loads);
  await stage.forget();
  await stage.post(await stage.frame(), { type: 'EXIT' });
  expect(await stage.events()).toEqual(['EXIT', 'uba-message']);
  expect(stage.loads).toHaveLength(loads);
}

test.describe('late messages', () => {
  test(
    'what the frame posts while destroy unloads it is dropped',
    threat('messages while `destroy` unloads the frame', { severity: 'high', answer: 'dropped' }),
    async ({ page, stage }) => {
      stage.uba.pages.set('/auth', withLastWords);
      await stage.open();
      await stage.forget();
      await page.evaluate(() => window.shop.first.element.destroy());
      await settle(stage);
      expect(await stage.events()).toEqual(['uba-status']);
      expect(await frames(stage)).toBe(0);
    },
  );

  test(
    'what the frame posts in pagehide while setSession replaces it is dropped',
    threat('messages in `pagehide` of the old document', { severity: 'high', answer: 'dropped' }),
    async ({ page, stage }) => {
      stage.uba.pages.set('/auth', withLastWords);
      await stage.open();
      await page.evaluate(() => window.shop.first.setSession('s-2', 'u-2'));
      await stage.reaches('ready');
      await settle(stage);
      expect(await stage.events()).not.toContain('bank-connect');
      await worksOnce(stage, 2);
    },
  );

  test(
    'what the old session’s document had posted when setSession ran is dropped',
    threat('messages from the old document, queued when `setSession` runs', {
      severity: 'high',
      answer: 'dropped',
    }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        const widget = window.shop.first;
        widget.on('EXIT', () => widget.setSession('s-2', 'u-2'), { once: true });
      });
      await stage.forget();
      const old = await stage.frame();
      // How many of the rest arrive is up to the engine.
      await stage.hears(1, () =>
        old.evaluate((message) => {
          parent.postMessage({ type: 'EXIT' }, '*');
          for (let n = 0; n < 20; n += 1) parent.postMessage(message, '*');
        }, connected),
      );
      await stage.reaches('ready');
      expect(await stage.events()).not.toContain('bank-connect');
      await worksOnce(stage, 2);
    },
  );

  test(
    'a window that was kept from an old session is not heard',
    threat('the window of an old session, revived by the page', {
      severity: 'high',
      answer: 'passed over',
    }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        const iframe = window.shop.first.element.shadowRoot?.querySelector('iframe');
        Object.assign(window, { old: iframe });
        window.shop.first.setSession('s-2', 'u-2');
      });
      await stage.reaches('ready');
      // The page revives the old iframe beside the widget.
      const revived = await page.evaluateHandle(async () => {
        const { old } = window as unknown as { old: HTMLIFrameElement };
        await new Promise((resolve) => {
          old.addEventListener('load', resolve, { once: true });
          document.body.append(old);
        });
        return old;
      });
      await stage.forget();
      const frame = await revived.contentFrame();
      if (!frame) throw new Error('The old iframe did not load.');
      await stage.post(frame, connected);
      expect(await stage.events()).toEqual([]);
    },
  );
});

test.describe('destroy', () => {
  test(
    'twice is as good as once',
    threat('`destroy` twice', { severity: 'medium', answer: 'idempotent' }),
    async ({ page, stage }) => {
      await stage.open();
      await stage.forget();
      await page.evaluate(() => {
        window.shop.first.destroy();
        window.shop.first.destroy();
        window.shop.first.element.destroy();
      });
      expect(await stage.statuses()).toEqual(['destroyed']);
      expect(await stage.events()).toEqual(['uba-status']);
    },
  );

  test(
    'before insertion keeps the element empty, also once it is inserted',
    threat('`destroy` before insertion', { severity: 'medium', answer: 'no resurrection' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate(
        async ({ origin }) => {
          const options = { origin, sessionId: 's', userIdentifier: 'u' };
          const { element } = window.shop.widget.createUbaWidget(options);
          element.destroy();
          document.body.append(element);
          await window.shop.nextTask();
          element.remove();
          document.body.append(element);
          element.sessionId = 'changed';
          await window.shop.nextTask();
        },
        { origin: stage.uba.origin },
      );
      expect(await frames(stage)).toBe(0);
      expect(stage.uba.requests).toEqual([]);
    },
  );

  test(
    'right after insertion asks the server for nothing',
    threat('`destroy` right after insertion', { severity: 'medium', answer: 'no request' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate(async (origin) => {
        window.shop.mount({ origin, sessionId: 's', userIdentifier: 'u' }).destroy();
        await window.shop.nextTask();
      }, stage.uba.origin);
      expect(stage.uba.requests).toEqual([]);
    },
  );

  test(
    'makes every later method throw, and nothing come back',
    threat('methods after `destroy`', { severity: 'medium', answer: 'throw DESTROYED' }),
    async ({ page, stage }) => {
      await stage.open();
      const codes = await page.evaluate(async () => {
        const widget = window.shop.first;
        const stop = widget.on('EXIT', () => undefined);
        widget.destroy();
        document.body.append(widget.element);
        stop();
        widget.off('EXIT', () => undefined);
        const acts = [
          () => widget.setSession('s-2', 'u-2'),
          () => widget.reload(),
          () => widget.update({ colorScheme: 'dark' }),
          () => widget.postMessage({}),
        ];
        const thrown = acts.map((act) => {
          try {
            act();
            return 'nothing';
          } catch (error) {
            return (error as { code: string }).code;
          }
        });
        const rejected = await widget
          .ready()
          .catch((error: unknown) => (error as { code: string }).code);
        return [...thrown, rejected, widget.status];
      });
      expect(codes).toEqual([...Array<string>(5).fill('DESTROYED'), 'destroyed']);
      expect(await frames(stage)).toBe(0);
      expect(stage.loads).toHaveLength(1);
    },
  );
});

test.describe('setSession', () => {
  test(
    'a hundred times in one task makes one frame and one request, of the last',
    threat('a storm of `setSession` in one task', {
      severity: 'medium',
      answer: 'one frame, one request',
    }),
    async ({ page, stage }) => {
      await stage.visit();
      await stage.mount();
      await page.evaluate(() => {
        for (let n = 1; n <= 100; n += 1) window.shop.first.setSession(`s-${n}`, `u-${n}`);
      });
      await stage.reaches('ready');
      const last = '/auth?sessionId=s-100&userIdentifier=u-100&lang=en';
      expect(stage.loads.at(-1)).toBe(last);
      await worksOnce(stage, 2);
    },
  );

  test(
    'in task after task ends with one frame, on the last session',
    threat('a storm of `setSession` over many tasks', { severity: 'medium', answer: 'one frame' }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(async () => {
        for (let n = 1; n <= 20; n += 1) {
          window.shop.first.setSession(`s-${n}`, `u-${n}`);
          await window.shop.nextTask();
        }
      });
      await expect
        .poll(() => stage.loads.at(-1), soon)
        .toBe('/auth?sessionId=s-20&userIdentifier=u-20&lang=en');
      await stage.reaches('ready');
      await worksOnce(stage, stage.loads.length);
    },
  );
});

test.describe('a handler', () => {
  test(
    'that throws is reported once, and stops no other',
    threat('a handler throws', { severity: 'high', answer: 'isolated, reported once' }),
    async ({ page, stage }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await stage.open();
      await page.evaluate(() => {
        const widget = window.shop.first;
        const heard: string[] = [];
        Object.assign(window, { called: heard });
        widget.on('EXIT', () => {
          throw new Error('thrown by a handler');
        });
        widget.on('EXIT', () => heard.push('second'));
        widget.on('*', () => heard.push('every'));
        widget.element.addEventListener('uba-message', () => heard.push('listener'));
      });
      await stage.post(await stage.frame(), { type: 'EXIT' });
      const called = await page.evaluate(() => (window as unknown as { called: string[] }).called);
      expect(called).toEqual(['second', 'every', 'listener']);
      await expect.poll(() => faults, soon).toEqual(['thrown by a handler']);
      await worksOnce(stage, 1);
    },
  );

  test(
    'of a status that throws leaves the widget whole',
    threat('a status handler throws', { severity: 'high', answer: 'widget stays whole' }),
    async ({ page, stage }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await stage.visit();
      await page.evaluate((origin) => {
        const widget = window.shop.mount({ origin, sessionId: 's', userIdentifier: 'u' });
        widget.element.addEventListener('uba-status', () => {
          throw new Error('thrown at a status');
        });
      }, stage.uba.origin);
      await worksOnce(stage, 1);
      expect(faults).toEqual(['thrown at a status', 'thrown at a status']);
    },
  );

  test(
    'that destroys the widget ends the dispatch: no later event, no frame',
    threat('a handler destroys the widget', { severity: 'high', answer: 'dispatch ends' }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => window.shop.first.on('EXIT', () => window.shop.first.destroy()));
      await stage.forget();
      const frame = await stage.frame();
      await stage.hears(1, () =>
        frame.evaluate((message) => {
          parent.postMessage({ type: 'EXIT' }, '*');
          parent.postMessage(message, '*');
        }, connected),
      );
      await settle(stage);
      expect(await stage.events()).toEqual(['EXIT', 'uba-status']);
      expect(await frames(stage)).toBe(0);
    },
  );

  test(
    'that switches the session gets one new load',
    threat('a handler switches the session', { severity: 'high', answer: 'one new load' }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        const widget = window.shop.first;
        widget.on('EXIT', () => widget.setSession('s-2', 'u-2'), { once: true });
      });
      await stage.post(await stage.frame(), { type: 'EXIT' });
      await expect.poll(() => stage.loads.length, soon).toBe(2);
      await worksOnce(stage, 2);
    },
  );

  test(
    'of ready that reloads once gets one new load, and no loop',
    threat('a handler reloads', { severity: 'high', answer: 'no loop' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate((origin) => {
        const widget = window.shop.mount({ origin, sessionId: 's', userIdentifier: 'u' });
        widget.on('ready', () => widget.reload(), { once: true });
      }, stage.uba.origin);
      await expect.poll(() => stage.loads.length, soon).toBe(2);
      await worksOnce(stage, 2);
      expect(stage.loads).toHaveLength(2);
    },
  );

  test(
    'of loading that destroys the widget keeps the server from being asked',
    threat('a handler destroys while loading begins', { severity: 'high', answer: 'no request' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate(async (origin) => {
        const widget = window.shop.mount({ origin, sessionId: 's', userIdentifier: 'u' });
        widget.element.addEventListener('uba-status', () => widget.destroy(), { once: true });
        await window.shop.nextTask();
      }, stage.uba.origin);
      expect(stage.uba.requests).toEqual([]);
      expect(await page.evaluate(() => window.shop.first.status)).toBe('destroyed');
    },
  );

  test(
    'of an error that destroys the widget gets no view and no frame after it',
    threat('a handler destroys at an error', { severity: 'high', answer: 'no view, no frame' }),
    async ({ page, stage }) => {
      stage.uba.pages.set('/auth', silent);
      await stage.visit();
      await page.evaluate((origin) => {
        const session = { sessionId: 's', userIdentifier: 'u' };
        const widget = window.shop.mount({ origin, ...session, readyTimeout: 50 });
        widget.element.addEventListener('uba-error', () => widget.element.destroy());
      }, stage.uba.origin);
      await stage.reaches('destroyed');
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await frames(stage)).toBe(0);
    },
  );
});

test.describe('the script', () => {
  test(
    'loaded twice registers one element, and each message is one event',
    threat('the script is loaded twice', { severity: 'high', answer: 'one element, one event' }),
    async ({ page, stage }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await stage.visit();
      const same = await page.evaluate(async () => {
        const before = customElements.get('fino-uba');
        const copy = '/uba-widget.js?copy';
        await import(copy);
        return customElements.get('fino-uba') === before;
      });
      expect(same).toBe(true);
      await stage.mount();
      await worksOnce(stage, 1);
      expect(faults).toEqual([]);
    },
  );

  test(
    'loaded twice: the second copy’s createUbaWidget works as well',
    threat('two copies of the script are both used', { severity: 'high', answer: 'both work' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate(async (origin) => {
        const address = '/uba-widget.js?copy';
        const copy = (await import(address)) as typeof window.shop.widget;
        const widget = copy.createUbaWidget({ origin, sessionId: 's', userIdentifier: 'u' });
        window.shop.watch(widget.element);
        window.shop.controllers.push(widget);
        document.body.append(widget.element);
      }, stage.uba.origin);
      await worksOnce(stage, 1);
    },
  );
});

test.describe('moving', () => {
  test(
    'in, out and in again in one task, as StrictMode does, is one request',
    threat('StrictMode: in, out, in', { severity: 'high', answer: 'one request' }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate((origin) => {
        const { element } = window.shop.mount({ origin, sessionId: 's', userIdentifier: 'u' });
        element.remove();
        document.body.append(element);
      }, stage.uba.origin);
      await worksOnce(stage, 1);
    },
  );

  test(
    'by append to another parent is exactly one request more',
    threat('re-parenting by `append`', { severity: 'high', answer: 'one request more' }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        const parent = document.body.appendChild(document.createElement('main'));
        parent.append(window.shop.first.element);
      });
      await expect.poll(() => stage.loads.length, soon).toBe(2);
      await worksOnce(stage, 2);
    },
  );

  test(
    'by moveBefore is no request in Chromium, and one in Firefox, which reloads',
    threat('re-parenting by `moveBefore`', {
      severity: 'high',
      answer: 'Chromium none, Firefox one',
    }),
    async ({ browserName, page, stage }) => {
      await stage.open();
      const documents = stage.loads.length + (browserName === 'firefox' ? 1 : 0);
      await page.evaluate(() => {
        const parent = document.body.appendChild(document.createElement('main'));
        const { element } = window.shop.first;
        (parent as Node & { moveBefore(node: Node, child: null): void }).moveBefore(element, null);
      });
      await expect.poll(() => stage.loads.length, soon).toBe(documents);
      await worksOnce(stage, documents);
    },
  );

  test(
    'out of the page unloads the frame at once, and coming back is one request',
    threat('removal and return', { severity: 'high', answer: 'unloaded at once, one request' }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => window.shop.first.element.remove());
      expect(await page.evaluate(() => window.frames.length)).toBe(0);
      expect(await page.evaluate(() => window.shop.first.status)).toBe('idle');
      await page.evaluate(() => document.body.append(window.shop.first.element));
      await worksOnce(stage, 2);
    },
  );

  test(
    'into another document is one request, and that window’s messages are heard once',
    threat('adoption into another document', {
      severity: 'high',
      answer: 'one request, one event',
    }),
    async ({ page, stage }) => {
      await stage.open();
      const inner = await stage.addFrame(`${stage.shop.origin}/elsewhere`);
      await page.evaluate(() => {
        const iframe = document.querySelector('iframe') as HTMLIFrameElement;
        iframe.contentDocument?.body.append(window.shop.first.element);
      });
      await stage.reaches('ready');
      expect(stage.loads).toHaveLength(2);
      await stage.forget();
      const widgetFrame = present(
        page.frames().find((frame) => frame.url().startsWith(stage.uba.origin)),
      );
      await widgetFrame.evaluate(() => parent.postMessage({ type: 'EXIT' }, '*'));
      await expect.poll(() => stage.events(), soon).toEqual(['EXIT', 'uba-message']);
      const height = inner
        .locator('fino-uba')
        .evaluate((element: HTMLElement) => element.offsetHeight);
      expect(await height).toBe(640);
    },
  );

  test(
    'a clone is a widget of its own: no shared frame, no session that was set by script',
    threat('`cloneNode` of a widget set up by script', {
      severity: 'high',
      answer: 'no shared frame, no session',
    }),
    async ({ page, stage }) => {
      await stage.open();
      await page.evaluate(() => {
        document.body.append(window.shop.first.element.cloneNode(true));
        return window.shop.nextTask();
      });
      await expect(page.locator('fino-uba')).toHaveCount(2);
      await worksOnce(stage, 1);
    },
  );

  test(
    'a clone of an element with attributes loads once, and hears its own frame alone',
    threat('`cloneNode` of a widget set up by attributes', {
      severity: 'high',
      answer: 'a widget of its own',
    }),
    async ({ page, stage }) => {
      await stage.visit();
      await page.evaluate((origin) => {
        window.shop.insert({ origin, 'session-id': 's', 'user-identifier': 'u' });
      }, stage.uba.origin);
      await stage.reaches('ready');
      await page.evaluate(() => {
        document.body.append(window.shop.first.element.cloneNode(true));
        const [, clone] = document.querySelectorAll('fino-uba');
        if (!clone) throw new Error('There is no clone.');
        window.shop.watch(clone);
        window.shop.controllers.push(new window.shop.widget.UbaWidgetController(clone));
      });
      await stage.reaches('ready', 1);
      expect(stage.loads).toHaveLength(2);
      await stage.forget();
      await stage.post(await stage.frame(1), { type: 'EXIT' });
      expect(await page.evaluate(() => window.shop.log.map(({ of }) => of))).toEqual([1, 1]);
    },
  );
});

test(
  'an inner iframe that the page removes throws nothing, and reload brings it back',
  threat('the page removes the inner iframe', {
    severity: 'high',
    answer: 'no exception; `reload` recovers',
  }),
  async ({ page, stage }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await stage.open();
    await page.evaluate(() => {
      const widget = window.shop.first;
      widget.element.shadowRoot?.querySelector('iframe')?.remove();
      widget.postMessage({ lost: true });
      widget.update({ colorScheme: 'dark', frameTitle: 'Gone' });
      widget.reload();
    });
    await worksOnce(stage, 2);
    expect(faults).toEqual([]);
  },
);

test(
  'a shadow root that the page empties throws nothing, and setSession brings it back',
  threat('the page empties the shadow root', {
    severity: 'high',
    answer: 'no exception; `setSession` recovers',
  }),
  async ({ page, stage }) => {
    await stage.open();
    await page.evaluate(() => {
      window.shop.first.element.shadowRoot?.replaceChildren();
      window.shop.first.setSession('s-2', 'u-2');
    });
    await worksOnce(stage, 2);
  },
);

test(
  'fifty widgets destroyed leave no frame and no listener behind',
  threat('destroyed widgets leave frames or listeners', { severity: 'high', answer: 'none left' }),
  async ({ page, stage }) => {
    await stage.visit();
    const listening = await page.evaluate(async (origin) => {
      let count = 0;
      const add = window.addEventListener.bind(window);
      const remove = window.removeEventListener.bind(window);
      Object.assign(window, {
        addEventListener: (...given: Parameters<typeof add>) => {
          if (given[0] === 'message') count += 1;
          add(...given);
        },
        removeEventListener: (...given: Parameters<typeof remove>) => {
          if (given[0] === 'message') count -= 1;
          remove(...given);
        },
      });
      const counts: number[] = [];
      for (let n = 0; n < 50; n += 1) {
        const widget = window.shop.mount({ origin, sessionId: 's', userIdentifier: 'u' });
        await window.shop.nextTask();
        counts.push(count);
        widget.destroy();
      }
      return { most: Math.max(...counts), left: count, frames: window.frames.length };
    }, stage.uba.origin);
    expect(listening).toEqual({ most: 1, left: 0, frames: 0 });
  },
);
