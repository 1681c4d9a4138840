/** The orders to pay of one user of UBA: made, decided, executed by the clock. */
import { day, hour } from '../contract/durations.js';
import { centsOf } from '../contract/money.js';
import type { PaymentStatus } from '../contract/payments.js';
import type { BookedPayment } from './bookings.js';
import { NotFound } from './not-found.js';
import type { Seeded } from './seeded.js';
import type { Store } from './store.js';
import type { StoredOrder } from './stored-state.js';

/** Purposes that a path begins with. Ours. */
export const purposes = {
  /** The bank refuses the order once it is authorised. */
  refuse: 'sbx-refuse',
  /** It stays pending for a day. */
  slow: 'sbx-slow',
  /** It is executed at once. */
  instant: 'sbx-instant',
} as const;

/** What a new order is made of. */
type NewOrder = Omit<StoredOrder, 'moneyTransferId' | 'decision' | 'decidedAt' | 'told'>;

export class Orders {
  /** @param user a digest of the user of UBA */
  constructor(
    private readonly user: string,
    private readonly store: Store,
    private readonly seeded: Seeded,
  ) {}

  /** In the order of their making. */
  get all(): readonly StoredOrder[] {
    return this.store.state.orders[this.user] ?? [];
  }

  /** @throws NotFound */
  find(moneyTransferId: string): StoredOrder {
    const order = this.all.find((one) => one.moneyTransferId === moneyTransferId);
    if (!order) throw new NotFound('money transfer with this id');
    return order;
  }

  add(order: NewOrder): StoredOrder {
    const moneyTransferId = this.seeded.id('order', this.store.nextNumber('order'));
    const stored = { ...order, moneyTransferId };
    this.#write([...this.all, stored]);
    return stored;
  }

  /** Gives the user more time; nothing where it is over. */
  keepOpen(moneyTransferId: string, openUntil: number): void {
    this.#change(moneyTransferId, { openUntil });
  }

  /** What becomes of it is decided once and for good; nothing where it was, or its time is over. */
  decide(moneyTransferId: string, decision: StoredOrder['decision'], now: number): void {
    if (isOpen(this.find(moneyTransferId), now)) {
      this.#change(moneyTransferId, { decision, decidedAt: now });
    }
  }

  /** The client was told of this status. */
  setTold(moneyTransferId: string, told: PaymentStatus): void {
    this.#change(moneyTransferId, { told });
  }

  #change(moneyTransferId: string, change: Partial<StoredOrder>): void {
    const changed = { ...this.find(moneyTransferId), ...change };
    this.#write(
      this.all.map((order) => (order.moneyTransferId === moneyTransferId ? changed : order)),
    );
  }

  #write(orders: readonly StoredOrder[]): void {
    const { orders: all } = this.store.state;
    this.store.change({ orders: { ...all, [this.user]: [...orders] } });
  }
}

/** The user can still authorise it. */
export const isOpen = ({ decision, openUntil }: StoredOrder, now: number): boolean =>
  decision === undefined && now < openUntil;

/** Whether the bank refuses it: by its purpose, or as it is not in the currency of the account. */
export const isRefused = ({ transfers }: Pick<StoredOrder, 'transfers'>): boolean =>
  transfers.some(({ currency }) => currency !== 'EUR') || hasPurpose(transfers, purposes.refuse);

/** The day of a moment as an order names it: `YYYY-MM-DD`, UTC. */
export const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** When the bank executes it, in sandbox ms; absent where it does not. */
export function executionOf(order: StoredOrder): number | undefined {
  const { decision, decidedAt, executionDate, transfers } = order;
  if (decision !== 'authorised' || decidedAt === undefined) return undefined;
  const delay = hasPurpose(transfers, purposes.slow)
    ? day
    : hasPurpose(transfers, purposes.instant)
      ? 0
      : hour;
  return Math.max(decidedAt + delay, Date.parse(executionDate));
}

/** @param knownAt up to when UBA hears from the bank, in sandbox ms; see `knownAt` in consents.ts */
export function statusOf(order: StoredOrder, now: number, knownAt: number): PaymentStatus {
  switch (order.decision) {
    case undefined:
      return isOpen(order, now) ? 'OPEN' : 'DISCARDED';
    case 'discarded':
      return 'DISCARDED';
    case 'refused':
      return 'NOT_SUCCESSFUL';
    case 'authorised':
      return (executionOf(order) ?? Infinity) <= knownAt ? 'SUCCESSFUL' : 'PENDING';
  }
}

/** What was booked on an account by orders of its user, from it or to it. */
export function paymentsOn(
  orders: readonly StoredOrder[],
  { accountId, iban }: { readonly accountId: string; readonly iban?: string },
): readonly BookedPayment[] {
  return orders.flatMap((order) => {
    const at = executionOf(order);
    if (at === undefined) return [];
    const { moneyTransferId, transfers, singleBooking, debtor } = order;
    const incoming = transfers.flatMap((transfer, index) =>
      transfer.creditor.iban === iban
        ? [
            {
              at,
              id: `${moneyTransferId} ${index} in`,
              cents: centsOf(transfer.amount),
              purpose: transfer.purpose,
              partner: debtor,
            },
          ]
        : [],
    );
    if (order.accountId !== accountId) return incoming;
    const outgoing = transfers.map(({ amount, purpose, creditor }, index) => ({
      at,
      id: `${moneyTransferId} ${index}`,
      cents: -centsOf(amount),
      purpose,
      partner: creditor,
    }));
    return [...incoming, ...(singleBooking ? asOne(outgoing) : outgoing)];
  });
}

/** Several as one booking; one stays as it is. */
function asOne(bookings: readonly BookedPayment[]): readonly BookedPayment[] {
  const [first] = bookings;
  if (!first || bookings.length === 1) return bookings;
  const cents = bookings.reduce((sum, booking) => sum + booking.cents, 0);
  const name = `Sammelüberweisung, ${bookings.length} Posten`;
  return [{ ...first, cents, purpose: name, partner: { name } }];
}

const hasPurpose = (transfers: StoredOrder['transfers'], trigger: string): boolean =>
  transfers.some(({ purpose }) => purpose.trim().toLowerCase() === trigger);
