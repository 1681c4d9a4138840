/** The time that the sandbox lives in. A test or the panel can move it. */
export interface Clock {
  /** Sandbox time, ms since 1970. */
  now(): number;
  /**
   * Calls back once, as soon as `at` (sandbox ms) is reached; later even where it is past already.
   *
   * @returns a function that cancels it
   */
  schedule(at: number, callback: () => void): () => void;
}
