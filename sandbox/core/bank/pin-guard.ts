/** Counts wrong PINs, and locks where it may. Demo users are never locked, so that tests repeat. */
import { isUser } from './demo-users.js';
import type { Store } from './store.js';

/** How many wrong PINs in a row lock a user. */
const tries = 3;

/** How many users' wrong PINs are remembered. */
const mostUsers = 20;

export class PinGuard {
  constructor(private readonly store: Store) {}

  /** Counts a try with a PIN; gives whether the user is locked after it. */
  judge(bankCode: string, userName: string, pin: 'right' | 'wrong'): 'open' | 'locked' {
    if (!isUser(userName, 'sbx-lock')) return 'open';
    const { wrongPins } = this.store.state;
    const who = `${bankCode} ${userName}`;
    const before = wrongPins[who] ?? 0;
    const now = before >= tries ? before : pin === 'wrong' ? before + 1 : 0;
    const counts = Object.entries({ ...wrongPins, [who]: now });
    this.store.change({ wrongPins: Object.fromEntries(counts.slice(-mostUsers)) });
    return now >= tries ? 'locked' : 'open';
  }
}
