/**
 * Finds a browser for the tests: the one that CHROME_PATH (or FIREFOX_PATH) names, then those on
 * PATH, then one that Playwright manages; on Debian as root it installs the distribution's own.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';

const browsers = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    managed: () => chromium.executablePath(),
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    managed: () => firefox.executablePath(),
    debian: 'firefox-esr',
  },
};

/** What Chromium needs to run headless, as root, without a word to anyone outside. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a browser that runs.
 *
 * @param {keyof typeof browsers} name
 * @returns {string}
 * @throws {Error} that says how to install one, where none is found
 */
export function findBrowser(name) {
  const { variable, names, managed, debian } = browsers[name];
  const named = process.env[variable];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`${variable} names no browser that runs: ${named}`);
  }
  const found = () => [...onPath(names), managed()].find(runs);
  const path = found() ?? (installOnDebian(debian) ? found() : undefined);
  if (path) return path;
  throw new Error(
    `No ${name} found. Install one (Debian, Ubuntu: sudo apt-get install ${debian}; ` +
      `elsewhere: npx playwright install ${name}), or name it with ${variable}=/path/to/${name}.`,
  );
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} packageName */
function installOnDebian(packageName) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${packageName} with apt-get …`);
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', packageName], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false;
  }
}
