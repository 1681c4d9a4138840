/** Errors on demand, so that a back end's handling of them can be tested. */
import { ApiError } from './api-error.js';

const messages = {
  429: 'Too many requests, as this test asked for.',
  500: 'Unknown error, as this test asked for.',
  503: 'Not available, as this test asked for.',
} as const;

export type Refusable = keyof typeof messages;

export class Refusals {
  #status: Refusable = 429;
  #left = 0;

  /** The next requests to the API are refused with this status. */
  set(status: Refusable, times: number): void {
    this.#status = status;
    this.#left = times;
  }

  /** @throws ApiError while there are refusals left */
  apply(): void {
    if (this.#left === 0) return;
    this.#left -= 1;
    throw new ApiError(this.#status, messages[this.#status]);
  }

  clear(): void {
    this.#left = 0;
  }
}
