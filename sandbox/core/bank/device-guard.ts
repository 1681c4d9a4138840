/** Whether the bank knows the device that a TAN comes from, and how it gets to know it. */
import { isUser } from './demo-users.js';
import type { LoginAttempt } from './login-attempts.js';
import type { Store } from './store.js';

/** How many users' devices are remembered. */
const mostUsers = 20;

type Holder = Pick<LoginAttempt, 'bank' | 'userName'>;

export class DeviceGuard {
  constructor(private readonly store: Store) {}

  knows(holder: Holder): boolean {
    const { boundDevices } = this.store.state;
    return !isUser(holder.userName, 'sbx-new-device') || boundDevices.includes(nameOf(holder));
  }

  bind(holder: Holder): void {
    if (this.knows(holder)) return;
    const { boundDevices } = this.store.state;
    this.store.change({ boundDevices: [...boundDevices, nameOf(holder)].slice(-mostUsers) });
  }
}

const nameOf = ({ bank, userName }: Holder): string => `${bank.bankCode} ${userName}`;
