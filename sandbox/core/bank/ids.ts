/** The ids of the sandbox: the n-th of a kind is the same for the same seed. */
import type { Store } from './store.js';
import type { Seeded } from './seeded.js';
import type { GivenVisit } from './session.js';
import { sessionToken, userIdentifierOf } from './tokens.js';

/** Letters and digits that are not mistaken for one another on the phone. */
const legibleCharacters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export class Ids {
  constructor(
    private readonly store: Store,
    private readonly seeded: Seeded,
  ) {}

  next(kind: 'attempt'): string {
    return this.seeded.id(kind, this.store.nextNumber(kind));
  }

  /** A session that the sandbox makes for itself, with a new user. */
  nextVisit(): GivenVisit {
    return this.#visit(this.store.nextNumber('session'));
  }

  /** The last one that was made before this page was opened. */
  lastVisit(): GivenVisit {
    const number = this.store.state.numbers.session;
    return number === undefined ? this.nextVisit() : this.#visit(number);
  }

  #visit(number: number): GivenVisit {
    const userIdentifier = userIdentifierOf(this.seeded, number);
    const sessionId = sessionToken(this.seeded.id('session', number), userIdentifier);
    return { kind: 'given', sessionId, userIdentifier };
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
