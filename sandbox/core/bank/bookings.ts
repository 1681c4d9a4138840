/**
 * What is booked on an account. Each booking follows from the seed, the account and its day or its
 * synchronisation, so that a bank login stores none of them, and none changes once it was seen.
 */
import type { Account } from '../contract/bank-side.js';
import { day, hour, second } from '../contract/durations.js';
import { centsOf } from '../contract/money.js';
import { bookingKinds, planOf, type BookingPlan, type MonthlyEntry } from './booking-plans.js';
import { profileOf } from './demo-users.js';
import { creditorIdOf, germanIban } from './iban.js';
import type { Seeded } from './seeded.js';
import type { StoredLogin } from './stored-state.js';

/** Source: finoOS documentation, "Meaning and importance of transaction-data fields". */
export interface Transaction {
  readonly transactionId: string;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Unix time, in seconds. */
  readonly bookingDate: number;
  /** Unix time, in seconds. */
  readonly valueDate?: number;
  readonly bookingText?: string;
  readonly purpose: string;
  readonly paymentPartner: {
    readonly name: string;
    readonly iban?: string;
    readonly bic?: string;
    readonly creditorId?: string;
  };
  readonly eref?: string;
  readonly mref?: string;
  readonly merchantCategoryCode?: string;
  readonly sepaPurposeCode?: string;
  readonly transactionCode?: number;
}

/** How far a bank login was synchronised. */
export type Synced = Pick<
  StoredLogin,
  'connectedAt' | 'automaticUntil' | 'manualSyncs' | 'lastSynchronization'
>;

/** How far back the bookings go when an account is connected. */
const past = 90 * day;

/** A bank of the other side, which does not exist either. */
const partnerBank = { code: '90000099', bic: 'FINODE99XXX' };

type Entry = BookingPlan['daily'][number];

interface Booking {
  /** Sandbox time, ms since 1970. */
  readonly at: number;
  readonly cents: number;
  readonly transaction: Transaction;
}

/** A bank account, and what its bookings follow from. */
export interface BookedAccount {
  readonly account: Account;
  readonly userName: string;
  /** What was paid from it and to it, as far as UBA knows. */
  readonly payments: readonly BookedPayment[];
}

/** What an order to pay has moved on an account. */
export interface BookedPayment {
  /** Sandbox time, ms since 1970. */
  readonly at: number;
  readonly id: string;
  /** Below 0 where it went out. */
  readonly cents: number;
  readonly purpose: string;
  readonly partner: { readonly name: string; readonly iban?: string };
}

/**
 * What was booked, the newest first, and the balance with it.
 *
 * @param before leaves out what a bank login had been given when it stood like this
 */
export function statementOf(
  seeded: Seeded,
  { account, userName, payments }: BookedAccount,
  synced: Synced,
  before?: Synced,
): { readonly balance: number; readonly transactions: readonly Transaction[] } {
  const books = new Books(seeded, account, planOf(profileOf(userName), account.type));
  const paid = payments.map((payment) => books.payment(payment));
  const later = [...books.later(synced), ...paid];
  const shown = before
    ? [...books.later(synced, before), ...paid.filter(({ at }) => at > before.lastSynchronization)]
    : [...books.between(synced.connectedAt - past, synced.connectedAt), ...later];
  return {
    balance: (centsOf(account.balance) + sum(later)) / 100,
    transactions: shown.sort((a, b) => b.at - a.at).map(({ transaction }) => transaction),
  };
}

/** The balance alone, for whom the transactions do not matter. */
export function balanceOf(seeded: Seeded, booked: BookedAccount, synced: Synced): number {
  return statementOf(seeded, booked, synced, synced).balance;
}

const sum = (bookings: readonly Booking[]): number =>
  bookings.reduce((total, { cents }) => total + cents, 0);

class Books {
  constructor(
    private readonly seeded: Seeded,
    private readonly account: Account,
    private readonly plan: BookingPlan,
  ) {}

  /** All that is booked after `start`, up to and with `end`. */
  between(start: number, end: number): Booking[] {
    return days(start, end)
      .flatMap((number) => this.#onDay(number))
      .filter(({ at }) => at > start && at <= end);
  }

  /** What synchronisations brought: a booking a day, and those of each synchronisation by hand. */
  later(synced: Synced, before: Partial<Synced> = {}): Booking[] {
    const { automaticUntil = synced.connectedAt, manualSyncs = [] } = before;
    const automatic = days(automaticUntil, synced.automaticUntil)
      .flatMap((number) => this.#onDay(number).slice(0, 1))
      .filter(({ at }) => at > automaticUntil && at <= synced.automaticUntil);
    const manual = synced.manualSyncs
      .map((at, index) => (index < manualSyncs.length ? [] : this.#onSync(at, index)))
      .flat();
    return [...automatic, ...manual];
  }

  payment({ at, id, cents, purpose, partner }: BookedPayment): Booking {
    const bookingDate = Math.floor(at / second);
    const { accountId, currency } = this.account;
    return {
      at,
      cents,
      transaction: {
        transactionId: this.seeded.id('transaction', accountId, 'payment', id),
        amount: cents / 100,
        currency,
        bookingDate,
        valueDate: bookingDate,
        ...bookingKinds[cents < 0 ? 'transfer' : 'incoming'],
        purpose,
        paymentPartner: partner,
      },
    };
  }

  /** Nothing at the weekend; else what is due in the month comes before what comes each day. */
  #onDay(number: number): Booking[] {
    const { monthly, daily } = this.plan;
    const date = new Date(number * day);
    if (isWeekend(date)) return [];
    const due = monthly.filter((entry) => isDue(entry, date));
    const chosen = this.#choose(daily, 'day', number);
    return [...due, ...chosen].map((entry, index) => {
      const at = number * day + this.#between(6 * hour, 20 * hour, 'hour', number, index);
      return this.#booking(entry, at, 'day', number, index);
    });
  }

  /** One to three, on the current account alone. */
  #onSync(at: number, index: number): Booking[] {
    if (this.account.type !== 'GIRO') return [];
    const count = this.#between(1, 3, 'synchronisation', index);
    return Array.from({ length: count }, (_, i) =>
      this.#choose(this.plan.daily, 'synchronisation', index, i).map((entry) =>
        this.#booking(entry, at, 'synchronisation', index, i),
      ),
    ).flat();
  }

  #choose(entries: readonly Entry[], ...when: readonly (string | number)[]): readonly Entry[] {
    if (entries.length === 0) return [];
    const index = this.#between(0, entries.length - 1, 'choice', ...when);
    return entries.slice(index, index + 1);
  }

  #booking(
    entry: Entry | MonthlyEntry,
    at: number,
    ...when: readonly (string | number)[]
  ): Booking {
    const { kind, name, purpose, merchantCategoryCode } = entry;
    const { account, seeded } = this;
    const [low, high] = entry.cents;
    const isSteady = 'day' in entry && !entry.varies;
    const cents = this.#between(low, high, 'amount', name, ...(isSteady ? [] : when));
    const bookingDate = Math.floor(at / second);
    const hasIban = kind !== 'card' && kind !== 'cash' && kind !== 'interest';
    const isDebit = kind === 'debit';
    return {
      at,
      cents,
      transaction: {
        transactionId: seeded.id('transaction', account.accountId, ...when),
        amount: cents / 100,
        currency: account.currency,
        bookingDate,
        valueDate: bookingDate,
        ...bookingKinds[kind],
        purpose,
        paymentPartner: {
          name,
          ...(hasIban && {
            iban: germanIban(partnerBank.code, seeded.digits(10, 'partner', name)),
            bic: partnerBank.bic,
          }),
          ...(isDebit && { creditorId: creditorIdOf(seeded.digits(11, 'creditor', name)) }),
        },
        ...(isDebit && {
          eref: `E${this.#digits(12, 'reference', ...when)}`,
          mref: `M${this.#digits(10, 'mandate', name)}`,
        }),
        ...(merchantCategoryCode !== undefined && { merchantCategoryCode }),
      },
    };
  }

  #between(low: number, high: number, ...what: readonly (string | number)[]): number {
    return this.seeded.between(low, high, ...what, this.account.accountId);
  }

  #digits(length: number, ...what: readonly (string | number)[]): string {
    return this.seeded.digits(length, ...what, this.account.accountId);
  }
}

/** The numbers of the days that a span touches, in UTC. */
function days(start: number, end: number): readonly number[] {
  const first = Math.floor(start / day);
  const count = Math.floor(end / day) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
}

const isWeekend = (date: Date): boolean => date.getUTCDay() % 6 === 0;

/** On its day; where that was at the weekend, on the Monday after. */
function isDue({ day: due }: MonthlyEntry, date: Date): boolean {
  const late = date.getUTCDate() - due;
  return late === 0 || (date.getUTCDay() === 1 && (late === 1 || late === 2));
}
