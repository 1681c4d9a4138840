/**
 * What is to be done when a leap of the clock is over. Of each kind only the newest is, as nobody
 * wants hundreds of deliveries at once.
 */

/** How many of a kind are done. */
const newest = 10;

/** @param leftOut how many of its kind came before and are not done */
type Act = (leftOut: number) => void;

interface Held {
  readonly number: number;
  readonly act: Act;
}

interface Kind {
  readonly held: Held[];
  leftOut: number;
}

export class LeapBuffer {
  readonly #kinds = new Map<string, Kind>();
  #number = 0;
  #isHolding = false;

  /** From now on everything is held. */
  hold(): void {
    this.#isHolding = true;
  }

  /** Nothing is held any more; what was is forgotten. */
  end(): void {
    this.#isHolding = false;
    this.clear();
  }

  /**
   * Does it at once where nothing is held.
   *
   * @param kind what counts together, such as the synchronisations of a bank login
   */
  add(kind: string, act: Act): void {
    if (!this.#isHolding) {
      act(0);
      return;
    }
    const of = this.#kinds.get(kind) ?? { held: [], leftOut: 0 };
    this.#kinds.set(kind, of);
    of.held.push({ number: this.#number, act });
    this.#number += 1;
    if (of.held.length <= newest) return;
    of.held.shift();
    of.leftOut += 1;
  }

  /** All that is held by now, in the order of its coming; the first of a kind knows what is left out. */
  take(): readonly (() => void)[] {
    const all = [...this.#kinds.values()].flatMap(({ held, leftOut }) =>
      held.map(({ number, act }, index) => ({ number, act: () => act(index === 0 ? leftOut : 0) })),
    );
    this.#kinds.clear();
    return all.sort((a, b) => a.number - b.number).map(({ act }) => act);
  }

  clear(): void {
    this.#kinds.clear();
    this.#number = 0;
  }
}
