import type { Group } from './language.js';

export const conflict = {
  title: { de: 'Diese Bank ist schon verbunden', en: 'This bank is already connected' },
  lead: {
    de: (bank: string) =>
      `Mit diesem Anmeldenamen besteht bereits eine Verbindung zu ${bank}. Sie bleibt unverändert.`,
    en: (bank: string) =>
      `There already is a connection to ${bank} with this user name. It stays as it is.`,
  },
  toOverview: { de: 'Zur Übersicht', en: 'Go to the overview' },
} satisfies Group;
