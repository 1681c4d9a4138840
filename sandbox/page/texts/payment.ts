/** The words of the screens that only a payment needs; they come with these. */
import type { Bilingual, Group, InOneLanguage } from './language.js';

const payment = {
  title: { de: 'Zahlung prüfen', en: 'Check the payment' },
  amount: { de: 'Betrag', en: 'Amount' },
  payee: { de: 'Empfänger', en: 'Payee' },
  purpose: { de: 'Verwendungszweck', en: 'Purpose' },
  date: { de: 'Ausführung', en: 'Execution date' },
  account: { de: 'Von Konto', en: 'From account' },
  booking: { de: 'Buchung', en: 'Booking' },
  bookedAsOne: { de: 'alle in einer', en: 'all as one' },
  bookedSingly: { de: 'jede für sich', en: 'each by itself' },
  total: {
    de: (transfers: string) => `Summe, ${transfers}`,
    en: (transfers: string) => `Total, ${transfers}`,
  },
  submit: { de: 'Weiter zur Freigabe', en: 'Continue to approval' },
  anyway: { de: 'Trotzdem weiter', en: 'Continue anyway' },
  busy: { de: 'Einen Moment\u00a0…', en: 'One moment\u00a0…' },
} satisfies Group;

/** Verification of payee: what the payee’s bank says, and what it means to go on. */
const payeeCheck = {
  match: { de: 'Name und IBAN passen zusammen.', en: 'The name matches the IBAN.' },
  close: { de: 'Der Name weicht etwas ab.', en: 'The name is slightly different.' },
  closeHelp: {
    de: (name: string) =>
      `Die Bank führt das Konto unter „${name}“. Ist das nicht, wen Sie meinen, kommt das Geld bei jemand anderem an.`,
    en: (name: string) =>
      `The bank has the account under “${name}”. If that is not whom you mean, the money will reach somebody else.`,
  },
  none: {
    de: 'Name und IBAN passen nicht zusammen.',
    en: 'The name does not match the IBAN.',
  },
  noneHelp: {
    de: 'Gehen Sie weiter, kommt das Geld vielleicht bei jemand anderem an, und Sie bekommen es nicht zurück.',
    en: 'If you go on, the money may reach somebody else, and you may not get it back.',
  },
  notPossible: {
    de: 'Der Name konnte nicht geprüft werden.',
    en: 'The name could not be checked.',
  },
  notPossibleHelp: {
    de: 'Ist die IBAN falsch, kommt das Geld bei jemand anderem an, und Sie bekommen es vielleicht nicht zurück.',
    en: 'If the IBAN is wrong, the money will reach somebody else, and you may not get it back.',
  },
} satisfies Group;

const discarding = {
  title: { de: 'Zahlung wird abgebrochen', en: 'Cancelling the payment' },
  lead: { de: 'Wir fragen Ihre Bank\u00a0…', en: 'Asking your bank\u00a0…' },
} satisfies Group;

const paid = {
  title: { de: 'Zahlung beauftragt', en: 'Payment ordered' },
  pending: {
    de: 'Ihre Bank hat den Auftrag und führt ihn aus. Wann das Geld ankommt, hängt von ihr ab.',
    en: 'Your bank has the order and will execute it. When the money arrives is up to your bank.',
  },
  pendingUntil: {
    de: (date: string) => `Ihre Bank hat den Auftrag. Ausführung: ${date}.`,
    en: (date: string) => `Your bank has the order. Execution date: ${date}.`,
  },
  successful: { de: 'Ihre Bank hat sie ausgeführt.', en: 'Your bank has executed it.' },
} satisfies Group;

/** What is said where a payment comes to nothing. */
const notPaid = {
  title: { de: 'Die Zahlung wurde nicht ausgeführt', en: 'The payment was not made' },
  nothing: { de: 'Es wurde nichts bezahlt.', en: 'Nothing was paid.' },
  cancelledTitle: { de: 'Zahlung abgebrochen', en: 'Payment cancelled' },
  uncertainTitle: {
    de: 'Ob bezahlt wird, ist offen',
    en: 'The payment may or may not be made',
  },
  uncertain: {
    de: 'Die Antwort Ihrer Bank ist ausgeblieben. Sehen Sie in Ihrem Online\u2011Banking nach, ob der Auftrag dort steht, bevor Sie noch einmal zahlen.',
    en: 'Your bank’s answer did not come. Check in your online banking whether the order is there before you pay again.',
  },
} satisfies Group;

export const paymentTable = {
  payment,
  payeeCheck,
  discarding,
  paid,
  notPaid,
} satisfies Bilingual;

export type PaymentTexts = InOneLanguage<typeof paymentTable>;
