/** What makes a script fit to be served from anywhere: its version in it, its map, its hash beside it. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** @param folder of a package, from the root */
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

/** The first line of a package's script; the licences of what it bundles lie beside it. */
export function notice(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  return `/*! ${name} ${version} | ${license} */`;
}

/**
 * The name of a source in a map: the same in whatever folder the repository lies.
 *
 * @param source from the folder of the map
 */
export function sourceName(source: string, map: string): string {
  const file = resolve(dirname(map), source);
  const installed = `node_modules${sep}`;
  const at = file.lastIndexOf(installed);
  const name = at < 0 ? relative(root, file) : file.slice(at);
  return name.replaceAll(sep, '/');
}

/**
 * Writes `integrity.json` beside a package's scripts, by which a page can have its browser check them:
 * `{ version, files: { "name.js": "sha384-…" } }`.
 */
export function integrity(folder: string): Plugin {
  const files = new Map<string, string>();
  return {
    name: 'integrity',
    apply: 'build',
    // For each output, so that the last one writes them all.
    writeBundle: {
      order: 'post',
      handler({ dir = '.' }, bundle) {
        for (const { type, fileName } of Object.values(bundle)) {
          if (type === 'chunk') files.set(fileName, hashOf(join(dir, fileName)));
        }
        const { version } = manifestOf(folder);
        const text = JSON.stringify(
          { version, files: Object.fromEntries([...files].sort()) },
          undefined,
          2,
        );
        writeFileSync(join(dir, 'integrity.json'), `${text}\n`);
      },
    },
  };
}

/** Of the bytes that lie there, whatever wrote them. */
const hashOf = (file: string) =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
