import { counted, type Group } from './language.js';

export const accounts = {
  title: { de: 'Konten auswählen', en: 'Choose accounts' },
  lead: {
    de: 'Ändern können Sie das später nur, indem Sie die Bank neu verbinden.',
    en: 'To change this later, you have to connect the bank again.',
  },
  group: { de: 'Ihre Konten', en: 'Your accounts' },
  ending: {
    de: (digits: string) => `endet auf ${digits}`,
    en: (digits: string) => `ending in ${digits}`,
  },
  submit: {
    de: (n: number) =>
      n === 0 ? 'Konten verbinden' : `${counted(n, 'Konto', 'Konten')} verbinden`,
    en: (n: number) =>
      n === 0 ? 'Connect accounts' : `Connect ${counted(n, 'account', 'accounts')}`,
  },
  busy: { de: 'Wird verbunden\u00a0…', en: 'Connecting\u00a0…' },
  none: {
    de: 'Bitte wählen Sie mindestens ein Konto aus.',
    en: 'Please choose at least one account.',
  },
  emptyTitle: { de: 'Keine passenden Konten', en: 'No matching accounts' },
  empty: {
    de: (bank: string, types: string) =>
      `${bank} führt unter dieser Anmeldung keine ${types}. Es wurde nichts verbunden.`,
    en: (bank: string, types: string) =>
      `${bank} has no ${types.toLowerCase()} under this login. Nothing was connected.`,
  },
  anotherType: { de: 'Andere Kontoart wählen', en: 'Choose another account type' },
  toFirst: { de: 'Zum ersten Konto', en: 'Go to the first account' },
} satisfies Group;
