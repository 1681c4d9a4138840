/** The widget's own frame, taken to another origin: only the exact origin counts. */
import { expect } from '@playwright/test';
import { connected, silent, talkative, test, type Stage } from '../../fixtures/stage.js';
import type { openSite, Site } from '../../fixtures/site.js';
import { threat } from '../../fixtures/threat.js';

/** What the gate makes of a message from the widget's frame, once that shows another address. */
async function refusesFrom(stage: Stage, address: string): Promise<void> {
  const frame = await stage.frame();
  await frame.goto(address);
  await stage.forget();
  await stage.post(frame, connected, { type: 'ready' });
  expect(await stage.events()).toEqual(['uba-rejected', 'uba-rejected']);
  expect(await stage.details('uba-rejected')).toEqual([{ reason: 'origin' }, { reason: 'origin' }]);
}

/** The shop's UBA under another name of the same host and port. */
const renamed = (site: Site, host: string) =>
  Object.assign(new URL('/other', site.origin), { hostname: host }).href;

test(
  'a frame on the configured origin is heard',
  threat('control: the right sender', { severity: 'critical', answer: 'accepted' }),
  async ({ stage }) => {
    await stage.open();
    await stage.forget();
    await stage.post(await stage.frame(), connected);
    expect(await stage.events()).toEqual(['bank-connect', 'uba-message']);
    expect(await stage.details('bank-connect')).toEqual([connected]);
  },
);

test(
  'the origin with one more digit in its port is refused',
  threat('the origin plus a port digit', { severity: 'critical', answer: 'exact `===` on origin' }),
  async ({ stage, site }) => {
    const [uba, oneDigitMore] = await neighbours(site);
    await stage.open({ origin: uba.origin });
    expect(oneDigitMore.origin.startsWith(uba.origin)).toBe(true);
    await refusesFrom(stage, oneDigitMore.origin);
  },
);

/** Two sites, the port of one of which begins with the port of the other. */
async function neighbours(site: typeof openSite): Promise<[Site, Site]> {
  for (let port = 6100; port < 6500; port += 1) {
    try {
      return [
        await site({ '/auth': talkative }, '127.0.0.1', port),
        await site({ '/': silent }, '127.0.0.1', port * 10 + 1),
      ];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error('No two neighbouring ports are free.');
}

test(
  'the same port on another host is refused',
  threat('the same port on another host', {
    severity: 'critical',
    answer: 'exact `===` on origin',
  }),
  async ({ stage }) => {
    await stage.open();
    await refusesFrom(stage, renamed(stage.uba, 'other.localhost'));
  },
);

test(
  'the same host and port under another scheme is refused',
  threat('the same host and port, another scheme', {
    severity: 'critical',
    answer: 'exact `===` on origin',
  }),
  async ({ page, stage }) => {
    await stage.open();
    const secure = stage.uba.origin.replace('http:', 'https:');
    await page.route(`${secure}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: silent }),
    );
    await refusesFrom(stage, `${secure}/other`);
  },
);

test(
  'a host that begins with the configured one is refused',
  threat('`trusted.evil`: the origin as a prefix', {
    severity: 'critical',
    answer: 'exact `===` on origin',
  }),
  async ({ stage, site }) => {
    const uba = await site({ '/auth': talkative, '/other': silent }, 'localhost');
    await stage.open({ origin: uba.origin });
    await refusesFrom(stage, renamed(uba, 'localhost.evil.localhost'));
  },
);

test(
  'a host that ends in the configured one is refused',
  threat('the origin as a suffix', { severity: 'critical', answer: 'exact `===` on origin' }),
  async ({ stage, site }) => {
    const uba = await site({ '/auth': talkative, '/other': silent }, 'localhost');
    await stage.open({ origin: uba.origin });
    await refusesFrom(stage, renamed(uba, 'evil-localhost.localhost'));
  },
);

test(
  'a host that the configured one matches as a pattern, dots unescaped, is refused',
  threat('a host that matches an unescaped dot', {
    severity: 'critical',
    answer: 'exact `===` on origin',
  }),
  async ({ stage }) => {
    await stage.open();
    expect('127-0-0-1.localhost').toMatch(/^127.0.0.1/);
    await refusesFrom(stage, renamed(stage.uba, '127-0-0-1.localhost'));
  },
);

test(
  'the configured host with a trailing dot is refused',
  threat('a trailing dot', { severity: 'critical', answer: 'exact `===` on origin' }),
  async ({ stage, site }) => {
    const uba = await site({ '/auth': talkative, '/other': silent }, 'localhost');
    await stage.open({ origin: uba.origin });
    await refusesFrom(stage, renamed(uba, 'localhost.'));
  },
);

test(
  'production with a suffix, https and all, is refused',
  threat('production as a prefix', { severity: 'critical', answer: 'exact `===` on origin' }),
  async ({ page, stage }) => {
    const serve = (origin: string, body: string) =>
      page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await serve('https://uba.fino.run', talkative);
    await serve('https://uba.fino.run.evil.example', silent);
    await stage.open({ origin: 'https://uba.fino.run' });
    await refusesFrom(stage, 'https://uba.fino.run.evil.example/');
  },
);

test(
  'an opaque origin is refused: a data: document in the frame',
  threat('opaque origin: data:', { severity: 'critical', answer: 'dropped' }),
  async ({ stage }) => {
    await stage.open();
    await refusesFrom(stage, `data:text/html,${silent}`);
  },
);

test(
  'an opaque origin is refused: UBA’s own address, sandboxed by a header',
  threat('opaque origin: a sandboxed document of UBA', { severity: 'critical', answer: 'dropped' }),
  async ({ stage }) => {
    stage.uba.pages.set('/opaque', (_request, response) => {
      response
        .writeHead(200, {
          'Content-Type': 'text/html',
          'Content-Security-Policy': 'sandbox allow-scripts',
        })
        .end(silent);
    });
    await stage.open();
    await refusesFrom(stage, `${stage.uba.origin}/opaque`);
  },
);

test(
  'an opaque origin is refused: a srcdoc that the page puts into the frame',
  threat('opaque origin: srcdoc', { severity: 'critical', answer: 'dropped' }),
  async ({ page, stage }) => {
    await stage.open();
    await stage.forget();
    await stage.hears(1, () =>
      page.locator('fino-uba iframe').evaluate((iframe: HTMLIFrameElement) => {
        iframe.setAttribute('sandbox', 'allow-scripts');
        iframe.srcdoc = `<script>parent.postMessage({ type: 'EXIT', from: origin }, '*')</script>`;
      }),
    );
    expect(await (await stage.frame()).evaluate(() => origin)).toBe('null');
    expect(await stage.events()).toEqual(['uba-rejected']);
  },
);

test(
  'a frame that visits the bank’s site and comes back is heard again, the bank is not',
  threat("the frame goes to a bank's site and back", {
    severity: 'medium',
    answer: 'bank dropped, UBA accepted again',
  }),
  async ({ stage, site }) => {
    const bank = await site({ '/': silent }, '127.0.0.1');
    await stage.open();
    await refusesFrom(stage, bank.origin);
    const frame = await stage.frame();
    await frame.goto(`${stage.uba.origin}/other`);
    await stage.forget();
    await stage.post(frame, connected);
    expect(await stage.events()).toEqual(['bank-connect', 'uba-message']);
  },
);
