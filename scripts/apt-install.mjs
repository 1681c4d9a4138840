import { execFileSync } from 'node:child_process';

/**
 * Installs Debian's packages, which takes root, and only where `INSTALL_BROWSERS=1` asks for it, as
 * `.ci/run` does.
 *
 * @param {readonly string[]} packages
 * @returns {boolean} whether it was asked to
 * @throws {Error} where apt-get fails
 */
export function aptInstall(packages) {
  if (process.env.INSTALL_BROWSERS !== '1') return false;
  console.log(`Installing ${packages.join(' and ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', ...packages]]) {
    execFileSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  return true;
}
