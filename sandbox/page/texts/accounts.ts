import { counted, type Group } from './language.js';

export const accounts = {
  title: { de: 'Konten auswählen', en: 'Choose accounts' },
  lead: { de: 'Sie können das jederzeit ändern.', en: 'You can change this at any time.' },
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
  busy: { de: 'Wird verbunden …', en: 'Connecting …' },
  none: {
    de: 'Bitte wählen Sie mindestens ein Konto aus.',
    en: 'Please choose at least one account.',
  },
  toFirst: { de: 'Zum ersten Konto', en: 'Go to the first account' },
} satisfies Group;
