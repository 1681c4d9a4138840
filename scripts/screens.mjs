/**
 * Takes pictures of every screen of the built sandbox, on a phone and on a desktop, light and dark,
 * in German and English, and puts them on the contact sheets that sandbox/screens.md shows:
 * `npm run build && node scripts/screens.mjs`, with names of sheets for those alone.
 */
/* global document -- of the contact sheets */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';
import { chromiumArgs, findBrowser } from './find-browser.mjs';

process.env.PORT ??= '5373';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../sandbox/testing/index.js').Lang} Lang */
/** @typedef {import('../test/fixtures/shots.js').Shot} Shot */

const folder = 'sandbox/screens';

/** @type {typeof import('../test/fixtures/shots.js')} */
const { atRest, reach, shots } = await load('test/fixtures/shots.ts');

/** The sheets: what is on each, by the names in test/fixtures/shots.ts. */
const sheets = {
  bank: ['loading', 'search', 'nothing found', 'account type', 'login', 'login error'],
  security: [
    'TAN method',
    'which phone',
    'TAN',
    'wrong TAN',
    'unknown device',
    'photoTAN',
    'chipTAN optical',
    'chipTAN manual',
  ],
  'other-device': ['decoupled', 'bank keeps silent', 'redirect', 'at the bank', 'the bank’s page'],
  accounts: [
    'consent',
    'accounts',
    'no account chosen',
    'no such accounts',
    'done',
    'done, a duplicate',
    'conflict',
    'leaving',
  ],
  payment: [
    'check a payment',
    'check, several',
    'check, close match',
    'check, no match',
    'check, not possible',
    'TAN to pay',
    'photoTAN to pay',
    'pay on the phone',
  ],
  'payment-ends': [
    'redirect to pay',
    'pay at the bank',
    'the bank’s page, a payment',
    'cancelling the payment',
    'paid',
    'paid, several',
    'paid at once',
    'not paid',
    'payment, session over',
    'payment cancelled',
    'the tools, a payment',
  ],
  manage: [
    'overview',
    'overview, failed',
    'synchronising',
    'consent, renewed',
    'overview, declined',
    'overview, a duplicate',
    'disconnect',
  ],
  ends: [
    'try again',
    'cannot go on',
    'cannot go on, but back',
    'session over',
    'left',
    'the tools',
    'the tools, a device',
  ],
};

const phone = {
  name: '375',
  viewport: { width: 375, height: 667 },
  columns: 4,
  looks: /** @type {const} */ ({ en: 'light', de: 'dark' }),
};

const desktop = {
  name: '1280',
  viewport: { width: 1280, height: 800 },
  columns: 2,
  looks: /** @type {const} */ ({ en: 'dark', de: 'light' }),
};

const sizes = [phone, desktop];

const server = await preview({ mode: 'sandbox', configFile: 'vite.config.ts', logLevel: 'warn' });
const browser = await chromium.launch({
  executablePath: findBrowser('chromium'),
  chromiumSandbox: false,
  args: chromiumArgs,
});
try {
  mkdirSync(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const [sheet, names] of Object.entries(sheets)) {
    if (wanted.length === 0 || wanted.includes(sheet)) await take(sheet, names);
  }
} finally {
  await browser.close();
  await server.close();
}

/**
 * @param {string} sheet
 * @param {readonly string[]} names
 */
async function take(sheet, names) {
  /** @type {Map<string, string[]>} */
  const figures = new Map(sizes.map(({ name }) => [name, []]));
  for (const name of names) {
    const shot = shots.find((one) => one.name === name);
    if (!shot) throw new Error(`No screen is called ${name}.`);
    for (const lang of /** @type {const} */ (['en', 'de'])) {
      // The way leads over the phone's screens, where the focus has to be scrolled to.
      const page = await open(shot, lang);
      for (const { name: size, viewport, looks } of sizes) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: looks[lang] });
        await page.mouse.move(0, 0);
        await atRest(page);
        const picture = await page.screenshot({ animations: 'disabled' });
        figures
          .get(size)
          ?.push(
            `<figure><img src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${name} · ${lang}, ${looks[lang]}</figcaption></figure>`,
          );
      }
      await page.context().close();
    }
  }
  for (const { name, viewport, columns } of sizes) {
    const file = `${folder}/${sheet}-${name}.webp`;
    writeFileSync(file, await contactSheet(figures.get(name) ?? [], viewport.width, columns));
    console.log(file);
  }
}

/**
 * @param {Shot} shot
 * @param {Lang} lang
 */
async function open(shot, lang) {
  const { viewport, looks } = phone;
  const context = await browser.newContext({ locale: lang, viewport, colorScheme: looks[lang] });
  const page = await context.newPage();
  await reach(shot, page, lang);
  return page;
}

/**
 * @param {readonly string[]} figures
 * @param {number} width of one picture, in px
 * @param {number} columns
 */
async function contactSheet(figures, width, columns) {
  const gap = 24;
  const page = await browser.newPage({
    viewport: { width: columns * width + (columns + 1) * gap, height: 100 },
  });
  await page.setContent(`<!doctype html><style>
    body { display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: ${gap}px;
      margin: 0; padding: ${gap}px; background: #d5dae0; font: 15px/24px system-ui, sans-serif; }
    figure { margin: 0 } img { display: block; border-radius: 12px }
  </style>${figures.join('')}`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: columns * width + (columns + 1) * gap, height });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 50 });
  await page.context().close();
  return Buffer.from(data, 'base64');
}

/** A module of the tests, which are written in TypeScript. @param {string} file */
async function load(file) {
  const conditions = ['@finodigital/source'];
  const { module } = await runnerImport(`${process.cwd()}/${file}`, {
    configFile: false,
    logLevel: 'warn',
    ssr: { resolve: { conditions, externalConditions: conditions } },
  });
  return /** @type {any} */ (module);
}
