/** What users install: the packed packages, in an empty project that shares nothing with this one. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { install, pack } from '../fixtures/pack.mjs';

const run = promisify(execFile);
const packages = [
  'packages/protocol',
  'packages/host',
  'packages/widget',
  'packages/react',
  'sandbox',
];

describe('the packed packages', () => {
  /** @type {string} */
  let project;
  /** @type {string[]} */
  let tarballs;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'uba-packed-'));
    tarballs = await pack(packages, project);
    await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
    await install(project, tarballs);
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
        const element = await import('@finodigital/uba-widget/element');
        console.log(typeof createUbaWidget, typeof FinoUba, element.FinoUba === FinoUba,
          globalThis.customElements?.get('fino-uba'), typeof document);
      `),
      'function function true undefined undefined',
    );
  });

  it('register the element by the entries for frameworks, which have no other code', async () => {
    assert.equal(
      await node(`
        const resolved = ['react', 'vue', 'svelte'].map((name) =>
          import.meta.resolve('@finodigital/uba-widget/' + name));
        const index = import.meta.resolve('@finodigital/uba-widget');
        console.log(new Set(resolved).size, resolved[0] === new URL('define.js', index).href);
      `),
      '1 true',
    );
  });

  it('keep the word by which a server component knows a client component', async () => {
    const index = join(project, 'node_modules/@finodigital/uba-react/dist/index.js');
    assert.match(await readFile(index, 'utf8'), /^'use client';\n/);
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

  it('bring the licences of what they hold, and the widget its threats', async () => {
    const papers = /(?:^|\/)(?:LICENSE(?:\.txt)?|THIRD-PARTY-LICENSES\.txt|SECURITY\.md)$/;
    const found = await Promise.all(
      ['uba-protocol', 'uba-host', 'uba-widget', 'uba-react', 'uba-sandbox'].map(async (name) => {
        const folder = join(project, 'node_modules/@finodigital', name);
        const files = await readdir(folder, { recursive: true });
        return files.filter((file) => papers.test(file)).sort();
      }),
    );
    assert.deepEqual(found, [
      ['LICENSE'],
      ['LICENSE'],
      ['LICENSE', 'SECURITY.md', 'dist/cdn/LICENSE.txt', 'dist/cdn/THIRD-PARTY-LICENSES.txt'],
      ['LICENSE'],
      ['LICENSE', 'dist/site/LICENSE.txt', 'dist/site/THIRD-PARTY-LICENSES.txt'],
    ]);
  });

  it('link to files that they bring', async () => {
    for (const name of ['uba-protocol', 'uba-host', 'uba-widget', 'uba-react']) {
      const folder = join(project, 'node_modules/@finodigital', name);
      const files = await readdir(folder, { recursive: true });
      for (const document of files.filter((file) => /^\w+\.md$/.test(file))) {
        const text = await readFile(join(folder, document), 'utf8');
        const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, link]) => link);
        for (const link of links) assert.ok(files.includes(link ?? ''), `${document}: ${link}`);
      }
    }
  });

  for (const [index, name] of packages.entries()) {
    it(`resolve with their types in every module resolution: ${name}`, async () => {
      const tarball = tarballs[index] ?? '';
      // CommonJS finds them too, and has to load them as ESM.
      await run('node_modules/.bin/attw', [tarball, '--ignore-rules', 'cjs-resolves-to-esm']);
      await run('node_modules/.bin/publint', ['run', tarball, '--strict']);
    });
  }
});

describe('the packed packages that a page embeds UBA with', () => {
  /** @type {string} */
  let project;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'uba-packed-page-'));
    await writeFile(join(project, 'package.json'), '{ "type": "module", "private": true }');
    await install(project, await pack(packages.slice(0, 3), project));
  });

  after(() => rm(project, { recursive: true, force: true }));

  /** @param {string} code */
  const node = (code) =>
    run(process.execPath, ['--input-type=module', '-e', code], { cwd: project });

  it('bring no zod, and work without', async () => {
    const lock = await readFile(join(project, 'node_modules/.package-lock.json'), 'utf8');
    assert.deepEqual(Object.keys(JSON.parse(lock).packages).sort(), [
      'node_modules/@finodigital/uba-host',
      'node_modules/@finodigital/uba-protocol',
      'node_modules/@finodigital/uba-widget',
      'node_modules/@lit-labs/ssr-dom-shim',
      'node_modules/@lit/reactive-element',
    ]);
    await node(`
      await import('@finodigital/uba-protocol');
      await import('@finodigital/uba-host');
      await import('@finodigital/uba-widget');
    `);
  });

  it('name zod where the schemas are asked for without it, and take it where it is there', async () => {
    const schemas = `
      const { messageSchema } = await import('@finodigital/uba-protocol/schemas');
      console.log(messageSchema.safeParse({ type: 'EXIT' }).success);
    `;
    await assert.rejects(node(schemas), /Cannot find package 'zod'/);
    await install(project, [...(await pack(packages.slice(0, 3), project)), 'zod@4']);
    assert.equal((await node(schemas)).stdout.trim(), 'true');
  });
});
