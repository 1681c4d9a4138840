/** The API at the page's origin, where Vite serves the page: from its sources, or a word that it is missing. */
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type Connect, type Plugin } from 'vite';
import type * as Entry from './server/beside-vite.js';
import { withWelcome } from './server/welcome.js';

const entry = fileURLToPath(new URL('server/beside-vite.ts', import.meta.url));

const isApi = (url = '/'): boolean => /^\/(api|_[a-z-]+)(?![^/?#])/.test(url);

/**
 * Serves the API beside the page, both from their sources. Where the API's are changed it begins
 * anew, knows no user any more, and the page is loaded again.
 *
 * @param allowedOrigins of other pages that may call the API, such as the demo's
 */
export function besideApi(allowedOrigins: readonly string[]): Plugin {
  let current: (() => Promise<Entry.BesideVite>) | undefined;
  return {
    name: 'beside-api',
    apply: 'serve',
    configureServer({ config, environments: { ssr }, httpServer, middlewares }) {
      if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite runs no modules here.');
      const { logger } = config;
      const report = (error: unknown) => {
        logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      };
      let loaded: typeof Entry | undefined;
      let sandbox: Entry.BesideVite | undefined;
      current = async () => {
        // The same again, until a file that it imports was changed.
        const module = await ssr.runner.import<typeof Entry>(entry);
        if (module !== loaded || !sandbox) {
          sandbox?.close();
          sandbox = module.openBesideVite({ port: config.server.port, allowedOrigins, report });
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
    hotUpdate({ modules, server }) {
      if (this.environment.name === 'ssr' && modules.length > 0) {
        server.ws.send({ type: 'full-reload' });
      }
    },
    async transformIndexHtml(html, { originalUrl = '/' }) {
      const api = await current?.();
      return api ? withWelcome(html, api.welcome(originalUrl)) : html;
    },
  };
}

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
        'These are files alone. The API is served by npm start, and by the command: ' +
          'uba-sandbox\n',
      );
  };
  return {
    name: 'no-api',
    configurePreviewServer({ middlewares }) {
      middlewares.use(refuse);
    },
  };
}
