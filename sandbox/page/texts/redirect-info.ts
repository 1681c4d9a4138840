import type { Group } from './language.js';

export const redirect = {
  title: {
    de: 'Sie werden zu Ihrer Bank weitergeleitet',
    en: 'You will be taken to your bank',
  },
  lead: {
    de: (bank: string) =>
      `${bank} öffnet sich in einem neuen Fenster. Dort melden Sie sich an und stimmen zu.`,
    en: (bank: string) => `${bank} opens in a new window. Log in there and give your consent.`,
  },
  leadToPay: {
    de: (bank: string) =>
      `${bank} öffnet sich in einem neuen Fenster. Dort geben Sie die Zahlung frei.`,
    en: (bank: string) => `${bank} opens in a new window. Approve the payment there.`,
  },
  after: {
    de: 'Danach geht es hier weiter.',
    en: 'After that, you continue here.',
  },
  go: { de: 'Weiter zur Bank', en: 'Go to your bank' },
  busy: { de: 'Bank wird geöffnet\u00a0…', en: 'Opening your bank\u00a0…' },
} satisfies Group;
