/** What the sandbox's pages posted to the pages that embed them, over all sessions. */

export interface PostedEvent {
  /** Sandbox time, ms since 1970. */
  readonly at: number;
  readonly userId: string;
  readonly type: string;
  readonly payload: unknown;
}

/** How many are remembered. */
const length = 10_000;

export class PostedEvents {
  readonly #events: PostedEvent[] = [];

  add(event: PostedEvent): void {
    this.#events.push(event);
    if (this.#events.length > length) this.#events.shift();
  }

  /** The oldest first. */
  all(): readonly PostedEvent[] {
    return this.#events;
  }

  clear(): void {
    this.#events.length = 0;
  }
}
