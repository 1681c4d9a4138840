import type { Group } from './language.js';

export const fatal = {
  title: { de: 'Das hat nicht geklappt', en: 'That did not work' },
  lead: {
    de: 'Versuchen Sie es noch einmal. Klappt es wieder nicht, nennen Sie dem Support die Fehler\u2011ID.',
    en: 'Please try again. If it keeps happening, give the error ID to support.',
  },
  sessionTitle: { de: 'Ihre Sitzung ist abgelaufen', en: 'Your session has ended' },
  sessionLead: {
    de: 'Beginnen Sie bitte in der Anwendung noch einmal.',
    en: 'Please start again in the application.',
  },
} satisfies Group;
