/** The packages that are published: the workspaces without those that stay here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ readonly folder: string, readonly manifest: any }} PublishedPackage */

/** @type {(file: string) => any} */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Their folders with what their package.json says, each after those that it needs.
 *
 * @param {string} [root] a repository's folder; this one's by default
 * @returns {readonly PublishedPackage[]}
 */
export function publishedPackages(root = fileURLToPath(new URL('../', import.meta.url))) {
  const packages = Object.values(json(join(root, 'package-lock.json')).packages)
    .filter(({ link }) => link)
    .map(({ resolved: folder }) => ({ folder, manifest: json(join(root, folder, 'package.json')) }))
    .filter(({ manifest }) => !manifest.private);
  const needs = (/** @type {PublishedPackage} */ one) =>
    needsOf(one.manifest.name, packages).length;
  return packages.sort((a, b) => needs(a) - needs(b));
}

/**
 * The packages of ours that one needs, in the order of their need; itself last.
 *
 * @param {string} name
 * @param {readonly PublishedPackage[]} packages
 * @returns {readonly PublishedPackage[]}
 */
export function needsOf(name, packages) {
  const found = packages.find(({ manifest }) => manifest.name === name);
  if (!found) throw new Error(`There is no package ${name}`);
  const { dependencies, peerDependencies } = found.manifest;
  const own = Object.keys({ ...dependencies, ...peerDependencies }).filter((one) =>
    packages.some(({ manifest }) => manifest.name === one),
  );
  return [...new Set([...own.flatMap((one) => needsOf(one, packages)), found])];
}
