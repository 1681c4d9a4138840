/** What becomes of orders to pay as time goes by, and who is told. */
import { executionOf, isOpen, statusOf } from '../core/bank/orders.js';
import type { StoredOrder } from '../core/bank/stored-state.js';
import type { Clock } from '../core/contract/clock.js';
import type { PaymentStatus } from '../core/contract/payments.js';
import type { User } from './user.js';
import type { UserEvents } from './user-events.js';
import type { Users } from './users.js';

export class Payments {
  readonly #cancels = new Map<User, () => void>();

  constructor(
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly userEvents: UserEvents,
  ) {}

  /** Takes up the orders that an earlier run left. */
  start(): void {
    for (const user of this.users.all()) this.settle(user);
  }

  clear(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }

  /** The status as far as UBA knows. @throws NotFound where the bank login is gone */
  status({ ledger }: User, order: StoredOrder): PaymentStatus {
    return statusOf(order, this.clock.now(), ledger.knownAt(order.bankLoginId));
  }

  /** Tells what has become of a user's orders, and waits for what comes next. */
  settle(user: User): void {
    this.#cancels.get(user)?.();
    this.#cancels.delete(user);
    if (user.isOver) return;
    const known = user.orders.all.filter(({ bankLoginId }) => user.ledger.has(bankLoginId));
    for (const order of known) {
      const { moneyTransferId, told = 'OPEN' } = order;
      const status = this.status(user, order);
      if (status === told) continue;
      user.orders.setTold(moneyTransferId, status);
      this.userEvents.onPayment(user, order, status);
    }
    const next = Math.min(...known.map((order) => this.#nextMoment(order)));
    if (next === Infinity) return;
    this.#cancels.set(
      user,
      this.clock.schedule(next, () => this.settle(user)),
    );
  }

  #nextMoment(order: StoredOrder): number {
    const now = this.clock.now();
    const at = isOpen(order, now) ? order.openUntil : (executionOf(order) ?? now);
    return at > now ? at : Infinity;
  }
}
