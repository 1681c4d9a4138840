/** What can go wrong on the page's side, as opposed to what UBA reports by its own error codes. */
export type UbaErrorCode =
  /** An option breaks its rule, or two contradict each other. */
  | 'INVALID_CONFIG'
  /** The frame did not say `ready` in time. */
  | 'LOAD_TIMEOUT'
  /** More messages wait for `ready` than the queue holds. */
  | 'QUEUE_FULL'
  /** The widget was destroyed. */
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
