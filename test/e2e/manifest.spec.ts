/** The manifest that the widget's package brings, held against the built widget as it runs. */
import { readFileSync } from 'node:fs';
import { expect, type Page as BrowserPage } from '@playwright/test';
import { messageTypes, origins } from '@finodigital/uba-protocol';
import type { ElementDeclaration, ElementManifest } from '../../scripts/element-manifest.mjs';
import { claimedDefaults, driftOf, type Observed } from '../fixtures/element-drift.js';
import { test, widgetBundle } from '../fixtures/embedding.js';
import type { Page, openSite } from '../fixtures/site.js';
import { present } from '../fixtures/stage.js';

const manifest = JSON.parse(
  readFileSync('packages/widget/custom-elements.json', 'utf8'),
) as ElementManifest;

const element = present(manifest.modules.flatMap(({ declarations = [] }) => declarations)[0]);

const observer: Page = (_request, response) => {
  response
    .writeHead(200, { 'Content-Type': 'text/javascript' })
    .end(readFileSync('test/fixtures/observe-element.js'));
};

const shop = `<!doctype html><html lang="en"><title>Shop</title>
<script src="/observe.js"></script><script type="module" src="/uba-widget.js"></script></html>`;

/** Looks at the built element in a page of its own. */
async function observe(page: BrowserPage, site: typeof openSite): Promise<Observed> {
  const pages = { '/': shop, '/observe.js': observer, '/uba-widget.js': widgetBundle };
  const { origin } = await site(pages);
  await page.route(`${origins.production}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Silent</title>' }),
  );
  await page.goto(origin);
  const claims = { messages: messageTypes, defaults: claimedDefaults(element) };
  return page.evaluate((given) => window.observeElement(given), claims);
}

test('the manifest says all that the element has and does, and nothing else', async ({
  page,
  site,
}) => {
  const observed = await observe(page, site);
  expect(driftOf(element, observed)).toEqual([]);
  expect(observed.fields.length).toBeGreaterThan(15);
});

/** Ways in which a manifest can go wrong, and what is said of each. */
const drifts: readonly {
  readonly spoil: (manifest: ElementDeclaration) => void;
  readonly said: string;
}[] = [
  {
    spoil: ({ attributes }) => drop(attributes, 'session-id'),
    said: 'untold attribute session-id',
  },
  {
    spoil: ({ attributes }) => void attributes.push({ ...present(attributes[0]), name: 'user' }),
    said: 'no attribute user',
  },
  {
    spoil: ({ attributes }) => void (named(attributes, 'hide-header').aliases = []),
    said: 'untold attribute hideheader',
  },
  {
    spoil: ({ attributes }) => void (named(attributes, 'session-id').fieldName = 'userIdentifier'),
    said: 'the property of session-id: userIdentifier told, sessionId there',
  },
  {
    spoil: ({ attributes }) => void (named(attributes, 'ready-timeout').type.text = 'string'),
    said: 'ready-timeout is no string',
  },
  {
    spoil: ({ attributes }) =>
      void (named(attributes, 'color-scheme').type.text = "'light' | 'dark'"),
    said: "color-scheme is no 'light' | 'dark'",
  },
  {
    spoil: ({ attributes }) => void (named(attributes, 'ready-timeout').default = '3000'),
    said: 'ready-timeout is not 3000 by default',
  },
  {
    spoil: ({ attributes }) => void (named(attributes, 'lang').description = 'Any text.'),
    said: 'untold of lang: a BCP 47 language tag',
  },
  {
    spoil: ({ members }) => void (named(members, 'hideHeader').default = 'true'),
    said: 'the default of hideHeader: true told, false there',
  },
  {
    spoil: ({ members }) => void (named(members, 'status').readonly = false),
    said: 'whether status is read only: false told, true there',
  },
  {
    spoil: ({ members }) => void members.push({ ...named(members, 'reload'), name: 'retry' }),
    said: 'no method retry',
  },
  {
    spoil: ({ members }) => drop(members, 'destroy'),
    said: 'untold method destroy',
  },
  {
    spoil: ({ members }) => void named(members, 'setSession').parameters?.pop(),
    said: 'the parameters of setSession: 1 told, 2 there',
  },
  {
    spoil: ({ events }) => void (named(events, 'bank-connect').name = 'bank-connected'),
    said: 'no event bank-connected',
  },
  {
    spoil: ({ events }) => drop(events, 'EXIT'),
    said: 'untold event EXIT',
  },
  { spoil: ({ slots }) => drop(slots, 'loading'), said: 'untold slot loading' },
  { spoil: ({ cssParts }) => drop(cssParts, 'frame'), said: 'untold part frame' },
  { spoil: ({ cssStates }) => drop(cssStates, 'destroyed'), said: 'untold state destroyed' },
  {
    spoil: ({ cssProperties }) => drop(cssProperties, '--uba-background'),
    said: 'untold property --uba-background',
  },
  {
    spoil: ({ cssProperties }) =>
      void (named(cssProperties, '--uba-background').default = '#ffffff'),
    said: 'the default of --uba-background: rgb(255, 255, 255) told, rgb(248, 249, 250) there',
  },
];

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  return present(list.find((one) => one.name === name));
}

function drop(list: { readonly name: string }[], name: string): void {
  list.splice(list.indexOf(named(list, name)), 1);
}

test('a manifest that is wrong in any way is found out', async ({ page, site }) => {
  const observed = await observe(page, site);
  for (const { spoil, said } of drifts) {
    const spoilt = structuredClone(element);
    spoil(spoilt);
    expect.soft(driftOf(spoilt, observed), said).toContain(said);
  }
});
