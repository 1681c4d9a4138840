import type { Group } from './language.js';

export const done = {
  title: { de: 'Verbunden', en: 'Connected' },
  more: {
    de: (accounts: string) => `und ${accounts} mehr`,
    en: (accounts: string) => `and ${accounts} more`,
  },
  next: {
    de: (who: string) => `${who} kann die Daten jetzt abrufen.`,
    en: (who: string) => `${who} can now read the data.`,
  },
  /** After the user has read it. */
  goesOn: {
    de: 'Alles erledigt. In der Anwendung geht es weiter.',
    en: 'All done. You can continue in the application.',
  },
  duplicate: {
    de: 'Wie sich jetzt zeigt, waren diese Konten schon verbunden. Die ältere Verbindung können Sie unter „Ihre Banken“ trennen.',
    en: 'It turns out that these accounts were already connected. You can disconnect the older connection under “Your banks”.',
  },
} satisfies Group;
