import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

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
