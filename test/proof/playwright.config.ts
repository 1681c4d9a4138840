/** Measurements that take a machine of their own: `npx playwright test --config test/proof`. */
import type { ReporterDescription } from '@playwright/test';
import config from '../../playwright.config.js';

export default {
  ...config,
  testDir: '.',
  outputDir: '../../test-results/proof',
  reporter: [
    ['list'],
    // What a picture has become, beside what it was.
    ['html', { outputFolder: '../../test-results/pictures', open: 'never' }],
  ] as ReporterDescription[],
  snapshotPathTemplate: '../pictures/{arg}{ext}',
  workers: 1,
  // What is measured is the page, not the recorder.
  use: { ...config.use, trace: 'off' as const },
  webServer: Object.assign({}, config.webServer, { cwd: '../..' }),
};
