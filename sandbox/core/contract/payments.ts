/**
 * Payments as the banks and the flow see them.
 * Source of the names and the statuses: finoOS documentation, "Payment Initiation Service".
 */
import { centsOf } from './money.js';

export const paymentStatuses = [
  'OPEN',
  'PENDING',
  'SUCCESSFUL',
  'NOT_SUCCESSFUL',
  'DISCARDED',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** Money on its way to one payee. */
export interface Transfer {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly creditor: { readonly name: string; readonly iban: string };
  readonly purpose: string;
}

/**
 * Verification of payee: what the payee's bank says to the name.
 * Source: Regulation (EU) 2024/886, Article 5c.
 */
export type PayeeCheck =
  | { readonly result: 'match' | 'no-match' | 'not-possible' }
  /** With the name that the payee's bank has. */
  | { readonly result: 'close-match'; readonly name: string };

/** An amount in a currency (ISO 4217). */
export type Money = Pick<Transfer, 'amount' | 'currency'>;

/** What transfers come to, for each currency that there is among them. */
export function sumsOf(transfers: readonly Money[]): readonly Money[] {
  const cents = new Map<string, number>();
  for (const { amount, currency } of transfers) {
    cents.set(currency, (cents.get(currency) ?? 0) + centsOf(amount));
  }
  return [...cents].map(([currency, sum]) => ({ amount: sum / 100, currency }));
}

/** What a user approves: how much goes to whom, or in how many transfers. */
export interface PaymentSubject {
  readonly sums: readonly Money[];
  readonly count: number;
  /** Absent where there are several. */
  readonly payee?: string;
}

export function subjectOf(
  transfers: readonly (Money & { readonly creditor: { readonly name: string } })[],
): PaymentSubject {
  const [first] = transfers;
  const count = transfers.length;
  return {
    sums: sumsOf(transfers),
    count,
    ...(count === 1 && first && { payee: first.creditor.name }),
  };
}

/** The banks' own page knows no order: its URL says what is to be approved there. */
export function writeSubject(
  params: URLSearchParams,
  transfers: Parameters<typeof subjectOf>[0],
): void {
  const { sums, count, payee } = subjectOf(transfers);
  params.set('transfers', String(count));
  for (const { amount, currency } of sums) params.append('sum', `${amount} ${currency}`);
  if (payee !== undefined) params.set('payee', payee);
}

/** What `writeSubject` wrote; anybody can write a URL, so what is no amount is left out. */
export function readSubject(params: URLSearchParams): PaymentSubject {
  const sums = params.getAll('sum').flatMap((sum) => {
    const [, amount, currency] = /^(\d{1,12}(?:\.\d{1,2})?) ([A-Z]{3})$/.exec(sum) ?? [];
    return currency === undefined ? [] : [{ amount: Number(amount), currency }];
  });
  const payee = params.get('payee');
  return {
    sums,
    count: Number(params.get('transfers')) || 1,
    ...(payee !== null && { payee }),
  };
}
