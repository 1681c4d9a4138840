/**
 * Changes the gate, the address and the channel in hundreds of small ways, one at a time, and looks
 * whether a unit test notices. It works on the sources in place and puts them back: commit first.
 */
export default {
  mutate: ['packages/host/src/{message-gate,uba-url,frame-host}.ts'],
  testRunner: 'command',
  commandRunner: {
    command:
      "npx wtr --config test/mutation/web-test-runner.config.mjs --files 'packages/host/src/*.test.ts'",
  },
  // In a copy of its own making it counts mutants as killed that are not.
  inPlace: true,
  concurrency: 1,
  // A browser has to start; a machine that is busy must not look like a mutant that hangs.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'json', 'progress'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: '.tmp/stryker',
};
