/** The page on the back end. */
import type { TextTable } from './language.js';

const counted =
  (one: string, many: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? one : many}`;

export const backEndTexts = {
  tryAgain: { de: 'Noch einmal versuchen', en: 'Try again' },
  beginAnew: { de: 'Neu beginnen', en: 'Begin anew' },
  startWith: { de: 'Starten Sie sie mit', en: 'Start it with' },
  orBeside: { de: ', oder neben dieser Seite mit', en: ', or beside this page with' },
  session: { de: 'Sitzung', en: 'Session' },
  makeSession: { de: 'Sitzung anlegen', en: 'Make a session' },
  makeAnother: { de: 'Weitere Sitzung anlegen', en: 'Make another session' },
  making: { de: 'Wird angelegt …', en: 'Making it …' },
  sessionHint: {
    de: 'Für jeden Besuch eine neue. Die Seite bekommt, was das Widget braucht, und kein Token.',
    en: 'A new one for each visit. The page gets what the widget needs, and no token.',
  },
  readApi: { de: 'Die API zum Nachlesen', en: 'Read the API' },
  widget: { de: 'Das Widget', en: 'The widget' },
  widgetHere: { de: 'Hier erscheint das Widget', en: 'The widget comes here' },
  makeFirst: {
    de: 'Legen Sie zuerst eine Sitzung an. Das braucht die API der Sandbox, die Sie so starten:',
    en: 'Make a session first. It takes the sandbox’s API, which you start with:',
  },
  logins: { de: 'Bankverbindungen', en: 'Bank logins' },
  noLogins: {
    de: 'Noch keine. Verbinden Sie im Widget eine Bank.',
    en: 'None yet. Connect a bank in the widget.',
  },
  byItself: {
    de: (when: string) => `Von selbst synchronisiert, zuletzt am ${when}`,
    en: (when: string) => `Synchronised by itself, last on ${when}`,
  },
  onRequest: {
    de: (when: string) => `Auf Wunsch synchronisiert, zuletzt am ${when}`,
    en: (when: string) => `Synchronised on request, last on ${when}`,
  },
  synchronise: { de: 'Synchronisieren', en: 'Synchronise' },
  synchronising: { de: 'Wird synchronisiert …', en: 'Synchronising …' },
  delete: { de: 'Löschen', en: 'Delete' },
  deleting: { de: 'Wird gelöscht …', en: 'Deleting …' },
  accounts: { de: 'Konten', en: 'Accounts' },
  accountCount: { de: counted('Konto', 'Konten'), en: counted('account', 'accounts') },
  noAccounts: {
    de: 'Noch keine: Sie kommen mit einer Bankverbindung oder durch Hochladen.',
    en: 'None yet: they come with a bank login, or by upload.',
  },
  uploaded: { de: 'hochgeladen', en: 'uploaded' },
  noIban: { de: 'Keine IBAN', en: 'No IBAN' },
  payment: { de: 'Zahlung', en: 'Payment' },
  payFrom: {
    de: (account: string) =>
      `Von ${account}: Die Person prüft die Zahlung im Widget und gibt sie frei.`,
    en: (account: string) => `From ${account}: its user checks and authorises it in the widget.`,
  },
  chooseFirst: {
    de: 'Wählen Sie zuerst ein Konto: Die Person prüft die Zahlung im Widget und gibt sie frei.',
    en: 'Choose an account first: its user checks and authorises it in the widget.',
  },
  payee: { de: 'Empfänger', en: 'Payee' },
  iban: { de: 'IBAN', en: 'IBAN' },
  amount: { de: 'Betrag in EUR', en: 'Amount in EUR' },
  purpose: { de: 'Verwendungszweck', en: 'Purpose' },
  date: { de: 'Datum, wenn nicht heute', en: 'Date, if not today' },
  triggers: { de: 'Was geschehen soll', en: 'What is to happen' },
  order: { de: 'Zahlung beauftragen', en: 'Order the payment' },
  ordering: { de: 'Wird beauftragt …', en: 'Ordering …' },
  orderOf: {
    de: (amount: string, payee: string) => `${amount} an ${payee}`,
    en: (amount: string, payee: string) => `${amount} to ${payee}`,
  },
  onDay: { de: (day: string) => `am ${day}`, en: (day: string) => `on ${day}` },
  hourLater: { de: 'Eine Stunde später', en: 'An hour later' },
  dayLater: { de: 'Einen Tag später', en: 'A day later' },
  moving: { de: 'Wird vorgestellt …', en: 'Moving …' },
  transactions: { de: 'Umsätze', en: 'Transactions' },
  analyse: { de: 'Analysieren', en: 'Analyse' },
  asking: { de: 'Wird beauftragt …', en: 'Asking …' },
  chooseAccount: { de: 'Noch keine. Wählen Sie ein Konto.', en: 'None yet. Choose an account.' },
  loading: { de: 'Werden geladen …', en: 'Loading …' },
  noTransactions: {
    de: (account: string) => `Keine Umsätze auf ${account}`,
    en: (account: string) => `No transactions on ${account}`,
  },
  transactionsOn: {
    de: (count: number, account: string) =>
      `${counted('Umsatz', 'Umsätze')(count)} auf ${account}, die neuesten zuerst`,
    en: (count: number, account: string) =>
      `${counted('transaction', 'transactions')(count)} on ${account}, the newest first`,
  },
  day: { de: 'Datum', en: 'Date' },
  partner: { de: 'Wer, wofür', en: 'Partner, purpose' },
  sum: { de: 'Betrag', en: 'Amount' },
  new: { de: 'neu', en: 'new' },
  securities: { de: 'Wertpapiere', en: 'Securities' },
  security: { de: 'Wertpapier', en: 'Security' },
  quantity: { de: 'Anzahl', en: 'Quantity' },
  worth: { de: 'Wert', en: 'Worth' },
  webhooks: { de: 'Webhooks', en: 'Webhooks' },
  soFar: { de: (count: number) => `${count} bisher`, en: (count: number) => `${count} so far` },
  webhooksHint: {
    de: 'fino meldet einem Backend, was geschieht. Eine Seite kann keine Meldung empfangen: Diese hier sieht im Protokoll der Sandbox nach.',
    en: 'fino tells a back end what happens. A page cannot be told, so this one looks in the sandbox’s log.',
  },
  deliveries: { de: 'Zustellungen', en: 'Deliveries' },
  clock: { de: 'Uhr', en: 'Clock' },
  clockHint: {
    de: 'Stellen Sie die der Sandbox vor: Eine Analyse dauert 5\u00a0Sekunden, zweimal am Tag wird von selbst synchronisiert, eine Einwilligung gilt 90\u00a0Tage.',
    en: 'Move the sandbox’s: an analysis takes 5\u00a0seconds, automatic synchronisations come twice a day, a consent lasts 90\u00a0days.',
  },
  seconds5: { de: '5\u00a0Sekunden', en: '5\u00a0seconds' },
  day1: { de: '1\u00a0Tag', en: '1\u00a0day' },
  days90: { de: '90\u00a0Tage', en: '90\u00a0days' },
  upload: { de: 'Hochladen', en: 'Upload' },
  uploadHint: {
    de: 'Auch ein Konto, das Sie anderswoher kennen, lässt sich analysieren.',
    en: 'An account that you know of from elsewhere can be analysed as well.',
  },
  uploadSample: { de: 'Ein Beispielkonto hochladen', en: 'Upload a sample account' },
  uploading: { de: 'Wird hochgeladen …', en: 'Uploading …' },
  theCall: { de: 'Der Aufruf', en: 'The call' },
  answer: { de: 'Antwort', en: 'Answer' },
  answerStatus: {
    de: (status: number) => `Status ${status}`,
    en: (status: number) => `Status ${status}`,
  },
  inShell: { de: 'in einer Shell', en: 'in a shell' },
  noBody: { de: 'ohne Inhalt', en: 'no body' },
} satisfies TextTable;

export const backEndRunTexts = {
  hasSession: {
    de: 'Das Widget hat eine Sitzung. Verbinden Sie darin eine Bank.',
    en: 'The widget has a session. Connect a bank in it.',
  },
  takesPart: {
    de: 'Die Person muss mitwirken: Machen Sie im Widget weiter.',
    en: 'Its user has to take part: go on in the widget.',
  },
  notSynchronised: {
    de: 'Die Bank ließ sich nicht synchronisieren.',
    en: 'The bank could not be synchronised.',
  },
  synchronised: {
    de: (count: number) =>
      `Synchronisiert: ${counted('neuer Umsatz', 'neue Umsätze')(count)} auf dem gewählten Konto.`,
    en: (count: number) =>
      `Synchronised: ${counted('new transaction', 'new transactions')(count)} on the chosen account.`,
  },
  deleted: { de: 'Gelöscht, samt der Einwilligung.', en: 'Deleted, and the consent with it.' },
  analysing: {
    de: 'Die Analyse dauert 5\u00a0Sekunden nach der Uhr der Sandbox; ein Webhook meldet, wenn sie fertig ist.',
    en: 'The analysis takes 5\u00a0seconds of sandbox time; a webhook tells when it is complete.',
  },
  connectFirst: {
    de: 'Verbinden Sie zuerst im Widget eine Bank.',
    en: 'Connect a bank in the widget first.',
  },
  payInWidget: {
    de: 'Das Widget hat die Sitzung dazu. Prüfen Sie dort die Zahlung und geben Sie sie frei.',
    en: 'The widget has its session. Check the payment there, and authorise it.',
  },
  isAmong: {
    de: (account: string, owner: string) => `${account} von ${owner} ist unter den Konten.`,
    en: (account: string, owner: string) => `${account} of ${owner} is among the accounts.`,
  },
  sessionOver: {
    de: 'Die Sitzung ist vorbei. Legen Sie eine neue an.',
    en: 'The session is over. Make a new one.',
  },
  userGone: {
    de: 'Die Sandbox kennt diese Person nicht mehr: Sie wurde neu gestartet oder zurückgesetzt.',
    en: 'The sandbox does not know this user any more: it was started anew, or reset.',
  },
  lost: { de: 'Die Sandbox antwortet nicht mehr.', en: 'The sandbox does not answer any more.' },
  absent: {
    de: (origin: string) => `Unter ${origin} gibt es für diese Seite keine API.`,
    en: (origin: string) => `There is no API for this page at ${origin}.`,
  },
  noReason: { de: 'ohne Angabe von Gründen', en: 'no reason given' },
} satisfies TextTable;
