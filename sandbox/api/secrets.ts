/** Ids that nobody can guess; with a seed, ids that everybody can repeat. */
import { Seeded } from '../src/bank/seeded.js';

export class Secrets {
  readonly #seeded: Seeded | undefined;
  #drawn = 0;

  constructor(seed: string | undefined) {
    this.#seeded = seed === undefined ? undefined : new Seeded(seed);
  }

  next(): string {
    this.#drawn += 1;
    return this.#seeded?.id('secret', this.#drawn) ?? crypto.randomUUID();
  }
}
