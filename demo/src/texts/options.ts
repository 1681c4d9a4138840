/** What a developer is told about each option, and around them. */
import type { UbaOptionName } from '@finodigital/uba-protocol';
import type { Lang, TextTable } from './language.js';

export const optionFormTexts = {
  title: { de: 'Optionen', en: 'Options' },
  copyLink: { de: 'Link kopieren', en: 'Copy link' },
  Session: { de: 'Sitzung', en: 'Session' },
  Look: { de: 'Aussehen', en: 'Look' },
  Where: { de: 'Ort', en: 'Where' },
  Behaviour: { de: 'Verhalten', en: 'Behaviour' },
  unset: { de: 'nicht gesetzt', en: 'unset' },
  nextLoad: { de: 'Gilt ab dem nächsten Laden', en: 'Applies at the next load' },
  reload: { de: 'Neu laden und anwenden', en: 'Reload to apply' },
  waiting: {
    de: (count: number) =>
      count === 1
        ? '1 Änderung wartet auf das nächste Laden'
        : `${count} Änderungen warten auf das nächste Laden`,
    en: (count: number) =>
      count === 1 ? '1 change waits for the next load' : `${count} changes wait for the next load`,
  },
  errors: {
    de: (count: number) => (count === 1 ? '1 Fehler' : `${count} Fehler`),
    en: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  },
  restApplies: {
    de: 'Was richtig ist, gilt trotzdem.',
    en: 'What is right applies all the same.',
  },
  show: { de: 'Zeigen', en: 'Show' },
  hide: { de: 'Verbergen', en: 'Hide' },
  byIds: {
    de: 'Mit ihren IDs geöffnet hat die Sandbox keine Zusatzfunktion, wie UBA selbst: Ein neues Aussehen gilt ab dem nächsten Laden.',
    en: 'Opened by its ids the sandbox has no feature, as UBA has none: a new look takes effect at the next load.',
  },
  turnOn: { de: 'theme und resize einschalten', en: 'Turn on theme and resize' },
  byAddress: {
    de: 'Mit features=theme,resize in der Adresse nimmt die Sandbox ein neues Aussehen sofort an und nennt ihre Höhe; UBA kann das heute nicht.',
    en: 'An address with features=theme,resize lets the sandbox take a new look at once and tell its height; UBA has no such feature today.',
  },
  languageDe: { de: 'Deutsch (de)', en: 'German (de)' },
  languageEn: { de: 'Englisch (en)', en: 'English (en)' },
} satisfies TextTable;

export const optionHints = {
  sessionId: {
    de: 'Aus Ihrem Backend. Die Sandbox nimmt jede.',
    en: 'From your back end. The sandbox takes any.',
  },
  userIdentifier: {
    de: 'Wem die Sitzung gehört.',
    en: 'The user that the session belongs to.',
  },
  connectURL: {
    de: 'Die fertige Adresse der Sitzung, statt der beiden IDs.',
    en: 'The session’s pre-built address, instead of the two ids.',
  },
  sandboxMode: {
    de: 'Der Frame legt selbst eine Sitzung an.',
    en: 'The frame makes a session of its own.',
  },
  hideHeader: {
    de: 'Lässt die Kopfzeile des Frames weg.',
    en: 'Leaves out the frame’s own header.',
  },
  colorScheme: {
    de: 'Nicht gesetzt: wie beim Mandanten eingestellt, sonst hell.',
    en: 'Unset: the tenant’s setting, else light.',
  },
  lang: {
    de: 'Nicht gesetzt: die Sprache der Seite, sonst die des Browsers.',
    en: 'Unset: the page’s language, else the browser’s.',
  },
  theme: {
    de: 'Sofort, wo der Frame theme ankündigt, sonst ab dem nächsten Laden.',
    en: 'At once where the frame announces theme, else at its next load.',
  },
  origin: { de: 'Wo UBA liegt.', en: 'Where UBA lives.' },
  service: { de: 'Der Name Ihres Dienstes.', en: 'The name of your service.' },
  tenant: { de: 'Wessen Einstellungen UBA nimmt.', en: 'Whose configuration UBA uses.' },
  redirectURL: {
    de: 'Wohin UBA die Person zurückschickt.',
    en: 'Where UBA sends the user back to.',
  },
  frameTitle: {
    de: 'Der Name des Frames für Vorleseprogramme.',
    en: 'The frame’s accessible name.',
  },
  readyTimeout: {
    de: 'Wie viele Millisekunden auf ready gewartet wird; 0 = ohne Ende.',
    en: 'Milliseconds to wait for ready; 0 = no limit.',
  },
  autoHeight: {
    de: 'Folgt der Höhe des Inhalts.',
    en: 'Follows the height of the frame’s content.',
  },
  loading: {
    de: 'Wann zum ersten Mal geladen wird: sofort, nahe dem sichtbaren Bereich oder nach einem Klick.',
    en: 'When it loads for the first time: at once, near the view, or after a click.',
  },
} satisfies Record<UbaOptionName, Record<Lang, string>>;
