/**
 * `npm run proof`: what takes too long to be run for each change. Runs everything, says at the end
 * what held, and ends non-zero where something did not.
 *
 * @example npm run proof -- mutation bench
 */
import { spawnSync } from 'node:child_process';

/** @type {Record<string, { command: string, env?: Record<string, string> }>} */
const proofs = {
  // Every test in every engine, and each row of the table of threats in two of them.
  engines: { command: 'npm run test:all', env: { TESTS: 'all', LOOKS: 'all', SCENARIOS: 'all' } },
  // Every screen at every size, in both languages and schemes, in three themes and in forced colours.
  // And what is drawn there stands out, in themes that nobody would choose; with the user's own spacing.
  sizes: {
    command: 'npx playwright test sandbox-sizes graphics conformance --global-timeout 7200000',
    env: { SIZES: 'all' },
  },
  // Every screen looks as it did.
  pictures: { command: 'npx playwright test --config test/proof pictures' },
  // All scenarios, 20 times in a row.
  scenarios: { command: 'npx playwright test scenarios --repeat-each=20' },
  // Lighthouse on the sandbox's built page: 100 for accessibility and best practices, 95 for performance.
  lighthouse: { command: 'node test/proof/lighthouse.mjs' },
  'lighthouse-demo': { command: 'node test/proof/lighthouse-demo.mjs' },
  // No task of over 50 ms for an event among 10,000.
  'long-log': { command: 'npx playwright test --config test/proof long-log' },
  // A million messages, 500 widgets, 1,000 sessions: nothing is left.
  endurance: { command: 'npx playwright test --config test/proof endurance' },
  // The packages and the command in the oldest Node that they name.
  node: { command: 'node --test test/proof/node-floor.mjs' },
  // Version, changelog, tarballs, list of contents; two builds of one commit are the same to the byte.
  release: { command: 'node scripts/rehearse-release.mjs' },
  // A page's largest paint comes no later for the widget in it.
  paint: { command: 'npx playwright test --config test/proof largest-paint' },
  frameworks: { command: 'npm run test:frameworks' },
  fuzz: {
    command: 'node --test test/api/fuzz.test.mjs test/api/shapes.test.mjs',
    env: { FUZZ_RUNS: '10000', SHAPES: '200000' },
  },
  // What was booked adds up to the cent, over 10,000 histories of an account.
  amounts: {
    command: 'npm run test:logic -- --grep "histories$"',
    env: { HISTORIES: '10000' },
  },
  // No money is lost or doubled, over 1,000 histories of orders to pay.
  money: { command: 'node --test test/api/money.test.mjs', env: { MONEY_RUNS: '1000' } },
  // Others are answered while the clock leaps over three months.
  leap: { command: 'node --test test/api/leap.test.mjs', env: { LEAP: '90' } },
  load: { command: 'node --expose-gc test/bench/api-load.mjs' },
  // Full, read-only and bind-mounted: needs root and the right to mount, which CI's container has not.
  disks: { command: 'node --test test/proof/data-file-disks.mjs' },
  mutation: { command: 'npm run mutation' },
  bench: { command: 'npm run bench -- --check' },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(proofs, name));
if (unknown.length) {
  throw new Error(
    `No such proof: ${unknown.join(', ')}. There are ${Object.keys(proofs).join(', ')}.`,
  );
}

const outcomes = Object.entries(proofs)
  .filter(([name]) => !wanted.length || wanted.includes(name))
  .map(([name, { command, env }]) => {
    console.log(`\n${name}: ${command}\n`);
    const start = performance.now();
    const { status } = spawnSync(command, {
      shell: true,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    return { name, holds: status === 0, minutes: (performance.now() - start) / 60_000 };
  });

console.log();
for (const { name, holds, minutes } of outcomes) {
  console.log(`${holds ? 'holds' : 'FAILS'}  ${name} (${minutes.toFixed(1)} min)`);
}
process.exitCode = outcomes.every(({ holds }) => holds) ? 0 : 1;
