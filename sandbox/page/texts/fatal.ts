import type { Group } from './language.js';

export const fatal = {
  title: { de: 'Das hat nicht geklappt', en: 'That did not work' },
  lead: {
    de: 'Versuchen Sie es noch einmal. Klappt es wieder nicht, nennen Sie dem Support die Fehler-ID.',
    en: 'Please try again. If it keeps happening, give the error ID to support.',
  },
  sessionTitle: { de: 'Ihre Sitzung ist abgelaufen', en: 'Your session has ended' },
  sessionLead: {
    de: 'Beginnen Sie bitte noch einmal auf der Seite, von der Sie kommen.',
    en: 'Please start again on the page you came from.',
  },
} satisfies Group;
