import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const bundle = fileURLToPath(new URL('../packages/widget/dist/cdn/uba-widget.js', import.meta.url));
const source = fileURLToPath(new URL('../packages/widget/src/index.ts', import.meta.url));

/** Serves the widget's browser bundle as /uba-widget.js, so that the script tag's code runs as it is. */
export function widgetBundle(): Plugin {
  return {
    name: 'widget-bundle',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (request.url === '/uba-widget.js') request.url = `/@fs${source}`;
        next();
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'uba-widget.js', source: readFileSync(bundle) });
    },
  };
}
