/**
 * The file of `--data` on disks that fail: full, read-only, and a single file mounted as into a
 * container. Needs root and the right to mount, which a container has with `--privileged` alone.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { addUser, fails, start, stopAll, usersOf } from '../fixtures/uba-sandbox.mjs';
import { until } from '../fixtures/until.mjs';

const run = promisify(execFile);

/** @type {string} */
let folder;
/** @type {string} */
let disk;
/** @type {string[]} */
let mounted = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uba-disk-'));
  disk = join(folder, 'disk');
  await mkdir(disk);
});

afterEach(async () => {
  stopAll();
  for (const place of mounted.reverse()) await run('umount', [place]);
  mounted = [];
  await rm(folder, { recursive: true });
});

/** @param {string} place @param {...string} args */
async function mount(place, ...args) {
  try {
    await run('mount', [...args, place]);
  } catch (error) {
    throw new Error('This needs root and the right to mount.', { cause: error });
  }
  mounted.push(place);
}

const mountSmall = () => mount(disk, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');

/** Takes what room there is. */
const fill = () =>
  assert.rejects(writeFile(join(disk, 'full'), Buffer.alloc(1024 * 1024)), { code: 'ENOSPC' });

const makeRoom = () => rm(join(disk, 'full'));

/** Waits until a file holds the words. @param {string} path @param {string} words */
const holds = (path, words) =>
  until(`${path} holds ${words}`, async () => (await readFile(path, 'utf8')).includes(words));

/** How many users the next run finds. @param {string} path */
async function keptUsers(path) {
  const { origin, stop } = await start('--data', path, '--quiet');
  const users = await usersOf(origin);
  await stop();
  return users;
}

describe('The file of --data', () => {
  it('on a full disk is refused at the start (needs root, to mount)', async () => {
    await mountSmall();
    await fill();
    const { code, stderr } = await fails('--data', join(disk, 'state.json'));
    assert.equal(code, 1);
    assert.match(stderr, /^uba-sandbox: --data [^\n]*: the disk is full\. Make room/m);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.deepEqual(await readdir(disk), ['full']);
  });

  it('on a disk that fills up keeps what it held, and gets the rest (needs root, to mount)', async () => {
    await mountSmall();
    const file = join(disk, 'state.json');
    const sandbox = await start('--data', file, '--quiet');
    const first = await addUser(sandbox.origin);
    await holds(file, first);
    await fill();
    const second = await addUser(sandbox.origin);
    await sandbox.says(/state\.json cannot be written: the disk is full/);
    assert.ok((await readFile(file, 'utf8')).includes(first));
    assert.deepEqual((await readdir(disk)).sort(), ['full', 'state.json', 'state.json.lock']);
    await makeRoom();
    await holds(file, second);
    await sandbox.stop('SIGKILL');
    assert.equal(await keptUsers(file), 2);
  });

  it('on a read-only disk is refused; later it is written once it can be (needs root, to mount)', async () => {
    await mountSmall();
    const file = join(disk, 'state.json');
    const sandbox = await start('--data', file, '--quiet');
    await run('mount', ['-o', 'remount,ro', disk]);
    const userId = await addUser(sandbox.origin);
    await sandbox.says(/cannot be written: its disk is read-only/);
    await run('mount', ['-o', 'remount,rw', disk]);
    await holds(file, userId);
    assert.equal(await sandbox.stop('SIGTERM'), 0);
    await run('mount', ['-o', 'remount,ro', disk]);
    const { code, stderr } = await fails('--data', file);
    assert.equal(code, 1);
    assert.match(stderr, /cannot be written: its disk is read-only\. Choose a file on another/);
    await run('mount', ['-o', 'remount,rw', disk]);
    assert.equal(await keptUsers(file), 1);
  });

  it('mounted by itself is written in place, on a full disk too (needs root, to mount)', async () => {
    await mountSmall();
    const outside = join(disk, 'outside.json');
    await writeFile(outside, '{"movedBy":0,"users":[],"webhooks":[]}');
    const file = join(folder, 'state.json');
    await writeFile(file, '');
    await mount(file, '--bind', outside);
    const sandbox = await start('--data', file, '--quiet');
    const first = await addUser(sandbox.origin);
    await holds(outside, first);
    await fill();
    // More than the blocks that the file has.
    const users = await Promise.all(Array.from({ length: 20 }, () => addUser(sandbox.origin)));
    await sandbox.says(/cannot be written: the disk is full/);
    const { users: kept } = JSON.parse(await readFile(outside, 'utf8'));
    assert.ok(kept.some((/** @type {{ userId: string }} */ { userId }) => userId === first));
    await makeRoom();
    await holds(outside, users.at(-1) ?? '');
    await sandbox.stop('SIGKILL');
    assert.equal(await keptUsers(file), 21);
  });

  it('mounted by itself into a read-only folder goes on after one warning (needs root, to mount)', async () => {
    const outside = join(folder, 'outside.json');
    await writeFile(outside, '{"movedBy":0,"users":[],"webhooks":[]}');
    await mountSmall();
    const file = join(disk, 'state.json');
    await writeFile(file, '');
    await mount(file, '--bind', outside);
    await run('mount', ['-o', 'remount,ro', disk]);
    const sandbox = await start('--data', file, '--quiet');
    await holds(outside, await addUser(sandbox.origin));
    assert.equal(await sandbox.stop(), 0);
    assert.match(sandbox.said(), /Beside \S+ no lock can be made \(EROFS\)\. Let no other sandbox/);
    assert.equal(sandbox.said().match(/^uba-sandbox: /gm)?.length, 1);
    assert.equal(await keptUsers(file), 1);
  });
});
