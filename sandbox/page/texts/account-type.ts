import type { AccountType } from '../../core/contract/bank-side.js';
import type { Group, Words } from './language.js';

export const accountType = {
  title: {
    de: 'Welche Konten möchten Sie verbinden?',
    en: 'Which accounts do you want to connect?',
  },
  lead: {
    de: (bank: string) => `Was Sie verbinden können, hängt von der Bank ab. ${bank} bietet:`,
    en: (bank: string) => `What you can connect depends on the bank. ${bank} offers:`,
  },
} satisfies Group;

export const accountTypes = {
  current: { de: 'Girokonten', en: 'Current accounts' },
  savings: { de: 'Sparkonten', en: 'Savings accounts' },
  card: { de: 'Kreditkarten', en: 'Credit cards' },
  securities: { de: 'Wertpapierdepots', en: 'Securities accounts' },
} satisfies Record<AccountType, Words>;
