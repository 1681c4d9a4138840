/** The widget's own words. The accessible name of the frame stands with the frame, in the host. */
export const texts = {
  begin: { de: 'Weiter', en: 'Continue' },
  loading: { de: 'Wird geladen …', en: 'Loading …' },
  failed: { de: 'Die Bankverbindung lädt nicht', en: 'The bank connection does not load' },
  offline: { de: 'Keine Internetverbindung', en: 'No internet connection' },
  offlineHint: {
    de: 'Verbinden Sie sich mit dem Internet, und versuchen Sie es erneut.',
    en: 'Connect to the internet, then retry.',
  },
  /** The page asks for something that cannot be: nothing that a user does helps. */
  config: {
    de: 'Diese Seite ist nicht richtig eingerichtet. Bitte wenden Sie sich an den Anbieter.',
    en: 'This page is not set up correctly. Please contact its provider.',
  },
  blocked: {
    de: 'Etwas hindert diese Seite am Laden. Schalten Sie Inhaltsblocker aus, und versuchen Sie es erneut, oder öffnen Sie einen neuen Tab.',
    en: 'Something keeps this from loading. Turn off content blockers and retry, or open a new tab.',
  },
  slow: {
    de: 'Der Dienst antwortet nicht. Versuchen Sie es erneut, oder öffnen Sie einen neuen Tab.',
    en: 'The service does not answer. Retry, or open a new tab.',
  },
  code: { de: 'Code für den Support:', en: 'Code for support:' },
  opened: { de: 'Weiter im anderen Tab', en: 'Continue in the other tab' },
  openedHint: {
    de: 'Schließen Sie den Vorgang dort ab, und kehren Sie dann hierher zurück.',
    en: 'Finish there, then come back to this page.',
  },
  retry: { de: 'Erneut versuchen', en: 'Retry' },
  newTab: { de: 'In neuem Tab öffnen', en: 'Open in a new tab' },
} as const satisfies Record<string, Record<'de' | 'en', string>>;
