/**
 * Synchronises recurring bank logins twice a day, by the clock of the sandbox.
 * Source: finoOS documentation, "Synchronization Frequency and Scheduling Behavior"; noon and
 * midnight UTC are ours.
 */
import { endOfTime, type SandboxClock } from '../core/bank/sandbox-clock.js';
import { hour } from '../core/contract/durations.js';
import { ApiError } from './api-error.js';
import type { LeapBuffer } from './leap-buffer.js';
import type { Synchroniser } from './synchroniser.js';
import type { Users } from './users.js';

const cycle = 12 * hour;

/** For how long it works before others are answered, in ms of real time. */
const turn = 5;

export class AutomaticSync {
  #cancel: (() => void) | undefined;
  #over = new AbortController();
  /** What is under way: cycles and leaps happen one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #isLeaping = false;
  #turnBegan = 0;

  constructor(
    private readonly clock: SandboxClock,
    private readonly users: Users,
    private readonly synchroniser: Synchroniser,
    private readonly leapBuffer: LeapBuffer,
  ) {}

  /** Waits for the next cycle, as seen from now; whatever is under way ends. */
  start(): void {
    this.stop();
    this.#over = new AbortController();
    this.#wait();
  }

  stop(): void {
    this.#over.abort();
    this.#cancel?.();
  }

  /** On the way between two times: nobody has come to this one. */
  get isLeaping(): boolean {
    return this.#isLeaping;
  }

  /**
   * Moves the clock forward, cycle by cycle, so that each finds the time that it would have found.
   * Others are answered meanwhile.
   *
   * @param onMove is called after each move, before anybody is answered
   * @returns the time that it came to
   * @throws ApiError 400 where time ends before, 409 where it is started anew or stopped on the way
   */
  advance(ms: number, onMove: () => void = () => undefined): Promise<number> {
    const { signal } = this.#over;
    return this.#queue(() => this.#leap(ms, onMove, signal));
  }

  async #leap(ms: number, onMove: () => void, signal: AbortSignal): Promise<number> {
    checkGoesOn(signal);
    const end = this.clock.now() + ms;
    if (end > endOfTime) throw new ApiError(400, 'body.advance: the clock ends in the year 9000');
    this.#cancel?.();
    this.#isLeaping = true;
    this.leapBuffer.hold();
    try {
      for (let now = this.clock.now(); now < end; now = this.clock.now()) {
        const next = this.#next();
        this.clock.advance(Math.min(end, next) - now);
        onMove();
        if (next <= end) await this.#run(signal);
        checkGoesOn(signal);
      }
      await this.#doWhatWasHeld(signal);
      return this.clock.now();
    } finally {
      this.#isLeaping = false;
      this.leapBuffer.end();
      if (!signal.aborted) this.#wait();
    }
  }

  /** Others are answered meanwhile; what they cause then comes last. */
  async #doWhatWasHeld(signal: AbortSignal): Promise<void> {
    for (let held = this.leapBuffer.take(); held.length > 0; held = this.leapBuffer.take()) {
      for (const act of held) {
        await this.#letOthersIn();
        checkGoesOn(signal);
        act();
      }
    }
  }

  #wait(): void {
    const { signal } = this.#over;
    this.#cancel = this.clock.schedule(this.#next(), () => {
      this.#wait();
      void this.#queue(() => this.#run(signal));
    });
  }

  #queue<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #next(): number {
    return (Math.floor(this.clock.now() / cycle) + 1) * cycle;
  }

  /** Ends a turn that has lasted long enough. */
  async #letOthersIn(): Promise<void> {
    if (performance.now() - this.#turnBegan <= turn) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#turnBegan = performance.now();
  }

  async #run(signal: AbortSignal): Promise<void> {
    this.users.dropExpired();
    await this.#letOthersIn();
    for (const user of this.users.all()) {
      await this.#letOthersIn();
      if (signal.aborted) return;
      for (const bankLoginId of user.activeLogins()) {
        this.synchroniser.synchronise(user, bankLoginId, 'automatic');
      }
    }
  }
}

function checkGoesOn({ aborted }: AbortSignal): void {
  if (aborted) throw new ApiError(409, 'The sandbox was reset while its clock moved.');
}
