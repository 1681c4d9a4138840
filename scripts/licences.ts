/** The licences of all that a build holds, in two files beside it, for whoever serves or copies it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const thirdParty = 'THIRD-PARTY-LICENSES.txt';

const viteItself = fileURLToPath(import.meta.resolve('vite'));

/** The folder of the package that a file comes from, if it is not ours. */
const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * Writes `LICENSE.txt`, ours, and `THIRD-PARTY-LICENSES.txt`: Vite lists the packages whose code it has
 * bundled; this adds what it leaves out: those of other files, such as fonts, and its own, whose helpers
 * go into most bundles.
 *
 * @throws Error where a package brings no text of its licence
 */
export function licences(): Plugin {
  let root = '';
  return {
    name: 'licences',
    apply: 'build',
    config: () => ({ build: { license: { fileName: thirdParty } } }),
    configResolved: (config) => {
      root = config.root;
    },
    generateBundle: {
      // After Vite has written its list.
      order: 'post',
      handler(_options, bundle) {
        const list = bundle[thirdParty];
        if (list?.type !== 'asset') throw new Error(`Vite has written no ${thirdParty}.`);
        const files = Object.values(bundle).flatMap((output) => {
          if (output.type === 'asset') return output.originalFileNames;
          return output.moduleIds.some((id) => id.startsWith('\0vite/')) ? [viteItself] : [];
        });
        const folders = new Set(
          files.flatMap((file) => packageFolder.exec(resolve(root, file)) ?? []),
        );
        const text = [String(list.source).trim(), ...[...folders].sort().map(section)].join('\n\n');
        const sections = text.split(/^## /m).map((part) => part.trim());
        const bare = sections.find((part) => !part.includes('\n'));
        if (bare) throw new Error(`${bare} brings no text of its licence.`);
        list.source = `${text}\n`;
        this.emitFile({
          type: 'asset',
          fileName: 'LICENSE.txt',
          source: readFileSync(resolve(import.meta.dirname, '../LICENSE')),
        });
      },
    },
  };
}

/** What Vite writes of a package, for the package in a folder. */
function section(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, string>>;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  // Of Vite's own dependencies nothing is in a bundle.
  const [text = ''] = file
    ? readFileSync(join(folder, file), 'utf8').split('# Licenses of bundled dependencies')
    : [];
  return `## ${name} - ${version} (${license})\n\n${text}`.trim();
}
