/**
 * The code of each tab of the demo, pasted into a project of the framework's own starter, with the
 * packages as users install them: it type-checks, builds and connects a bank.
 */
import { expect, type Page } from '@playwright/test';
import { type UbaOptions } from '@finodigital/uba-protocol';
import { decodeOptions } from '@finodigital/uba-protocol/internal';
import { exampleFolders, exampleOptions, exampleSnippets } from '../../demo/src/code/examples.js';
import type { Snippet } from '../../demo/src/code/snippets.js';
import {
  compareEvents,
  Person,
  scenarioOf,
  type PostedEvent,
} from '../../sandbox/testing/index.js';
import { test as base } from '../fixtures/embedding.js';
import type { Site } from '../fixtures/site.js';
import { present } from '../fixtures/stage.js';
import { ExampleProject, pagesIn } from './example-project.js';
import { strictMode } from './strict-mode.js';

/** Something to put in the place of something else in a snippet, and what the compiler says then. */
interface Mistake {
  readonly instead: string;
  readonly written: string;
  readonly complaint: RegExp;
}

interface Example {
  /** The tab whose code it holds. */
  readonly tab: keyof typeof exampleFolders;
  /** Other tabs whose code goes into such a project as well. */
  readonly others?: readonly string[];
  /** Where its build goes. */
  readonly dist: string;
  readonly mistakes: readonly Mistake[];
}

const misspelt: Mistake = {
  instead: '.accountIds',
  written: '.accountId',
  complaint: /accountId\b.*does not exist/,
};

const examples: readonly Example[] = [
  { tab: 'script', dist: 'dist', mistakes: [] },
  { tab: 'js', others: ['html'], dist: 'dist', mistakes: [misspelt] },
  {
    tab: 'react',
    dist: 'dist',
    mistakes: [
      misspelt,
      { instead: '{...options}', written: 'colorScheme="pink"', complaint: /"pink"/ },
      { instead: 'onbank-connect', written: 'onbank-select', complaint: /accountIds/ },
    ],
  },
  {
    tab: 'vue',
    dist: 'dist',
    mistakes: [
      misspelt,
      { instead: 'v-bind="options"', written: 'color-scheme="pink"', complaint: /"pink"/ },
      { instead: '@bank-connect', written: '@bank-conect', complaint: /onBankConect/ },
      { instead: '@bank-connect', written: '@bank-select', complaint: /accountIds/ },
    ],
  },
  {
    tab: 'svelte',
    dist: 'dist',
    mistakes: [
      misspelt,
      { instead: 'origin={options.origin}', written: 'colorScheme="pink"', complaint: /"pink"/ },
      { instead: 'onbank-connect', written: 'onbank-conect', complaint: /onbank-conect/ },
      { instead: 'onbank-connect', written: 'onbank-select', complaint: /accountIds/ },
    ],
  },
  {
    tab: 'angular',
    dist: 'dist/example/browser',
    mistakes: [
      misspelt,
      { instead: '(bank-connect)', written: '(bank-select)', complaint: /accountIds/ },
    ],
  },
];

/** Options of every kind that reach the frame: text, a flag, a choice, an object. */
const options: UbaOptions = {
  sessionId: 'demo',
  userIdentifier: 'demo',
  service: 'A "quoted" <service>',
  hideHeader: true,
  colorScheme: 'dark',
  theme: { primaryColor: '#0a7d4f' },
  lang: 'en',
};

function snippetOf(tab: string, given = exampleOptions): Snippet {
  return present(exampleSnippets(given).get(tab));
}

const scenario = scenarioOf('02');

interface Fixtures {
  /** The built sandbox, on another site than the example. */
  readonly sandbox: Site;
  /** What the page wrote to its console, errors and warnings of any origin included. */
  readonly console: string[];
  /** What bubbled up to the page's window. */
  readonly heard: PostedEvent[];
}

const test = base.extend<Fixtures>({
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
const frames = (sandbox: Site) =>
  sandbox.requests
    .filter((request) => request.startsWith('/auth'))
    .map((request) => decodeOptions(new URL(request, sandbox.origin).searchParams).options);

/** Connects a bank as scenario 2 says. */
async function connect(page: Page): Promise<void> {
  const person = new Person(page.frameLocator('iframe'), page);
  await person.does(...scenario.does);
}

for (const { tab, others = [], dist, mistakes } of examples) {
  const folder = exampleFolders[tab];
  test.describe(`The example ${folder}`, () => {
    let project: ExampleProject;

    test.beforeAll(async () => {
      project = await ExampleProject.install(folder);
    });

    test.afterAll(() => project.remove());

    for (const { instead, written, complaint } of mistakes) {
      test(`does not compile with ${written} in place of ${instead}`, async () => {
        const { file, code } = snippetOf(tab);
        expect(code).toContain(instead);
        await project.write(file, code.replace(instead, written));
        const { succeeds, output } = await project.build();
        expect(output).toMatch(complaint);
        expect(succeeds).toBe(false);
      });
    }

    for (const pasted of [tab, ...others]) {
      test(`builds and connects a bank: ${pasted}`, async ({
        page,
        site,
        sandbox,
        console,
        heard,
      }) => {
        const { file, code } = snippetOf(pasted, { ...options, origin: sandbox.origin });
        await project.write(file, code);
        const { succeeds, output } = await project.build();
        expect(succeeds, output).toBe(true);
        const { origin } = await site(project.pages(dist));
        await page.goto(origin);
        await connect(page);
        await expect.poll(() => compareEvents(scenario.events, heard)).toEqual([]);
        const connected = heard.find(({ type }) => type === 'bank-connect');
        const { accountIds } = connected?.payload as { accountIds: string[] };
        expect(console).toEqual([`Connected: [${accountIds.join(', ')}]`]);
        expect(frames(sandbox)).toEqual([options]);
      });
    }

    if (tab !== 'react') return;

    test('asks for one frame per mount under StrictMode', async ({
      page,
      site,
      sandbox,
      console,
    }) => {
      const { file, code } = snippetOf('react', { ...options, origin: sandbox.origin });
      await project.write(file, code.replace('const options', 'export const options'));
      await project.write('src/main.tsx', strictMode);
      // StrictMode mounts twice in React's development build only.
      const { succeeds, output } = await project.build('development');
      expect(succeeds, output).toBe(true);
      const { origin } = await site(project.pages(dist));
      await page.goto(origin);
      const search = page.frameLocator('iframe').getByRole('combobox');
      const mounts = ['the element', 'the script', 'the element', 'the script'];
      for (const [before, what] of mounts.entries()) {
        await page.getByRole('button', { name: `Show ${what}` }).click();
        await search.waitFor();
        expect(frames(sandbox)).toHaveLength(before + 1);
        await page.getByRole('button', { name: 'Show nothing' }).click();
        await expect(page.locator('fino-uba')).toHaveCount(0);
      }
      expect(console.filter((line) => line === 'Effect')).toHaveLength(4);
    });
  });
}
