/**
 * The code of each tab of the demo, pasted into a project of the framework's own starter, with the
 * packages as users install them: it type-checks, builds and connects a bank.
 */
import { expect } from '@playwright/test';
import {
  exampleFolders,
  exampleOptions,
  exampleSnippets,
  filesOf,
} from '../../demo/src/code/examples.js';
import type { Snippet } from '../../demo/src/code/snippets.js';
import { compareEvents } from '../../sandbox/testing/index.js';
import type { openSite } from '../fixtures/site.js';
import { present } from '../fixtures/stage.js';
import { connect, frames, lineOf, options, scenario, test } from './bank.js';
import { ExampleProject } from './example-project.js';
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
  /** Where its build goes, for any file server; absent where the framework has a server of its own. */
  readonly dist?: string;
  /** The script that type-checks it, where it need not be built for that. */
  readonly checks?: string;
  readonly mistakes: readonly Mistake[];
}

const misspelt: Mistake = {
  instead: '.accountIds',
  written: '.accountId',
  complaint: /accountId\b.*does not exist/,
};

/** In what uses the component. */
const componentMistakes: readonly Mistake[] = [
  misspelt,
  { instead: '<FinoUba {...options}', written: '<FinoUba colorScheme="pink"', complaint: /"pink"/ },
  { instead: '<FinoUba {...options}', written: '<FinoUba sessionID="s"', complaint: /sessionID/ },
  { instead: 'onBankConnect', written: 'onBankConect', complaint: /onBankConect/ },
  { instead: 'onBankConnect', written: 'onBankSelect', complaint: /accountIds/ },
];

const examples: readonly Example[] = [
  { tab: 'script', dist: 'dist', mistakes: [] },
  { tab: 'js', others: ['html'], dist: 'dist', mistakes: [misspelt] },
  { tab: 'react', dist: 'dist', mistakes: componentMistakes },
  {
    tab: 'next',
    checks: 'check:types',
    mistakes: [
      ...componentMistakes,
      {
        instead: '{...await createSession()}',
        written: 'sessionID="s"',
        complaint: /sessionID/,
      },
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

function snippetOf(tab: string, given = exampleOptions): Snippet {
  return present(exampleSnippets(given).get(tab));
}

declare global {
  interface Window {
    /** How often the layout has shifted. */
    shifts: number;
  }
}

/** Next's page with a line below the widget. */
const belowIt = (snippet: Snippet): Snippet => ({
  ...snippet,
  code: snippet.code.replace('</main>', '<p>Below</p></main>'),
});

/** Each example's folder with what it holds. */
const folders = examples.flatMap((example) =>
  exampleFolders[example.tab].map((folder) => ({ folder, ...example })),
);

for (const { folder, tab, others = [], dist, checks = 'build', mistakes } of folders) {
  test.describe(`The example ${folder}`, () => {
    let project: ExampleProject;

    test.beforeAll(async () => {
      project = await ExampleProject.install(folder);
    });

    test.afterAll(() => project.remove());

    /** Puts a tab's code into the project. */
    async function paste(snippet: Snippet): Promise<void> {
      for (const [file, code] of Object.entries(filesOf(snippet))) await project.write(file, code);
    }

    /** Serves what was built, until the test ends. */
    const serve = async (site: typeof openSite) =>
      dist === undefined
        ? project.serve('next', 'start')
        : (await site(project.pages(dist))).origin;

    for (const { instead, written, complaint } of mistakes) {
      test(`does not compile with ${written} in place of ${instead}`, async () => {
        const snippet = snippetOf(tab);
        await paste(snippet);
        const [file, code] = present(
          Object.entries(filesOf(snippet)).find(([, text]) => text.includes(instead)),
        );
        await project.write(file, code.replace(instead, written));
        const { succeeds, output } = await project.run(checks);
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
        await paste(snippetOf(pasted, { ...options, origin: sandbox.origin }));
        const { succeeds, output } = await project.build();
        expect(succeeds, output).toBe(true);
        await page.goto(await serve(site));
        await connect(page);
        await expect.poll(() => compareEvents(scenario.events, heard)).toEqual([]);
        expect(console).toEqual([lineOf(heard)]);
        expect(frames(sandbox)).toEqual([options]);
      });
    }

    if (tab === 'next') {
      test('has its room and no session in it without JavaScript, and shifts nothing with it', async ({
        browser,
        page,
        sandbox,
      }) => {
        await paste(belowIt(snippetOf(tab, { ...options, origin: sandbox.origin })));
        expect((await project.build()).succeeds).toBe(true);
        const origin = await project.serve('next', 'start');

        const withoutScript = await browser.newContext({ javaScriptEnabled: false });
        const still = await withoutScript.newPage();
        const errors: string[] = [];
        still.on('console', (message) => errors.push(message.text()));
        const answer = await still.goto(origin);
        expect(answer?.headers()['cache-control']).toContain('no-store');
        const element = /<fino-uba.*<\/fino-uba>/.exec((await answer?.text()) ?? '')?.[0];
        expect(element).toContain('<svg width="100%" height="640"');
        expect(element).not.toContain(present(options.sessionId));
        const { width } = present(still.viewportSize());
        const room = present(await still.locator('main > div').boundingBox());
        expect([room.width, room.height]).toEqual([width - 16, 640]);
        const below = await still.getByText('Below').boundingBox();
        expect(below?.y).toBeGreaterThanOrEqual(room.y + room.height);
        expect(errors).toEqual([]);
        await withoutScript.close();

        await page.addInitScript(() => {
          window.shifts = 0;
          new PerformanceObserver((list) => (window.shifts += list.getEntries().length)).observe({
            type: 'layout-shift',
            buffered: true,
          });
        });
        await page.goto(origin);
        await page.frameLocator('iframe').getByRole('combobox').waitFor();
        expect(await page.evaluate(() => window.shifts)).toBe(0);
        expect(await page.getByText('Below').boundingBox()).toEqual(below);
        expect(frames(sandbox)).toHaveLength(1);
      });

      test('asks for one frame under StrictMode, and hydrates without a word', async ({
        page,
        sandbox,
        console,
      }) => {
        await paste(snippetOf(tab, { ...options, origin: sandbox.origin }));
        await page.goto(await project.serve('next', 'dev'));
        await page.frameLocator('iframe').getByRole('combobox').waitFor();
        expect(frames(sandbox)).toEqual([options]);
        // Advice, and the reports of hot reloading, are no complaints.
        const complaints = console.filter(
          (line) => !/React DevTools|lit\.dev\/msg\/dev-mode|\[(HMR|Fast Refresh)\]/.test(line),
        );
        expect(complaints).toEqual([]);
      });
    }

    if (tab !== 'react') return;

    test('keeps the frame through Fast Refresh, and calls the new handler', async ({
      page,
      sandbox,
      console,
      heard,
    }) => {
      const { file, code } = snippetOf('react', { ...options, origin: sandbox.origin });
      await project.write(file, code);
      await page.goto(await project.serve('vite', 'dev'));
      await page.frameLocator('iframe').getByRole('combobox').waitFor();
      await project.write(file, code.replace("'Connected:'", "'Replaced:'"));
      await expect.poll(() => console.join('\n')).toMatch(/hot updated: .*App\.tsx/);
      await connect(page);
      const told = () => console.filter((line) => /^(Connected|Replaced):/.test(line));
      await expect.poll(told).toHaveLength(1);
      await expect.poll(() => compareEvents(scenario.events, heard)).toEqual([]);
      expect(told()).toEqual([lineOf(heard).replace('Connected', 'Replaced')]);
      expect(frames(sandbox)).toEqual([options]);
    });

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
      await page.goto(await serve(site));
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
