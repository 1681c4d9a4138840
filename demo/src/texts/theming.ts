/** The theming studio. */
import type { TextTable } from './language.js';

export const themingTexts = {
  colours: { de: 'Farben', en: 'Colours' },
  copyLink: { de: 'Link kopieren', en: 'Copy link' },
  presets: { de: 'Vorlagen', en: 'Presets' },
  unset: { de: 'nicht gesetzt', en: 'unset' },
  takeAlong: { de: 'Zum Mitnehmen', en: 'Use it in your page' },
  forms: { de: 'Formen des Aussehens', en: 'Forms of the look' },
  attribute: { de: 'Attribut', en: 'Attribute' },
  attributeFile: { de: 'an <fino-uba>', en: 'on <fino-uba>' },
  json: { de: 'JSON', en: 'JSON' },
  jsonFile: { de: 'die Farben allein', en: 'the theme alone' },
  param: { de: 'URL-Parameter', en: 'URL parameter' },
  paramFile: { de: 'hinter …/auth?', en: 'after …/auth?' },
  update: { de: 'Während es läuft', en: 'While it runs' },
  updateFile: { de: 'ohne neu zu laden', en: 'no reload' },
  needsNone: {
    de: 'die dokumentierten Vorgaben brauchen keines',
    en: 'the documented defaults need none',
  },
  strip: { de: 'Fünf Bildschirme, hell und dunkel', en: 'Five screens, light and dark' },
  stripHint: {
    de: 'Die Sandbox selbst, mit Ihren Farben. Jedes Bild lädt, wenn Sie dort sind.',
    en: 'The sandbox itself, in your colours. Each picture loads once you get there.',
  },
  light: { de: 'Hell', en: 'Light' },
  dark: { de: 'Dunkel', en: 'Dark' },
  search: { de: 'Suche', en: 'Search' },
  login: { de: 'Anmeldung', en: 'Login' },
  error: { de: 'Fehler', en: 'Error' },
  accounts: { de: 'Konten', en: 'Accounts' },
  done: { de: 'Verbunden', en: 'Connected' },
  used: { de: 'Verlangt und verwendet', en: 'Asked and used' },
  usedHint: {
    de: 'Wo eine Farbe auf ihrem Grund nicht zu lesen wäre, nimmt die Sandbox die nächste, die es ist.',
    en: 'Where a colour could not be read on its background, the sandbox takes the nearest one that can.',
  },
  asAsked: {
    de: 'Alle Farben werden verwendet wie verlangt.',
    en: 'All colours are used as asked.',
  },
  correction: {
    de: (scheme: string, asked: string, used: string) =>
      `${scheme}: verlangt ${asked} → verwendet ${used}`,
    en: (scheme: string, asked: string, used: string) => `${scheme}: asked ${asked} → used ${used}`,
  },
  pick: { de: (color: string) => `${color} aussuchen`, en: (color: string) => `Pick ${color}` },
  low: {
    de: (on: string, ratio: string, least: string) =>
      `auf ${on}: Kontrast ${ratio}, nötig ${least}`,
    en: (on: string, ratio: string, least: string) => `on ${on}: contrast ${ratio}, needs ${least}`,
  },
  hexRule: {
    de: 'muss hexadezimal sein, 3 oder 6 Ziffern',
    en: 'must be hex, 3 or 6 digits',
  },
} satisfies TextTable;

export const presetTexts = {
  fino: { de: 'Die dokumentierten Vorgaben', en: 'The documented defaults' },
  darkName: { de: 'Dunkel', en: 'Dark' },
  dark: { de: 'Das dunkle Schema mit dem Gelb von fino', en: 'The dark scheme, fino’s yellow' },
  contrastName: { de: 'Hoher Kontrast', en: 'High contrast' },
  contrast: { de: 'Mindestens 7:1 für jeden Text', en: 'At least 7:1 for every text' },
  brandName: { de: 'Ihre Marke', en: 'Your brand' },
  brand: { de: 'Zum Beispiel eine grüne Bank', en: 'A green bank, for example' },
} satisfies TextTable;
