/** Ids that nobody can guess; with a seed, ids that everybody can repeat. */
import { Seeded } from '../core/bank/seeded.js';

export class Secrets {
  readonly #seeded: Seeded | undefined;
  #numbers = 0;

  constructor(seed: string | undefined) {
    this.#seeded = seed === undefined ? undefined : new Seeded(seed);
  }

  next(): string {
    this.#numbers += 1;
    return this.#seeded?.id('secret', this.#numbers) ?? crypto.randomUUID();
  }

  /** One of what it is for alone, so that asking for it changes no other. */
  of(what: string): string {
    return this.#seeded?.id('secret of', what) ?? crypto.randomUUID();
  }
}
