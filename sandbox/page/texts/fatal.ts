import type { Group } from './language.js';

export const fatal = {
  sessionTitle: { de: 'Ihre Sitzung ist abgelaufen', en: 'Your session has ended' },
  sessionLead: {
    de: 'Beginnen Sie bitte in der Anwendung noch einmal.',
    en: 'Please start again in the application.',
  },
} satisfies Group;
