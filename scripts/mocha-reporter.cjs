/** Mocha's list on the console and, beside it, its JUnit report in the file that `output` names. */

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
   * Mocha ends with `then`.
   *
   * @param {number} failures
   * @param {(failures: number) => void} then
   */
  done(failures, then) {
    this.#report.done(failures, then);
  }
};
