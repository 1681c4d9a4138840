/** How often a client may call, where the user of the command limits it. */
import { dropOldest } from '../core/bank/drop-oldest.js';
import type { Clock } from '../core/contract/clock.js';
import { second } from '../core/contract/durations.js';
import { ApiError } from './api-error.js';

/** Of how many clients the calls are counted; who has not called for the longest begins anew. */
const mostClients = 10_000;

interface Count {
  readonly since: number;
  calls: number;
}

export class RateLimit {
  readonly #counts = new Map<string, Count>();

  /**
   * @param real real time, as the sandbox's may stand still
   * @param perSecond calls of a client in each second; no limit where it is absent
   */
  constructor(
    private readonly real: Pick<Clock, 'now'>,
    private readonly perSecond: number | undefined,
  ) {}

  /** Counts a call. @throws ApiError 429 where it is one too many */
  count(clientId: string): void {
    if (this.perSecond === undefined) return;
    const now = this.real.now();
    const before = this.#counts.get(clientId);
    const count = before && now < before.since + second ? before : { since: now, calls: 0 };
    count.calls += 1;
    this.#counts.delete(clientId);
    this.#counts.set(clientId, count);
    dropOldest(this.#counts, mostClients);
    if (count.calls > this.perSecond) {
      throw new ApiError(
        429,
        `A client may call ${this.perSecond} times a second here. Wait as Retry-After says.`,
      );
    }
  }

  clear(): void {
    this.#counts.clear();
  }
}
