/** The orders to pay that payment sessions of the sandbox's own are for. */
import { sessionLimit } from '../contract/bank-side.js';
import type { Transfer } from '../contract/payments.js';
import { redirectBank, scaBank } from './banks.js';
import type { Sca } from './demo-users.js';
import { germanIban } from './iban.js';
import type { Ledger } from './ledger.js';
import { dateOf, isOpen, purposes, type Orders } from './orders.js';
import { payees } from './payees.js';
import { ownSync, paymentPrefix } from './session.js';
import type { StoredOrder } from './stored-state.js';

interface SeededPayment {
  readonly isAtBank?: true;
  readonly sca?: Sca;
  readonly transfers?: readonly [Transfer, ...Transfer[]];
}

const transferTo = (
  name: string,
  amount: number,
  purpose: string,
  accountNumber = '4711081500',
): Transfer => ({
  amount,
  currency: 'EUR',
  creditor: { name, iban: germanIban('90000099', accountNumber) },
  purpose,
});

const usual = transferTo('Möbelhaus Beispiel', 249.9, 'Rechnung 2026-0815');

/** Session ids that do more than `sbx-pay`. */
const special: ReadonlyMap<string, SeededPayment> = new Map([
  ['app', { sca: 'decoupled' }],
  ['photo', { sca: 'photo' }],
  ['redirect', { isAtBank: true }],
  [
    'several',
    {
      transfers: [
        usual,
        transferTo('Gärtnerei Muster', 84.5, 'Pflege November', '2345678901'),
        transferTo('Stadtwerke Musterstadt', 112.37, 'Abschlag 11/2026', '3456789012'),
      ],
    },
  ],
  ['refuse', { transfers: [{ ...usual, purpose: purposes.refuse }] }],
  ['slow', { transfers: [{ ...usual, purpose: purposes.slow }] }],
  ['instant', { transfers: [{ ...usual, purpose: purposes.instant }] }],
  ...Object.values(payees).map(
    (name) =>
      [
        name.replace('sbx-', ''),
        { transfers: [{ ...usual, creditor: { ...usual.creditor, name } }] },
      ] as [string, SeededPayment],
  ),
]);

/**
 * Makes the bank login and the order of a payment session; a page that comes back, from the bank's own
 * page or loaded anew, finds its order again.
 *
 * @returns the id of the order; absent where it is no payment session
 */
export function seedPayment(
  ledger: Ledger,
  orders: Orders,
  sessionId: string,
  now: number,
): string | undefined {
  if (!sessionId.startsWith(paymentPrefix)) return undefined;
  const {
    isAtBank,
    sca = 'tan',
    transfers = [usual],
  } = special.get(sessionId.slice(paymentPrefix.length + 1)) ?? {};
  const bank = isAtBank ? redirectBank : scaBank;
  const holder = { bankCode: bank.bankCode, userName: sca === 'tan' ? 'fino01' : `fino01+${sca}` };
  const [account] = ledger.accountsOf(holder);
  if (!account) return undefined;
  const { accountId, owner, iban = '' } = account;
  const { bankLoginId } =
    ledger.findSame(holder) ??
    ledger.add({
      ...holder,
      accountIds: [accountId],
      sca,
      ...ownSync,
      consents: [{ endsAt: now + bank.consentTerm, standing: 'given' }],
      connectedAt: now,
      lastSynchronization: now,
    });
  const isSame = (order: StoredOrder): boolean =>
    order.bankLoginId === bankLoginId &&
    JSON.stringify(order.transfers) === JSON.stringify(transfers);
  const open = orders.all.find((order) => isOpen(order, now) && isSame(order));
  if (open) return open.moneyTransferId;
  return orders.add({
    bankLoginId,
    accountId,
    debtor: { name: owner, iban },
    executionDate: dateOf(now),
    transfers: [...transfers],
    singleBooking: true,
    openUntil: now + sessionLimit,
  }).moneyTransferId;
}
