import type { Group } from './language.js';

export const medium = {
  title: { de: 'Telefon wählen', en: 'Choose a phone' },
  lead: {
    de: (bank: string, method: string) =>
      `${bank} kennt mehrere Telefone von Ihnen. Welches soll es für ${method} sein?`,
    en: (bank: string, method: string) =>
      `${bank} knows several phones of yours. Which one shall it be for ${method}?`,
  },
  phone: {
    de: (digits: string) => `Telefon mit der Endung ${digits}`,
    en: (digits: string) => `Phone ending in ${digits}`,
  },
} satisfies Group;
