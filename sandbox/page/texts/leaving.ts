import type { Group } from './language.js';

export const leaving = {
  title: { de: 'Sie werden zurückgeleitet', en: 'You are being taken back' },
  lead: {
    de: (site: string) => `Weiter zu ${site} …`,
    en: (site: string) => `Opening ${site} …`,
  },
} satisfies Group;
