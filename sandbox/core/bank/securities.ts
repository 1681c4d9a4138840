/** What is in a depot: fictional securities, the same for the same seed. */
import type { Security } from '../contract/bank-side.js';
import type { Seeded } from './seeded.js';

/** A paper, with the range of its price in cents. None exists; the ISINs have a valid check digit. */
const papers = [
  { name: 'Musterwelt Aktien ETF', wkn: 'SBX001', isin: 'DE000SBX0018', price: [6_000, 11_000] },
  { name: 'Nordlicht Energie AG', wkn: 'SBX002', isin: 'DE000SBX0026', price: [1_800, 4_200] },
  { name: 'Beispiel Software SE', wkn: 'SBX003', isin: 'DE000SBX0034', price: [9_000, 21_000] },
  {
    name: 'Bundesanleihe Muster 2034',
    wkn: 'SBX004',
    isin: 'DE000SBX0042',
    price: [9_400, 10_300],
  },
] as const;

export function securitiesOf(seeded: Seeded, ...depot: readonly string[]): readonly Security[] {
  return papers.map(({ name, wkn, isin, price: [low, high] }) => {
    const between = (least: number, most: number, what: string) =>
      seeded.between(least, most, what, wkn, ...depot);
    const quantity = between(5, 180, 'quantity');
    const cents = between(low, high, 'price');
    const amount = (quantity * cents) / 100;
    return {
      name,
      isin,
      wkn,
      currency: 'EUR',
      quantity,
      amount,
      amountOriginalCurrency: amount,
      price: cents / 100,
      purchasePrice: Math.round((cents * between(70, 115, 'purchase')) / 100) / 100,
    };
  });
}
