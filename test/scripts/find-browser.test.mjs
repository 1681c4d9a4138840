import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { findBrowser } from '../../scripts/find-browser.mjs';

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
