/**
 * All words of the sandbox, German and English side by side, and how numbers and times are written.
 * The type of the table makes a missing text a compile error.
 */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { AccountType, ConsentStatus, TanMethod } from '../../core/contract/bank-side.js';
import type { RetryState } from '../../core/flow/flow-state.js';

/** A language that the sandbox speaks. */
export type Lang = 'de' | 'en';

type Words = Record<Lang, string> | Record<Lang, (...given: never[]) => string>;

/** Words by group and name, in both languages: a missing one does not compile. */
export type Bilingual = Record<string, Record<string, Words>>;

/** The same table with the words of one language. */
export type InOneLanguage<Table> = {
  readonly [Group in keyof Table]: {
    readonly [Name in keyof Table[Group]]: Table[Group][Name] extends { en: infer Text }
      ? Text extends string
        ? string
        : Text
      : never;
  };
};

/** Picks the words of one language out of a table. */
export const wordsIn = <Table extends Bilingual>(table: Table, lang: Lang): InOneLanguage<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([group, words]) => [
      group,
      Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[lang]])),
    ]),
  ) as unknown as InOneLanguage<Table>;

const one = (n: number, singular: string, plural: string) => `${n} ${n === 1 ? singular : plural}`;

const table = {
  common: {
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
      de: (step: number, name: string) => `Schritt ${step} von 4: ${name}`,
      en: (step: number, name: string) => `Step ${step} of 4: ${name}`,
    },
    loading: { de: 'Wird geladen …', en: 'Loading …' },
    anotherBank: { de: 'Andere Bank wählen', en: 'Choose another bank' },
    accounts: {
      de: (n: number) => one(n, 'Konto', 'Konten'),
      en: (n: number) => one(n, 'account', 'accounts'),
    },
    errorId: { de: 'Fehler-ID:', en: 'Error ID:' },
    copy: { de: 'Fehler-ID kopieren', en: 'Copy error ID' },
    copied: { de: 'Kopiert', en: 'Copied' },
    copyFailed: {
      de: 'Kopieren nicht möglich. Die Fehler-ID ist markiert.',
      en: 'Copying did not work. The error ID is selected.',
    },
  },

  tools: {
    open: { de: 'Werkzeuge', en: 'Tools' },
    waiting: { de: 'Anfrage auf dem Telefon', en: 'request on the phone' },
  },

  steps: {
    bank: { de: 'Bank', en: 'Bank' },
    login: { de: 'Anmeldung', en: 'Login' },
    security: { de: 'Sicherheit', en: 'Security' },
    accounts: { de: 'Konten', en: 'Accounts' },
  },

  session: {
    ending: {
      de: 'Ihre Sitzung endet in weniger als einer Minute.',
      en: 'Your session ends in less than a minute.',
    },
    stay: { de: 'Sitzung verlängern', en: 'Extend session' },
  },

  search: {
    title: { de: 'Bank suchen', en: 'Find your bank' },
    label: { de: 'Name, BLZ, BIC oder IBAN', en: 'Name, bank code, BIC or IBAN' },
    /** The whole name of the field, for those who meet it without the title. */
    fullLabel: {
      de: 'Bank suchen – Name, BLZ, BIC oder IBAN',
      en: 'Find your bank – name, bank code, BIC or IBAN',
    },
    results: { de: 'Gefundene Banken', en: 'Banks found' },
    count: {
      de: (n: number) => one(n, 'Bank gefunden', 'Banken gefunden'),
      en: (n: number) => one(n, 'bank found', 'banks found'),
    },
    searching: { de: 'Banken werden gesucht …', en: 'Looking for banks …' },
    none: { de: 'Keine Bank gefunden', en: 'No bank found' },
    noneHelp: {
      de: 'Prüfen Sie die Schreibweise, oder geben Sie die Bankleitzahl oder Ihre IBAN ein.',
      en: 'Check the spelling, or enter the bank code or your IBAN.',
    },
    atBank: { de: 'Anmeldung bei der Bank', en: 'login at the bank' },
    clear: { de: 'Eingabe löschen', en: 'Clear search' },
  },

  accountType: {
    title: {
      de: 'Welche Konten möchten Sie verbinden?',
      en: 'Which accounts do you want to connect?',
    },
    lead: {
      de: (bank: string) => `Was Sie verbinden können, hängt von der Bank ab. ${bank} bietet:`,
      en: (bank: string) => `What you can connect depends on the bank. ${bank} offers:`,
    },
  },

  accountTypes: {
    current: { de: 'Girokonten', en: 'Current accounts' },
    savings: { de: 'Sparkonten', en: 'Savings accounts' },
    card: { de: 'Kreditkarten', en: 'Credit cards' },
    securities: { de: 'Wertpapierdepots', en: 'Securities accounts' },
  },

  login: {
    title: { de: 'Bei Ihrer Bank anmelden', en: 'Log in to your bank' },
    userName: { de: 'Anmeldename', en: 'User name' },
    pin: { de: 'PIN', en: 'PIN' },
    show: { de: 'PIN anzeigen', en: 'Show PIN' },
    hide: { de: 'PIN verbergen', en: 'Hide PIN' },
    showShort: { de: 'Anzeigen', en: 'Show' },
    hideShort: { de: 'Verbergen', en: 'Hide' },
    promise: {
      de: 'Ihre PIN geht nur an Ihre Bank. Sie wird nicht gespeichert.',
      en: 'Your PIN goes to your bank only. It is not stored.',
    },
    submit: { de: 'Anmelden', en: 'Log in' },
    busy: { de: 'Anmeldung läuft …', en: 'Logging in …' },
    wrong: {
      de: 'Anmeldename oder PIN ist nicht korrekt.',
      en: 'User name or PIN is not correct.',
    },
    wrongHelp: { de: 'Bitte prüfen:', en: 'Please check:' },
    nameMissing: {
      de: 'Bitte geben Sie Ihren Anmeldenamen ein.',
      en: 'Please enter your user name.',
    },
    silence: {
      de: (bank: string) => `${bank} antwortet noch nicht.`,
      en: (bank: string) => `${bank} has not answered yet.`,
    },
    silenceHelp: {
      de: (left: string) => `Wir warten noch ${left}. Sie brauchen nichts zu tun.`,
      en: (left: string) => `We keep waiting for ${left}. There is nothing you need to do.`,
    },
  },

  method: {
    title: { de: 'TAN-Verfahren wählen', en: 'Choose a TAN method' },
    lead: {
      de: (bank: string) => `So bestätigen Sie gegenüber ${bank}, dass Sie es sind.`,
      en: (bank: string) => `This is how you prove to ${bank} that it is you.`,
    },
    busy: { de: 'Einen Moment …', en: 'One moment …' },
    other: { de: 'Anderes Verfahren verwenden', en: 'Use another method' },
  },

  methodNames: {
    pushTAN: { de: 'pushTAN', en: 'pushTAN' },
    'chipTAN-manual': { de: 'chipTAN manuell', en: 'chipTAN manual' },
    'chipTAN-QR': { de: 'chipTAN QR', en: 'chipTAN QR' },
    'chipTAN-optical': { de: 'chipTAN optisch', en: 'chipTAN optical' },
    photoTAN: { de: 'photoTAN', en: 'photoTAN' },
    smsTAN: { de: 'smsTAN', en: 'smsTAN' },
  },

  methodNeeds: {
    pushTAN: { de: 'Ihr Telefon mit der Banking-App', en: 'Your phone with the banking app' },
    'chipTAN-manual': {
      de: 'TAN-Generator und Karte, Sie tippen einen Startcode',
      en: 'TAN generator and card, you type a start code',
    },
    'chipTAN-QR': {
      de: 'TAN-Generator mit Kamera und Karte',
      en: 'TAN generator with a camera, and your card',
    },
    'chipTAN-optical': {
      de: 'TAN-Generator mit Lichtsensor und Karte',
      en: 'TAN generator with a light sensor, and your card',
    },
    photoTAN: { de: 'photoTAN-App oder -Lesegerät', en: 'photoTAN app or reader' },
    smsTAN: {
      de: 'Ihr Telefon, die TAN kommt als SMS',
      en: 'Your phone, the TAN comes as a text message',
    },
  },

  tan: {
    title: { de: 'TAN eingeben', en: 'Enter TAN' },
    label: { de: 'TAN', en: 'TAN' },
    leadPhone: {
      de: (bank: string, digits: string) =>
        `${bank} hat eine TAN an Ihr Telefon mit der Endung ${digits} gesendet.`,
      en: (bank: string, digits: string) => `${bank} sent a TAN to your phone ending in ${digits}.`,
    },
    leadApp: {
      de: (bank: string) => `Die TAN zeigt Ihnen die Banking-App von ${bank}.`,
      en: (bank: string) => `${bank}’s banking app shows you the TAN.`,
    },
    leadManual: {
      de: 'Stecken Sie Ihre Karte in den TAN-Generator, drücken Sie „TAN“, und geben Sie den Startcode ein.',
      en: 'Put your card into the TAN generator, press “TAN” and enter the start code.',
    },
    leadQR: {
      de: 'Stecken Sie Ihre Karte in den TAN-Generator, und scannen Sie den QR-Code.',
      en: 'Put your card into the TAN generator and scan the QR code.',
    },
    leadOptical: {
      de: 'Stecken Sie Ihre Karte in den TAN-Generator, und halten Sie ihn vor die Grafik.',
      en: 'Put your card into the TAN generator and hold it to the picture.',
    },
    leadPhoto: {
      de: 'Scannen Sie die Grafik mit Ihrer photoTAN-App oder Ihrem Lesegerät.',
      en: 'Scan the picture with your photoTAN app or reader.',
    },
    startCode: { de: 'Startcode', en: 'Start code' },
    round: {
      de: (round: number, rounds: number) => `Grafik ${round} von ${rounds} scannen`,
      en: (round: number, rounds: number) => `Scan picture ${round} of ${rounds}`,
    },
    roundPlain: {
      de: (round: number, rounds: number) => `TAN ${round} von ${rounds}`,
      en: (round: number, rounds: number) => `TAN ${round} of ${rounds}`,
    },
    qrPicture: {
      de: 'QR-Code für Ihren TAN-Generator',
      en: 'QR code for your TAN generator',
    },
    photoPicture: {
      de: 'photoTAN-Grafik für Ihre App oder Ihr Lesegerät',
      en: 'photoTAN picture for your app or reader',
    },
    pictureHelp: {
      de: 'Sie können die Grafik nicht scannen? Wählen Sie ein anderes Verfahren, oder lassen Sie sich von Ihrer Bank helfen.',
      en: 'You cannot scan the picture? Use another method, or ask your bank for help.',
    },
    valid: {
      de: (left: string) => `TAN gültig noch ${left}`,
      en: (left: string) => `Valid for ${left}`,
    },
    tries: {
      de: (n: number) => one(n, 'Versuch übrig', 'Versuche übrig'),
      en: (n: number) => one(n, 'try left', 'tries left'),
    },
    ending: {
      de: 'Die TAN läuft in weniger als einer Minute ab. Mit einer neuen TAN haben Sie wieder die volle Zeit.',
      en: 'The TAN runs out in less than a minute. A new TAN gives you the full time again.',
    },
    submit: { de: 'Bestätigen', en: 'Confirm' },
    busy: { de: 'TAN wird geprüft …', en: 'Checking the TAN …' },
    renew: { de: 'Neue TAN anfordern', en: 'Request a new TAN' },
    renewing: { de: 'Neue TAN kommt …', en: 'Getting a new TAN …' },
    renewed: { de: 'Sie haben eine neue TAN erhalten.', en: 'You have been sent a new TAN.' },
    wrong: { de: 'Diese TAN ist nicht korrekt.', en: 'This TAN is not correct.' },
    wrongHelp: {
      de: (n: number) => `Sie haben noch ${one(n, 'Versuch', 'Versuche')}.`,
      en: (n: number) => `You have ${one(n, 'try', 'tries')} left.`,
    },
    check: { de: 'TAN prüfen', en: 'Check the TAN' },
    missing: { de: 'Bitte geben Sie die TAN ein.', en: 'Please enter the TAN.' },
  },

  flicker: {
    picture: { de: 'Flickergrafik', en: 'Flicker picture' },
    play: { de: 'Starten', en: 'Start' },
    pause: { de: 'Anhalten', en: 'Pause' },
    smaller: { de: 'Kleiner', en: 'Smaller' },
    larger: { de: 'Größer', en: 'Larger' },
    slower: { de: 'Langsamer', en: 'Slower' },
    faster: { de: 'Schneller', en: 'Faster' },
    controls: { de: 'Flickergrafik einstellen', en: 'Adjust the flicker picture' },
    speed: {
      de: (n: number) => `Tempo: ${one(n, 'Blitz', 'Blitze')} pro Sekunde`,
      en: (n: number) => `Speed: ${one(n, 'flash', 'flashes')} a second`,
    },
    size: { de: (n: number) => `Größe: ${n} %`, en: (n: number) => `Size: ${n} %` },
    warning: {
      de: 'Die Grafik blinkt, wenn Sie sie starten. Ohne Blinken geht es mit chipTAN QR oder manuell.',
      en: 'The picture flashes when you start it. chipTAN QR and manual work without flashing.',
    },
  },

  decoupled: {
    title: {
      de: 'Bitte in Ihrer Banking-App freigeben',
      en: 'Please approve in your banking app',
    },
    lead: {
      de: (bank: string) =>
        `Öffnen Sie die App von ${bank}, und geben Sie die Anfrage von fino frei.`,
      en: (bank: string) => `Open ${bank}’s app on your phone and approve the request from fino.`,
    },
    waiting: { de: 'Wir warten auf Ihre Freigabe …', en: 'Waiting for your approval …' },
    resend: { de: 'Anfrage erneut senden', en: 'Send the request again' },
    left: { de: 'Verbleibende Zeit', en: 'Time left' },
    ending: {
      de: 'Noch weniger als eine Minute für die Freigabe.',
      en: 'Less than a minute left to approve.',
    },
  },

  redirect: {
    title: {
      de: 'Sie werden zu Ihrer Bank weitergeleitet',
      en: 'You will be taken to your bank',
    },
    lead: {
      de: (bank: string) =>
        `${bank} öffnet sich in einem neuen Fenster. Dort melden Sie sich an und stimmen zu.`,
      en: (bank: string) => `${bank} opens in a new window. Log in there and give your consent.`,
    },
    after: {
      de: 'Danach geht es hier weiter.',
      en: 'After that, you continue here.',
    },
    go: { de: 'Weiter zur Bank', en: 'Go to your bank' },
    busy: { de: 'Bank wird geöffnet …', en: 'Opening your bank …' },
  },

  atBank: {
    title: { de: 'Bitte bei Ihrer Bank fortfahren', en: 'Please continue at your bank' },
    lead: {
      de: (bank: string) => `${bank} ist in einem anderen Fenster geöffnet.`,
      en: (bank: string) => `${bank} is open in another window.`,
    },
    waiting: { de: 'Wir warten auf Ihre Bank …', en: 'Waiting for your bank …' },
    checking: { de: 'Antwort wird geprüft …', en: 'Checking the answer …' },
    reopen: { de: 'Fenster der Bank erneut öffnen', en: 'Open the bank’s window again' },
  },

  accounts: {
    title: { de: 'Konten auswählen', en: 'Choose accounts' },
    lead: { de: 'Sie können das jederzeit ändern.', en: 'You can change this at any time.' },
    group: { de: 'Ihre Konten', en: 'Your accounts' },
    ending: {
      de: (digits: string) => `endet auf ${digits}`,
      en: (digits: string) => `ending in ${digits}`,
    },
    submit: {
      de: (n: number) => (n === 0 ? 'Konten verbinden' : `${one(n, 'Konto', 'Konten')} verbinden`),
      en: (n: number) =>
        n === 0 ? 'Connect accounts' : `Connect ${one(n, 'account', 'accounts')}`,
    },
    busy: { de: 'Wird verbunden …', en: 'Connecting …' },
    none: {
      de: 'Bitte wählen Sie mindestens ein Konto aus.',
      en: 'Please choose at least one account.',
    },
    toFirst: { de: 'Zum ersten Konto', en: 'Go to the first account' },
  },

  conflict: {
    title: { de: 'Diese Bank ist schon verbunden', en: 'This bank is already connected' },
    lead: {
      de: (bank: string) =>
        `Mit diesem Anmeldenamen besteht bereits eine Verbindung zu ${bank}. Sie bleibt unverändert.`,
      en: (bank: string) =>
        `There already is a connection to ${bank} with this user name. It stays as it is.`,
    },
    toOverview: { de: 'Zur Übersicht', en: 'Go to the overview' },
  },

  done: {
    title: { de: 'Verbunden', en: 'Connected' },
  },

  overview: {
    title: { de: 'Ihre Banken', en: 'Your banks' },
    none: { de: 'Noch keine Bank verbunden', en: 'No bank connected yet' },
    noneHelp: {
      de: 'Fügen Sie eine Bank hinzu, um Ihre Konten hier zu sehen.',
      en: 'Add a bank to see your accounts here.',
    },
    updated: {
      de: (when: string) => `aktualisiert ${when}`,
      en: (when: string) => `updated ${when}`,
    },
    today: { de: (time: string) => `heute, ${time}`, en: (time: string) => `today, ${time}` },
    actions: {
      de: (bank: string) => `Aktionen für ${bank}`,
      en: (bank: string) => `Actions for ${bank}`,
    },
    synchronise: { de: 'Aktualisieren', en: 'Update' },
    renew: { de: 'Freigabe erneuern', en: 'Renew consent' },
    disconnect: { de: 'Trennen', en: 'Disconnect' },
    add: { de: 'Bank hinzufügen', en: 'Add a bank' },
    synchronised: {
      de: (bank: string) => `${bank} ist aktualisiert.`,
      en: (bank: string) => `${bank} is up to date.`,
    },
    renewed: {
      de: (bank: string) => `Die Freigabe für ${bank} ist erneuert.`,
      en: (bank: string) => `The consent for ${bank} is renewed.`,
    },
    connected: {
      de: (bank: string) => `${bank} ist verbunden.`,
      en: (bank: string) => `${bank} is connected.`,
    },
    disconnected: {
      de: 'Die Verbindung ist getrennt, die Freigabe widerrufen.',
      en: 'The bank is disconnected and the consent revoked.',
    },
    failed: {
      de: (bank: string) => `${bank} konnte nicht aktualisiert werden.`,
      en: (bank: string) => `${bank} could not be updated.`,
    },
  },

  status: {
    OK: { de: 'Aktiv', en: 'Active' },
    SCA_REQUIRED: { de: 'Freigabe abgelaufen', en: 'Consent expired' },
    SYNC_FAILED: { de: 'Fehler', en: 'Error' },
  },

  disconnect: {
    title: {
      de: (bank: string) => `${bank} trennen?`,
      en: (bank: string) => `Disconnect ${bank}?`,
    },
    lead: {
      de: (accounts: string) =>
        `Die Freigabe für ${accounts} wird widerrufen. Sie können die Bank jederzeit neu verbinden.`,
      en: (accounts: string) =>
        `The consent for ${accounts} is revoked. You can connect the bank again at any time.`,
    },
    submit: { de: 'Trennen', en: 'Disconnect' },
    busy: { de: 'Wird getrennt …', en: 'Disconnecting …' },
    keep: { de: 'Behalten', en: 'Keep' },
  },

  syncing: {
    title: {
      de: (bank: string) => `${bank} wird aktualisiert`,
      en: (bank: string) => `Updating ${bank}`,
    },
    lead: {
      de: 'Wir holen die neuesten Umsätze. Das dauert nur einen Moment.',
      en: 'We are fetching the latest transactions. This takes only a moment.',
    },
  },

  retry: {
    again: { de: 'Erneut versuchen', en: 'Try again' },
  },

  retryTitles: {
    declined: { de: 'Sie haben die Freigabe abgelehnt', en: 'You declined the request' },
    expired: { de: 'Die Zeit ist abgelaufen', en: 'The time ran out' },
    'no-answer': { de: 'Die Bank antwortet nicht', en: 'The bank does not answer' },
    closed: { de: 'Das Fenster der Bank wurde geschlossen', en: 'The bank’s window was closed' },
    'cancelled-at-bank': {
      de: 'Sie haben bei der Bank abgebrochen',
      en: 'You cancelled at the bank',
    },
    'refused-at-bank': { de: 'Die Bank hat den Zugriff verweigert', en: 'The bank refused access' },
    'no-token': {
      de: 'Die Bank hat den Zugriff nicht bestätigt',
      en: 'The bank did not confirm access',
    },
  },

  retryLeads: {
    declined: {
      de: 'Es wurde nichts verbunden. Sie können es noch einmal versuchen.',
      en: 'Nothing was connected. You can try again.',
    },
    expired: {
      de: 'Aus Sicherheitsgründen gilt eine Anfrage nur für kurze Zeit. Versuchen Sie es bitte noch einmal.',
      en: 'For your security a request is valid for a short time only. Please try again.',
    },
    'no-answer': {
      de: 'Das kommt vor und liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal.',
      en: 'This happens and is not your fault. Please try again in a few minutes.',
    },
    closed: {
      de: 'Die Anmeldung war noch nicht fertig. Öffnen Sie die Bank erneut, um weiterzumachen.',
      en: 'The login was not finished. Open the bank again to go on.',
    },
    'cancelled-at-bank': {
      de: 'Es wurde nichts verbunden. Sie können es noch einmal versuchen.',
      en: 'Nothing was connected. You can try again.',
    },
    'refused-at-bank': {
      de: 'Fragen Sie Ihre Bank, ob Ihr Konto für den Zugriff freigeschaltet ist.',
      en: 'Ask your bank whether your account is open to this kind of access.',
    },
    'no-token': {
      de: 'Bitte versuchen Sie es noch einmal. Bleibt es dabei, hilft Ihnen die Fehler-ID weiter.',
      en: 'Please try again. If it stays like this, the error ID helps support to help you.',
    },
  },

  fatal: {
    sessionTitle: { de: 'Ihre Sitzung ist abgelaufen', en: 'Your session has ended' },
    sessionLead: {
      de: 'Kehren Sie zur vorigen Seite zurück, und beginnen Sie von vorn.',
      en: 'Go back to the page you came from and start again.',
    },
  },

  errorTitles: {
    INVALID_PIN: { de: 'Die Anmeldung war nicht möglich', en: 'The login did not work' },
    INVALID_OTP: { de: 'Die TAN war dreimal falsch', en: 'The TAN was wrong three times' },
    MISSING_TOKEN: {
      de: 'Die Bank hat den Zugriff nicht bestätigt',
      en: 'The bank did not confirm access',
    },
    ACCESS_BLOCKED: { de: 'Ihr Zugang ist gesperrt', en: 'Your access is blocked' },
    HBCI_ERROR: { de: 'Die Verbindung ist gestört', en: 'The connection is disturbed' },
    OFFLINE_ERROR: { de: 'Die Bank ist nicht erreichbar', en: 'The bank cannot be reached' },
    BANK_ERROR: { de: 'Die Bank meldet eine Störung', en: 'The bank reports a problem' },
    NOT_SUPPORTED: {
      de: 'Diese Bank wird nicht unterstützt',
      en: 'This bank is not supported',
    },
    ACCESS_DENIED: { de: 'Die Bank hat den Zugriff verweigert', en: 'The bank refused access' },
    SCA_REQUIRED: { de: 'Eine Freigabe fehlt', en: 'An approval is missing' },
    INVALID_CONSENT: {
      de: 'Die Freigabe gilt nicht mehr',
      en: 'The consent is no longer valid',
    },
    AUTH_NOT_COMPLETED: {
      de: 'Die Anmeldung wurde nicht abgeschlossen',
      en: 'The login was not completed',
    },
    UNKNOWN: { de: 'Das hat nicht geklappt', en: 'That did not work' },
  },

  errorLeads: {
    INVALID_PIN: {
      de: 'Prüfen Sie Ihre Zugangsdaten im Online-Banking Ihrer Bank.',
      en: 'Check your login in your bank’s online banking.',
    },
    INVALID_OTP: {
      de: 'Ihre Bank hat die Anmeldung beendet. Beginnen Sie bitte von vorn.',
      en: 'Your bank has ended the login. Please start again.',
    },
    MISSING_TOKEN: {
      de: 'Beginnen Sie bitte von vorn. Bleibt es dabei, hilft die Fehler-ID dem Support.',
      en: 'Please start again. If it stays like this, give the error ID to support.',
    },
    ACCESS_BLOCKED: {
      de: 'Entsperren Sie Ihren Zugang im Online-Banking, oder rufen Sie Ihre Bank an.',
      en: 'Unblock it in your online banking, or call your bank.',
    },
    HBCI_ERROR: {
      de: 'Versuchen Sie es später noch einmal.',
      en: 'Please try again later.',
    },
    OFFLINE_ERROR: {
      de: 'Vielleicht wird sie gerade gewartet. Versuchen Sie es später noch einmal.',
      en: 'It may be under maintenance. Please try again later.',
    },
    BANK_ERROR: {
      de: 'Das liegt nicht an Ihnen. Versuchen Sie es später noch einmal.',
      en: 'This is not your fault. Please try again later.',
    },
    NOT_SUPPORTED: {
      de: 'Sie können eine andere Bank verbinden.',
      en: 'You can connect another bank.',
    },
    ACCESS_DENIED: {
      de: 'Fragen Sie Ihre Bank, ob Ihr Konto für den Zugriff freigeschaltet ist.',
      en: 'Ask your bank whether your account is open to this kind of access.',
    },
    SCA_REQUIRED: {
      de: 'Erneuern Sie die Freigabe, um fortzufahren.',
      en: 'Renew the consent to go on.',
    },
    INVALID_CONSENT: {
      de: 'Trennen Sie die Bank, und verbinden Sie sie neu.',
      en: 'Disconnect the bank and connect it again.',
    },
    AUTH_NOT_COMPLETED: {
      de: 'Beginnen Sie bitte von vorn, und bleiben Sie bis zum Ende bei der Bank.',
      en: 'Please start again and stay with the bank until the end.',
    },
    UNKNOWN: {
      de: 'Versuchen Sie es noch einmal. Bleibt es dabei, hilft die Fehler-ID dem Support.',
      en: 'Please try again. If it stays like this, give the error ID to support.',
    },
  },

  leaving: {
    title: { de: 'Sie werden zurückgeleitet', en: 'Taking you back' },
    lead: {
      de: (site: string) => `Weiter zu ${site} …`,
      en: (site: string) => `On to ${site} …`,
    },
  },

  exited: {
    title: { de: 'Sie haben den Vorgang beendet', en: 'You have left the process' },
    lead: {
      de: 'Sie können dieses Fenster jetzt schließen.',
      en: 'You can close this window now.',
    },
  },
} satisfies Bilingual & Complete;

/** Groups whose keys come from elsewhere: a new method, code or reason needs its words. */
interface Complete {
  methodNames: Record<TanMethod, Words>;
  methodNeeds: Record<TanMethod, Words>;
  accountTypes: Record<AccountType, Words>;
  status: Record<ConsentStatus, Words>;
  errorTitles: Record<UbaBankErrorCode, Words>;
  errorLeads: Record<UbaBankErrorCode, Words>;
  retryTitles: Record<RetryState['reason'], Words>;
  retryLeads: Record<RetryState['reason'], Words>;
}

/** The words of one language, grouped by screen. */
export type Texts = InOneLanguage<typeof table>;

/** A language: its words, and how it writes amounts, times and durations. */
export interface Language {
  readonly lang: Lang;
  readonly t: Texts;
  /** An amount in a currency (ISO 4217), such as 2.480,15 €. */
  money(amount: number, currency: string): string;
  /** A moment (ms since 1970) seen from `now`: the time where it is today, else the date. */
  moment(ms: number, now: number): string;
  /** A date with a time. */
  dateTime(ms: number): string;
  /** A duration in ms as minutes and seconds: 4:30. */
  duration(ms: number): string;
}

/** The first language of the list that the sandbox speaks, with its region; English where none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  const tag = wanted.find((candidate) => /^(de|en)(-|$)/i.test(candidate)) ?? 'en';
  return languageOf(tag);
}

function languageOf(tag: string): Language {
  const lang: Lang = /^de/i.test(tag) ? 'de' : 'en';
  const t = wordsIn(table, lang);
  const time = dateFormat(tag, { timeStyle: 'short' });
  const day = dateFormat(tag, { dateStyle: 'medium' });
  return {
    lang,
    t,
    money: (amount, currency) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency }).format(amount).replace('-', '−'),
    moment: (ms, now) => (day(ms) === day(now) ? t.overview.today(time(ms)) : day(ms)),
    dateTime: dateFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }),
    duration: (ms) => {
      const seconds = Math.max(0, Math.ceil(ms / 1000));
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    },
  };
}

/** A formatter that is made when it is first needed: the first screen needs none, and it is costly. */
function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): (ms: number) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (ms) => (format ??= new Intl.DateTimeFormat(tag, options)).format(ms);
}
