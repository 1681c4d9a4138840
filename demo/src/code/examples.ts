/** The code in demo/frameworks: what the code tabs give for the sandbox. `npm run docs` writes it. */
import type { UbaOptions } from '@finodigital/uba-protocol';
import { widgetSnippets, type Snippet } from './snippets.js';

/** What the examples set: the sandbox of `npm start`, where `demo` is a session. */
export const exampleOptions: UbaOptions = {
  sessionId: 'demo',
  userIdentifier: 'demo',
  origin: 'http://127.0.0.1:5174',
};

/** The examples that hold a tab's code, by the tab's id; the first one is given to who takes it home. */
export const exampleFolders = {
  script: ['html'],
  js: ['vanilla'],
  react: ['react', 'react-18'],
  next: ['next'],
  vue: ['vue'],
  svelte: ['svelte'],
  angular: ['angular'],
} as const;

/** The files of a snippet, by their paths in a project. */
export function filesOf({ file, code, beside }: Snippet): Readonly<Record<string, string>> {
  return { [file]: code, ...(beside && { [beside.file]: beside.code }) };
}

/** Every tab's code, by the tab's id. */
export function exampleSnippets(options = exampleOptions): ReadonlyMap<string, Snippet> {
  const snippets = widgetSnippets(options, './uba-widget.js');
  return new Map(snippets.map((snippet) => [snippet.id, snippet]));
}
