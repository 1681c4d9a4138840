/** How long the sandbox waits before each answer. */
export class Latency {
  readonly #waits = new Set<ReturnType<typeof setTimeout>>();
  #isOver = false;

  /** @param ms of real time */
  constructor(public ms: number) {}

  /** Resolves after the time; never once the sandbox is closed, which then answers nobody. */
  async delay(): Promise<void> {
    if (this.#isOver) await new Promise<never>(() => undefined);
    if (this.ms > 0) await new Promise<void>((resolve) => this.#wait(resolve));
  }

  /** Ends all waits, which would keep the process alive. */
  close(): void {
    this.#isOver = true;
    for (const wait of this.#waits) clearTimeout(wait);
  }

  #wait(resolve: () => void): void {
    const wait = setTimeout(() => {
      this.#waits.delete(wait);
      resolve();
    }, this.ms);
    this.#waits.add(wait);
  }
}
