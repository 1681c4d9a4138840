/** The file of `--data` and what can happen to it, on the command as a user runs it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { addUser, failure, fails, run, start, stopAll, usersOf } from '../fixtures/uba-sandbox.mjs';
import { until } from '../fixtures/until.mjs';

/** @type {string} */
let folder;
/** @type {string} */
let file;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uba-data-'));
  file = join(folder, 'state.json');
});

afterEach(async () => {
  stopAll();
  await rm(folder, { recursive: true });
});

/** Waits until a file holds the words. @param {string} words */
const holds = (words, path = file) =>
  until(`${path} holds ${words}`, async () => {
    // A folder may be in its place for a while, or nothing.
    const text = await readFile(path, 'utf8').catch(() => '');
    return text.includes(words);
  });

/** How many users the next run finds. */
async function keptUsers(path = file) {
  const { origin, stop } = await start('--data', path);
  const users = await usersOf(origin);
  await stop();
  return users;
}

/** @param {string} said */
const warnings = (said) => said.split('\n').filter((line) => line.startsWith('uba-sandbox: '));

describe('A file that cannot be used is refused at the start, with the way out', () => {
  /** @type {readonly (readonly [what: string, path: string, words: RegExp])[]} */
  const cases = [
    ['its folder is missing', 'missing/state.json', /its folder does not exist\. Make the folder/],
    ['its folder is a file', 'plain/state.json', /its folder is a file\./],
    ['it is a folder', 'folder', /it is a folder, /],
    ['its link leads to a folder', 'to-folder', /it is a folder, /],
    ['its links lead in a circle', 'circle', /its links lead in a circle\./],
    ['its link leads into nowhere', 'to-nowhere', /its folder does not exist\./],
    ['it is a pipe', 'pipe', /something else that is no file\./],
    ['it is empty', 'plain', /it is empty, cut off or no JSON\. Mend it, or remove it/],
  ];
  for (const [what, path, words] of cases) {
    it(`where ${what}`, async () => {
      await writeFile(join(folder, 'plain'), '');
      await mkdir(join(folder, 'folder'));
      await symlink(join(folder, 'folder'), join(folder, 'to-folder'));
      await symlink(join(folder, 'circle'), join(folder, 'circle'));
      await symlink(join(folder, 'nowhere/state.json'), join(folder, 'to-nowhere'));
      await run('mkfifo', [join(folder, 'pipe')]);
      const before = await readdir(folder);
      const { code, stderr } = await fails('--data', join(folder, path));
      assert.equal(code, 1);
      assert.match(stderr, words);
      assert.match(stderr, /^uba-sandbox: --data \/[^\n]*\.\n$/);
      assert.deepEqual(await readdir(folder), before);
    });
  }

  it('where this user may only read it, or may make no file in its folder', async () => {
    // Rights do not bind root.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { uid = process.getuid?.(), gid = process.getgid?.() } = user;
    await writeFile(file, '{"movedBy":0,"users":[],"webhooks":[]}', { mode: 0o444 });
    for (const path of [folder, file]) await chown(path, uid ?? 0, gid ?? 0);
    const words = /cannot be written: this user may not\. Change the rights/;
    assert.match((await failure(['--data', file], user)).stderr, words);
    await chmod(folder, 0o555);
    const another = join(folder, 'another.json');
    assert.match((await failure(['--data', another], user)).stderr, words);
    await chmod(folder, 0o755);
    assert.deepEqual(await readdir(folder), ['state.json']);
  });
});

describe('While it is kept, the file', () => {
  it('comes back with its folder, after one warning', async () => {
    const place = join(folder, 'place');
    await mkdir(place);
    const sandbox = await start('--data', join(place, 'state.json'), '--quiet');
    await rm(place, { recursive: true });
    const first = await addUser(sandbox.origin);
    await sandbox.says(/state\.json cannot be written: its folder does not exist/);
    const second = await addUser(sandbox.origin);
    await mkdir(place);
    await holds(first, join(place, 'state.json'));
    await holds(second, join(place, 'state.json'));
    assert.equal(warnings(sandbox.said()).length, 1, sandbox.said());
    assert.equal(await sandbox.stop('SIGTERM'), 0);
    assert.equal(await keptUsers(join(place, 'state.json')), 2);
  });

  it('comes back by itself where it was removed, without a change', async () => {
    const sandbox = await start('--data', file, '--quiet');
    const userId = await addUser(sandbox.origin);
    await holds(userId);
    await rm(file);
    await holds(userId);
    await sandbox.stop('SIGKILL');
    assert.equal(await keptUsers(), 1);
  });

  it('is written when it stops, where it was cut off meanwhile', async () => {
    const sandbox = await start('--data', file, '--quiet');
    await holds(await addUser(sandbox.origin));
    await truncate(file, 10);
    assert.equal(await sandbox.stop('SIGTERM'), 0);
    assert.equal(await keptUsers(), 1);
  });

  it('comes back where a folder stood in its place', async () => {
    const sandbox = await start('--data', file, '--quiet');
    await addUser(sandbox.origin);
    await rm(file);
    await mkdir(file);
    const userId = await addUser(sandbox.origin);
    await sandbox.says(/cannot be written: it is a folder/);
    assert.equal(await usersOf(sandbox.origin), 2);
    await rm(file, { recursive: true });
    await holds(userId);
    await sandbox.stop('SIGKILL');
    assert.equal(await keptUsers(), 2);
  });

  it('is written beside a folder that has the name of its draft', async () => {
    await mkdir(`${file}.new`);
    const sandbox = await start('--data', file, '--quiet');
    await holds(await addUser(sandbox.origin));
    await sandbox.stop('SIGKILL');
    assert.equal(await keptUsers(), 1);
    assert.ok((await lstat(`${file}.new`)).isDirectory());
  });

  it('is written at once and lost by nobody who kills the command 500 ms later', async () => {
    for (let users = 1; users <= 5; users += 1) {
      const sandbox = await start('--data', file, '--quiet');
      const userId = await addUser(sandbox.origin);
      const answered = performance.now();
      await holds(userId);
      const took = performance.now() - answered;
      await sandbox.stop('SIGKILL');
      assert.ok(took < 500, `${took} ms`);
      assert.equal(await keptUsers(), users);
    }
  });
});

describe('A link', () => {
  it('stays one: where it leads is written, also where nothing is yet', async () => {
    await mkdir(join(folder, 'elsewhere'));
    const target = join(folder, 'elsewhere/target.json');
    await symlink('elsewhere/target.json', file);
    for (const users of [1, 2]) {
      const sandbox = await start('--data', file, '--quiet');
      await holds(await addUser(sandbox.origin), target);
      await sandbox.stop();
      assert.ok((await lstat(file)).isSymbolicLink());
      assert.equal(await keptUsers(target), users);
    }
  });

  it('in the place of the draft is not followed', async () => {
    const victim = join(folder, 'victim.txt');
    await writeFile(victim, 'as it was');
    await symlink(victim, `${file}.new`);
    const sandbox = await start('--data', file, '--quiet');
    await holds(await addUser(sandbox.origin));
    await sandbox.stop();
    assert.equal(await readFile(victim, 'utf8'), 'as it was');
    assert.ok((await lstat(`${file}.new`)).isSymbolicLink());
    assert.equal(await keptUsers(), 1);
  });
});

describe('Two servers', () => {
  it('never keep one file: the second is refused, by whatever name', async () => {
    const first = await start('--data', file, '--quiet');
    await symlink(file, join(folder, 'link.json'));
    for (const path of [file, join(folder, 'link.json')]) {
      const { code, stderr } = await fails('--data', path);
      assert.equal(code, 1);
      assert.match(
        stderr,
        new RegExp(`another sandbox uses it \\(process ${first.pid} on .+\\)\\. Stop that one, or`),
      );
    }
    await holds(await addUser(first.origin));
    await first.stop();
    assert.deepEqual((await readdir(folder)).sort(), ['link.json', 'state.json']);
    assert.equal(await keptUsers(), 1);
  });

  it('may follow each other at once, however the first one ended', async () => {
    const first = await start('--data', file, '--quiet');
    await holds(await addUser(first.origin));
    await first.stop('SIGKILL');
    assert.ok(existsSync(`${file}.lock`));
    assert.equal(await keptUsers(), 1);
  });

  it('lose nothing where one takes the file from another that stood still', async () => {
    const first = await start('--data', file, '--quiet');
    await holds(await addUser(first.origin));
    // What another one does that finds no sign of life for ten seconds.
    await rename(`${file}.lock`, join(folder, 'lock-of-the-first'));
    const second = await start('--data', file, '--quiet');
    const newest = await addUser(second.origin);
    await holds(newest);
    await addUser(first.origin);
    await first.says(/taken over by another sandbox\. This one writes it no more/);
    await first.stop();
    await holds(newest);
    await second.stop();
    assert.equal(await keptUsers(), 2);
  });
});
