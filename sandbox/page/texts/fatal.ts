import type { Group } from './language.js';

export const fatal = {
  sessionTitle: { de: 'Ihre Sitzung ist abgelaufen', en: 'Your session has ended' },
  sessionLead: {
    de: 'Beginnen Sie bitte noch einmal auf der Seite, von der Sie kommen.',
    en: 'Please start again on the page you came from.',
  },
} satisfies Group;
