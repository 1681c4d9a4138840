/** The ids of the sandbox: the n-th of a kind is the same for the same seed. */
import type { Store } from './store.js';
import type { Seeded } from './seeded.js';

/** Letters and digits that are not mistaken for one another on the phone. */
const legibleCharacters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export class Ids {
  constructor(
    private readonly store: Store,
    private readonly seeded: Seeded,
  ) {}

  next(kind: 'attempt' | 'session' | 'user'): string {
    return this.seeded.id(kind, this.store.nextNumber(kind));
  }

  /** The last one that was issued before this page was opened. */
  last(kind: 'session' | 'user'): string {
    const number = this.store.state.numbers[kind];
    return number === undefined ? this.next(kind) : this.seeded.id(kind, number);
  }

  /** The id that a user reads out to support. */
  nextRequest(): string {
    const letters = this.seeded.text(
      legibleCharacters,
      8,
      'request',
      this.store.nextNumber('request'),
    );
    return `REQ-${letters.slice(0, 4)}-${letters.slice(4)}`;
  }
}
