/** The loader of the browser's script: once, checked, tried again, under strict policies. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { expect, type Page as BrowserPage } from '@playwright/test';
import type { loadUbaWidget, UbaLoaderOptions } from '@finodigital/uba-widget/loader';
import { soon } from '../fixtures/stage.js';
import { test as base } from '../fixtures/embedding.js';
import type { Page, Site } from '../fixtures/site.js';

declare global {
  interface Window {
    load: typeof loadUbaWidget;
    ran: number | undefined;
  }
}

const read = (name: string) => readFileSync(`packages/widget/dist/${name}`);
const integrityOf = (name: string) =>
  (
    JSON.parse(read('cdn/integrity.json').toString()) as {
      readonly files: Readonly<Record<string, string>>;
    }
  ).files[name] ?? '';

const script =
  (content: string | Buffer): Page =>
  (_request, response) => {
    response
      .writeHead(200, {
        'Content-Type': 'text/javascript',
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
      })
      .end(content);
  };

const refusal: Page = (_request, response) => void response.writeHead(404).end();
const cut: Page = (request) => void request.socket.destroy();

/** A shop with the loader, and these headers. */
const shopWith =
  (headers: Readonly<Record<string, string>> = {}): Page =>
  (_request, response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html', ...headers })
      .end(
        '<!doctype html><html lang="en"><title>Shop</title><script type="module" nonce="r4nd0m">import { loadUbaWidget } from "/loader.js"; window.load = loadUbaWidget;</script></html>',
      );
  };

const files = ['uba-widget.js', 'uba-widget.iife.js'];

const test = base.extend<{ readonly shop: Site; readonly cdn: Site }>({
  shop: async ({ site }, use) => {
    await use(await site({ '/': shopWith(), '/loader.js': script(read('loader.js')) }));
  },
  cdn: async ({ site }, use) => {
    const pages = files.map((name) => [`/${name}`, script(read(`cdn/${name}`))] as const);
    await use(await site(Object.fromEntries(pages), '127.0.0.1'));
  },
});

async function visit(page: BrowserPage, shop: Site): Promise<void> {
  await page.goto(shop.origin);
  await page.waitForFunction(() => 'load' in window);
}

/** What comes of a call: the version that was loaded, or the code and message of the error. */
function load(page: BrowserPage, options: UbaLoaderOptions): Promise<string> {
  return page.evaluate(
    (given) =>
      window.load(given).then(
        ({ createUbaWidget, version }) => {
          document.body.append(createUbaWidget().element);
          return `${version} ${String(customElements.get('fino-uba') !== undefined)}`;
        },
        (error: unknown) => {
          if (!(error instanceof Error) || error.name !== 'UbaError') throw error;
          return `${String((error as Error & { code?: unknown }).code)}: ${error.message}`;
        },
      ),
    options,
  );
}

const { version } = JSON.parse(readFileSync('packages/widget/package.json', 'utf8')) as {
  readonly version: string;
};
const loaded = `${version} true`;

for (const file of files) {
  test(`${file}: 20 calls at once load one script`, async ({ page, shop, cdn }) => {
    await visit(page, shop);
    const options = { src: `${cdn.origin}/${file}`, integrity: integrityOf(file) };
    const same = await page.evaluate(async (given) => {
      const all = await Promise.all(Array.from({ length: 20 }, () => window.load(given)));
      return new Set(all).size;
    }, options);
    expect(same).toBe(1);
    expect(await load(page, options)).toBe(loaded);
    expect(cdn.requests).toEqual([`/${file}`]);
    await expect(page.locator(`script[src$="${file}"]`)).toHaveCount(1);
  });

  test(`${file}: a flipped byte never runs, and the right one does after it`, async ({
    page,
    shop,
    cdn,
  }) => {
    await visit(page, shop);
    const bytes = Buffer.concat([read(`cdn/${file}`), Buffer.from('\nwindow.ran = 1;')]);
    cdn.pages.set(`/${file}`, script(bytes));
    const options = { src: `${cdn.origin}/${file}`, integrity: integrityOf(file) };
    for (let times = 0; times < 2; times++) {
      expect(await load(page, options)).toMatch(/^LOAD_FAILED: .*missing or altered$/);
    }
    expect(await page.evaluate(() => [window.ran, customElements.get('fino-uba')])).toEqual([
      undefined,
      undefined,
    ]);
    cdn.pages.set(`/${file}`, script(read(`cdn/${file}`)));
    expect(await load(page, options)).toBe(loaded);
    await expect(page.locator(`script[src*="${file}"]`)).toHaveCount(1);
  });
}

const [file = ''] = files;

test('whatever fails is told, and can be tried again', async ({ page, shop, cdn }) => {
  await visit(page, shop);
  const src = `${cdn.origin}/${file}`;
  const waiting: IncomingMessage[] = [];
  const never: Page = (request) => void waiting.push(request);
  const failures: readonly (readonly [Page, RegExp])[] = [
    [refusal, /missing or altered/],
    [cut, /missing or altered/],
    [never, /timeout/],
    [script('throw new Error("planted")'), /planted/],
    [script('export const other = 1'), /FinoUba/],
    ['<!doctype html><title>Login</title>', /missing or altered/],
  ];
  for (const [answer, reason] of failures) {
    cdn.pages.set(`/${file}`, answer);
    const timeout = answer === never ? 300 : 30_000;
    const told = await load(page, { src, timeout });
    expect(told).toMatch(/^LOAD_FAILED: /);
    expect(told).toMatch(reason);
    await expect(page.locator('script[src]')).toHaveCount(0);
    // Chromium would have the next request wait for this one.
    for (const request of waiting.splice(0)) request.socket.destroy();
  }
  cdn.pages.set(`/${file}`, script(read(`cdn/${file}`)));
  expect(await load(page, { src })).toBe(loaded);
});

test('a hash that no browser checks, and every other wrong option, is refused by its name', async ({
  page,
  shop,
  cdn,
}) => {
  await visit(page, shop);
  const src = `${cdn.origin}/${file}`;
  const wrong: readonly (readonly [object, string])[] = [
    [{ src: '' }, 'src is wrong'],
    [{ src: null }, 'src is wrong'],
    [{ integrity: integrityOf(file) }, 'src is wrong'],
    [{ src, integrity: '' }, 'integrity is wrong'],
    [{ src, integrity: 'sha1-AAAA' }, 'integrity is wrong'],
    [{ src, integrity: 'SHA384-AAAA' }, 'integrity is wrong'],
    [{ src, integrity: 'sha384-A=A' }, 'integrity is wrong'],
    [{ src, integrity: 5 }, 'integrity is wrong'],
    [{ src, timeout: 'soon' }, 'timeout is wrong'],
    [{ src, timeout: 0 }, 'timeout is wrong'],
    [{ src, intergity: integrityOf(file) }, 'intergity is wrong'],
  ];
  for (const [options, words] of wrong) {
    expect(await load(page, options)).toContain(`INVALID_CONFIG: ${words}`);
  }
  // Well-formed, and of no script.
  expect(await load(page, { src, integrity: 'sha384-AAAA' })).toMatch(/^LOAD_FAILED/);
  expect(await load(page, { src, integrity: integrityOf(file) })).toBe(loaded);
  const others = [{ src: `${src}?2` }, { src }, { src, integrity: `sha256-${'A'.repeat(43)}=` }];
  for (const other of others) {
    expect(await load(page, other)).toBe('INVALID_CONFIG: src or integrity is wrong');
  }
});

test('an inherited option counts for nothing', async ({ page, shop, cdn }) => {
  await visit(page, shop);
  await page.evaluate((src) => {
    Object.assign(Object.prototype, { src });
  }, `${cdn.origin}/${file}`);
  // The package itself, which this shop does not serve.
  const told = await page.evaluate(() =>
    window.load({}).catch((error: unknown) => (error as Error).name),
  );
  expect(told).toBe('TypeError');
  expect(cdn.requests).toEqual([]);
});

test('the element may be there already', async ({ page, shop, cdn }) => {
  await visit(page, shop);
  await page.addScriptTag({ url: `${cdn.origin}/uba-widget.iife.js` });
  expect(await load(page, { src: `${cdn.origin}/${file}` })).toBe(loaded);
});

for (const [name, policy] of Object.entries({
  'a nonce': "script-src 'nonce-r4nd0m' 'self'",
  'a nonce and strict-dynamic': "script-src 'nonce-r4nd0m' 'strict-dynamic'",
})) {
  for (const types of ['', "; require-trusted-types-for 'script'; trusted-types fino-uba"]) {
    test(`under ${name}${types && ' and Trusted Types'} it loads, and nobody complains`, async ({
      page,
      shop,
      cdn,
    }) => {
      const complaints: string[] = [];
      page.on('console', (entry) => {
        if (entry.type() === 'error') complaints.push(entry.text());
      });
      shop.pages.set('/', shopWith({ 'Content-Security-Policy': policy + types }));
      await visit(page, shop);
      const options = {
        src: `${cdn.origin}/${file}`,
        integrity: integrityOf(file),
        nonce: 'r4nd0m',
      };
      cdn.pages.set(`/${file}`, refusal);
      expect(await load(page, options)).toMatch(/^LOAD_FAILED/);
      complaints.length = 0;
      cdn.pages.set(`/${file}`, script(read(`cdn/${file}`)));
      expect(await load(page, options)).toBe(loaded);
      expect(complaints).toEqual([]);
    });
  }
}

test('without the nonce that the page wants, nothing is asked for', async ({ page, shop, cdn }) => {
  shop.pages.set('/', shopWith({ 'Content-Security-Policy': "script-src 'nonce-r4nd0m' 'self'" }));
  await visit(page, shop);
  expect(await load(page, { src: `${cdn.origin}/${file}` })).toMatch(/^LOAD_FAILED/);
  expect(cdn.requests).toEqual([]);
});

test('the classic script brings it all, by itself', async ({ page, site, cdn }) => {
  const shop = await site({
    '/': `<!doctype html><title>Shop</title>
      <script src="${cdn.origin}/uba-widget.iife.js" crossorigin integrity="${integrityOf('uba-widget.iife.js')}"></script>
      <fino-uba></fino-uba>`,
  });
  await page.goto(shop.origin);
  await expect
    .poll(() => page.evaluate(() => customElements.get('fino-uba') !== undefined), soon)
    .toBe(true);
  const found = await page.evaluate(() => {
    const { FinoUba } = window as unknown as {
      readonly FinoUba: Readonly<Record<'FinoUba' | 'version', unknown>>;
    };
    const Element = FinoUba.FinoUba as { readonly version: string };
    return [
      FinoUba.version,
      Element.version,
      Object.isFrozen(FinoUba),
      customElements.get('fino-uba') === FinoUba.FinoUba,
    ];
  });
  expect(found).toEqual([version, version, true, true]);
});

test('the hashes are true of the files, which name their version and their map', () => {
  for (const name of files) {
    const bytes = read(`cdn/${name}`);
    const hash = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    expect(integrityOf(name)).toBe(hash);
    const [first = ''] = bytes.toString().split('\n');
    expect(first).toBe(`/*! @finodigital/uba-widget ${version} | MIT */`);
    expect(bytes.toString().trimEnd()).toMatch(
      new RegExp(`\n//# sourceMappingURL=${name.replaceAll('.', '\\.')}\\.map$`),
    );
  }
});
