import type { Group } from './language.js';

export const leaving = {
  title: { de: 'Sie werden zurückgeleitet', en: 'You are being taken back' },
  lead: {
    de: (site: string) => `Weiter zu ${site}\u00a0…`,
    en: (site: string) => `Opening ${site}\u00a0…`,
  },
} satisfies Group;
