/**
 * `npm run mutation`: changes the gate, the address and the channel in hundreds of small ways, one at
 * a time, and looks whether a unit test notices. Stryker makes the changes and keeps the score; one
 * browser, kept open here, runs the tests for each, since starting it anew takes longer than they do.
 *
 * It works on the sources in place and puts them back: commit first.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { createServer as createVite } from 'vite';
import { chromiumArgs, findBrowser } from '../../scripts/find-browser.mjs';

/** How long the tests may take, in ms: a change may make them wait for ever. */
const patience = 30_000;

const vite = await createVite({
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: ['@finodigital/source', 'browser', 'import', 'module', 'default'] },
  optimizeDeps: { include: ['@open-wc/testing', 'fast-check'] },
  server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false },
});
await vite.listen();
const [address] = vite.resolvedUrls?.local ?? [];
const browser = await chromium.launch({
  executablePath: findBrowser('chromium'),
  chromiumSandbox: false,
  args: chromiumArgs,
});

/** Whether all tests pass with one change awake; none is in Stryker's trial run. */
async function passes(/** @type {string} */ query) {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}test/mutation/tests.html${query}`);
    await page.waitForFunction('window.failures !== undefined', undefined, { timeout: patience });
    return (await page.evaluate('window.failures')) === 0;
  } catch {
    return false;
  } finally {
    await page.close();
  }
}

const server = createServer((request, response) => {
  void passes(new URL(request.url ?? '', 'http://localhost').search).then((passed) =>
    response.end(String(passed)),
  );
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const stryker = spawn(
  'node_modules/.bin/stryker',
  ['run', 'test/mutation/stryker.config.mjs', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, MUTATION_PORT: String(port) } },
);
const [code] = await once(stryker, 'exit');
process.exit(code);
