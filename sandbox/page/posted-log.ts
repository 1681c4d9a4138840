/** What was posted so far, for the panel. */
import { Listeners } from '../core/contract/listeners.js';
import type { SandboxMessage } from '../core/contract/sandbox-message.js';

export interface LoggedEvent {
  /** Sandbox time, ms since 1970. */
  readonly at: number;
  readonly message: SandboxMessage;
}

export class PostedLog {
  #events: readonly LoggedEvent[] = [];
  readonly #listeners = new Listeners();

  /** In the order of their posting. */
  get events(): readonly LoggedEvent[] {
    return this.#events;
  }

  add(event: LoggedEvent): void {
    this.#events = [...this.#events, event];
    this.#listeners.notify();
  }

  /** Calls back after each event; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }
}
