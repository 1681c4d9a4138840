import type { Group } from './language.js';

export const done = {
  title: { de: 'Verbunden', en: 'Connected' },
  duplicate: {
    de: 'Wie sich jetzt zeigt, waren diese Konten schon verbunden. Die ältere Verbindung können Sie unter „Ihre Banken“ trennen.',
    en: 'It turns out that these accounts were already connected. You can disconnect the older connection under “Your banks”.',
  },
} satisfies Group;
