/**
 * Runs the unit tests, and one whole connection, in WebKit: WebKitGTK's own browser, driven by its
 * own driver on a display that nobody sees.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { aptInstall } from './apt-install.mjs';
import { driverPort, miniBrowser } from './webkit-capabilities.mjs';

const packages = ['webkit2gtk-driver', 'xvfb'];

if (!existsSync(miniBrowser) || !onPath('WebKitWebDriver') || !onPath('xvfb-run')) {
  if (!aptInstall(packages)) {
    throw new Error(
      `WebKit needs Debian's packages: sudo apt-get install ${packages.join(' ')}, or, as root, ` +
        'let this install them with INSTALL_BROWSERS=1.',
    );
  }
}

// A group of its own, so that the display, the driver and its browsers end together.
const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${driverPort}`], {
  stdio: 'ignore',
  detached: true,
});
try {
  await answers(`http://127.0.0.1:${driverPort}/status`);
  await run('wtr');
  await run('playwright', 'test');
} finally {
  if (driver.pid) process.kill(-driver.pid);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function run(command, ...args) {
  const env = { ...process.env, BROWSERS: 'webkit' };
  const runner = spawn(`node_modules/.bin/${command}`, args, { stdio: 'inherit', env });
  const [code] = await once(runner, 'exit');
  if (code !== 0) process.exitCode = 1;
}

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${name}`));
}

/**
 * Waits until somebody answers; the driver says nowhere else that it is up.
 *
 * @param {string} address
 */
async function answers(address) {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const up = await fetch(address).then(
      () => true,
      () => new Promise((resolve) => setTimeout(resolve, 100, false)),
    );
    if (up) return;
  }
  throw new Error('WebKitWebDriver did not start.');
}
