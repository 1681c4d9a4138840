/** What becomes of orders to pay as time goes by, and who is told. */
import { executionOf, isOpen } from '../core/bank/orders.js';
import type { StoredOrder } from '../core/bank/stored-state.js';
import type { Clock } from '../core/contract/clock.js';
import { ApiError } from './api-error.js';
import type { User } from './user.js';
import type { UserEvents } from './user-events.js';
import type { Users } from './users.js';

/** How many orders a user can have, and how many transfers there can be in all: they stay booked. */
const most = { orders: 500, transfers: 100_000 };

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

  /** @throws ApiError 409 where there is no room for another order */
  checkRoom({ orders }: User, transfers: number): void {
    if (orders.all.length >= most.orders) {
      throw new ApiError(409, `A user can have ${most.orders} money transfers. Take another user.`);
    }
    const inAll = this.users
      .all()
      .flatMap((user) => user.orders.all)
      .reduce((count, order) => count + order.transfers.length, transfers);
    if (inAll > most.transfers) {
      throw new ApiError(409, `There can be ${most.transfers} transfers in all. Delete a user.`);
    }
  }

  /** Tells what has become of a user's orders, and waits for what comes next. */
  settle(user: User): void {
    this.#cancels.get(user)?.();
    this.#cancels.delete(user);
    if (user.isOver) return;
    const known = user.orders.all.filter(({ bankLoginId }) => user.ledger.has(bankLoginId));
    for (const order of known) {
      const { moneyTransferId, told = 'OPEN' } = order;
      const status = user.ledger.statusOf(order);
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
