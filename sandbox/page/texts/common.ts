/** Words that several screens share, and those around the screens. */
import { counted, type Group } from './language.js';

/** A German bank code as it is read: 900 000 01. */
const grouped = (code: string): string =>
  code.replace(/^(\d{3})(\d{3})(\d{2})$/, '$1\u00a0$2\u00a0$3');

export const common = {
  strip: {
    de: 'Sandbox – keine echten Bankdaten',
    en: 'Sandbox – no real bank data',
  },
  back: { de: 'Zurück', en: 'Back' },
  close: { de: 'Schließen', en: 'Close' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  continue: { de: 'Weiter', en: 'Continue' },
  done: { de: 'Fertig', en: 'Done' },
  progress: {
    de: (step: number, all: number, name: string) => `Schritt ${step} von ${all} · ${name}`,
    en: (step: number, all: number, name: string) => `Step ${step} of ${all} · ${name}`,
  },
  bankCode: {
    de: (code: string) => `BLZ\u00a0${grouped(code)}`,
    en: (code: string) => `Bank\u00a0code ${grouped(code)}`,
  },
  minutes: {
    de: (digits: string) => `${digits}\u00a0Minuten`,
    en: (digits: string) => `${digits}\u00a0minutes`,
  },
  /** Of the document, where the step says that something is wrong. */
  errorTitle: {
    de: (title: string) => `Fehler: ${title}`,
    en: (title: string) => `Error: ${title}`,
  },
  /** In place of the screen, on paper. */
  print: {
    de: 'Dieser Vorgang läuft auf dem Bildschirm und wird nicht gedruckt.',
    en: 'This process runs on the screen and is not printed.',
  },
  toApplication: { de: 'Zurück zur Anwendung', en: 'Back to the application' },
  loading: { de: 'Wird geladen\u00a0…', en: 'Loading\u00a0…' },
  anotherBank: { de: 'Andere Bank wählen', en: 'Choose another bank' },
  accounts: {
    de: (n: number) => counted(n, 'Konto', 'Konten'),
    en: (n: number) => counted(n, 'account', 'accounts'),
  },
  errorId: { de: 'Fehler\u2011ID:', en: 'Error ID:' },
  copy: { de: 'Fehler\u2011ID kopieren', en: 'Copy error ID' },
  copied: { de: 'Kopiert', en: 'Copied' },
  copyFailed: {
    de: 'Kopieren nicht möglich. Die Fehler\u2011ID ist markiert.',
    en: 'Could not copy. The error ID is selected.',
  },
} satisfies Group;

export const tools = {
  open: { de: 'Werkzeuge', en: 'Tools' },
  waiting: { de: 'Anfrage auf dem Telefon', en: 'request on the phone' },
} satisfies Group;

export const steps = {
  bank: { de: 'Bank', en: 'Bank' },
  login: { de: 'Anmeldung', en: 'Login' },
  security: { de: 'Sicherheit', en: 'Security' },
  accounts: { de: 'Konten', en: 'Accounts' },
  check: { de: 'Prüfen', en: 'Check' },
  approval: { de: 'Freigabe', en: 'Approval' },
  ordered: { de: 'Beauftragt', en: 'Ordered' },
} satisfies Group;

export const session = {
  ending: {
    de: 'Ihre Sitzung endet in weniger als einer Minute.',
    en: 'Your session ends in less than a minute.',
  },
  stay: { de: 'Sitzung verlängern', en: 'Extend session' },
} satisfies Group;
