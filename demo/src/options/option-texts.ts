import { origins, type UbaOptionName } from '@finodigital/uba-protocol';
import { lang, wordsOf } from '../texts/language.js';
import { optionHints } from '../texts/options.js';

export const groups = ['Session', 'Look', 'Where', 'Behaviour'] as const;
export type Group = (typeof groups)[number];

interface OptionText {
  readonly group: Group;
  readonly hint: string;
  /** Stands in the empty field: what applies then. */
  readonly placeholder?: string;
}

const t = wordsOf(optionHints);

/** The name that the widget gives the frame by itself. */
const usualTitle = { de: 'Bank verbinden', en: 'Connect your bank' }[lang];

/** What a developer is told about each option. */
export const optionTexts: Record<UbaOptionName, OptionText> = {
  sessionId: { group: 'Session', hint: t.sessionId },
  userIdentifier: { group: 'Session', hint: t.userIdentifier },
  connectURL: { group: 'Session', hint: t.connectURL },
  sandboxMode: { group: 'Session', hint: t.sandboxMode },
  hideHeader: { group: 'Look', hint: t.hideHeader },
  colorScheme: { group: 'Look', hint: t.colorScheme },
  lang: { group: 'Look', hint: t.lang },
  theme: { group: 'Look', hint: t.theme },
  origin: { group: 'Where', hint: t.origin, placeholder: origins.production },
  service: { group: 'Where', hint: t.service },
  tenant: { group: 'Where', hint: t.tenant },
  redirectURL: { group: 'Where', hint: t.redirectURL },
  frameTitle: { group: 'Behaviour', hint: t.frameTitle, placeholder: usualTitle },
  readyTimeout: { group: 'Behaviour', hint: t.readyTimeout, placeholder: '30000' },
  autoHeight: { group: 'Behaviour', hint: t.autoHeight },
  loading: { group: 'Behaviour', hint: t.loading },
};
