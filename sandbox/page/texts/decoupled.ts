import type { Group } from './language.js';

export const decoupled = {
  title: {
    de: 'Bitte in Ihrer Banking\u2011App freigeben',
    en: 'Please approve in your banking app',
  },
  lead: {
    de: (bank: string) =>
      `Öffnen Sie die App von ${bank}, und geben Sie die Anfrage von fino frei.`,
    en: (bank: string) => `Open ${bank}’s app on your phone and approve the request from fino.`,
  },
  leadToPay: {
    de: (bank: string) =>
      `Prüfen Sie die Zahlung in der App von ${bank}, und geben Sie sie dort frei.`,
    en: (bank: string) => `Check the payment in ${bank}’s app on your phone and approve it there.`,
  },
  waiting: { de: 'Wir warten auf Ihre Freigabe\u00a0…', en: 'Waiting for your approval\u00a0…' },
  notReceived: { de: 'Keine Anfrage erhalten?', en: 'No request received?' },
  notReceivedHelp: {
    de: 'Vielleicht sind Mitteilungen ausgeschaltet. Öffnen Sie die App dann selbst.',
    en: 'Notifications may be switched off. If so, open the app yourself.',
  },
  renew: { de: 'Anfrage erneut senden', en: 'Send the request again' },
  renewing: { de: 'Anfrage wird gesendet\u00a0…', en: 'Sending the request\u00a0…' },
  renewed: {
    de: 'Die Anfrage ist noch einmal gesendet.',
    en: 'The request has been sent again.',
  },
  left: {
    de: (left: string) => `Noch ${left}`,
    en: (left: string) => `${left} left`,
  },
  ending: {
    de: 'Noch weniger als eine Minute für die Freigabe.',
    en: 'Less than a minute left to approve.',
  },
} satisfies Group;
