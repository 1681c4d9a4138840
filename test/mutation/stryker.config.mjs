/** Read by Stryker, which mutate.mjs starts. */
export default {
  mutate: ['packages/host/src/{message-gate,uba-url,frame-host}.ts'],
  testRunner: 'command',
  commandRunner: { command: 'node test/mutation/ask.mjs' },
  // In a copy of its own making it counts mutants as killed that are not.
  inPlace: true,
  concurrency: 2,
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'json', 'progress'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: '.tmp/stryker',
};
