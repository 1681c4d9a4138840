/** Analyses of users' data, which take a while of sandbox time. */
import type { Clock } from '../core/contract/clock.js';
import { second } from '../core/contract/durations.js';
import { Newest } from './newest.js';
import type { User } from './user.js';

/** How long one takes. */
const duration = 5 * second;

/** How many can run at a time, which only a standing clock lets them; of the oldest nobody hears. */
const mostRunning = 10_000;

/** Of how many users the analyses are remembered. */
const mostAnalysed = 1000;

interface Running {
  readonly endsAt: number;
  readonly onComplete: () => void;
}

export class Analyses {
  readonly #analysed = new Newest<User>(mostAnalysed, (user) => user.forgetAnalyses());
  /** In the order of their end, as all take equally long; so one timer does for all. */
  #running: Running[] = [];
  #cancel: (() => void) | undefined;

  constructor(private readonly clock: Clock) {}

  /** @param onComplete is called at its end, unless the sandbox is reset before */
  begin(user: User, correlationId: string, onComplete: () => void): void {
    const endsAt = this.clock.now() + duration;
    this.#analysed.add(user);
    user.addAnalysis(correlationId, endsAt);
    this.#running.push({ endsAt, onComplete });
    if (this.#running.length > mostRunning) this.#running.shift();
    if (this.#running.length === 1) this.#wait();
  }

  clear(): void {
    this.#cancel?.();
    this.#running = [];
    this.#analysed.clear();
  }

  #wait(): void {
    const [next] = this.#running;
    if (next) this.#cancel = this.clock.schedule(next.endsAt, () => this.#complete());
  }

  #complete(): void {
    const now = this.clock.now();
    const over = this.#running.filter(({ endsAt }) => endsAt <= now);
    this.#running = this.#running.slice(over.length);
    for (const { onComplete } of over) onComplete();
    this.#wait();
  }
}
