/** `npm start` as a newcomer meets it: two addresses, a clear word about a busy port, a clean end. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';

const port = 5373;

/** Starts the sites and gives back the process, and all it has said once it says `words`. */
function start() {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: String(port) },
  });
  let said = '';
  /** @type {Set<() => void>} */
  const waiting = new Set();
  const listen = (/** @type {Buffer} */ chunk) => {
    said += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const exit = /** @type {Promise<[code: number | null]>} */ (once(child, 'exit'));
  return {
    child,
    exit,
    said: () => said,
    /** @param {RegExp} words */
    says: (words) =>
      /** @type {Promise<void>} */ (
        new Promise((resolve, reject) => {
          const look = () => {
            if (!words.test(said)) return;
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          void exit.then(() => reject(new Error(`It ended, having said: ${said}`)));
          look();
        })
      ),
  };
}

describe('npm start', () => {
  it('serves the demo and the sandbox on two hosts, says where, and stops on Ctrl-C', async () => {
    const { child, exit, says, said } = start();
    await says(/Ctrl-C/);
    assert.match(said(), new RegExp(`http://localhost:${port}/`));
    assert.match(said(), new RegExp(`http://127\\.0\\.0\\.1:${port + 1}/`));
    const pages = [
      `http://localhost:${port}/`,
      `http://localhost:${port}/demo/widget`,
      `http://127.0.0.1:${port + 1}/auth?sessionId=demo`,
      `http://127.0.0.1:${port + 1}/sandbox`,
    ];
    for (const page of pages) {
      const response = await fetch(page);
      assert.equal(response.status, 200, page);
      assert.match(await response.text(), /<title>/, page);
    }
    for (const path of [
      '/api',
      '/api/',
      '/api/auth',
      '/api/openapi.json',
      '/_sandbox',
      '/_sandbox/clock',
    ]) {
      const response = await fetch(`http://127.0.0.1:${port + 1}${path}`);
      assert.equal(response.status, 404, path);
      assert.match(response.headers.get('Content-Type') ?? '', /^text\/plain/, path);
      assert.match(
        await response.text(),
        /API is served by the command: npx @finodigital\/uba-sandbox/,
      );
    }
    const { headers } = await fetch(pages[3] ?? '');
    assert.equal(headers.get('Cross-Origin-Embedder-Policy'), 'require-corp');
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    child.kill('SIGINT');
    const [code] = await exit;
    assert.equal(code, 0);
    await assert.rejects(fetch(pages[0] ?? ''));
  });

  it('names the port that is busy, and how to choose another', async () => {
    const busy = createServer().listen(port + 1, '127.0.0.1');
    await once(busy, 'listening');
    const { exit, said } = start();
    const [code] = await exit;
    busy.close();
    assert.equal(code, 1);
    assert.match(said(), new RegExp(`port ${port + 1} on 127\\.0\\.0\\.1 is in use`));
    assert.match(said(), /PORT=/);
  });
});
