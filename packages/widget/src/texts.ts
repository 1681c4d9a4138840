/** The widget's own words. The accessible name of the frame stands with the frame, in the host. */
export const texts = {
  loading: { de: 'Wird geladen …', en: 'Loading …' },
  failed: { de: 'Laden fehlgeschlagen', en: 'Loading failed' },
  hint: { de: 'Bitte versuchen Sie es später erneut.', en: 'Please try again later.' },
  retry: { de: 'Erneut versuchen', en: 'Retry' },
  newTab: { de: 'In neuem Tab öffnen', en: 'Open in a new tab' },
} as const satisfies Record<string, Record<'de' | 'en', string>>;
