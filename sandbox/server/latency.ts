/** How long the sandbox waits before each answer. */
export class Latency {
  /** @param ms of real time */
  constructor(public ms: number) {}

  async delay(): Promise<void> {
    if (this.ms > 0) await new Promise((resolve) => setTimeout(resolve, this.ms));
  }
}
