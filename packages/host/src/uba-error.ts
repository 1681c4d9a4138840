/** What can go wrong on the page's side, as opposed to what UBA reports by its own error codes. */
export type UbaErrorCode =
  /**
   * An option breaks its rule, or two contradict each other; the message names it. Nothing loads until your
   * code is mended: the user can do nothing.
   */
  | 'INVALID_CONFIG'
  /**
   * The frame did not say `ready` in time, or a policy of the page keeps it out. The flow can go on: a late
   * `ready` still counts, and Retry loads anew.
   */
  | 'LOAD_TIMEOUT'
  /** More than 100 messages wait for `ready`: this one is not sent. The flow goes on. */
  | 'QUEUE_FULL'
  /** The widget or the connection was ended for good before: your code still uses it. The flow is over. */
  | 'DESTROYED';

/** An error of the widget or of the iframe host. Its message never holds the value of an option. */
export class UbaError extends Error {
  readonly code: UbaErrorCode;

  constructor(code: UbaErrorCode, message: string) {
    super(message);
    this.name = 'UbaError';
    this.code = code;
  }
}
