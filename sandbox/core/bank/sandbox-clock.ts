/** The clock of the sandbox: real time or a time that stands still; either can be moved forward. */
import type { Clock } from '../contract/clock.js';
import { day } from '../contract/durations.js';
import { Listeners } from '../contract/listeners.js';

/** The longest that a timer of the browser can wait. */
const longestTimer = 2 ** 31 - 1;

/** Time ends here, so that every date can be written. */
export const endOfTime = Date.UTC(9000, 0);

/** Where time stands when a seed is given: a Monday morning. */
const seededStart = Date.UTC(2026, 0, 5, 9);

interface ScheduledCall {
  readonly at: number;
  readonly callback: () => void;
}

export class SandboxClock implements Clock {
  #moved = 0;
  readonly #scheduled = new Set<ScheduledCall>();
  readonly #listeners = new Listeners();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param unmoved the time without what it was moved by, in ms since 1970
   * @param ticks whether time passes by itself
   */
  private constructor(
    private readonly unmoved: () => number,
    readonly ticks: boolean,
  ) {}

  /** Runs with real time, and does not jump where the device's clock does. */
  static real(): SandboxClock {
    const start = Date.now() - performance.now();
    return new SandboxClock(() => Math.floor(start + performance.now()), true);
  }

  /**
   * Stands still at `start` and moves by `advance` alone, so that no time that passes between two
   * acts can make two runs differ.
   */
  static still(start = seededStart): SandboxClock {
    return new SandboxClock(() => start, false);
  }

  now(): number {
    return this.unmoved() + this.#moved;
  }

  /** How far it was moved in all, in ms. */
  get moved(): number {
    return this.#moved;
  }

  schedule(at: number, callback: () => void): () => void {
    const call = { at, callback };
    this.#scheduled.add(call);
    this.#setTimer();
    return () => {
      this.#scheduled.delete(call);
      if (this.#scheduled.size === 0) clearTimeout(this.#timer);
    };
  }

  /**
   * Moves it forward. Calls that fall due are made in order, each at its own time; a move of a day or
   * more stands for an absence, so that all are made at its end.
   */
  advance(ms: number): void {
    const end = this.now() + ms;
    const isLeap = ms >= day;
    if (isLeap) this.#moveTo(end);
    for (let due = this.#nextDue(end); due; due = this.#nextDue(end)) {
      this.#moveTo(due.at);
      this.#fire(due);
    }
    this.#moveTo(end);
    this.#setTimer();
    this.#listeners.notify();
  }

  /** Back to the time that it would be unmoved. */
  reset(): void {
    this.#moved = 0;
    this.#setTimer();
  }

  /** Calls back after each move, after what fell due; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Never back: real time may be later already. */
  #moveTo(time: number): void {
    this.#moved += Math.max(0, time - this.now());
  }

  #nextDue(time: number): ScheduledCall | undefined {
    const [first] = [...this.#scheduled].sort((a, b) => a.at - b.at);
    return first && first.at <= time ? first : undefined;
  }

  #fire(call: ScheduledCall): void {
    this.#scheduled.delete(call);
    call.callback();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const first = this.#nextDue(this.ticks ? Infinity : this.now());
    if (!first) return;
    const wait = Math.min(Math.max(0, first.at - this.now()), longestTimer);
    this.#timer = setTimeout(() => {
      const due = this.#nextDue(this.now());
      if (due) this.#fire(due);
      this.#setTimer();
    }, wait);
  }
}
