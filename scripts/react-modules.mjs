import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = '/react-modules/';
const names = ['react', 'react-dom', 'react-dom/client', 'react-dom/server.browser'];

/**
 * React for the unit tests' browser: it is CommonJS, which no browser loads. In its development build,
 * which warns.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function reactModules() {
  /** @type {Promise<Map<string, string>> | undefined} */
  let modules;
  return {
    name: 'react-modules',
    resolveImport: ({ source }) => (names.includes(source) ? `${folder}${source}.js` : undefined),
    async serve({ path }) {
      if (!path.startsWith(folder)) return undefined;
      modules ??= bundle();
      return { body: (await modules).get(path.slice(folder.length)) ?? '', type: 'js' };
    },
  };
}

/** The modules' code by the paths of their files; what they share is a file too. */
async function bundle() {
  const entry = Object.fromEntries(
    names.map((name) => [name, fileURLToPath(import.meta.resolve(name))]),
  );
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const files = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(files.map((file) => [file.fileName, file.type === 'chunk' ? file.code : '']));
}
