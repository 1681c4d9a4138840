/**
 * `npm run mutation`: changes the gate, the address and the channel in hundreds of small ways, one at
 * a time, and looks whether a unit test notices. Stryker makes the changes and keeps the score; one
 * browser, kept open here, runs the tests for each, since starting it anew takes longer than they do.
 *
 * It works on the sources in place and puts them back: commit first.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { createServer as createVite } from 'vite';
import { chromiumArgs, findHeadlessChromium } from '../../scripts/find-browser.mjs';

/** How long the tests may take, in ms: a change may make them wait for ever. */
const testTimeout = 30_000;

const vite = await createVite({
  configFile: false,
  logLevel: 'error',
  resolve: { conditions: ['@finodigital/source', 'browser', 'import', 'module', 'default'] },
  optimizeDeps: { include: ['@open-wc/testing', 'fast-check'] },
  plugins: [
    {
      name: 'no-web-test-runner',
      enforce: 'pre',
      // The test library asks for it and does without where the other runner is not there.
      resolveId: (id) => (id.endsWith('__web-dev-server__web-socket.js') ? '\0none' : null),
      load: (id) => (id === '\0none' ? '' : null),
    },
  ],
  server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false },
});
await vite.listen();
const [address] = vite.resolvedUrls?.local ?? [];
const browser = await chromium.launch({
  executablePath: findHeadlessChromium(),
  chromiumSandbox: false,
  args: chromiumArgs,
});

const folder = 'packages/host/src';
const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));

/** Whether all tests pass with one change awake, each file in a page of its own as ever. */
async function allPass(/** @type {string | null} */ mutant) {
  for (const file of files) {
    const query = new URLSearchParams({ file: `/${folder}/${file}`, ...(mutant && { mutant }) });
    if (!(await passes(query))) return false;
  }
  return true;
}

async function passes(/** @type {URLSearchParams} */ query) {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}test/mutation/tests.html?${query}`);
    await page.waitForFunction('window.failures !== undefined', undefined, {
      timeout: testTimeout,
    });
    return (await page.evaluate('window.failures')) === 0;
  } catch {
    return false;
  } finally {
    await page.close();
  }
}

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  void allPass(searchParams.get('mutant')).then((passed) => response.end(String(passed)));
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
