/** The accounts of the demo users: plausible, and the same for the same seed. */
import type { Account, AccountType, Bank } from '../contract/bank-side.js';
import { demoUser, type Profile } from './demo-users.js';
import { germanIban } from './iban.js';
import type { Seeded } from './seeded.js';

/** A kind of account, with the range of its balance in euros. */
interface Offer {
  readonly name: string;
  readonly type: AccountType;
  readonly balance: readonly [low: number, high: number];
}

const current: Offer = { name: 'Girokonto', type: 'current', balance: [600, 4_200] };
const savings: Offer = { name: 'Tagesgeld', type: 'savings', balance: [3_000, 24_000] };
const card: Offer = { name: 'Kreditkarte', type: 'card', balance: [-900, -20] };
const securities: Offer = { name: 'Wertpapierdepot', type: 'securities', balance: [8_000, 90_000] };

const offers: Readonly<Record<Profile, readonly Offer[]>> = {
  private: [current, savings, card],
  business: [
    { name: 'Geschäftskonto', type: 'current', balance: [9_000, 160_000] },
    { name: 'Rücklagenkonto', type: 'savings', balance: [20_000, 250_000] },
    { name: 'Firmenkreditkarte', type: 'card', balance: [-6_000, -300] },
  ],
  securities: [{ name: 'Verrechnungskonto', type: 'current', balance: [200, 9_000] }, securities],
};

/** @param type where the bank asks for it: only accounts of that type, and at least one */
export function accountsOf(
  bank: Bank,
  userName: string,
  type: AccountType | undefined,
  seeded: Seeded,
): readonly Account[] {
  const own = offers[demoUser(userName).profile];
  const ofType = type ? own.filter((offer) => offer.type === type) : own;
  const offered =
    ofType.length > 0
      ? ofType
      : [current, savings, card, securities].filter((offer) => offer.type === type);
  return offered.map(({ name, type, balance: [low, high] }) => {
    const what = [bank.bankCode, userName, name] as const;
    return {
      accountId: seeded.id('account', ...what),
      name,
      type,
      iban: germanIban(bank.bankCode, seeded.digits(10, 'iban', ...what)),
      balance: seeded.between(low * 100, high * 100, 'balance', ...what) / 100,
      currency: 'EUR',
    };
  });
}
