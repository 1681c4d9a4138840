/** The widget's own words. The accessible name of the frame stands with the frame, in the host. */
export const texts = {
  loading: { de: 'Wird geladen …', en: 'Loading …' },
  timeoutTitle: { de: 'Die Verbindung kommt nicht zustande', en: 'This is not loading' },
  timeoutHint: {
    de: 'Bitte prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
    en: 'Please check your internet connection and try again.',
  },
  retry: { de: 'Erneut versuchen', en: 'Retry' },
  newTab: { de: 'In neuem Tab öffnen', en: 'Open in a new tab' },
  configTitle: {
    de: 'Hier ist etwas nicht richtig eingerichtet',
    en: 'This is not set up correctly',
  },
  configHint: {
    de: 'Bitte wenden Sie sich an den Betreiber dieser Seite.',
    en: 'Please contact whoever runs this page.',
  },
} as const satisfies Record<string, Record<'de' | 'en', string>>;
