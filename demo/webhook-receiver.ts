import type { Connect, Plugin } from 'vite';

/**
 * Takes webhooks at /webhook in the place of a back end, and keeps nothing: the page "Back end" reads
 * in the sandbox's log what was delivered.
 */
export function webhookReceiver(): Plugin {
  const take: Connect.NextHandleFunction = (request, response, next) => {
    if (request.method !== 'POST' || request.url !== '/webhook') {
      next();
      return;
    }
    request.resume().on('end', () => response.writeHead(204).end());
  };
  return {
    name: 'webhook-receiver',
    configureServer({ middlewares }) {
      middlewares.use(take);
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(take);
    },
  };
}
