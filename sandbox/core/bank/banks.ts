/** The demo banks, and how they are found. None exists; the bank codes are fictional. */
import type { Bank } from '../contract/bank-side.js';
import { day } from '../contract/durations.js';
import { NotFound } from './not-found.js';

const bank = (
  number: number,
  shortName: string,
  letters: string,
  color: string,
  rest: Partial<Bank> = {},
): Bank => ({
  bankCode: `9000000${number}`,
  bic: `FINODE0${number}XXX`,
  shortName,
  mark: { color, letters },
  icon: iconOf(color, letters),
  login: 'here',
  // Source of the usual term: finoOS documentation, "Consent Management".
  consentTerm: 90 * day,
  supported: true,
  ...rest,
});

/** The mark as a picture: white letters on a rounded square. */
const iconOf = (color: string, letters: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="10" fill="${color}"/><text x="20" y="26" fill="#fff" font-family="system-ui,sans-serif" font-size="17" font-weight="600" text-anchor="middle">${letters}</text></svg>`,
  )}`;

export const scaBank = bank(1, 'fino SCA Bank', 'f', '#1d5c90');
export const redirectBank = bank(2, 'fino Redirect Bank', 'fR', '#3a7d44', { login: 'at-bank' });
export const interfaceBank = bank(3, 'fino Interface Bank', 'fI', '#8a5a1c', {
  accountTypes: ['GIRO', 'TAGESGELD', 'KREDIT_KARTE', 'DEPOT'],
  consentTerm: 30 * day,
});
export const tanMethodsBank = bank(4, 'fino TAN-Methods Bank', 'fT', '#6a479c', {
  consentTerm: 180 * day,
});
export const errorBank = bank(5, 'fino Error Bank', 'fE', '#a63a4a');
export const offlineBank = bank(6, 'fino Offline Bank', 'fO', '#56616d');
export const slowBank = bank(7, 'fino Slow Bank', 'fS', '#1f7378');
const legacyBank = bank(8, 'fino Legacy Bank', 'fL', '#6b5d4d', { supported: false });

export const banks: readonly Bank[] = [
  scaBank,
  redirectBank,
  interfaceBank,
  tanMethodsBank,
  errorBank,
  offlineBank,
  slowBank,
  legacyBank,
];

export const bankByCode = (bankCode: string): Bank => {
  const found = banks.find((one) => one.bankCode === bankCode);
  if (!found) throw new NotFound('bank with this bank code');
  return found;
};

/** Banks in whose name, bank code or BIC each word occurs, or whose IBAN it is; all for no word. */
export function findBanks(query: string): readonly Bank[] {
  const compact = query.replace(/\s+/g, '').toUpperCase();
  if (/^DE\d{3,}$/.test(compact)) {
    const bankCode = compact.slice(4, 12);
    return banks.filter((one) => one.bankCode.startsWith(bankCode));
  }
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return banks.filter(({ shortName, bankCode, bic }) => {
    const text = `${shortName} ${bankCode} ${bic}`.toLowerCase();
    // A bank code may be typed with spaces.
    return words.every((word) => text.includes(word)) || bankCode.includes(compact);
  });
}
