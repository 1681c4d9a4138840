import type { Group } from './language.js';

export const consent = {
  title: { de: 'Zugriff erlauben', en: 'Allow access' },
  /** Who asks where the page that embeds the sandbox gives neither a service nor a tenant. */
  somebody: { de: 'Diese Anwendung', en: 'This application' },
  lead: {
    de: (who: string, bank: string) => `${who} möchte bei ${bank} diese Daten lesen:`,
    en: (who: string, bank: string) => `${who} asks to read this data at ${bank}:`,
  },
  data: { de: 'Welche Daten', en: 'Which data' },
  owner: { de: 'Name und Kontonummern', en: 'Your name and account numbers' },
  balances: { de: 'Kontostände', en: 'Balances' },
  transactions: { de: 'Umsätze', en: 'Transactions' },
  securities: { de: 'Wertpapiere in Ihren Depots', en: 'Securities in your accounts' },
  noPayments: {
    de: 'Zahlungen sind damit nicht möglich.',
    en: 'No payments can be made with it.',
  },
  until: {
    de: (date: string) => `Der Zugriff gilt bis ${date}.`,
    en: (date: string) => `Access ends on ${date}.`,
  },
  withdraw: {
    de: 'Sie können ihn jederzeit widerrufen: unter „Ihre Banken“ mit „Trennen“ oder bei Ihrer Bank.',
    en: 'You can withdraw it at any time: by “Disconnect” under “Your banks”, or at your bank.',
  },
  agree: { de: 'Zustimmen', en: 'Agree' },
  decline: { de: 'Ablehnen', en: 'Decline' },
  busy: { de: 'Einen Moment …', en: 'One moment …' },
} satisfies Group;
