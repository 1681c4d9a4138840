import type { Group } from './language.js';

export const atBank = {
  title: { de: 'Bitte bei Ihrer Bank fortfahren', en: 'Please continue at your bank' },
  lead: {
    de: (bank: string) => `${bank} ist in einem anderen Fenster geöffnet.`,
    en: (bank: string) => `${bank} is open in another window.`,
  },
  unseenLead: {
    de: (bank: string) =>
      `Ob sich ein Fenster von ${bank} geöffnet hat, ist hier nicht zu erkennen. Fahren Sie hier fort; ein Fenster der Bank können Sie schließen.`,
    en: (bank: string) =>
      `Whether a window of ${bank} has opened cannot be seen from here. Continue here; you can close a window of the bank.`,
  },
  inside: { de: 'Hier fortfahren', en: 'Continue here' },
  waiting: { de: 'Wir warten auf Ihre Bank\u00a0…', en: 'Waiting for your bank\u00a0…' },
  checking: { de: 'Antwort wird geprüft\u00a0…', en: 'Checking the answer\u00a0…' },
  reopen: { de: 'Fenster der Bank erneut öffnen', en: 'Open the bank’s window again' },
} satisfies Group;
