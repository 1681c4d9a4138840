/** Synchronises a bank login with nobody there to answer a challenge. */
import { synchronise, type SyncOutcome } from '../core/bank/synchronise.js';
import type { Clock } from '../core/contract/clock.js';
import type { User } from './user.js';
import type { UserEvents } from './user-events.js';

export class Synchroniser {
  constructor(
    private readonly clock: Clock,
    private readonly userEvents: UserEvents,
  ) {}

  /** @throws NotFound where the user has no such bank login */
  synchronise(user: User, bankLoginId: string): SyncOutcome {
    const result = synchronise(user.ledger, this.clock, bankLoginId);
    switch (result.outcome) {
      case 'synchronised':
        this.userEvents.onSynchronised(user, result.login);
        break;
      case 'needs-user':
        this.userEvents.onSyncFailed(user, bankLoginId, 'CHALLENGE_REQUIRED');
        break;
      case 'refused':
        this.userEvents.onSyncFailed(user, bankLoginId, result.code);
    }
    return result;
  }
}
