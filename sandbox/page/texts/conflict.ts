import type { Group } from './language.js';

export const conflict = {
  title: { de: 'Diese Bank ist schon verbunden', en: 'This bank is already connected' },
  lead: {
    de: (bank: string) =>
      `Mit diesem Anmeldenamen besteht bereits eine Verbindung zu ${bank}. Sie bleibt unverändert.`,
    en: (bank: string) =>
      `A connection to ${bank} with this username already exists. It stays as it is.`,
  },
  toOverview: { de: 'Zur Übersicht', en: 'Go to the overview' },
} satisfies Group;
