/** The words of the bank's own page. */
import type { Bilingual } from './language.js';

export const bankTable = {
  page: {
    subtitle: { de: 'Online-Banking', en: 'Online banking' },
    title: { de: 'Zugriff freigeben', en: 'Give access' },
    lead: {
      de: (days: number) => `fino möchte ${days} Tage lang auf Ihre Konten zugreifen:`,
      en: (days: number) => `fino asks for access to your accounts for ${days} days:`,
    },
    balances: { de: 'Kontostände lesen', en: 'Read balances' },
    transactions: { de: 'Umsätze lesen', en: 'Read transactions' },
    limits: {
      de: 'Zahlungen sind damit nicht möglich. Sie können den Zugriff hier jederzeit widerrufen.',
      en: 'No payments can be made with it. You can withdraw it here at any time.',
    },
    userName: { de: 'Anmeldename', en: 'User name' },
    agree: { de: 'Zustimmen', en: 'Agree' },
    cancel: { de: 'Abbrechen', en: 'Cancel' },
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
      en: 'Approve it only if amount and payee are right.',
    },
    approve: { de: 'Freigeben', en: 'Approve' },
    refusePayment: {
      de: 'Als Bank die Zahlung verweigern',
      en: 'Refuse the payment, as the bank',
    },
    unknown: { de: 'Diese Bank gibt es nicht.', en: 'There is no such bank.' },
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
