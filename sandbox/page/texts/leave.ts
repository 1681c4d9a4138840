import type { Group } from './language.js';

/** Asked once, before something under way is lost. */
export const leave = {
  title: { de: 'Wirklich beenden?', en: 'Leave now?' },
  lead: {
    de: 'Was Sie hier begonnen haben, geht verloren.',
    en: 'What you have begun here will be lost.',
  },
  yes: { de: 'Beenden', en: 'Leave' },
  no: { de: 'Weitermachen', en: 'Continue' },
} satisfies Group;

/** The same of a step back; what it would lose and how to stay are said alike. */
export const goBack = {
  title: { de: 'Wirklich zurückgehen?', en: 'Go back?' },
  yes: { de: 'Zurückgehen', en: 'Go back' },
} satisfies Group;
