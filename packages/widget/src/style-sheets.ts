import { styles } from './fino-uba.styles.js';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The widget's sheet for a document; a sheet of another document cannot be used there. */
export function sheetOf(document: Document): CSSStyleSheet {
  let sheet = sheets.get(document);
  if (!sheet) sheets.set(document, (sheet = newSheet(document, styles)));
  return sheet;
}

/** A sheet for this document alone. */
export function newSheet(document: Document, text: string): CSSStyleSheet {
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
