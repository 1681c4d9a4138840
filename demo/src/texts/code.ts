/** Around the code. */
import type { TextTable } from './language.js';

export const codeTexts = {
  wrap: { de: 'Zeilen umbrechen', en: 'Wrap lines' },
  download: { de: 'Als Projekt laden (ZIP)', en: 'Download as a project (ZIP)' },
  packing: { de: 'Wird gepackt …', en: 'Packing …' },
  failed: {
    de: 'Das Projekt ließ sich nicht laden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    en: 'The project could not be loaded. Check your connection and try again.',
  },
  codeOf: { de: (title: string) => `Code: ${title}`, en: (title: string) => `Code: ${title}` },
} satisfies TextTable;

export const iframeCodeTexts = {
  markup: { de: 'Iframe', en: 'Iframe' },
  host: { de: 'Host-Paket', en: 'Host package' },
  listener: { de: 'Eigener Listener', en: 'Listener by hand' },
  callback: { de: 'Rücksprung', en: 'Redirect callback' },
} satisfies TextTable;
