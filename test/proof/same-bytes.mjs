/** One commit builds the same bytes: in another folder, time zone and language, for another umask. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';

const packages = ['packages/protocol', 'packages/host', 'packages/widget', 'sandbox'];
const home = mkdtempSync(join(tmpdir(), 'same-bytes-'));
after(() => rmSync(home, { recursive: true }));

/** The repository as it stands, in a folder of its own, with what is installed here. */
function copy(/** @type {string} */ name) {
  const folder = join(home, name);
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  for (const file of execFileSync('git', listed, { encoding: 'utf8' }).split('\0')) {
    if (!file) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  // Our own packages are links to where they lie, which is in the copy.
  const ours = 'node_modules/@finodigital';
  mkdirSync(join(folder, ours), { recursive: true });
  for (const entry of readdirSync('node_modules')) {
    if (join('node_modules', entry) === ours) continue;
    symlinkSync(resolve('node_modules', entry), join(folder, 'node_modules', entry));
  }
  for (const entry of readdirSync(ours)) {
    symlinkSync(readlinkSync(join(ours, entry)), join(folder, ours, entry));
  }
  return folder;
}

/** Builds there, and tells the hash of each file. */
function build(/** @type {string} */ folder, /** @type {string} */ umask, env = {}) {
  execFileSync(
    'sh',
    ['-c', `umask ${umask} && npm run build:packages && npx vite build --mode cdn`],
    { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' },
  );
  const files = packages.flatMap((name) => {
    const dist = join(folder, name, 'dist');
    return readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(dist, file)).isFile())
      .map((file) => {
        const bytes = readFileSync(join(dist, file));
        assert.ok(
          !bytes.includes(home),
          `${name}/dist/${file} names the folder that it was built in`,
        );
        return [`${name}/${file}`, createHash('sha256').update(bytes).digest('hex')];
      });
  });
  return Object.fromEntries(files.sort());
}

test('two builds of one commit are the same, byte for byte', () => {
  const one = build(copy('one'), '022', { TZ: 'UTC', LC_ALL: 'C' });
  const other = build(copy('another-folder/with-a-longer-name'), '077', {
    TZ: 'Asia/Kathmandu',
    LC_ALL: 'de_DE.UTF-8',
  });
  assert.ok('packages/widget/cdn/uba-widget.js' in one);
  assert.deepEqual(other, one);
});
