import type { Group } from './language.js';

export const exited = {
  title: { de: 'Sie haben den Vorgang beendet', en: 'You have left the process' },
  /** Nothing was given up. */
  done: { de: 'Alles erledigt', en: 'All done' },
  lead: {
    de: 'In der Anwendung geht es weiter.',
    en: 'You can continue in the application.',
  },
} satisfies Group;
