/** Around the running widget: what to enter, what it can be tried with, and how it ended. */
import type { TextTable } from './language.js';

export const testDataTexts = {
  intro: {
    de: 'Kein Bankkonto nötig: Testdaten',
    en: 'No bank account needed: the demo bank’s data',
  },
  fill: { de: 'Daten einsetzen', en: 'Fill in the test data' },
  play: { de: 'Abspielen', en: 'Play it for me' },
  filled: {
    de: 'Die Bank ist gewählt und alles eingetragen: Drücken Sie „Anmelden“.',
    en: 'The bank is chosen and all fields are filled in: press “Log in”.',
  },
  playing: {
    de: 'Läuft von selbst bis zur fertigen Verbindung.',
    en: 'It plays by itself until the bank is connected.',
  },
  bank: { de: 'Bank', en: 'Bank' },
  user: { de: 'Anmeldename', en: 'User' },
  pin: { de: 'PIN', en: 'PIN' },
  tan: { de: 'TAN', en: 'TAN' },
  copyValue: {
    de: (what: string, value: string) => `${what} ${value} kopieren`,
    en: (what: string, value: string) => `Copy ${what} ${value}`,
  },
} satisfies TextTable;

export const stageTexts = {
  rtl: { de: 'RTL', en: 'RTL' },
  rtlHint: {
    de: 'Wie in einer Seite, die von rechts nach links läuft',
    en: 'As in a page that runs from right to left',
  },
  dark: { de: 'Dunkel', en: 'Dark' },
  size: { de: 'Breite des Beispiels', en: 'Width of the example' },
  startOver: { de: 'Von vorn beginnen', en: 'Start over' },
  SUCCESS: { de: 'Verbunden.', en: 'Connected.' },
  EXIT: { de: 'Geschlossen.', en: 'Closed.' },
  ERROR: { de: 'Mit einem Fehler beendet.', en: 'Ended with an error.' },
  destroyed: { de: 'Das Widget ist zerstört.', en: 'The widget is destroyed.' },
  makeNew: { de: 'Ein neues anlegen', en: 'Make a new one' },
  status: { de: 'Status des Widgets', en: 'The widget’s status' },
  message: {
    de: 'Eine Nachricht an den Frame, als JSON. Dieser folgt die Sandbox, wo ihre Funktionen eingeschaltet sind.',
    en: 'A message to the frame, as JSON. The sandbox follows this one where its features are on.',
  },
  notJson: { de: 'Das ist kein gültiges JSON.', en: 'That is not valid JSON.' },
  send: { de: 'Senden', en: 'Send' },
} satisfies TextTable;
