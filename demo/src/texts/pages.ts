/** The pages' own headings and words. */
import type { TextTable } from './language.js';

export const pageTexts = {
  heard: { de: 'Was Ihre Seite hört', en: 'What your page hears' },
  posted: { de: 'Was der Frame sendet', en: 'What the frame posts' },
  hearsPage: { de: 'Was die Seite hört', en: 'What the page hears' },
  code: { de: 'Der Code dazu', en: 'The code for it' },
  waysOfUse: { de: 'Wege, das Widget zu nutzen', en: 'Ways to use the widget' },
  partsOfCode: { de: 'Teile des Codes', en: 'Parts of the code' },
  show: { de: 'Zeigen', en: 'Show' },
  hide: { de: 'Verbergen', en: 'Hide' },
} satisfies TextTable;

export const iframeTexts = {
  region: { de: 'Der Iframe', en: 'The iframe' },
  frame: { de: 'Bank verbinden', en: 'Connect your bank' },
  parameters: { de: 'Parameter der Sitzung', en: 'Session parameters' },
  changed: { de: 'Die Parameter sind geändert.', en: 'The parameters have changed.' },
  address: { de: 'Die Adresse des Frames:', en: 'The frame’s address:' },
  noSession: { de: 'Es fehlt eine Sitzung.', en: 'A session is missing.' },
  load: { de: 'Laden', en: 'Load' },
  reload: { de: 'Neu laden', en: 'Reload' },
  startOver: { de: 'Von vorn beginnen', en: 'Start over' },
} satisfies TextTable;

export const scenarioTexts = {
  list: {
    de: (count: number) => `${count} Szenarien`,
    en: (count: number) => `${count} scenarios`,
  },
  found: {
    de: (count: number, all: number) => `${count} von ${all} Szenarien`,
    en: (count: number, all: number) => `${count} of ${all} scenarios`,
  },
  none: {
    de: 'Kein Szenario passt. Suchen Sie nach einem Wort, einem Ereignis oder einem Fehlercode.',
    en: 'No scenario fits. Search for a word, an event or an error code.',
  },
  search: { de: 'Wort, Ereignis oder Code', en: 'Word, event or code' },
  choose: { de: 'Andere wählen', en: 'Choose another' },
  close: { de: 'Schließen', en: 'Close' },
  connect: { de: 'Verbinden', en: 'Connect' },
  bank: { de: 'Auf der Seite der Bank', en: 'On the bank’s own page' },
  fails: { de: 'Fehler und Abbrüche', en: 'Errors and exits' },
  manage: { de: 'Verbindungen verwalten', en: 'Manage connections' },
  pay: { de: 'Zahlungen', en: 'Payments' },
  open: { de: 'läuft', en: 'running' },
  met: { de: 'wie erwartet', en: 'as expected' },
  missed: { de: 'weicht ab', en: 'differs' },
  heard: { de: 'gehört', en: 'heard' },
  different: { de: 'etwas anderes kam', en: 'something else came' },
  awaited: { de: 'erwartet', en: 'awaited' },
  again: { de: 'Noch einmal', en: 'Run again' },
  play: { de: 'Abspielen', en: 'Play it for me' },
  toDo: { de: 'Was zu tun ist', en: 'What to do' },
  toHear: { de: 'Was Ihre Seite hört', en: 'What your page hears' },
  nothing: { de: 'Nichts: Es geschieht von selbst.', en: 'Nothing: it happens by itself.' },
  byLink: { de: 'für Sie erledigt', en: 'done for you' },
  done: { de: 'erledigt', en: 'done' },
  asTest: { de: 'Als Playwright-Test', en: 'As a Playwright test' },
  test: { de: 'Test', en: 'Test' },
  code: { de: 'Code', en: 'Code' },
} satisfies TextTable;

export const instructionTexts = {
  pickBank: { de: (bank: string) => `${bank} wählen`, en: (bank: string) => `Pick ${bank}` },
  chooseType: {
    de: (type: string) => `Als Kontoart „${type}“ wählen`,
    en: (type: string) => `Choose the account type “${type}”`,
  },
  logIn: {
    de: (user: string, pin: string) =>
      `Als ${user} ${pin ? `mit der PIN ${pin}` : 'ohne PIN'} anmelden`,
    en: (user: string, pin: string) =>
      `Log in as ${user} ${pin ? `with PIN ${pin}` : 'without a PIN'}`,
  },
  enterTan: { de: (tan: string) => `TAN ${tan} eingeben`, en: (tan: string) => `Enter TAN ${tan}` },
  chooseMethod: {
    de: (method: string) => `${method} wählen`,
    en: (method: string) => `Choose ${method}`,
  },
  choosePhone: {
    de: (phone: string) => `Das Telefon wählen, das auf ${phone} endet`,
    en: (phone: string) => `Choose the phone ending in ${phone}`,
  },
  toggle: {
    de: (number: number) => `Konto ${number} abwählen`,
    en: (number: number) => `Untick account ${number}`,
  },
  connect: { de: 'Die Konten verbinden', en: 'Connect the accounts' },
  approve: {
    de: 'Werkzeuge: auf dem simulierten Telefon freigeben',
    en: 'Tools: approve on the simulated phone',
  },
  decline: {
    de: 'Werkzeuge: auf dem simulierten Telefon ablehnen',
    en: 'Tools: decline on the simulated phone',
  },
  bind: {
    de: 'Werkzeuge: das simulierte Gerät neu binden',
    en: 'Tools: bind the simulated device',
  },
  moveClock: {
    de: (time: string) => `Werkzeuge: die Uhr um ${time} vorstellen`,
    en: (time: string) => `Tools: move the clock by ${time}`,
  },
  minutes: {
    de: (count: number) => `${count}\u00a0Min.`,
    en: (count: number) => `${count}\u00a0min`,
  },
  days: {
    de: (count: number) => `${count}\u00a0Tage`,
    en: (count: number) => `${count}\u00a0days`,
  },
  goToBank: { de: 'Zur Seite der Bank gehen', en: 'Go to the bank’s own page' },
  asUser: {
    de: (what: string, user: string) => `Dort als ${user}: ${what}`,
    en: (what: string, user: string) => `There: ${what} as ${user}`,
  },
  there: { de: (what: string) => `Dort: ${what}`, en: (what: string) => `There: ${what}` },
  agree: { de: 'zustimmen', en: 'agree' },
  cancelThere: { de: 'abbrechen', en: 'cancel' },
  refuse: { de: 'den Zugriff verweigern', en: 'refuse access' },
  closeWindow: { de: 'das Fenster schließen', en: 'close the window' },
  synchronise: {
    de: (bank: string) => `${bank} aktualisieren`,
    en: (bank: string) => `Refresh ${bank}`,
  },
  disconnect: {
    de: (bank: string) => `${bank} trennen`,
    en: (bank: string) => `Disconnect ${bank}`,
  },
  confirm: { de: 'Das Trennen bestätigen', en: 'Confirm' },
  expire: {
    de: (bank: string) => `Werkzeuge: die Einwilligung bei ${bank} ablaufen lassen`,
    en: (bank: string) => `Tools: let the consent of ${bank} expire`,
  },
  revoke: {
    de: (bank: string) => `Werkzeuge: die Einwilligung bei ${bank} widerrufen`,
    en: (bank: string) => `Tools: revoke the consent of ${bank}`,
  },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  close: {
    de: 'Mit ✕ schließen und, wenn gefragt wird, bestätigen',
    en: 'Close with ✕, and confirm where it asks',
  },
  back: { de: 'Zurückgehen', en: 'Go back' },
  finish: { de: '„Fertig“ drücken', en: 'Press Done' },
  retry: { de: 'Noch einmal versuchen', en: 'Try again' },
  addBank: { de: 'Eine Bank hinzufügen', en: 'Add a bank' },
  authorise: {
    de: 'Vom Prüfen der Zahlung aus weitergehen',
    en: 'Go on from the check of the payment',
  },
  agreeConsent: { de: 'Dem Zugriff zustimmen', en: 'Agree to the access' },
  declineConsent: { de: 'Den Zugriff ablehnen', en: 'Decline the access' },
} satisfies TextTable;
