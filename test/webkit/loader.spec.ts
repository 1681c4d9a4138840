/** The loader in WebKit: one script, a wrong hash, and a second try. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { remote } from 'webdriverio';
import { webkit } from '../../scripts/webkit-capabilities.mjs';
import { openSite, type Page } from '../fixtures/site.js';

const dist = 'packages/widget/dist';
const { files } = JSON.parse(readFileSync(`${dist}/cdn/integrity.json`, 'utf8')) as {
  readonly files: Readonly<Record<string, string>>;
};

const script =
  (content: string): Page =>
  (_request, response) => {
    const headers = { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' };
    response.writeHead(200, headers).end(content);
  };

/** Calls the loader 20 times, and tells what has come of all that. */
const load = (options: { readonly src: string; readonly integrity: string | undefined }) =>
  import(`${location.origin}/loader.js`).then(
    async ({ loadUbaWidget }: { loadUbaWidget: (given: object) => Promise<object> }) => {
      const calls = Array.from({ length: 20 }, () => loadUbaWidget(options));
      const all = await Promise.allSettled(calls);
      return [...new Set(all.map((one) => (one.status === 'rejected' ? 'refused' : 'loaded')))];
    },
  );

for (const [name, integrity] of Object.entries(files)) {
  test(`${name}: a flipped byte never runs; then 20 calls load one script`, async () => {
    const content = readFileSync(`${dist}/cdn/${name}`, 'utf8');
    const shop = await openSite({
      '/': '<!doctype html><html lang="en"><title>Shop</title></html>',
      '/loader.js': script(readFileSync(`${dist}/loader.js`, 'utf8')),
      [`/${name}`]: script(`${content};window.ran = 1`),
    });
    const driver = await remote(webkit);
    try {
      await driver.url(shop.origin);
      const options = { src: `/${name}`, integrity };
      expect(await driver.execute(load, options)).toEqual(['refused']);
      expect(await driver.execute(() => 'ran' in window)).toBe(false);
      shop.pages.set(`/${name}`, script(content));
      const before = shop.requests.length;
      expect(await driver.execute(load, options)).toEqual(['loaded']);
      expect(shop.requests.slice(before)).toEqual([`/${name}`]);
      expect(await driver.execute(() => customElements.get('fino-uba') !== undefined)).toBe(true);
    } finally {
      await driver.deleteSession();
      await shop.close();
    }
  });
}
