/**
 * Which category a transaction belongs to. fino's own rules are not known: these are ours, and go by
 * the words in it. Source of the form of the tags: finoOS documentation, "Categorization".
 */
import type { Transaction } from './bookings.js';

export interface Category {
  /** The most specific first; the last says whether it came in or went out. */
  readonly tags: readonly [descriptive: string, ...string[]];
  readonly words: { readonly de: string; readonly en: string };
}

const category = (tags: Category['tags'], de: string, en: string): Category => ({
  tags,
  words: { de, en },
});

/** The first that fits counts. */
const rules: readonly (readonly [RegExp, Category])[] = [
  [
    /löhne und gehälter/,
    category(['staff_salary', 'staff', 'spending'], 'Löhne und Gehälter', 'Wages and salaries'),
  ],
  [/gehalt|lohn/, category(['income_salary', 'income'], 'Gehalt', 'Salary')],
  [/miete/, category(['living_rent', 'living', 'spending'], 'Miete', 'Rent')],
  [
    /strom|stadtwerke|energie abschlag/,
    category(['living_energy', 'living', 'spending'], 'Strom und Gas', 'Energy'),
  ],
  [
    /sozialversicherung|krankenkasse/,
    category(
      ['insurance_social', 'insurance', 'spending'],
      'Sozialversicherung',
      'Social insurance',
    ),
  ],
  [
    /versicherung/,
    category(['insurance_other', 'insurance', 'spending'], 'Versicherung', 'Insurance'),
  ],
  [
    /mobilfunk|telefon|internet/,
    category(
      ['communication_phone', 'communication', 'spending'],
      'Telefon und Internet',
      'Phone and internet',
    ),
  ],
  [/streaming/, category(['leisure_streaming', 'leisure', 'spending'], 'Streaming', 'Streaming')],
  [/steuer|finanzamt/, category(['tax_other', 'tax', 'spending'], 'Steuern', 'Taxes')],
  [/dividende/, category(['income_dividend', 'income'], 'Dividende', 'Dividend')],
  [/zinsen/, category(['income_interest', 'income'], 'Zinsen', 'Interest')],
  [
    /wertpapier|etf/,
    category(['investment_securities', 'investment', 'spending'], 'Wertpapiere', 'Securities'),
  ],
  [
    /barauszahlung|geldautomat/,
    category(['cash_withdrawal', 'cash', 'spending'], 'Bargeld', 'Cash'),
  ],
  [
    /sparrate|kartenabrechnung/,
    category(['internal_transfer', 'internal'], 'Umbuchung', 'Transfer of one’s own'),
  ],
];

/** By ISO 18245, of a card payment. */
const merchants: ReadonlyMap<string, Category> = new Map([
  ['5411', category(['food_groceries', 'food', 'spending'], 'Lebensmittel', 'Groceries')],
  ['5462', category(['food_bakery', 'food', 'spending'], 'Bäckerei', 'Bakery')],
  ['5812', category(['food_restaurant', 'food', 'spending'], 'Restaurant', 'Restaurant')],
  ['5541', category(['mobility_fuel', 'mobility', 'spending'], 'Tanken', 'Fuel')],
  [
    '4111',
    category(
      ['mobility_public_transport', 'mobility', 'spending'],
      'Nahverkehr',
      'Public transport',
    ),
  ],
  ['4112', category(['mobility_rail', 'mobility', 'spending'], 'Bahn', 'Rail')],
  ['5912', category(['shopping_drugstore', 'shopping', 'spending'], 'Drogerie', 'Drugstore')],
  ['5732', category(['shopping_online', 'shopping', 'spending'], 'Onlineshop', 'Online shop')],
  ['5734', category(['shopping_software', 'shopping', 'spending'], 'Software', 'Software')],
  ['7011', category(['travel_hotel', 'travel', 'spending'], 'Hotel', 'Hotel')],
]);

const others = {
  income: category(['income_other', 'income'], 'Sonstige Einnahmen', 'Other income'),
  spending: category(['spending_other', 'spending'], 'Sonstige Ausgaben', 'Other spending'),
};

type Categorised = Pick<Transaction, 'amount' | 'purpose'> & {
  readonly bookingText?: string;
  readonly merchantCategoryCode?: string;
  readonly paymentPartner: { readonly name: string };
};

export function categoryOf(transaction: Categorised): Category {
  const { amount, purpose, bookingText = '', merchantCategoryCode, paymentPartner } = transaction;
  const merchant = merchants.get(merchantCategoryCode ?? '');
  if (merchant) return merchant;
  const text = [purpose, paymentPartner.name, bookingText].join(' ').toLowerCase();
  const direction = amount < 0 ? 'spending' : 'income';
  const found = rules.find(([words, { tags }]) => {
    const other = direction === 'income' ? 'spending' : 'income';
    return words.test(text) && !tags.includes(other);
  });
  return found?.[1] ?? others[direction];
}
