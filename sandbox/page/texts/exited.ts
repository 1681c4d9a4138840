import type { Group } from './language.js';

export const exited = {
  title: { de: 'Sie haben den Vorgang beendet', en: 'You have left the process' },
  lead: {
    de: 'Sie können dieses Fenster jetzt schließen.',
    en: 'You can close this window now.',
  },
} satisfies Group;
