/** Mocha's list on the console and, beside it, its JUnit report in the file that `output` names. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Mocha requires its reporter
const { Spec, XUnit } = require('mocha').reporters;

module.exports = class extends Spec {
  #report;

  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    this.#report = new XUnit(runner, options);
  }

  /**
   * @override
   * @param {number} failures
   * @param {(failures: number) => void} end
   */
  done(failures, end) {
    this.#report.done(failures, end);
  }
};
