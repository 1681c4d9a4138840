/** The integration of the READMEs as it stands there, with its person in a real browser. */
import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Person } from '../../sandbox/testing/index.js';
import { test } from '../fixtures/served-sandbox.js';

/** Runs it; all that it has said so far, and the code that it ends with. */
function startIntegration(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['demo/back-end/integration.mjs'], {
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { said: () => said, exit };
}

test('the integration connects, fetches, synchronises, uploads and categorises', async ({
  page,
  sandbox,
  external,
}) => {
  const { said, exit } = startIntegration({ UBA_API: `${sandbox}/api` });
  await expect.poll(said).toMatch(/\nOpen \S+\n/);
  await page.goto(/\nOpen (\S+)\n/.exec(said())?.[1] ?? '');
  const person = new Person(page, page);
  await person.does({ act: 'pick-bank', bank: 'fino SCA Bank' });
  await person.does({ act: 'log-in', userName: 'fino01', pin: '654321' });
  await person.does({ act: 'enter-tan', tan: '123456' }, { act: 'agree-consent' });
  await person.does({ act: 'connect-accounts' });

  expect(await exit, said()).toBe(0);
  expect(said()).toMatch(/ · DE\d{20} · -?\d+\.\d\d EUR · \d{2,} transactions\n/);
  expect(said()).toMatch(
    /Synchronised: OK\. New since then:\n(\d{4}-\d\d-\d\d +-?\d+\.\d\d EUR .+\n)+/,
  );
  expect(said()).toContain('Uploaded DE89370400440532013000.');
  expect(said().match(/Completed at \d{4}-/g)).toHaveLength(2);
  expect(said()).toMatch(/By category:\n( *-?\d+\.\d\d {2}\S.+\n){3,}$/);
  expect(said()).toMatch(/-?\d+\.\d\d {2}Rent\n/);
  expect(external).toEqual([]);
});

test('the integration says what keeps it from going on', async ({ sandbox }) => {
  const api = `${sandbox}/api`;
  const failures: readonly [Readonly<Record<string, string>>, RegExp][] = [
    [{ UBA_API: api, UBA_SECRET: 'wrong' }, /UBA gives no token: 401 The client identifier/],
    [{ UBA_API: 'http://127.0.0.1:9/api' }, /No answer from http:\/\/127\.0\.0\.1:9\/api\./],
    [{ UBA_API: `${sandbox}/sandbox` }, /UBA gives no token: 404/],
    [{ UBA_API: api, WAIT_SECONDS: '0' }, /Not within WAIT_SECONDS=0: The analysis has not begun/],
  ];
  for (const [env, words] of failures) {
    const { said, exit } = startIntegration(env);
    expect(await exit, said()).toBe(1);
    expect(said()).toMatch(words);
    expect(said()).not.toMatch(/ at .+\.mjs/);
  }
});
