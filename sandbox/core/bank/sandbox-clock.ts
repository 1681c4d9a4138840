/** The clock of the sandbox: real time or a time that stands still, and a hand to move it. */
import type { Clock } from '../contract/clock.js';

const day = 24 * 60 * 60_000;

/** The longest that a timer of the browser can wait. */
const longestTimer = 2 ** 31 - 1;

/** Where time stands when a seed is given: a Monday morning. */
const seededStart = Date.UTC(2026, 0, 5, 9);

interface ScheduledCall {
  readonly at: number;
  readonly callback: () => void;
}

export class SandboxClock implements Clock {
  #moved = 0;
  readonly #scheduled = new Set<ScheduledCall>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param reading the time without what it was moved by, in ms since 1970
   * @param ticks whether it goes on by itself
   */
  private constructor(
    private readonly reading: () => number,
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
    return this.reading() + this.#moved;
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
   * Moves it forward. Wakes that fall due ring in order, each at its own time; where it leaps by a
   * day or more nobody was there meanwhile, and all ring at the end.
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
    for (const listener of this.#listeners) listener();
  }

  /** Back to where it would be had nobody moved it. */
  reset(): void {
    this.#moved = 0;
    this.#setTimer();
  }

  /** Calls back when the clock was moved, after what fell due; returns how to call it off. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Never back: real time may have passed the mark already. */
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
