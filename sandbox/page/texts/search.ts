import { counted, type Group } from './language.js';

export const search = {
  title: { de: 'Bank suchen', en: 'Find your bank' },
  label: { de: 'Name, BLZ, BIC oder IBAN', en: 'Name, bank code, BIC or IBAN' },
  /** The whole name of the field, for those who meet it without the title. */
  fullLabel: {
    de: 'Bank suchen – Name, BLZ, BIC oder IBAN',
    en: 'Find your bank – name, bank code, BIC or IBAN',
  },
  results: { de: 'Gefundene Banken', en: 'Banks found' },
  count: {
    de: (n: number) => counted(n, 'Bank gefunden', 'Banken gefunden'),
    en: (n: number) => counted(n, 'bank found', 'banks found'),
  },
  searching: { de: 'Banken werden gesucht\u00a0…', en: 'Looking for banks\u00a0…' },
  none: { de: 'Keine Bank gefunden', en: 'No bank found' },
  noneHelp: {
    de: 'Prüfen Sie die Schreibweise, oder geben Sie die Bankleitzahl oder Ihre IBAN ein.',
    en: 'Check the spelling, or enter the bank code or your IBAN.',
  },
  declined: {
    de: 'Sie haben den Zugriff abgelehnt. Es wurde nichts verbunden.',
    en: 'You declined access. Nothing was connected.',
  },
  atBank: { de: 'Anmeldung bei der Bank', en: 'login at the bank' },
  notSupported: { de: 'nicht unterstützt', en: 'not supported' },
  clear: { de: 'Eingabe löschen', en: 'Clear search' },
} satisfies Group;
