import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { installingExample } from '../scripts/published.mjs';

const folder = fileURLToPath(new URL('frameworks/', import.meta.url));
const manifest = new URL('../package.json', import.meta.url);
const { version, homepage, devDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
  version: string;
  homepage: string;
  devDependencies: { '@playwright/test': string };
};
const readme = homepage.replace(/#.*$/, '/blob/main/demo/frameworks/README.md');

/** What is no part of an example, though it lies in its folder. */
const notOurs = /(^|[\\/])(node_modules|dist|\.angular|\.next|test-results)[\\/]/;

/**
 * Serves the files of the examples in frameworks/ as /examples.json, for the projects that a visitor
 * takes home: `files` by their paths, and the versions that a project names.
 */
export function exampleFiles(): Plugin {
  return {
    name: 'example-files',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        if (request.url !== '/examples.json') next();
        else response.setHeader('Content-Type', 'application/json').end(examples());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'examples.json', source: examples() });
    },
  };
}

function examples(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !notOurs.test(path))
    .sort()
    .map((path) => [path.replaceAll(sep, '/'), readFileSync(join(folder, path), 'utf8')]);
  return JSON.stringify({
    version,
    playwright: devDependencies['@playwright/test'],
    installing: installingExample(readme),
    files: Object.fromEntries(files) as Record<string, string>,
  });
}
