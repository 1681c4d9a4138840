/**
 * Turns the changesets into the next version: of the packages, of what repeats it, and of the API that
 * counts as released. What the release workflow proposes as a pull request.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages } from './published-packages.mjs';

/** @param {string} command @param {readonly string[]} args */
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit' });

run('npx', 'changeset', 'version');

const [{ manifest }] = /** @type {[any]} */ (publishedPackages());
const { version } = manifest;

replaceIn('package.json', /^( {2}"version": )".*"/m, `$1"${version}"`);
for (const { folder } of publishedPackages()) {
  replaceIn(join(folder, 'src/version.ts'), /(version = )'.*'/, `$1'${version}'`);
}

run('npm', 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund');
run('npm', 'run', 'build:packages');
run('npm', 'run', 'api', '--', '--released');
run('npm', 'run', 'docs');
run('npx', 'prettier', '--write', '--log-level', 'warn', '**/CHANGELOG.md', 'package.json');

/** @param {string} file @param {RegExp} what @param {string} by */
function replaceIn(file, what, by) {
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  if (!what.test(text)) throw new Error(`${file} says no version.`);
  writeFileSync(file, text.replace(what, by));
}
