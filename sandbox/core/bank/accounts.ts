/** The accounts of the demo users: plausible, and the same for the same seed. */
import type { Account, AccountType, Bank } from '../contract/bank-side.js';
import { centsOf } from '../contract/money.js';
import { profileOf, type Profile } from './demo-users.js';
import { germanIban } from './iban.js';
import { securitiesOf } from './securities.js';
import type { Seeded } from './seeded.js';

/** A kind of account, with the range of its balance in euros; a depot is worth what is in it. */
interface Offer {
  readonly name: string;
  readonly type: AccountType;
  readonly balance?: readonly [low: number, high: number];
}

const offers: Readonly<Record<Profile, readonly Offer[]>> = {
  private: [
    { name: 'Girokonto', type: 'GIRO', balance: [600, 4_200] },
    { name: 'Tagesgeld', type: 'TAGESGELD', balance: [3_000, 24_000] },
    { name: 'Kreditkarte', type: 'KREDIT_KARTE', balance: [-900, -20] },
  ],
  business: [
    { name: 'Geschäftskonto', type: 'GIRO', balance: [9_000, 160_000] },
    { name: 'Rücklagenkonto', type: 'TAGESGELD', balance: [20_000, 250_000] },
    { name: 'Firmenkreditkarte', type: 'KREDIT_KARTE', balance: [-6_000, -300] },
  ],
  securities: [
    { name: 'Verrechnungskonto', type: 'GIRO', balance: [200, 9_000] },
    { name: 'Wertpapierdepot', type: 'DEPOT' },
  ],
};

/** Whose the accounts are. */
const owners: Readonly<Record<Profile, string>> = {
  private: 'Erika Mustermann',
  business: 'Muster GmbH',
  securities: 'Max Mustermann',
};

/**
 * The accounts as they stand at the moment of a connection.
 *
 * @param type where the bank asks for it: only accounts of that type, of which there may be none
 */
export function accountsOf(
  bank: Bank,
  userName: string,
  type: AccountType | undefined,
  seeded: Seeded,
): readonly Account[] {
  const profile = profileOf(userName);
  const own = offers[profile];
  const offered = type ? own.filter((offer) => offer.type === type) : own;
  return offered.map(({ name, type, balance }) => {
    const what = [bank.bankCode, userName, name] as const;
    const accountNumber = seeded.digits(10, 'iban', ...what);
    const hasIban = type !== 'KREDIT_KARTE' && type !== 'DEPOT';
    const account = {
      accountId: seeded.id('account', ...what),
      accountNumber,
      bankCode: bank.bankCode,
      bankName: bank.shortName,
      bic: bank.bic,
      currency: 'EUR',
      ...(hasIban && { iban: germanIban(bank.bankCode, accountNumber) }),
      icon: bank.icon,
      name,
      owner: owners[profile],
      type,
    };
    if (balance) {
      const [low, high] = balance;
      const cents = seeded.between(low * 100, high * 100, 'balance', ...what);
      return { ...account, balance: cents / 100 };
    }
    const securities = securitiesOf(seeded, ...what);
    const cents = securities.reduce((sum, { amount }) => sum + centsOf(amount), 0);
    return { ...account, balance: cents / 100, securities };
  });
}
