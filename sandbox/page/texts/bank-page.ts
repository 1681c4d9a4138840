/** The words of the bank's own page. */
import type { Bilingual } from './language.js';

export const bankTable = {
  page: {
    subtitle: { de: 'Online\u2011Banking', en: 'Online banking' },
    title: { de: 'Zugriff erlauben', en: 'Allow access' },
    lead: {
      de: (days: number) => `fino möchte ${days}\u00a0Tage lang auf Ihre Konten zugreifen:`,
      en: (days: number) => `fino asks for access to your accounts for ${days}\u00a0days:`,
    },
    balances: { de: 'Kontostände lesen', en: 'Read balances' },
    transactions: { de: 'Umsätze lesen', en: 'Read transactions' },
    limits: {
      de: 'Zahlungen sind damit nicht möglich. Sie können den Zugriff bei uns jederzeit widerrufen.',
      en: 'It does not allow payments. You can withdraw it with us at any time.',
    },
    userName: { de: 'Anmeldename', en: 'Username' },
    agree: { de: 'Zustimmen', en: 'Agree' },
    cancel: { de: 'Abbrechen', en: 'Cancel' },
    /** Above what no bank would show to a user. */
    testing: { de: 'Nur zum Testen', en: 'For testing only' },
    refuse: {
      de: 'Als Bank den Zugriff verweigern',
      en: 'Refuse access, as the bank',
    },
    /** Where a payment is approved, and not an access. */
    payTitle: { de: 'Zahlung freigeben', en: 'Approve the payment' },
    payLead: {
      de: 'fino übermittelt diese Zahlung in Ihrem Auftrag:',
      en: 'fino passes on this payment on your behalf:',
    },
    payLimits: {
      de: 'Geben Sie sie nur frei, wenn Betrag und Empfänger stimmen.',
      en: 'Approve it only if the amount and the payee are correct.',
    },
    approve: { de: 'Freigeben', en: 'Approve' },
    refusePayment: {
      de: 'Als Bank die Zahlung verweigern',
      en: 'Refuse the payment, as the bank',
    },
    unknown: { de: 'Diese Bank gibt es nicht.', en: 'This bank does not exist.' },
    done: { de: 'Sie können dieses Fenster schließen.', en: 'You can close this window.' },
    unheard: {
      de: 'Dieses Fenster erreicht die Seite nicht, von der Sie kommen. Schließen Sie es, und fahren Sie dort fort.',
      en: 'This window cannot reach the page that you come from. Close it, and continue there.',
    },
    strip: {
      de: 'Sandbox – keine echte Bank',
      en: 'Sandbox – no real bank',
    },
  },
} satisfies Bilingual;
