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
    en: (when: string) => `updated ${when}`,
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
    de: (date: string) => `Freigabe gilt bis ${date}.`,
    en: (date: string) => `Consent until ${date}.`,
  },
  eachTime: {
    de: 'Jede Aktualisierung braucht Ihre Freigabe.',
    en: 'Each update needs your consent.',
  },
  expired: {
    de: 'Erneuern Sie die Freigabe, um neue Umsätze zu erhalten.',
    en: 'Renew the consent to get new transactions.',
  },
  failing: {
    de: 'Die letzte Aktualisierung ist gescheitert. Versuchen Sie es noch einmal.',
    en: 'The last update failed. Please try again.',
  },
  withdrawn: {
    de: 'Die Freigabe gilt bei der Bank nicht mehr. Erneuern Sie sie.',
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
      `Die Freigabe für ${bank} wurde nicht erneuert. Es hat sich nichts geändert.`,
    en: (bank: string) => `The consent for ${bank} was not renewed. Nothing has changed.`,
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
} satisfies Group;

export const status = {
  OK: { de: 'Aktiv', en: 'Active' },
  SCA_REQUIRED: { de: 'Freigabe abgelaufen', en: 'Consent expired' },
  SYNC_FAILED: { de: 'Fehler', en: 'Error' },
} satisfies Record<ConsentStatus, Words>;
