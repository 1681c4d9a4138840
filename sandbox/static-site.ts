import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type Connect, type Plugin } from 'vite';
import type { BesideVite } from './server/beside-vite.js';
import { withWelcome } from './server/welcome.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Where UBA's page stands. Source: finoOS documentation. */
const paths = ['auth', 'sandbox'];

/**
 * Puts the page at each of UBA's paths, so that a server needs no rules for them, and the whole
 * site beside the demo in dist/, as it is to be hosted.
 */
export function staticSite(): Plugin {
  return {
    name: 'static-site',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build has no index.html.');
        const { source } = page;
        for (const folder of paths) {
          this.emitFile({ type: 'asset', fileName: `${folder}/index.html`, source });
        }
      },
    },
    closeBundle() {
      const target = path('../dist/sandbox');
      rmSync(target, { recursive: true, force: true });
      cpSync(path('dist/site'), target, { recursive: true });
    },
  };
}

const isApi = (url = '/'): boolean => /^\/(api|_[\w-]+)(?![^/?#])/.test(url);

/** Says where the API is, which files alone do not have; else the page would answer for it. */
export function noApi(): Plugin {
  const refuse: Connect.NextHandleFunction = ({ url }, response, next) => {
    if (!isApi(url)) {
      next();
      return;
    }
    response
      .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end(
        'These are files alone. The API is served by the command: npx @finodigital/uba-sandbox\n',
      );
  };
  return {
    name: 'no-api',
    configurePreviewServer({ middlewares }) {
      middlewares.use(refuse);
    },
  };
}

/**
 * Serves the API beside the page, both from their sources. Where the API's are changed it begins
 * anew, and knows no user any more.
 */
export function besideApi(): Plugin {
  const entry = path('server/beside-vite.ts');
  let current: (() => Promise<BesideVite>) | undefined;
  return {
    name: 'beside-api',
    apply: 'serve',
    configureServer({ config, environments: { ssr }, httpServer, middlewares }) {
      if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('Vite runs no modules here.');
      let loaded: object | undefined;
      let sandbox: BesideVite | undefined;
      current = async () => {
        const module = await ssr.runner.import<typeof import('./server/beside-vite.js')>(entry);
        if (module !== loaded || !sandbox) {
          sandbox?.close();
          sandbox = module.openBesideVite(config.server.port);
          loaded = module;
        }
        return sandbox;
      };
      httpServer?.on('close', () => sandbox?.close());
      middlewares.use((request, response, next) => {
        if (!isApi(request.url)) {
          next();
          return;
        }
        current?.()
          .then((api) => api.answer(request, response))
          .catch(next);
      });
    },
    async transformIndexHtml(html, { originalUrl = '/' }) {
      const api = await current?.();
      return api ? withWelcome(html, api.welcome(originalUrl)) : html;
    },
  };
}
