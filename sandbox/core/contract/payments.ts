/**
 * Payments as the banks and the flow see them.
 * Source of the names and the statuses: finoOS documentation, "Payment Initiation Service".
 */
import type { Account, Bank } from './bank-side.js';

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

/** An order to pay, as the user is to check it. */
export interface Payment {
  readonly moneyTransferId: string;
  readonly status: PaymentStatus;
  readonly bankLoginId: string;
  readonly bank: Bank;
  /** The account that is debited. */
  readonly account: Account;
  /** `YYYY-MM-DD`. */
  readonly executionDate: string;
  readonly transfers: readonly (Transfer & { readonly payee: PayeeCheck })[];
  /** Several are booked as one. */
  readonly singleBooking: boolean;
}
