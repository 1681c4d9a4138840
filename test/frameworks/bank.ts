/** Connects a bank of the built sandbox in the page of a framework, and tells what came of it. */
import type { Page } from '@playwright/test';
import { type UbaOptions } from '@finodigital/uba-protocol';
import { decodeOptions } from '@finodigital/uba-protocol/internal';
import { Person, scenarioOf, type PostedEvent } from '../../sandbox/testing/index.js';
import { test as base } from '../fixtures/embedding.js';
import type { Site } from '../fixtures/site.js';
import { present } from '../fixtures/stage.js';
import { pagesIn } from './example-project.js';

/** Options of every kind that reach the frame: text, a flag, a choice, an object. */
export const options: UbaOptions = {
  sessionId: 'demo',
  userIdentifier: 'demo',
  service: 'A "quoted" <service>',
  hideHeader: true,
  colorScheme: 'dark',
  theme: { primaryColor: '#0a7d4f' },
  lang: 'en',
};

export const scenario = scenarioOf('02');

interface Fixtures {
  /** The built sandbox, on another site than the example. */
  readonly sandbox: Site;
  /** What the page wrote to its console, errors and warnings of any origin included. */
  readonly console: string[];
  /** What bubbled up to the page's window. */
  readonly heard: PostedEvent[];
}

export const test = base.extend<Fixtures>({
  sandbox: async ({ site }, use) => {
    const pages = pagesIn('sandbox/dist/site');
    await use(await site({ ...pages, '/auth': present(pages['/']) }, '127.0.0.1'));
  },
  console: async ({ page }, use) => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(error.message));
    await use(lines);
  },
  heard: async ({ page }, use) => {
    const heard: PostedEvent[] = [];
    await page.exposeFunction('hear', (event: PostedEvent) => heard.push(event));
    await page.addInitScript(() => {
      const { hear } = window as unknown as { hear: (event: PostedEvent) => void };
      window.addEventListener('uba-message', ({ detail: { type, payload } }) =>
        hear({ type, payload }),
      );
    });
    await use(heard);
  },
});

/** The frames that the sandbox was asked for, each by its options. */
export const frames = (sandbox: Site) =>
  sandbox.requests
    .filter((request) => request.startsWith('/auth'))
    .map((request) => decodeOptions(new URL(request, sandbox.origin).searchParams).options);

/** What the page writes to its console of a bank that was connected. */
export function lineOf(heard: readonly PostedEvent[]): string {
  const { payload } = present(heard.find(({ type }) => type === 'bank-connect'));
  const { accountIds } = payload as { readonly accountIds: readonly string[] };
  return `Connected: [${accountIds.join(', ')}]`;
}

/** Connects a bank as scenario 2 says. */
export async function connect(page: Page): Promise<void> {
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does(...scenario.does);
}
