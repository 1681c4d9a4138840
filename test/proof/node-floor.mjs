/**
 * The oldest Node that each package names in its `engines`, with the packed packages and real binaries,
 * which npm fetches: there they work, and in the version before they do not. The protocol's schemas take
 * the oldest zod that it names.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { install, pack } from '../fixtures/pack.mjs';

const run = promisify(execFile);

const imports = `
  const { createUbaWidget } = await import('@finodigital/uba-widget');
  const { FinoUba } = await import('@finodigital/uba-widget/element');
  const { loadUbaWidget } = await import('@finodigital/uba-widget/loader');
  const { FinoUba: component } = await import('@finodigital/uba-react');
  const { default: { createElement } } = await import('react');
  const { buildUbaUrl } = await import('@finodigital/uba-host');
  const { messageTypes } = await import('@finodigital/uba-protocol');
  const { messageSchema } = await import('@finodigital/uba-protocol/schemas');
  messageSchema.parse({ type: 'bank-connect', payload: { accountIds: [], bankLoginId: 'b' } });
  console.log(typeof createUbaWidget, typeof FinoUba, typeof loadUbaWidget,
    createElement(component).type === component, messageTypes.length,
    buildUbaUrl({ sessionId: 's', userIdentifier: 'u' }));
`;

/** The command itself, so that what it starts with is what a user's does; and the page with its script. */
const command = `
  import { once } from 'node:events';
  import { spawn } from 'node:child_process';
  const cli = 'node_modules/@finodigital/uba-sandbox/dist/server/cli.js';
  const child = spawn(process.execPath, [cli, '--port', '0', '--quiet']);
  process.on('exit', () => child.kill());
  child.stderr.pipe(process.stderr);
  const ended = once(child, 'exit').then(() => process.exit(1));
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const [, origin] = /(http:\\/\\/\\S+)\\/sandbox\\n/.exec(said) ?? [];
    if (!origin) continue;
    const page = await (await fetch(origin + '/sandbox')).text();
    const [, script] = /<script[^>]* src="([^"]+)"/.exec(page);
    const body = 'client_id=shop&client_secret=secret&grant_type=client_credentials';
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const token = await fetch(origin + '/api/auth', { method: 'POST', headers, body });
    console.log((await fetch(origin + script)).headers.get('content-type'), token.status);
    process.exit();
  }
  await ended;
`;

/** @type {(folder: string) => any} */
const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const { zod } = manifest('packages/protocol').peerDependencies;

/** Each floor with the version before it. A floor is lowered or raised here and in the package.json. */
const floors = [
  {
    folders: ['packages/protocol', 'packages/host', 'packages/widget', 'packages/react'],
    others: [`zod@${zod.replace('^', '')}`],
    range: '>=16.11',
    at: '16.11.0',
    below: '16.10.0',
    code: imports,
    says: 'function function function true 31 https://uba.fino.run/auth?sessionId=s&userIdentifier=u',
  },
  {
    folders: ['sandbox'],
    others: [],
    range: '>=20.1',
    at: '20.1.0',
    below: '20.0.0',
    code: command,
    says: 'text/javascript; charset=utf-8 200',
  },
];

for (const { folders, others, range, at, below, code, says } of floors) {
  describe(`the oldest Node for ${folders.join(', ')}`, () => {
    /** @type {string} */
    let project;

    before(async () => {
      project = await mkdtemp(join(tmpdir(), 'uba-floor-'));
      const tarballs = await pack([...new Set(['packages/protocol', ...folders])], project);
      await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
      await install(project, [...tarballs, ...others]);
    });

    after(() => rm(project, { recursive: true, force: true }));

    /**
     * Runs code in a version of Node, in the project.
     *
     * @param {string} version
     * @param {string} program
     */
    const node = async (version, program) => {
      const fetched = ['exec', '--yes', `--package=node@${version}`, '--', 'node', '-p'];
      const { stdout: path } = await run('npm', [...fetched, 'process.execPath'], { cwd: project });
      const options = { cwd: project, timeout: 60_000 };
      const args = ['--input-type=module', '-e', program];
      const { stdout } = await run(path.trim(), args, options);
      return stdout.trim();
    };

    it(`is ${range}`, async () => {
      for (const folder of folders) assert.equal(manifest(folder).engines.node, range, folder);
      assert.equal(await node(at, 'console.log(process.version)'), `v${at}`);
      assert.equal(await node(at, code), says);
    });

    it(`cannot be ${below}`, async () => {
      assert.equal(await node(below, 'console.log(process.version)'), `v${below}`);
      const outcome = await node(below, code).catch((/** @type {unknown} */ error) => error);
      assert.notEqual(outcome, says);
    });
  });
}

describe('the oldest Node for this repository', () => {
  const [, version] = /^>=([\d.]+)$/.exec(manifest('.').engines.node) ?? [];

  it(`is ${version}, which all that it installs takes`, async () => {
    const fetched = ['exec', '--yes', `--package=node@${version}`, '--'];
    const check = ['npm', 'ci', '--dry-run', '--engine-strict', '--ignore-scripts'];
    const { stdout } = await run('npm', [...fetched, ...check]);
    assert.match(stdout, /^(up to date|added|changed|removed) /m);
  });
});
