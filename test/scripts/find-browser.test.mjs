import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser, findHeadlessChromium } from '../../scripts/find-browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
after(() => rmSync(folder, { recursive: true }));

/** A program that answers `--version`. @param {string} text */
function browserThatSays(text) {
  const path = join(folder, 'browser');
  writeFileSync(path, `#!/bin/sh\necho '${text}'\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('a browser for the tests', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is the one that the variable names', () => {
    const path = browserThatSays('Mozilla Firefox 143.0');
    process.env.FIREFOX_PATH = path;
    assert.equal(findBrowser('firefox'), path);
  });

  it('may keep its version to itself where any will do', () => {
    const path = browserThatSays('');
    process.env.CHROME_PATH = path;
    assert.equal(findBrowser('chromium'), path);
  });

  it('is without its windows where that one is on PATH, and no other is named', () => {
    const named = browserThatSays('Chromium 156.0');
    const shell = join(folder, 'chromium-headless-shell');
    copyFileSync(named, shell);
    process.env.PATH = folder;
    delete process.env.CHROME_PATH;
    delete process.env.INSTALL_BROWSERS;
    assert.equal(findHeadlessChromium(), shell);
    process.env.CHROME_PATH = named;
    assert.equal(findHeadlessChromium(), named);
    delete process.env.CHROME_PATH;
    rmSync(shell);
    const whole = join(folder, 'chromium');
    copyFileSync(named, whole);
    assert.equal(findHeadlessChromium(), whole);
  });

  it('is refused where it is too old to be driven', () => {
    const path = browserThatSays('Mozilla Firefox 140.12.0esr');
    process.env.FIREFOX_PATH = path;
    const message = `FIREFOX_PATH names no firefox 143 or newer that runs: ${path}`;
    assert.throws(() => findBrowser('firefox'), { message });
  });

  it('is refused where it does not run', () => {
    process.env.FIREFOX_PATH = join(folder, 'nothing');
    assert.throws(() => findBrowser('firefox'), /FIREFOX_PATH names no firefox/);
  });
});

/** What comes of the search where no browser is, beside an apt-get that brings one. */
function searchInVain(/** @type {Record<string, string>} */ env) {
  const path = mkdtempSync(join(folder, 'path-'));
  const browser = join(path, 'chromium');
  const aptGet = join(path, 'apt-get');
  writeFileSync(
    aptGet,
    `#!/bin/sh\nprintf '#!/bin/sh\\n' > ${browser}\n/bin/chmod +x ${browser}\n`,
  );
  chmodSync(aptGet, 0o755);
  const code = "import { findBrowser } from './scripts/find-browser.mjs'; findBrowser('chromium');";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', code],
    { encoding: 'utf8', env: { PATH: path, PLAYWRIGHT_BROWSERS_PATH: path, ...env } },
  );
  return { status, stdout, stderr };
}

describe('where no browser is found', () => {
  it('says what to type, and installs none by itself', () => {
    const { status, stdout, stderr } = searchInVain({});
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /sudo apt-get install chromium/);
    assert.match(stderr, /INSTALL_BROWSERS=1/);
  });

  it('installs one where it is asked to', () => {
    const { status, stdout } = searchInVain({ INSTALL_BROWSERS: '1' });
    assert.equal(status, 0);
    assert.match(stdout, /Installing chromium/);
  });
});

describe('the arguments of Chromium', () => {
  it('turn off all that Playwright turns off, and the page below the address bar', async (context) => {
    const server = await chromium.launchServer({
      executablePath: findBrowser('chromium'),
      chromiumSandbox: false,
      args: chromiumArgs,
    });
    context.after(() => server.close());
    const lists = server
      .process()
      .spawnargs.filter((arg) => arg.startsWith('--disable-features='))
      .map((arg) => arg.slice(arg.indexOf('=') + 1).split(','));
    const [theirs, ours] = lists;
    assert.equal(lists.length, 2);
    assert.deepEqual(
      theirs?.filter((feature) => !ours?.includes(feature)),
      [],
    );
    const browser = await chromium.connect(server.wsEndpoint());
    await browser.newPage();
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    assert.deepEqual(
      targetInfos.map(({ url }) => url).filter((url) => url.startsWith('chrome://')),
      [],
    );
  });
});
