/** What stands on every page. */
import type { TextTable } from './language.js';

export const siteTexts = {
  toDark: { de: 'Zum dunklen Schema wechseln', en: 'Switch to the dark scheme' },
  toLight: { de: 'Zum hellen Schema wechseln', en: 'Switch to the light scheme' },
  copy: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Kopiert', en: 'Copied' },
  copyDenied: { de: 'Der Browser erlaubt das Kopieren nicht', en: 'The browser refused to copy' },
} satisfies TextTable;
