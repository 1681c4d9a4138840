/** Synchronises a bank login with nobody there to answer a challenge. */
import { synchronise, type SyncOutcome } from '../core/bank/synchronise.js';
import type { Clock } from '../core/contract/clock.js';
import type { SyncCause } from '../core/bank/ledger.js';
import type { User } from './user.js';
import type { UserEvents } from './user-events.js';

export class Synchroniser {
  constructor(
    private readonly clock: Clock,
    private readonly userEvents: UserEvents,
  ) {}

  /** @throws NotFound where the user has no such bank login */
  synchronise(
    user: User,
    bankLoginId: string,
    cause: SyncCause,
    process = this.userEvents.begin(cause),
  ): SyncOutcome {
    const before = user.ledger.find(bankLoginId);
    const result = synchronise(user.ledger, this.clock, bankLoginId, cause);
    switch (result.outcome) {
      case 'synchronised':
        this.userEvents.onSynchronised(user, before, process);
        break;
      case 'needs-user':
        this.userEvents.onSyncFailed(user, bankLoginId, 'CHALLENGE_REQUIRED', process);
        break;
      case 'refused':
        this.userEvents.onSyncFailed(user, bankLoginId, result.code, process);
    }
    return result;
  }
}
