/** What the sandbox's pages posted to the pages that embed them, over all sessions. */

export interface PostedEvent {
  /** Sandbox time, ms since 1970. */
  readonly at: number;
  readonly userId: string;
  readonly type: string;
  readonly payload: unknown;
}

/** How many are remembered, and how many characters in all. */
const limits = { events: 1000, size: 4 * 1024 * 1024 };

/** Kept as text: as objects, the same would take many times the room. */
interface Kept extends Omit<PostedEvent, 'payload'> {
  readonly payload: string;
}

export class PostedEvents {
  readonly #events: Kept[] = [];
  #size = 0;

  add({ payload, ...event }: PostedEvent): void {
    const kept = { ...event, payload: JSON.stringify(payload ?? null) };
    this.#events.push(kept);
    this.#size += sizeOf(kept);
    while (this.#events.length > limits.events || this.#size > limits.size) {
      const oldest = this.#events.shift();
      this.#size -= oldest ? sizeOf(oldest) : 0;
    }
  }

  /** The oldest first. Each payload becomes an object only while JSON is made of it. */
  all(): readonly PostedEvent[] {
    return this.#events.map(({ payload, ...event }) => ({
      ...event,
      payload: { toJSON: () => JSON.parse(payload) as unknown },
    }));
  }

  clear(): void {
    this.#events.length = 0;
    this.#size = 0;
  }
}

const sizeOf = ({ userId, type, payload }: Kept): number =>
  userId.length + type.length + payload.length;
