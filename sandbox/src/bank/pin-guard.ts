/** Counts wrong PINs, and locks whom it may. Demo users never lock, so that tests repeat. */
import { demoUser } from './demo-users.js';
import type { Memory } from './memory.js';

/** How many wrong PINs in a row lock a user. */
const tries = 3;

export class PinGuard {
  constructor(private readonly memory: Memory) {}

  /** Notes a PIN, and says whether the user is locked after it. */
  judge(bankCode: string, userName: string, pin: 'right' | 'wrong'): 'open' | 'locked' {
    if (!demoUser(userName).locks) return 'open';
    const { wrongPins } = this.memory.state;
    const who = `${bankCode} ${userName}`;
    const before = wrongPins[who] ?? 0;
    const now = before >= tries ? before : pin === 'wrong' ? before + 1 : 0;
    this.memory.change({ wrongPins: { ...wrongPins, [who]: now } });
    return now >= tries ? 'locked' : 'open';
  }
}
