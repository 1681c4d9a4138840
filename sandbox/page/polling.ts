/** How often in a row nobody may answer before no more is asked. */
const mostFailures = 10;

/** Asks again and again, one after the other, until it is stopped or nobody answers any more. */
export class Polling {
  #timer: ReturnType<typeof setInterval> | undefined;
  #failures = 0;
  #isAsking = false;

  /**
   * @param ask rejects where nobody answers
   * @param interval in ms of real time
   */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly interval: number,
  ) {}

  /** Begins, or goes on where nobody had answered. */
  start(): void {
    this.#failures = 0;
    this.#timer ??= setInterval(() => void this.#tick(), this.interval);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #tick(): Promise<void> {
    // A slow answer is waited for: calls of the user must not queue up behind these.
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      await this.ask();
      this.#failures = 0;
    } catch {
      this.#failures += 1;
      if (this.#failures >= mostFailures) this.stop();
    } finally {
      this.#isAsking = false;
    }
  }
}
