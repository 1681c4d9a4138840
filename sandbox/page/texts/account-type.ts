import type { AccountType } from '../../core/contract/bank-side.js';
import type { Group, Words } from './language.js';

export const accountType = {
  title: {
    de: 'Welche Konten möchten Sie verbinden?',
    en: 'Which accounts do you want to connect?',
  },
  group: { de: 'Kontoart', en: 'Account type' },
  lead: {
    de: (bank: string) => `Was Sie verbinden können, hängt von der Bank ab. ${bank} bietet:`,
    en: (bank: string) => `What you can connect depends on the bank. ${bank} offers:`,
  },
} satisfies Group;

/** As a choice, of which there may be several. */
export const accountTypes = {
  BAUSPAREN: { de: 'Bausparverträge', en: 'Building savings contracts' },
  DEPOT: { de: 'Wertpapierdepots', en: 'Securities accounts' },
  FESTGELD: { de: 'Festgeldkonten', en: 'Fixed-term deposits' },
  FONDSDEPOT: { de: 'Fondsdepots', en: 'Fund accounts' },
  GIRO: { de: 'Girokonten', en: 'Current accounts' },
  KREDIT_KARTE: { de: 'Kreditkarten', en: 'Credit cards' },
  KREDIT_KONTO: { de: 'Kreditkonten', en: 'Credit accounts' },
  KREDITDARLEHEN: { de: 'Darlehen', en: 'Loans' },
  SPARBUCH: { de: 'Sparbücher', en: 'Savings books' },
  TAGESGELD: { de: 'Tagesgeldkonten', en: 'Instant-access savings accounts' },
  UNKNOWN: { de: 'Konten unbekannter Art', en: 'Accounts of unknown type' },
  OTHER: { de: 'Andere Konten', en: 'Other accounts' },
} satisfies Record<AccountType, Words>;

/** Of one account. */
export const accountTypeNames = {
  BAUSPAREN: { de: 'Bausparvertrag', en: 'Building savings contract' },
  DEPOT: { de: 'Wertpapierdepot', en: 'Securities account' },
  FESTGELD: { de: 'Festgeldkonto', en: 'Fixed-term deposit' },
  FONDSDEPOT: { de: 'Fondsdepot', en: 'Fund account' },
  GIRO: { de: 'Girokonto', en: 'Current account' },
  KREDIT_KARTE: { de: 'Kreditkarte', en: 'Credit card' },
  KREDIT_KONTO: { de: 'Kreditkonto', en: 'Credit account' },
  KREDITDARLEHEN: { de: 'Darlehen', en: 'Loan' },
  SPARBUCH: { de: 'Sparbuch', en: 'Savings book' },
  TAGESGELD: { de: 'Tagesgeldkonto', en: 'Instant-access savings account' },
  UNKNOWN: { de: 'Konto', en: 'Account' },
  OTHER: { de: 'Konto', en: 'Account' },
} satisfies Record<AccountType, Words>;
