/** What an error code of a bank means to a user. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { Words } from './language.js';

export const errorTitles = {
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
} satisfies Record<UbaBankErrorCode, Words>;

export const errorLeads = {
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
    de: 'Sie wurde bei der Bank widerrufen. Erneuern Sie sie, um fortzufahren.',
    en: 'It was withdrawn at the bank. Renew it to go on.',
  },
  AUTH_NOT_COMPLETED: {
    de: 'Beginnen Sie bitte von vorn, und bleiben Sie bis zum Ende bei der Bank.',
    en: 'Please start again and stay with the bank until the end.',
  },
  UNKNOWN: {
    de: 'Versuchen Sie es noch einmal. Bleibt es dabei, hilft die Fehler-ID dem Support.',
    en: 'Please try again. If it stays like this, give the error ID to support.',
  },
} satisfies Record<UbaBankErrorCode, Words>;
