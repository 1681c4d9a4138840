/**
 * Synchronises recurring bank logins twice a day, by the clock of the sandbox.
 * Source: finoOS documentation, "Synchronization Frequency and Scheduling Behavior"; noon and
 * midnight UTC are ours.
 */
import type { SandboxClock } from '../core/bank/sandbox-clock.js';

const cycle = 12 * 60 * 60_000;

export class AutomaticSync {
  #cancel: (() => void) | undefined;

  /** @param run does what is due in a cycle */
  constructor(
    private readonly clock: SandboxClock,
    private readonly run: () => void,
  ) {}

  /** Waits for the next cycle, as seen from now. */
  start(): void {
    this.stop();
    this.#cancel = this.clock.schedule(this.#next(), () => {
      this.run();
      this.start();
    });
  }

  stop(): void {
    this.#cancel?.();
  }

  /** Moves the clock, cycle by cycle, so that each finds the time that it would have found. */
  advanceTo(end: number): void {
    for (let now = this.clock.now(); now < end; now = this.clock.now()) {
      this.clock.advance(Math.min(end, this.#next()) - now);
    }
  }

  #next(): number {
    return (Math.floor(this.clock.now() / cycle) + 1) * cycle;
  }
}
