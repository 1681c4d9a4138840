import { origins, type UbaOptionName } from '@finodigital/uba-protocol';

export const groups = ['Session', 'Look', 'Where', 'Behaviour'] as const;
export type Group = (typeof groups)[number];

interface OptionText {
  readonly group: Group;
  readonly hint: string;
  /** Stands in the empty field: what applies then. */
  readonly placeholder?: string;
}

/** What a developer is told about each option. */
export const optionTexts: Record<UbaOptionName, OptionText> = {
  sessionId: { group: 'Session', hint: 'From your back end. The sandbox takes any.' },
  userIdentifier: { group: 'Session', hint: 'The user that the session belongs to.' },
  connectURL: {
    group: 'Session',
    hint: 'The session’s pre-built address, instead of the two ids.',
  },
  sandboxMode: { group: 'Session', hint: 'The frame makes a session of its own.' },
  hideHeader: { group: 'Look', hint: 'Leaves out the frame’s own header.' },
  colorScheme: { group: 'Look', hint: 'Unset: the tenant’s setting, else light.' },
  lang: { group: 'Look', hint: 'Unset: the page’s language, else the browser’s.' },
  theme: { group: 'Look', hint: 'At once where the frame announces theme, else at its next load.' },
  origin: { group: 'Where', hint: 'Where UBA lives.', placeholder: origins.production },
  service: { group: 'Where', hint: 'The name of your service.' },
  tenant: { group: 'Where', hint: 'Whose configuration UBA uses.' },
  redirectURL: { group: 'Where', hint: 'Where UBA sends the user back to.' },
  frameTitle: {
    group: 'Behaviour',
    hint: 'The frame’s accessible name.',
    placeholder: 'Connect your bank',
  },
  readyTimeout: {
    group: 'Behaviour',
    hint: 'Milliseconds to wait for ready; 0 = for ever.',
    placeholder: '30000',
  },
  autoHeight: { group: 'Behaviour', hint: 'Follows the height of the frame’s content.' },
};
