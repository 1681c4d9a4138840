import type { Group } from './language.js';

export const leaving = {
  title: { de: 'Sie werden zurückgeleitet', en: 'Taking you back' },
  lead: {
    de: (site: string) => `Weiter zu ${site} …`,
    en: (site: string) => `On to ${site} …`,
  },
} satisfies Group;
