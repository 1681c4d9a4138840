/**
 * Delivers to one webhook: one after the other, so that order is kept. What the receiver does not
 * take is sent again after growing pauses, and in the end given up.
 * Source: finoOS documentation, "Webhooks": any status above 299 is retried.
 */
import { send } from './send.js';
import type { Webhook, WebhookBody } from './webhook.js';

export interface DeliveryAttempt {
  /** ISO 8601, real time. */
  readonly at: string;
  /** The receiver's status, or why there was none. */
  readonly outcome: number | 'unreachable' | 'timeout';
}

export interface Delivery {
  readonly deliveryId: string;
  /** The same in every attempt. */
  readonly requestId: string;
  readonly body: WebhookBody;
  status: 'pending' | 'delivered' | 'given-up';
  readonly attempts: DeliveryAttempt[];
}

export interface DeliveryRules {
  /** How long to wait after each failed attempt, in ms of real time; after the last, never again. */
  readonly pauses: readonly number[];
  /** How long a receiver may take to answer, in ms of real time. */
  readonly timeout: number;
}

export const defaultRules: DeliveryRules = {
  pauses: [1000, 2000, 4000, 8000, 16_000, 32_000],
  timeout: 10_000,
};

export class DeliveryQueue {
  readonly #waiting = new Set<Delivery>();
  readonly #over = new AbortController();
  #isRunning = false;

  constructor(
    /** The webhook as it is now: it may be updated while deliveries wait. */
    private readonly webhook: () => Webhook,
    private readonly rules: DeliveryRules,
  ) {}

  /** Nothing happens where it is closed. */
  add(delivery: Delivery): void {
    if (this.#over.signal.aborted) return;
    this.#waiting.add(delivery);
    if (!this.#isRunning) void this.#run();
  }

  /** Sends it no more, where it still waits. */
  giveUp(delivery: Delivery): void {
    if (this.#waiting.delete(delivery)) delivery.status = 'given-up';
  }

  /** Sends no more. */
  close(): void {
    this.#over.abort();
    this.#waiting.clear();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    // A set goes on with what is added meanwhile.
    for (const next of this.#waiting) {
      await this.#deliver(next);
      this.#waiting.delete(next);
    }
    this.#isRunning = false;
  }

  async #deliver(delivery: Delivery): Promise<void> {
    for (const pause of [...this.rules.pauses, undefined]) {
      const at = new Date().toISOString();
      const outcome = await this.#attempt(delivery);
      if (!this.#waiting.has(delivery)) return;
      delivery.attempts.push({ at, outcome });
      if (typeof outcome === 'number' && outcome <= 299) {
        delivery.status = 'delivered';
        return;
      }
      if (pause !== undefined) await this.#wait(pause);
      if (!this.#waiting.has(delivery)) return;
    }
    delivery.status = 'given-up';
  }

  async #attempt({ requestId, body }: Delivery): Promise<DeliveryAttempt['outcome']> {
    const { url, method, secret, isRemote = false } = this.webhook();
    const timeout = AbortSignal.timeout(this.rules.timeout);
    try {
      return await send(url, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-Request-Id': requestId,
          'FinoOS-Tenant-ID': body.tenantID,
        },
        body: JSON.stringify({ ...body, secret }),
        signal: AbortSignal.any([this.#over.signal, timeout]),
        isRemote,
      });
    } catch {
      return timeout.aborted ? 'timeout' : 'unreachable';
    }
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this.#over;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
    });
  }
}
