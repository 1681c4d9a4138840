/** Pages with strict policies: the widget breaks none of them, and needs no exception but frame-src. */
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { shopPage, silent, soon, talkative, test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

/** UBA as it must be served for a page that demands cross-origin isolation. */
const isolated = (stage: Stage, page: string) => {
  stage.uba.pages.set('/auth', (_request, response) => {
    response
      .writeHead(200, {
        'Content-Type': 'text/html',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .end(page);
  });
};

/** What a page's policies complain about: by events, by reports to the server, on the console. */
interface Complaints {
  readonly console: readonly string[];
  /** Directive and address of each report. The browser's search for an icon is left out. */
  readonly reports: readonly string[];
  violations(): Promise<readonly string[]>;
}

/** Opens the shop with these headers and listens for complaints. */
async function openWith(
  stage: Stage,
  headers: Readonly<Record<string, string>>,
  nonce?: string,
): Promise<Complaints> {
  const console: string[] = [];
  const reports: string[] = [];
  stage.page.on('console', (entry) => {
    // The widget's own lines are no complaint of a policy.
    if (entry.text().startsWith('UBA: ')) return;
    if (entry.type() === 'error' || entry.type() === 'warning') console.push(entry.text());
  });
  stage.page.on('pageerror', (error) => console.push(error.message));
  stage.shop.pages.set('/report', (request, response) => {
    void text(request).then((body) => {
      const { 'csp-report': report } = JSON.parse(body) as { 'csp-report': Report };
      const entry = `${report['effective-directive']} ${report['blocked-uri']}`;
      if (!entry.endsWith('/favicon.ico')) reports.push(entry);
      response.writeHead(204).end();
    });
  });
  const { 'Content-Security-Policy': csp } = headers;
  const reporting = csp && { 'Content-Security-Policy': `${csp}; report-uri /report` };
  stage.shop.pages.set('/strict', shopPage({ ...headers, ...reporting }, nonce));
  await stage.visit('/strict');
  return { console, reports, violations: () => stage.page.evaluate(() => window.shop.violations) };
}

/** What this reads of a report. */
interface Report {
  readonly 'effective-directive': string;
  readonly 'blocked-uri': string;
}

/** Colours that the views take on. */
const theme = { backgroundColor: '#101010', textColor: '#fefefe' };

/** Everything that the widget ever draws or does: skeleton, frame, height, error view, Retry. */
async function everything(stage: Stage, serve: (page: string) => void): Promise<void> {
  const { page } = stage;
  serve(talkative);
  await stage.mount({ autoHeight: true, readyTimeout: 300, colorScheme: 'dark', theme });
  await stage.reaches('ready');
  await stage.post(
    await stage.frame(),
    { type: 'ready', payload: { features: ['resize', 'theme'] } },
    { type: 'resize', payload: { height: 321 } },
    { type: 'bank-connect' },
  );
  await expect(page.locator('fino-uba')).toHaveCSS('height', '321px');
  serve(silent);
  await page.evaluate(() => window.shop.first.reload());
  await stage.reaches('failed');
  await expect(page.getByRole('alert')).toHaveCSS('background-color', 'rgb(16, 16, 16)');
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCSS('min-height', '52px');
  serve(talkative);
  await page.getByRole('button', { name: 'Retry' }).click();
  await stage.reaches('ready');
  await page.evaluate(() => window.shop.first.destroy());
}

/** Asserts that everything works under these headers, and nobody complains. */
async function worksUnder(
  stage: Stage,
  headers: Readonly<Record<string, string>>,
  nonce?: string,
  serve = (page: string): void => void stage.uba.pages.set('/auth', page),
): Promise<void> {
  const complaints = await openWith(stage, headers, nonce);
  await everything(stage, serve);
  expect(await complaints.violations()).toEqual([]);
  expect(complaints.reports).toEqual([]);
  expect(complaints.console).toEqual([]);
}

const strict = ({ uba }: Stage) =>
  `default-src 'none'; script-src 'self'; frame-src ${uba.origin}; base-uri 'none'; form-action 'none'`;

test(
  'default-src none, scripts and the frame alone, no styles: zero violations',
  threat("strict CSP, `style-src 'none'`", { severity: 'high', answer: 'zero violations' }),
  async ({ stage }) => {
    await worksUnder(stage, { 'Content-Security-Policy': `${strict(stage)}; style-src 'none'` });
  },
);

test(
  'scripts by nonce and strict-dynamic: zero violations',
  threat('CSP with nonces and strict-dynamic', { severity: 'high', answer: 'zero violations' }),
  async ({ stage }) => {
    const scripts = "script-src 'nonce-r4nd0m' 'strict-dynamic'";
    const rest = `default-src 'none'; style-src 'none'; frame-src ${stage.uba.origin}`;
    await worksUnder(stage, { 'Content-Security-Policy': `${scripts}; ${rest}` }, 'r4nd0m');
  },
);

test(
  'Trusted Types enforced, with no policy allowed: zero violations',
  threat('Trusted Types enforced', { severity: 'high', answer: 'zero violations' }),
  async ({ stage }) => {
    await worksUnder(stage, {
      'Content-Security-Policy': `${strict(stage)}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
    });
  },
);

test(
  'COOP and COEP require-corp, with a UBA that allows it: isolated, zero violations',
  threat('COOP and COEP require-corp', { severity: 'high', answer: 'isolated, zero violations' }),
  async ({ page, stage }) => {
    await worksUnder(
      stage,
      {
        'Content-Security-Policy': `${strict(stage)}; style-src 'none'`,
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
      },
      undefined,
      (content) => isolated(stage, content),
    );
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  },
);

test(
  'Referrer-Policy no-referrer and a Permissions-Policy that gives UBA its share',
  threat('Referrer-Policy, Permissions-Policy', { severity: 'high', answer: 'zero violations' }),
  async ({ stage }) => {
    const share = `(self "${stage.uba.origin}")`;
    await worksUnder(stage, {
      'Content-Security-Policy': `${strict(stage)}; style-src 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Permissions-Policy': `camera=(), microphone=(), publickey-credentials-get=${share}`,
    });
  },
);

test(
  'a frame-src that blocks UBA is told once, and the widget is never ready',
  threat('`frame-src` blocks UBA', { severity: 'high', answer: 'never ready' }),
  async ({ page, stage }) => {
    const complaints = await openWith(stage, {
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; frame-src 'none'`,
    });
    // No time-out: the browser says at once that a policy is in the way.
    await stage.mount({ readyTimeout: 0 });
    await stage.reaches('failed');
    expect(await stage.statuses()).toEqual(['loading', 'failed']);
    expect(stage.uba.requests).toEqual([]);
    await expect(page.getByRole('alert')).toContainText('Turn off content blockers');
    const message = await page.evaluate(() =>
      window.shop.first.ready().catch((error: unknown) => (error as Error).message),
    );
    expect(message).toContain('frame-src');
    await expect.poll(() => complaints.violations(), soon).toHaveLength(1);
    expect((await complaints.violations())[0]).toMatch(/^frame-src /);
    await expect.poll(() => complaints.reports.length, soon).toBe(1);
  },
);

test(
  'a COEP page whose UBA does not allow it: the widget is never ready',
  threat('COEP blocks UBA', { severity: 'high', answer: 'never ready, Retry recovers' }),
  async ({ stage }) => {
    await openWith(stage, {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    await stage.mount({ readyTimeout: 300 });
    await stage.reaches('failed');
    expect(await stage.statuses()).toEqual(['loading', 'failed']);
    // Once UBA allows it, Retry is enough.
    isolated(stage, talkative);
    await stage.page.getByRole('button', { name: 'Retry' }).click();
    await stage.reaches('ready');
  },
);

test(
  'an inline style or markup from a string would be noticed here',
  threat('control: these tests would notice a violation', {
    severity: 'high',
    answer: 'two are reported',
  }),
  async ({ page, stage }) => {
    const complaints = await openWith(stage, {
      'Content-Security-Policy': `${strict(stage)}; style-src 'none'; require-trusted-types-for 'script'`,
    });
    const thrown = await page.evaluate(() => {
      const inlined = document.createElement('p');
      inlined.setAttribute('style', 'color: red');
      try {
        inlined.innerHTML = '<b>markup</b>';
        return 'nothing';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(thrown).toBe('TypeError');
    await expect.poll(() => complaints.violations(), soon).toHaveLength(2);
    await expect.poll(() => complaints.reports.length, soon).toBe(2);
  },
);
