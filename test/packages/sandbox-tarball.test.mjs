/** The sandbox as users install it: packed, alone in an empty project, started by npx. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { install, pack } from '../fixtures/pack.mjs';

const run = promisify(execFile);

describe('the packed sandbox', () => {
  /** @type {string} */
  let project;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'uba-packed-sandbox-'));
    const tarballs = await pack(['packages/protocol', 'sandbox'], project);
    await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
    await install(project, tarballs);
  });

  after(() => rm(project, { recursive: true, force: true }));

  it('starts by npx and goes the full circle of an integration, and pays', async () => {
    const env = { ...process.env, UBA_SANDBOX_PROJECT: project, PORT: '5473' };
    const circles = ['test/e2e/api-circle.spec.ts', 'test/e2e/api-back-end.spec.ts'];
    const playwright = ['test', ...circles, '--reporter', 'list'];
    const { stdout } = await run('node_modules/.bin/playwright', playwright, { env });
    assert.match(stdout, /3 passed/);
  });

  it('starts from a program', async () => {
    const code = `
      const { startSandbox } = await import('@finodigital/uba-sandbox');
      const { origin, close } = await startSandbox({ port: 0 });
      console.log((await fetch(origin + '/sandbox')).status);
      await close();
    `;
    const args = ['--input-type=module', '-e', code];
    const { stdout } = await run(process.execPath, args, { cwd: project });
    assert.equal(stdout.trim(), '200');
  });
});
