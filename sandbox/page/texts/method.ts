import type { TanMethod } from '../../core/contract/bank-side.js';
import type { Group, Words } from './language.js';

export const method = {
  title: { de: 'TAN\u2011Verfahren wählen', en: 'Choose a TAN method' },
  lead: {
    de: 'So bestätigen Sie gegenüber Ihrer Bank, dass Sie es sind.',
    en: 'This is how you prove to your bank that it is you.',
  },
  leadToPay: {
    de: (bank: string) => `So geben Sie die Zahlung bei ${bank} frei.`,
    en: (bank: string) => `This is how you approve the payment at ${bank}.`,
  },
  busy: { de: 'Einen Moment\u00a0…', en: 'One moment\u00a0…' },
  /** How long a new TAN or request has to wait. */
  soon: {
    de: (left: string) => `Wieder möglich in ${left}.`,
    en: (left: string) => `Possible again in ${left}.`,
  },
  other: { de: 'Anderes Verfahren verwenden', en: 'Use another method' },
} satisfies Group;

export const methodNames = {
  pushTAN: { de: 'pushTAN', en: 'pushTAN' },
  'chipTAN-manual': { de: 'chipTAN manuell', en: 'chipTAN manual' },
  'chipTAN-QR': { de: 'chipTAN QR', en: 'chipTAN QR' },
  'chipTAN-optical': { de: 'chipTAN optisch', en: 'chipTAN optical' },
  photoTAN: { de: 'photoTAN', en: 'photoTAN' },
  smsTAN: { de: 'smsTAN', en: 'smsTAN' },
} satisfies Record<TanMethod, Words>;

export const methodNeeds = {
  pushTAN: { de: 'Ihr Telefon mit der Banking\u2011App', en: 'Your phone with the banking app' },
  'chipTAN-manual': {
    de: 'TAN\u2011Generator und Karte; Sie geben einen Startcode ein',
    en: 'TAN generator and card; you type a start code',
  },
  'chipTAN-QR': {
    de: 'TAN\u2011Generator mit Kamera und Karte',
    en: 'TAN generator with a camera, and your card',
  },
  'chipTAN-optical': {
    de: 'TAN\u2011Generator mit Lichtsensor und Karte',
    en: 'TAN generator with a light sensor, and your card',
  },
  photoTAN: { de: 'photoTAN\u2011App oder \u2011Lesegerät', en: 'photoTAN app or reader' },
  smsTAN: {
    de: 'Ihr Telefon; die TAN kommt als SMS',
    en: 'Your phone; the TAN comes as a text message',
  },
} satisfies Record<TanMethod, Words>;
