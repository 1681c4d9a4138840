/** The words of a payment that stand on the screens of a challenge, of whatever purpose it is. */
import { counted, type Group } from './language.js';

export const pay = {
  transfers: {
    de: (n: number) => counted(n, 'Überweisung', 'Überweisungen'),
    en: (n: number) => counted(n, 'transfer', 'transfers'),
  },
  /** What is approved, in a line. */
  subject: {
    de: (sum: string, payee: string) => `${sum} an ${payee}`,
    en: (sum: string, payee: string) => `${sum} to ${payee}`,
  },
  subjectOfSeveral: {
    de: (sum: string, transfers: string) => `${sum} in ${transfers}`,
    en: (sum: string, transfers: string) => `${sum} in ${transfers}`,
  },
  /** Away from a challenge. */
  toReview: { de: 'Zurück zur Zahlung', en: 'Back to the payment' },
} satisfies Group;
