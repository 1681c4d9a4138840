/**
 * Finds a browser for the tests: the one that CHROME_PATH (or FIREFOX_PATH) names, then those on
 * PATH, then one that Playwright manages; where none is found, it installs Debian's own if asked to.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox } from '@playwright/test';
import { aptInstall } from './apt-install.mjs';

const browsers = {
  chromium: {
    oldest: 0,
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    managed: () => chromium.executablePath(),
    debian: 'chromium',
  },
  firefox: {
    // Playwright drives it by WebDriver BiDi, with commands that are as new as that.
    oldest: 143,
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    managed: () => firefox.executablePath(),
    debian: 'firefox-esr',
  },
};

/** Its name on PATH, and the name of Debian's package. */
const headlessShell = 'chromium-headless-shell';

/**
 * What Playwright has Chromium leave off, which our own list would otherwise replace, and the list of
 * suggestions below the address bar: as a page of its own with 300 scripts, which loads with every
 * page, it takes longer than most tests.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** What Chromium needs to run headless, as root, without a word to anyone outside. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${disabledFeatures.join()}`,
];

/**
 * The path of a browser that runs and is new enough to be driven.
 *
 * @param {keyof typeof browsers} name
 * @returns {string}
 * @throws {Error} that says how to install one, where none is found
 */
export function findBrowser(name) {
  const { variable, names, managed, debian, oldest } = browsers[name];
  /** @param {string} path */
  const serves = (path) => majorVersion(path) >= oldest;
  const wanted = oldest ? `${name} ${oldest} or newer` : name;
  const named = process.env[variable];
  if (named) {
    if (serves(named)) return named;
    throw new Error(`${variable} names no ${wanted} that runs: ${named}`);
  }
  const found = () => [...onPath(names), managed()].find(serves);
  const path = found() ?? (aptInstall([debian]) ? found() : undefined);
  if (path) return path;
  throw new Error(
    `No ${wanted} found. Install one (Debian, Ubuntu: sudo apt-get install ${debian}; ` +
      `elsewhere: npx playwright install ${name}), name it with ${variable}=/path/to/${name}, ` +
      'or, on Debian as root, let the tests install it with INSTALL_BROWSERS=1.',
  );
}

/**
 * The path of Chromium without its windows, which takes two thirds of the time, and which Playwright too runs
 * where none are wanted; where it is not there, of Chromium as a whole. It has no back/forward cache,
 * and no keys for the clipboard.
 *
 * @returns {string}
 * @throws {Error} as {@link findBrowser} does
 */
export function findHeadlessChromium() {
  if (process.env[browsers.chromium.variable]) return findBrowser('chromium');
  const found = () => onPath([headlessShell]).find((path) => majorVersion(path) >= 0);
  return found() ?? (aptInstall([headlessShell]) ? found() : undefined) ?? findBrowser('chromium');
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * 0 for what runs and names none, NaN for what does not run.
 *
 * @param {string} path
 */
function majorVersion(path) {
  if (!existsSync(path)) return NaN;
  try {
    const said = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    return Number(/\d+/.exec(said)?.[0] ?? 0);
  } catch {
    return NaN;
  }
}
