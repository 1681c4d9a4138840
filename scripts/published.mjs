/**
 * Whether the packages are on npm, and what the documents and the demo say of installing them. This is the
 * one switch: turn it with the first release and run `npm run docs`; the demo follows with its next build.
 */
import { readFileSync } from 'node:fs';
import { needsOf, publishedPackages } from './published-packages.mjs';

export const published = false;

const { version, repository } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
const repositoryURL = repository.url.replace(/^git\+/, '');

const packages = publishedPackages();

const tarball = (/** @type {string} */ name) =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

const bash = (/** @type {readonly string[]} */ ...lines) =>
  `\`\`\`bash\n${lines.join('\n')}\n\`\`\``;

/**
 * The command that installs a package with those that it needs: from npm, or from the tarballs of them.
 *
 * @param {string} name
 * @param {{ dev?: boolean, isPublished?: boolean }} options with `dev` it is for development alone
 */
export function commandOf(name, { dev = false, isPublished = published } = {}) {
  const what = isPublished
    ? [name]
    : needsOf(name, packages).map(({ manifest }) => `./${tarball(manifest.name)}`);
  return ['npm install', ...(dev ? ['--save-dev'] : []), ...what].join(' ');
}

/**
 * How to install a package, for its README.
 *
 * @param {string} name
 * @param {{ dev?: boolean, isPublished?: boolean }} options as of `commandOf`
 */
export function installing(name, { dev = false, isPublished = published } = {}) {
  const command = commandOf(name, { dev, isPublished: true });
  if (isPublished) return bash(command);
  const from = needsOf(name, packages).map(({ folder }) => `../uba-embed/${folder}`);
  return [
    '**Not on npm yet.** Until it is, build it beside your project, which takes some minutes, pack it with what it needs, and install that. In your project:',
    bash(
      `git clone ${repositoryURL} ../uba-embed`,
      '(cd ../uba-embed && npm ci && npm run build)',
      `npm pack ${from.join(' ')}`,
      commandOf(name, { dev, isPublished }),
    ),
    `Commit what is packed, since your package.json names it. Once it is on npm, \`${command}\` does.`,
  ].join('\n\n');
}

/** How to install the packages in an example of demo/frameworks, for the README of them all. */
export const installingExamples = (isPublished = published) =>
  isPublished
    ? bash('npm install')
    : [
        '**The packages are not on npm yet.** Until they are, build them in the root of the repository with ' +
          "`npm ci && npm run build`, and in place of `npm install` say in an example's folder:",
        bash('npm install --no-save --install-links ../../../packages/*'),
      ].join('\n\n');

/** What an example's own README says of that. @param {string} readme where that of all examples is */
export const installingExample = (readme, isPublished = published) =>
  isPublished ? '' : `**The packages are not on npm yet**: [install them from here](${readme}).`;

/** What asks a registry or a public host for our packages. */
const asking =
  /\b(?:npm (?:i|install|add)|npx|pnpm (?:i|install|add|dlx)|yarn(?: add| dlx)?|bunx?(?: add)?)\b[^\n]*@finodigital\/|https?:\/\/[^\s"'`]*(?:unpkg|jsdelivr|esm\.sh|jspm|skypack|cdnjs)[^\s"'`]*finodigital/;

/** In a project that names our packages, each installation asks for them. */
const anyInstallation = /\bnpm (?:i|install|ci)\b(?! .*\.\.\/)/;

const notPublished = /not on npm yet|noch nicht auf npm/i;

/**
 * What is wrong with what a page says of installing: before the packages are on npm it must say so before
 * it shows a command that asks for them there; afterwards it must not say so.
 *
 * @param {string} text
 * @param {{ isPublished?: boolean, isProject?: boolean }} options with `isProject` the page stands in a
 *   project that names our packages
 * @returns {string | undefined}
 */
export function faultOfInstalling(text, { isPublished = published, isProject = false } = {}) {
  const said = text.search(notPublished);
  if (isPublished) return said < 0 ? undefined : 'says that the packages are not on npm yet';
  const [asked] = [asking, ...(isProject ? [anyInstallation] : [])]
    .flatMap((kind) => kind.exec(text) ?? [])
    .sort((one, other) => text.indexOf(one) - text.indexOf(other));
  if (!asked || (said >= 0 && said < text.indexOf(asked))) return undefined;
  return `shows “${asked}…” before it says that the packages are not on npm yet`;
}
