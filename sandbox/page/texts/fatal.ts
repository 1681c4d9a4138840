import type { Group } from './language.js';

export const fatal = {
  sessionTitle: { de: 'Ihre Sitzung ist abgelaufen', en: 'Your session has ended' },
  sessionLead: {
    de: 'Kehren Sie zur vorigen Seite zurück, und beginnen Sie von vorn.',
    en: 'Go back to the page you came from and start again.',
  },
} satisfies Group;
