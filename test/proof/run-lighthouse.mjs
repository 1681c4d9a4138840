/** Lighthouse at an exact version, which npx fetches, in the browser that the tests use. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromiumArgs, findBrowser } from '../../scripts/find-browser.mjs';

/**
 * @param {string} address
 * @param {readonly string[]} categories
 * @param {readonly string[]} flags
 * @returns {Promise<any>} the report
 */
export async function runLighthouse(address, categories, flags = []) {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      'lighthouse@12.8.2',
      address,
      '--output=json',
      '--quiet',
      `--only-categories=${categories.join()}`,
      `--chrome-flags=--headless=new ${chromiumArgs.join(' ')}`,
      ...flags,
    ],
    {
      env: { ...process.env, CHROME_PATH: findBrowser('chromium') },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout);
}
