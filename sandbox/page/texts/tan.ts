import { counted, type Group } from './language.js';

export const tan = {
  title: { de: 'TAN eingeben', en: 'Enter TAN' },
  label: { de: 'TAN', en: 'TAN' },
  leadPhone: {
    de: (bank: string, digits: string) =>
      `${bank} hat eine TAN an Ihr Telefon mit der Endung ${digits} gesendet.`,
    en: (bank: string, digits: string) => `${bank} sent a TAN to your phone ending in ${digits}.`,
  },
  leadApp: {
    de: (bank: string) => `Ihre TAN finden Sie in der Banking\u2011App von ${bank}.`,
    en: (bank: string) => `You will find your TAN in ${bank}’s banking app.`,
  },
  leadManual: {
    de: 'Stecken Sie Ihre Karte in den TAN\u2011Generator, drücken Sie „TAN“, und geben Sie den Startcode ein.',
    en: 'Put your card into the TAN generator, press “TAN” and enter the start code.',
  },
  leadQR: {
    de: 'Stecken Sie Ihre Karte in den TAN\u2011Generator, und scannen Sie den QR\u2011Code.',
    en: 'Put your card into the TAN generator and scan the QR code.',
  },
  leadOptical: {
    de: 'Stecken Sie Ihre Karte in den TAN\u2011Generator, und halten Sie ihn vor die Grafik.',
    en: 'Put your card into the TAN generator and hold it up to the picture.',
  },
  leadPhoto: {
    de: 'Scannen Sie die Grafik mit Ihrer photoTAN\u2011App oder Ihrem Lesegerät.',
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
    de: 'QR\u2011Code für Ihren TAN\u2011Generator',
    en: 'QR code for your TAN generator',
  },
  photoPicture: {
    de: 'photoTAN\u2011Grafik für Ihre App oder Ihr Lesegerät',
    en: 'photoTAN picture for your app or reader',
  },
  pictureHelp: {
    de: 'Die Grafik lässt sich nicht scannen? Wählen Sie ein anderes Verfahren, oder lassen Sie sich von Ihrer Bank helfen.',
    en: 'Unable to scan the picture? Use another method, or ask your bank for help.',
  },
  valid: {
    de: (left: string) => `TAN noch ${left} gültig`,
    en: (left: string) => `TAN valid for ${left}`,
  },
  tries: {
    de: (n: number) => counted(n, 'Versuch übrig', 'Versuche übrig'),
    en: (n: number) => counted(n, 'try left', 'tries left'),
  },
  ending: {
    de: 'Die TAN läuft in weniger als einer Minute ab. Mit einer neuen TAN haben Sie wieder die volle Zeit.',
    en: 'The TAN runs out in less than a minute. A new TAN gives you the full time again.',
  },
  submit: { de: 'Bestätigen', en: 'Confirm' },
  busy: { de: 'TAN wird geprüft\u00a0…', en: 'Checking the TAN\u00a0…' },
  renew: { de: 'Neue TAN anfordern', en: 'Request a new TAN' },
  renewing: { de: 'Neue TAN wird angefordert\u00a0…', en: 'Requesting a new TAN\u00a0…' },
  renewed: { de: 'Eine neue TAN ist angefordert.', en: 'A new TAN has been requested.' },
  notReceived: { de: 'Keine TAN erhalten?', en: 'No TAN received?' },
  notReceivedHelp: {
    de: 'Eine TAN kann ein paar Minuten brauchen. Hilft nichts davon, fragen Sie Ihre Bank.',
    en: 'A TAN can take a few minutes. If none of this helps, ask your bank.',
  },
  wrong: { de: 'Diese TAN ist nicht korrekt.', en: 'This TAN is not correct.' },
  wrongHelp: {
    de: (n: number) => `Sie haben noch ${counted(n, 'Versuch', 'Versuche')}.`,
    en: (n: number) => `You have ${counted(n, 'try', 'tries')} left.`,
  },
  device: {
    de: 'Ihr Gerät ist bei der Bank nicht hinterlegt.',
    en: 'Your bank does not know your device.',
  },
  deviceHelp: {
    de: 'Registrieren Sie es in der Banking\u2011App neu, und geben Sie dann die TAN ein.',
    en: 'Register it again in the banking app, then enter the TAN.',
  },
  check: { de: 'TAN prüfen', en: 'Check the TAN' },
  missing: { de: 'Bitte geben Sie die TAN ein.', en: 'Please enter the TAN.' },
} satisfies Group;

export const flicker = {
  picture: { de: 'Flickergrafik', en: 'Flicker picture' },
  play: { de: 'Starten', en: 'Start' },
  pause: { de: 'Anhalten', en: 'Pause' },
  smaller: { de: 'Kleiner', en: 'Smaller' },
  larger: { de: 'Größer', en: 'Larger' },
  slower: { de: 'Langsamer', en: 'Slower' },
  faster: { de: 'Schneller', en: 'Faster' },
  controls: { de: 'Flickergrafik einstellen', en: 'Adjust the flicker picture' },
  speed: {
    de: (n: number) => `Tempo: ${counted(n, 'Blitz', 'Blitze')} pro Sekunde`,
    en: (n: number) => `Speed: ${counted(n, 'flash', 'flashes')} a second`,
  },
  size: { de: (n: number) => `Größe: ${n}\u00a0%`, en: (n: number) => `Size: ${n}%` },
  warning: {
    de: 'Die Grafik blinkt, wenn Sie sie starten. Ohne Blinken geht es mit chipTAN QR oder manuell.',
    en: 'The picture flashes when you start it. chipTAN QR and manual work without flashing.',
  },
} satisfies Group;
