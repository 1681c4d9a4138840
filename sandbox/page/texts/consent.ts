import type { Group } from './language.js';

export const consent = {
  title: { de: 'Zugriff erlauben', en: 'Allow access' },
  /** Who asks where the page that embeds the sandbox gives neither a service nor a tenant. */
  somebody: { de: 'Diese Anwendung', en: 'This application' },
  lead: {
    de: (who: string) => `${who} möchte lesen:`,
    en: (who: string) => `${who} would like to read:`,
  },
  data: { de: 'Welche Daten', en: 'Which data' },
  owner: { de: 'Name und Kontonummern', en: 'Name and account numbers' },
  money: { de: 'Kontostände und Umsätze', en: 'Balances and transactions' },
  securities: { de: 'Wertpapiere in Ihren Depots', en: 'Securities in your accounts' },
  noPayments: { de: 'Zahlungen sind nicht möglich.', en: 'Payments are not possible.' },
  until: {
    de: (date: string) => `Der Zugriff gilt bis ${date}.`,
    en: (date: string) => `Access ends on ${date}.`,
  },
  withdraw: {
    de: 'Sie können ihn jederzeit widerrufen: mit „Trennen“ unter „Ihre Banken“ oder bei Ihrer Bank.',
    en: 'You can withdraw it at any time: with “Disconnect” under “Your banks”, or at your bank.',
  },
  agree: { de: 'Zustimmen', en: 'Agree' },
  decline: { de: 'Ablehnen', en: 'Decline' },
  busy: { de: 'Einen Moment\u00a0…', en: 'One moment\u00a0…' },
} satisfies Group;
