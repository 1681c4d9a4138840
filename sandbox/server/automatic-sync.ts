/**
 * Synchronises recurring bank logins twice a day, by the clock of the sandbox.
 * Source: finoOS documentation, "Synchronization Frequency and Scheduling Behavior"; noon and
 * midnight UTC are ours.
 */
import { endOfTime, type SandboxClock } from '../core/bank/sandbox-clock.js';
import { hour } from '../core/contract/durations.js';
import { ApiError } from './api-error.js';
import type { Synchroniser } from './synchroniser.js';
import type { Users } from './users.js';

const cycle = 12 * hour;

export class AutomaticSync {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: SandboxClock,
    private readonly users: Users,
    private readonly synchroniser: Synchroniser,
  ) {}

  /** Waits for the next cycle, as seen from now. */
  start(): void {
    this.stop();
    this.#cancel = this.clock.schedule(this.#next(), () => {
      this.#run();
      this.start();
    });
  }

  stop(): void {
    this.#cancel?.();
  }

  /**
   * Moves the clock forward, cycle by cycle, so that each finds the time that it would have found.
   *
   * @throws ApiError 400 where time ends before
   */
  advance(ms: number): void {
    const end = this.clock.now() + ms;
    if (end > endOfTime) throw new ApiError(400, 'body.advance: the clock ends in the year 9000');
    for (let now = this.clock.now(); now < end; now = this.clock.now()) {
      this.clock.advance(Math.min(end, this.#next()) - now);
    }
  }

  #next(): number {
    return (Math.floor(this.clock.now() / cycle) + 1) * cycle;
  }

  #run(): void {
    this.users.dropExpired();
    for (const user of this.users.all()) {
      for (const bankLoginId of user.activeLogins()) {
        this.synchroniser.synchronise(user, bankLoginId);
      }
    }
  }
}
