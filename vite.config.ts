/**
 * Three builds from one file, told apart by `--mode`: `cdn` (the widget as one browser bundle),
 * `sandbox` and `demo` (static sites). scripts/start.mjs serves the two sites.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import {
  defaultClientConditions,
  defaultServerConditions,
  defineConfig,
  type Connect,
  type Plugin,
} from 'vite';
import { exampleFiles } from './demo/example-files.js';
import { siteFrame } from './demo/site-frame.js';
import { webhookReceiver } from './demo/webhook-receiver.js';
import { widgetBundle } from './demo/widget-bundle.js';
import { styles } from './packages/widget/src/fino-uba.styles.js';
import { besideApi, noApi } from './sandbox/api-site.js';
import { embeddable } from './sandbox/server/embeddable.js';
import { staticSite } from './sandbox/static-site.js';
import { integrity, notice, sourceName } from './scripts/cdn-files.js';
import { licences } from './scripts/licences.js';
import { originOf, sites } from './scripts/sites.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Packages come from their sources, so that nothing has to be built before a server starts. */
const resolve = { conditions: ['@finodigital/source', ...defaultClientConditions] };

export default defineConfig(({ mode }) => {
  if (mode === 'cdn') return cdn;
  if (mode === 'sandbox' || mode === 'demo') return site(mode);
  throw new Error(`vite needs --mode cdn, sandbox or demo, not ${mode}`);
});

/** What both scripts of the widget have in common. */
const script = {
  minify: true,
  comments: false,
  postBanner: notice('packages/widget'),
  // The same names in every folder that the repository may lie in.
  sourcemapPathTransform: sourceName,
};

/**
 * The widget in one file that registers the element: as an ES module, and as a classic script, which
 * puts what the module exports into one global.
 */
const cdn = {
  resolve,
  plugins: [minifiedStyles(), licences(), integrity('packages/widget')],
  publicDir: false as const,
  build: {
    lib: {
      entry: path('packages/widget/src/index.ts'),
    },
    outDir: path('packages/widget/dist/cdn'),
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      output: [
        { ...script, format: 'es' as const, entryFileNames: 'uba-widget.js' },
        {
          ...script,
          format: 'iife' as const,
          entryFileNames: 'uba-widget.iife.js',
          name: 'FinoUba',
          // Where it is loaded as a module all the same, too.
          footer: 'globalThis.FinoUba = Object.freeze(FinoUba);',
        },
      ],
    },
    reportCompressedSize: false,
  },
};

function site(name: 'sandbox' | 'demo') {
  const root = path(name === 'sandbox' ? 'sandbox/page' : 'demo');
  const { host, port } = sites[name];
  const headers = name === 'sandbox' ? embeddable : {};
  return {
    root,
    // The demo may be hosted below any path; the sandbox owns its origin, /auth and /sandbox included.
    base: name === 'demo' ? './' : '/',
    appType: name === 'demo' ? ('mpa' as const) : ('spa' as const),
    resolve,
    // The API runs from its sources as well, where the sandbox is served from them.
    ssr: { resolve: { conditions: ['@finodigital/source', ...defaultServerConditions] } },
    plugins: [
      foldersEndInSlash(root),
      licences(),
      ...(name === 'demo'
        ? [siteFrame(), widgetBundle(), exampleFiles(), webhookReceiver()]
        : [besideApi([originOf('demo')]), noApi(), staticSite()]),
    ],
    // Who may ask the API, the API says itself.
    server: { host, port, strictPort: true, headers, ...(name === 'sandbox' && { cors: false }) },
    preview: { host, port, strictPort: true, headers },
    build: {
      // The sandbox's package ships its page.
      outDir: path(name === 'sandbox' ? 'sandbox/dist/site' : 'dist/demo'),
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      rolldownOptions: { input: pages(root) },
    },
  };
}

/** All index.html below a folder. */
function pages(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'index.html')
    .filter((file) => !/(^|[\\/])(node_modules|dist|frameworks|public)[\\/]/.test(file))
    .map((file) => join(root, file));
}

/** Sends /demo/widget to /demo/widget/, as static file servers do. */
function foldersEndInSlash(root: string): Plugin {
  const redirect: Connect.NextHandleFunction = (request, response, next) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.endsWith('/') || !existsSync(join(root, pathname, 'index.html'))) {
      next();
      return;
    }
    response.writeHead(302, { Location: `${pathname}/${search}` }).end();
  };
  return {
    name: 'folders-end-in-slash',
    configureServer({ middlewares }) {
      middlewares.use(redirect);
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(redirect);
    },
  };
}

/** Minifies the widget's style sheet, which is text to a minifier of scripts. */
function minifiedStyles(): Plugin {
  const file = path('packages/widget/src/fino-uba.styles.ts');
  return {
    name: 'minified-styles',
    load(id) {
      if (id !== file) return null;
      const { code } = transform({ filename: file, code: Buffer.from(styles), minify: true });
      return `export const styles = ${JSON.stringify(code.toString())};`;
    },
  };
}
