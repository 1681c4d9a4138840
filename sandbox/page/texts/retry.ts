import type { RetryState } from '../../core/flow/flow-state.js';
import type { Group, Words } from './language.js';

export const retry = {
  again: { de: 'Erneut versuchen', en: 'Try again' },
} satisfies Group;

export const retryTitles = {
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
} satisfies Record<RetryState['reason'], Words>;

export const retryLeads = {
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
} satisfies Record<RetryState['reason'], Words>;
