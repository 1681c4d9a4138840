/**
 * Which session a page has where the API is beside it: by the command, and by `npm start`, which serves
 * both from their sources. And what a page still asks for once its flow is over.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, type Page } from '@playwright/test';
import { Person, wordsFor, type ScenarioAction } from '../../sandbox/testing/index.js';
import { ApiClient, type ApiSession } from '../fixtures/api-client.js';
import { start, type Command } from '../fixtures/command.js';
import { test } from '../fixtures/embedding.js';
import { startSandboxCommand } from '../fixtures/sandbox-command.js';
import { openSite } from '../fixtures/site.js';

// One after the other: npm start has its ports.
test.describe.configure({ mode: 'default' });

const words = wordsFor('en').sandbox;

/** Above the ports of the built sites that this run serves. */
const port = Number(process.env.PORT) + 10;

const startSources = (): Promise<Command> =>
  start(['node', 'scripts/start.mjs'], /(http:\/\/127\S+)\/api\n[^]+Ctrl-C/, {
    env: { PORT: String(port) },
  });

const places = {
  'npm start': async () => {
    const { found, stop } = await startSources();
    return { origin: found[1] ?? '', stop };
  },
  'the command': () => startSandboxCommand(),
};

const connect: readonly ScenarioAction[] = [
  { act: 'pick-bank', bank: 'fino SCA Bank' },
  { act: 'log-in', userName: 'persondemo', pin: '' },
  { act: 'agree-consent' },
  { act: 'connect-accounts' },
];

/** The calls of the bank's side that a page makes from now on. */
function callsOf(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/_')) calls.push(pathname);
  });
  return calls;
}

const cardsOf = (page: Page) => page.getByRole('group', { name: /^Actions for / });

for (const [place, serve] of Object.entries(places)) {
  test.describe(`by ${place}`, { tag: place === 'npm start' ? '@long' : [] }, () => {
    let sandbox: { readonly origin: string; readonly stop: () => Promise<void> };
    test.beforeAll(async () => {
      sandbox = await serve();
    });
    test.afterAll(() => sandbox.stop());

    test('sessions with a prefix of ours mean the same as on plain files, and need no server', async ({
      page,
    }) => {
      const calls = callsOf(page);
      for (const id of ['demo', 'demo–1 %', 'sbx-connect', 'sbx-connect-2']) {
        await page.goto(
          `${sandbox.origin}/auth?${new URLSearchParams({ sessionId: id }).toString()}`,
        );
        await expect(page.getByRole('combobox'), id).toBeVisible();
      }
      await page.goto(`${sandbox.origin}/auth?sessionId=sbx-expired-1`);
      await expect(page.getByRole('heading', { name: words.fatal.sessionTitle })).toBeVisible();
      await page.goto(`${sandbox.origin}/auth?sessionId=sbx-manage-1`);
      await expect(cardsOf(page)).toHaveCount(2);
      expect(calls).toEqual([]);
    });

    test('each visitor has them alone', async ({ page, browser }) => {
      const address = `${sandbox.origin}/auth?sessionId=sbx-manage`;
      await page.goto(address);
      await expect(cardsOf(page)).toHaveCount(2);
      const person = new Person(page, page);
      await person.does({ act: 'disconnect', bank: 'fino Redirect Bank' });
      await person.does({ act: 'confirm-disconnect' });
      await expect(cardsOf(page)).toHaveCount(1);
      await page.reload();
      await expect(cardsOf(page)).toHaveCount(1);

      const other = await browser.newPage();
      await other.goto(address);
      await expect(cardsOf(other)).toHaveCount(2);
      await other.close();
    });

    test('every other id must be one that the API issued', async ({ page }) => {
      const api = new ApiClient(sandbox.origin);
      await api.authenticate();
      const path = '/api/users/anna/banking/connect';
      const { redirectURL } = (await api.call<ApiSession>('POST', path)).body;
      await page.goto(redirectURL);
      const person = new Person(page, page);
      for (const act of connect) await person.does(act);
      await expect(page.getByRole('heading', { name: words.done.title })).toBeVisible();
      for (const id of ['sbx-other', 'sbx', 'Demo', 'never-issued', '']) {
        await page.goto(`${sandbox.origin}/auth?sessionId=${id}`);
        const over = page.getByRole('heading', { name: words.fatal.sessionTitle });
        await expect(over, id).toBeVisible();
      }
    });

    test('a page whose user is deleted says that its session is over, and asks nothing more', async ({
      page,
    }) => {
      const api = new ApiClient(sandbox.origin);
      await api.authenticate();
      const user = await api.call<{ userId: string }>('POST', '/api/users', {});
      const path = `/api/users/${user.body.userId}`;
      const { redirectURL } = (await api.call<ApiSession>('POST', `${path}/banking/connect`)).body;
      await page.clock.install();
      const calls = callsOf(page);
      await page.goto(redirectURL);
      await expect(page.getByRole('combobox')).toBeVisible();
      const news = page.waitForRequest(/_bank\/revision/);
      await page.clock.runFor(1_000);
      await news;
      expect((await api.call('DELETE', path)).status).toBe(204);
      await page.clock.runFor(2_000);
      await expect(page.getByRole('heading', { name: words.fatal.sessionTitle })).toBeVisible();
      const before = calls.length;
      await page.clock.runFor(60_000);
      expect(calls).toHaveLength(before);
    });

    test('a page that has connected asks for nothing more, its open tools neither', async ({
      page,
    }) => {
      await page.clock.install();
      const calls = callsOf(page);
      await page.goto(`${sandbox.origin}/sandbox`);
      const person = new Person(page, page);
      for (const act of connect) await person.does(act);
      await expect(page.getByRole('heading', { name: words.done.title })).toBeVisible();
      await page.getByRole('button', { name: words.tools.open }).click();
      const login = page.getByRole('complementary').getByText('fino SCA Bank, persondemo');
      await expect(login).toBeVisible();
      // From ready to SUCCESS.
      const posted = () => calls.filter((call) => call === '/_bank/posted').length;
      await expect.poll(posted).toBe(9);
      const before = calls.length;
      await page.clock.runFor(60_000);
      expect(calls).toHaveLength(before);
    });
  });
}

test(
  'the back end of the README runs beside npm start',
  { tag: '@long' },
  async ({ page, embed }) => {
    const { found, stop } = await startSources();
    const sandbox = found[1] ?? '';
    const probe = await openSite();
    await probe.close();
    const { port: free } = new URL(probe.origin);
    const child = spawn(process.execPath, ['demo/back-end/back-end.mjs'], {
      env: { ...process.env, PORT: free, UBA_API: `${sandbox}/api` },
    });
    const ask = async (method: string, path: string) => {
      const response = await fetch(`http://localhost:${free}${path}`, { method });
      return (await response.json()) as unknown;
    };
    await expect.poll(() => ask('POST', '/session').catch(() => undefined)).toBeDefined();
    const { sessionId, userIdentifier } = (await ask('POST', '/session')) as ApiSession;
    const embedding = await embed({ origin: sandbox, sessionId, userIdentifier });
    const person = new Person(page.frameLocator('iframe'), page);
    for (const act of connect) await person.does(act);
    await embedding.waitFor('SUCCESS');
    expect(await ask('GET', '/bank-logins')).toMatchObject([{ status: 'OK', active: true }]);
    const exit = once(child, 'exit');
    child.kill();
    await exit;
    await stop();
  },
);
