/**
 * The projects that the code belongs to, whole: the examples of demo/frameworks with the code as the
 * page shows it. Loaded only where somebody takes one home.
 */
import type { UbaOptions } from '@finodigital/uba-protocol';
import { siteRoot } from '../site-root.js';
import { exampleFolders, exampleSnippets, filesOf } from './examples.js';
import { iframeSnippets } from './iframe-snippets.js';

/** A project by the paths of its files. */
export interface Project {
  /** Of its folder. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What the build puts beside the demo's own index page; see demo/example-files.ts. */
interface Examples {
  /** Of our packages. */
  readonly version: string;
  readonly playwright: string;
  /** What is to be said first of installing our packages; empty where npm has them. */
  readonly installing: string;
  /** By their paths in demo/frameworks. */
  readonly files: Readonly<Record<string, string>>;
}

const repository = 'https://github.com/finodigital/uba-embed';

async function loadExamples(): Promise<Examples> {
  const response = await fetch(new URL('examples.json', siteRoot));
  if (!response.ok) throw new Error(`The examples cannot be loaded: ${response.status}.`);
  return (await response.json()) as Examples;
}

/** An example's files by their paths in its folder. */
function exampleFiles({ files }: Examples, folder: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, text]) => [
        path.slice(folder.length + 1),
        text.replace('(../README.md)', `(${repository}/blob/main/demo/frameworks/README.md)`),
      ]),
  );
}

/**
 * The project of a tab of the widget's code.
 *
 * @param id of the tab
 */
export async function widgetProject(id: string, options: UbaOptions): Promise<Project> {
  const examples = await loadExamples();
  const snippet = exampleSnippets(options).get(id);
  if (!snippet) throw new Error(`There is no project for ${id}.`);
  if (id === 'html') return pageProject(examples, 'uba-html', snippet.code);
  const [folder] = exampleFolders[id as keyof typeof exampleFolders];
  const files = { ...exampleFiles(examples, folder), ...filesOf(snippet) };
  return { name: `uba-${folder}`, files };
}

/** The project of a page that owns its iframe. */
export async function iframeProject(options: UbaOptions): Promise<Project> {
  const parts = new Map(iframeSnippets(options).map(({ id, code }) => [id, code]));
  const body = `<iframe title="Connect your bank" width="440" height="640"></iframe>
<script type="module" src="/src/main.js"></script>
`;
  const { name, files } = pageProject(await loadExamples(), 'uba-iframe', body);
  return {
    name,
    files: {
      ...files,
      'package.json': files['package.json']?.replace('uba-widget', 'uba-host') ?? '',
      'src/main.js': parts.get('host') ?? '',
      'src/callback.js': parts.get('callback') ?? '',
    },
  };
}

/** A scenario's test as a project of its own. */
export async function scenarioProject(id: string, code: string): Promise<Project> {
  const examples = await loadExamples();
  const { version, playwright } = examples;
  const name = `uba-scenario-${id}`;
  return {
    name,
    files: {
      'package.json': json({
        name,
        private: true,
        type: 'module',
        scripts: { test: 'playwright test' },
        devDependencies: {
          '@finodigital/uba-sandbox': version,
          '@playwright/test': playwright,
        },
      }),
      [`scenario-${id}.spec.js`]: code,
      'README.md': readme(examples, name, 'npx playwright install chromium\nnpm test'),
    },
  };
}

/** A page without a framework, built by Vite. @param body of the page */
function pageProject(examples: Examples, name: string, body: string): Project {
  const { 'package.json': manifest = '{}' } = exampleFiles(examples, 'vanilla');
  const { dependencies, devDependencies } = JSON.parse(manifest) as {
    dependencies: Record<string, string>;
    devDependencies: { vite: string };
  };
  return {
    name,
    files: {
      'package.json': json({
        name,
        private: true,
        type: 'module',
        scripts: { dev: 'vite', build: 'vite build', preview: 'vite preview' },
        dependencies,
        devDependencies: { vite: devDependencies.vite },
      }),
      'index.html': page('fino UBA', body),
      'README.md': readme(examples, name, 'npm run dev'),
    },
  };
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
  </head>
  <body>
${body}  </body>
</html>
`;

const readme = ({ installing }: Examples, name: string, commands: string) => `# ${name}

${installing && `${installing}\n\n`}The sandbox has to run: \`npm start\` in a copy of ${repository}. Then:

\`\`\`bash
npm install
${commands}
\`\`\`
`;
