import type { Group } from './language.js';

export const done = {
  title: { de: 'Verbunden', en: 'Connected' },
  duplicate: {
    de: 'Diese Konten waren schon verbunden, was sich erst jetzt zeigt. Die ältere Verbindung brauchen Sie nicht mehr. Unter „Ihre Banken“ können Sie sie trennen.',
    en: 'These accounts were connected already, which shows only now. You no longer need the older connection. You can disconnect it under “Your banks”.',
  },
} satisfies Group;
