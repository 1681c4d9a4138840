import type { Group } from './language.js';

export const syncing = {
  title: {
    de: (bank: string) => `${bank} wird aktualisiert`,
    en: (bank: string) => `Refreshing ${bank}`,
  },
  lead: {
    de: 'Wir holen die neuesten Umsätze. Das dauert nur einen Moment.',
    en: 'We are fetching the latest transactions. This takes only a moment.',
  },
} satisfies Group;
