import type { Group } from './language.js';

export const medium = {
  title: { de: 'Telefon wählen', en: 'Choose a phone' },
  lead: {
    de: (bank: string, method: string) => `Auf welchem Telefon nutzen Sie ${method} von ${bank}?`,
    en: (bank: string, method: string) => `On which phone do you use ${bank}’s ${method}?`,
  },
  phone: {
    de: (digits: string) => `Telefon mit der Endung ${digits}`,
    en: (digits: string) => `Phone ending in ${digits}`,
  },
} satisfies Group;
