/** The built sites on two plain static servers: the demo below a path, the sandbox at its root. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { demoPaths, play, showsItself, tellsOfSuccess } from '../fixtures/demo-page.js';
import { serveFolder } from '../fixtures/static-server.js';

test('the demo runs below any path, with the sandbox on a host of its own', async ({
  page,
}, testInfo) => {
  const sandbox = await serveFolder('dist/sandbox', '127.0.0.1');
  const folder = testInfo.outputPath('demo');
  await promisify(execFile)(
    'node_modules/.bin/vite',
    ['build', '--mode', 'demo', '--outDir', folder],
    { env: { ...process.env, VITE_SANDBOX_ORIGIN: `http://127.0.0.1:${sandbox.port}` } },
  );
  const demo = await serveFolder(folder, 'localhost', '/some/where/');
  // A host that is no development server's, and on this machine for all that.
  const home = `http://demo.localhost:${demo.port}/some/where`;
  for (const path of demoPaths) {
    // As people type it: the server adds the slash.
    await page.goto(home + (path === '/' ? path : path.slice(0, -1)));
    await showsItself(page);
  }
  await page.getByRole('link', { name: 'Widget', exact: true }).click();
  await expect(page).toHaveURL(`${home}/demo/widget/`);
  // It leads through the bank's own page as well.
  await play(page, '16');
  const log = page.getByRole('group', { name: 'Events' });
  await tellsOfSuccess(log);
  const bundle = `http://localhost:${demo.port}/some/where/uba-widget.js`;
  expect((await page.request.get(bundle)).ok()).toBe(true);
  expect([...demo.missing, ...sandbox.missing]).toEqual([]);
  await Promise.all([demo.close(), sandbox.close()]);
});

test('/auth and /sandbox keep their query on a plain static server', async ({ page }) => {
  const sandbox = await serveFolder('dist/sandbox', '127.0.0.1');
  for (const address of ['auth?sessionId=demo&lang=de', 'sandbox?lang=de']) {
    await page.goto(`http://127.0.0.1:${sandbox.port}/${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bank suchen');
    expect(new URL(page.url()).search).toBe(address.slice(address.indexOf('?')));
  }
  expect(sandbox.missing).toEqual([]);
  await sandbox.close();
});
