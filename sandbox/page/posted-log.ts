/** What was posted so far, for the panel. */
import type { SandboxMessage } from '../core/contract/sandbox-message.js';

export interface LoggedEvent {
  /** Sandbox time, ms since 1970. */
  readonly at: number;
  readonly message: SandboxMessage;
}

export class PostedLog {
  #events: readonly LoggedEvent[] = [];
  readonly #listeners = new Set<() => void>();

  /** In the order of their posting. */
  get events(): readonly LoggedEvent[] {
    return this.#events;
  }

  add(event: LoggedEvent): void {
    this.#events = [...this.#events, event];
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after each event; returns how to call it off. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
