/** What the iframe may do: set before its address, anew on every load, for UBA's origin alone. */
import { expect } from '@playwright/test';
import { silent, soon, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

const sandbox = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-top-navigation-by-user-activation',
  'allow-storage-access-by-user-activation',
  'allow-downloads',
].join(' ');

/** Writes down, whenever an iframe is given an address, what it had by then. */
async function watchAddresses(stage: Stage): Promise<void> {
  await stage.page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    const note = (iframe: Element) => {
      seen.push({
        sandbox: iframe.getAttribute('sandbox'),
        allow: iframe.getAttribute('allow'),
        referrerPolicy: iframe.getAttribute('referrerpolicy'),
        connected: iframe.isConnected,
      });
    };
    // A native property or attribute goes the usual way once it was noted.
    const address = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
    Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
      set(this: HTMLIFrameElement, value: string) {
        note(this);
        address?.set?.call(this, value);
      },
    });
    const native = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute');
    Object.defineProperty(Element.prototype, 'setAttribute', {
      value(this: Element, name: string, value: string) {
        if (name === 'src') note(this);
        (native?.value as Element['setAttribute']).call(this, name, value);
      },
    });
  });
}

test(
  'sandbox, allow and referrer policy are set before the address, on every load',
  threat('`sandbox` or `allow` missing, or set after the navigation', {
    severity: 'high',
    answer: 'set before `src`, on every load',
  }),
  async ({ page, stage }) => {
    await stage.visit();
    await watchAddresses(stage);
    await stage.mount();
    await stage.reaches('ready');
    await page.evaluate(() => window.shop.first.setSession('s-2', 'u-2'));
    await stage.reaches('ready');
    await page.evaluate(() => window.shop.first.reload());
    await stage.reaches('ready');
    expect(await page.evaluate(() => (window as unknown as { seen: unknown[] }).seen)).toEqual(
      Array(3).fill({
        sandbox,
        allow: [
          `clipboard-write ${stage.uba.origin}`,
          `publickey-credentials-get ${stage.uba.origin}`,
          `otp-credentials ${stage.uba.origin}`,
          `storage-access ${stage.uba.origin}`,
        ].join('; '),
        referrerPolicy: 'strict-origin',
        connected: false,
      }),
    );
  },
);

test(
  'a sandbox that the page has altered is whole again at the next load',
  threat('`sandbox` or `allow` altered by the page', {
    severity: 'high',
    answer: 'fresh on the next load',
  }),
  async ({ page, stage }) => {
    await stage.open();
    const iframe = page.locator('fino-uba iframe');
    await iframe.evaluate((element) => {
      element.removeAttribute('sandbox');
      element.setAttribute('allow', 'camera *; microphone *');
    });
    await page.evaluate(() => window.shop.first.reload());
    await stage.reaches('ready');
    await expect(iframe).toHaveAttribute('sandbox', sandbox);
    expect(await iframe.getAttribute('allow')).not.toContain('*');
  },
);

test(
  'a document in the frame cannot take the page elsewhere by itself',
  threat('a document in the frame navigates the page', {
    severity: 'high',
    answer: "only by the user's own act",
  }),
  async ({ page, stage }) => {
    // A script of its own, and at a moment without activation, for what Playwright evaluates in a frame
    // counts as the user's doing.
    stage.uba.pages.set(
      '/auth',
      `<script>
      const leave = () => {
        if (navigator.userActivation.isActive) return requestAnimationFrame(leave);
        try {
          top.location.href = '${stage.shop.origin}/elsewhere';
        } finally {
          fetch('/tried');
          parent.postMessage({ type: 'ready' }, '*');
        }
      };
      leave();
    </script>`,
    );
    await stage.visit();
    await stage.mount();
    // Activation lasts for 5 s.
    await expect.poll(() => stage.uba.requests, { ...soon, timeout: 10_000 }).toContain('/tried');
    await stage.reaches('ready');
    await stage.post(await stage.frame(), { type: 'EXIT' });
    expect(page.url()).toBe(`${stage.shop.origin}/`);
    expect(stage.shop.requests).not.toContain('/elsewhere');
  },
);

test(
  'a document in the frame cannot open a dialog over the page',
  threat('a document in the frame opens a dialog', { severity: 'medium', answer: 'does not show' }),
  async ({ page, stage }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await stage.open();
    const frame = await stage.frame();
    await frame.evaluate(() => {
      alert('from the frame');
      confirm('from the frame');
    });
    await stage.post(frame, { type: 'EXIT' });
    expect(dialogs).toEqual([]);
  },
);

test(
  'the frame’s document gets what UBA needs and nothing more, a foreign one nothing',
  threat('`allow="camera *"`; a foreign document in the frame', {
    severity: 'medium',
    answer: "four permissions, UBA's origin alone",
  }),
  async ({ browserName, page, stage, site }) => {
    const foreign = await site({ '/': silent }, '127.0.0.1');
    await stage.open();
    const frame = await stage.frame();
    const allowed = () =>
      frame.evaluate(() => {
        const { featurePolicy } = document as Document & {
          featurePolicy?: { allowsFeature(name: string): boolean };
        };
        const names = ['clipboard-write', 'publickey-credentials-get', 'camera', 'geolocation'];
        return featurePolicy && names.filter((name) => featurePolicy.allowsFeature(name));
      });
    const atUba = await allowed();
    await frame.goto(foreign.origin);
    const elsewhere = await allowed();
    if (browserName === 'chromium') {
      expect(atUba).toEqual(['clipboard-write', 'publickey-credentials-get']);
      expect(elsewhere).toEqual([]);
    } else {
      // Firefox does not tell a document what it may do; what it is told stands in the attribute.
      expect([atUba, elsewhere]).toEqual([undefined, undefined]);
      const allow = (await page.locator('fino-uba iframe').getAttribute('allow')) ?? '';
      const parts = allow.split('; ').map((part) => part.split(' '));
      expect(parts.map(([, ...origins]) => origins)).toEqual(parts.map(() => [stage.uba.origin]));
    }
  },
);

test(
  'the iframe has an accessible name, and no name for other frames to aim at',
  threat('a frame name that others can aim at', {
    severity: 'medium',
    answer: 'none; a title instead',
  }),
  async ({ page, stage }) => {
    await stage.open();
    const iframe = page.locator('fino-uba iframe');
    await expect(iframe).toHaveAttribute('title', 'Connect your bank');
    expect(await iframe.getAttribute('name')).toBeNull();
    expect(await iframe.getAttribute('id')).toBeNull();
  },
);
