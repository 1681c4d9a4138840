/** A promise that is settled from outside and can begin anew. Nobody has to listen to it. */
export class ReadyPromise<T> {
  #settled = true;
  #resolve!: (value: T) => void;
  #reject!: (error: Error) => void;
  promise!: Promise<T>;

  constructor() {
    this.renew();
  }

  /** Takes a fresh promise where the present one is settled; who waits already goes on waiting. */
  renew(): void {
    if (!this.#settled) return;
    this.#settled = false;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Without this, a failure that nobody waits for would be reported as an unhandled rejection.
    this.promise.catch(() => undefined);
  }

  resolve(value: T): void {
    this.renew();
    this.#settled = true;
    this.#resolve(value);
  }

  reject(error: Error): void {
    this.renew();
    this.#settled = true;
    this.#reject(error);
  }
}
