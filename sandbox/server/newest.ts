import { dropOldest } from '../core/bank/drop-oldest.js';

/** The newest of what comes: where there are more than so many, the oldest is let go of. */
export class Newest<T> {
  readonly #items = new Set<T>();

  /** @param letGo gets each that there is no room for any more */
  constructor(
    private readonly most: number,
    private readonly letGo: (item: T) => void = () => undefined,
  ) {}

  /** Makes it the newest, whether it is among them or not. */
  add(item: T): void {
    this.#items.delete(item);
    this.#items.add(item);
    const oldest = dropOldest(this.#items, this.most);
    if (oldest !== undefined) this.letGo(oldest);
  }

  /** The oldest first. */
  all(): readonly T[] {
    return [...this.#items];
  }

  clear(): void {
    this.#items.clear();
  }
}
