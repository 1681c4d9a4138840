/** The unit tests with one mutant awake: Stryker names it to its child, and this to the browser. */
import config from '../../web-test-runner.config.mjs';

const mutant = JSON.stringify(process.env.__STRYKER_ACTIVE_MUTANT__ ?? null);

export default {
  ...config,
  coverage: false,
  testRunnerHtml: (/** @type {string} */ framework) => `<!doctype html><html><body>
<script>window.__stryker__ = { activeMutant: ${mutant} ?? undefined };</script>
<script type="module" src="${framework}"></script></body></html>`,
};
