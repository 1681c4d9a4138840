/** What users install: the packed packages, in an empty project that shares nothing with this one. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packages = ['protocol', 'host', 'widget'];

describe('the packed packages', () => {
  /** @type {string} */
  let project;
  /** @type {Map<string, string>} */
  const tarballs = new Map();

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'uba-packed-'));
    for (const name of packages) {
      const { stdout } = await run(
        'npm',
        ['pack', '--json', '--ignore-scripts', '--pack-destination', project],
        { cwd: resolve('packages', name) },
      );
      const [packed] = /** @type {[{ filename: string }]} */ (JSON.parse(stdout));
      tarballs.set(name, join(project, packed.filename));
    }
    await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
    await run('npm', ['install', '--prefer-offline', ...tarballs.values()], { cwd: project });
  });

  after(() => rm(project, { recursive: true, force: true }));

  /** @param {string} code */
  const node = async (code) =>
    (
      await run(process.execPath, ['--input-type=module', '-e', code], { cwd: project })
    ).stdout.trim();

  it('import in Node without a DOM, registering nothing', async () => {
    assert.equal(
      await node(`
        const { createUbaWidget, FinoUba } = await import('@finodigital/uba-widget');
        const element = await import('@finodigital/uba-widget/element.js');
        console.log(typeof createUbaWidget, typeof FinoUba, element.FinoUba === FinoUba,
          globalThis.customElements?.get('fino-uba'), typeof document);
      `),
      'function function true undefined undefined',
    );
  });

  it('give the host, the protocol and the schemas by their public names', async () => {
    assert.equal(
      await node(`
        const { buildUbaUrl } = await import('@finodigital/uba-host');
        const { messageTypes } = await import('@finodigital/uba-protocol');
        const { messageSchemas } = await import('@finodigital/uba-protocol/schemas');
        console.log(buildUbaUrl({ sessionId: 's', userIdentifier: 'u' }), messageTypes.length,
          Object.keys(messageSchemas).length);
      `),
      'https://uba.fino.run/auth?sessionId=s&userIdentifier=u 31 31',
    );
  });

  for (const name of packages) {
    it(`resolve with their types in every module resolution that knows ESM: ${name}`, async () => {
      const tarball = tarballs.get(name) ?? '';
      await run('npx', ['attw', tarball, '--profile', 'esm-only']);
      await run('npx', ['publint', 'run', tarball, '--strict']);
    });
  }
});
