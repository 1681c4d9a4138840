import type { ConsentStatus } from '../../core/contract/bank-side.js';
import type { Group, Words } from './language.js';

export const overview = {
  title: { de: 'Ihre Banken', en: 'Your banks' },
  none: { de: 'Noch keine Bank verbunden', en: 'No bank connected yet' },
  noneHelp: {
    de: 'Fügen Sie eine Bank hinzu, um Ihre Konten hier zu sehen.',
    en: 'Add a bank to see your accounts here.',
  },
  updated: {
    de: (when: string) => `aktualisiert ${when}`,
    en: (when: string) => `refreshed ${when}`,
  },
  today: {
    de: (time: string) => `heute, ${time}\u00a0Uhr`,
    en: (time: string) => `today, ${time}`,
  },
  actions: {
    de: (bank: string) => `Aktionen für ${bank}`,
    en: (bank: string) => `Actions for ${bank}`,
  },
  until: {
    de: (date: string) => `Zugriff gilt bis ${date}.`,
    en: (date: string) => `Consent until ${date}.`,
  },
  eachTime: {
    de: 'Jede Aktualisierung braucht Ihre Zustimmung.',
    en: 'Each refresh needs your consent.',
  },
  expired: {
    de: 'Erneuern Sie den Zugriff, um neue Umsätze zu erhalten.',
    en: 'Renew the consent to get new transactions.',
  },
  failing: {
    de: 'Die letzte Aktualisierung ist gescheitert. Versuchen Sie es noch einmal.',
    en: 'The last refresh failed. Please try again.',
  },
  withdrawn: {
    de: 'Der Zugriff gilt bei der Bank nicht mehr. Erneuern Sie ihn.',
    en: 'The consent is no longer valid at the bank. Please renew it.',
  },
  obsoleteChip: { de: 'Nicht mehr nötig', en: 'No longer needed' },
  obsolete: {
    de: 'Eine neuere Verbindung führt zu denselben Konten. Diese können Sie trennen.',
    en: 'A newer connection leads to the same accounts. You can disconnect this one.',
  },
  duplicate: {
    de: (bank: string) =>
      `${bank} ist verbunden. Eine ältere Verbindung zu denselben Konten ist nicht mehr nötig.`,
    en: (bank: string) =>
      `${bank} is connected. An older connection to the same accounts is no longer needed.`,
  },
  declined: {
    de: (bank: string) =>
      `Der Zugriff auf ${bank} wurde nicht erneuert. Es hat sich nichts geändert.`,
    en: (bank: string) => `The consent for ${bank} was not renewed. Nothing has changed.`,
  },
  synchronise: { de: 'Aktualisieren', en: 'Refresh' },
  renew: { de: 'Zugriff erneuern', en: 'Renew consent' },
  disconnect: { de: 'Trennen', en: 'Disconnect' },
  add: { de: 'Bank hinzufügen', en: 'Add a bank' },
  synchronised: {
    de: (bank: string) => `${bank} ist aktualisiert.`,
    en: (bank: string) => `${bank} is up to date.`,
  },
  renewed: {
    de: (bank: string) => `Der Zugriff auf ${bank} ist erneuert.`,
    en: (bank: string) => `The consent for ${bank} is renewed.`,
  },
  connected: {
    de: (bank: string) => `${bank} ist verbunden.`,
    en: (bank: string) => `${bank} is connected.`,
  },
  disconnected: {
    de: 'Die Verbindung ist getrennt und der Zugriff widerrufen.',
    en: 'The bank is disconnected and the consent withdrawn.',
  },
  failed: {
    de: (bank: string) => `${bank} konnte nicht aktualisiert werden.`,
    en: (bank: string) => `${bank} could not be refreshed.`,
  },
} satisfies Group;

export const status = {
  OK: { de: 'Aktiv', en: 'Active' },
  SCA_REQUIRED: { de: 'Zugriff abgelaufen', en: 'Consent expired' },
  SYNC_FAILED: { de: 'Fehler', en: 'Error' },
} satisfies Record<ConsentStatus, Words>;
