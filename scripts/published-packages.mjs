/** The packages that are published: the workspaces without those that stay here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {(file: string) => any} */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Their folders with what their package.json says, in the order in which each finds those it needs.
 *
 * @param {string} [root] the repository's folder
 * @returns {readonly { readonly folder: string, readonly manifest: any }[]}
 */
export function publishedPackages(root = '.') {
  const folders = Object.values(json(join(root, 'package-lock.json')).packages)
    .filter(({ link }) => link)
    .map(({ resolved }) => /** @type {string} */ (resolved));
  const packages = folders
    .map((folder) => ({ folder, manifest: json(join(root, folder, 'package.json')) }))
    .filter(({ manifest }) => !manifest.private);
  const needs = (/** @type {any} */ { dependencies = {} }, /** @type {any} */ { name }) =>
    Object.hasOwn(dependencies, name);
  /** @type {(manifest: any) => number} */
  const depth = (manifest) =>
    1 +
    Math.max(
      0,
      ...packages.filter((one) => needs(manifest, one.manifest)).map((one) => depth(one.manifest)),
    );
  return packages.sort((a, b) => depth(a.manifest) - depth(b.manifest));
}
