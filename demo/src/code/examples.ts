/** The code in demo/frameworks: what the code tabs give for the sandbox. `npm run docs` writes it. */
import { widgetSnippets, type Snippet } from './snippets.js';

/** The sandbox of `npm start`. */
const usualSandbox = 'http://127.0.0.1:5174';

/** Each example's folder by the tab whose code it holds. */
export const exampleFolders = {
  script: 'html',
  js: 'vanilla',
  react: 'react',
  vue: 'vue',
  svelte: 'svelte',
  angular: 'angular',
} as const;

/** Every tab's code, for a sandbox that takes any session. */
export function exampleSnippets(sandbox = usualSandbox): ReadonlyMap<string, Snippet> {
  const options = { sessionId: 'demo', userIdentifier: 'demo', origin: sandbox };
  const snippets = widgetSnippets(options, './uba-widget.js');
  return new Map(snippets.map((snippet) => [snippet.id, snippet]));
}
