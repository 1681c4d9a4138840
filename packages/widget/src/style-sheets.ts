import { styles } from './fino-uba.styles.js';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Styles a widget's shadow root: with the sheet that all of a document share, and with its own rules. */
export function applyStyles(root: ShadowRoot, ownRules: string): void {
  // Simulated browsers, which draw nothing, cannot construct sheets.
  if (!(root.adoptedStyleSheets as unknown)) return;
  const document = root.ownerDocument;
  let shared = sheets.get(document);
  if (!shared) sheets.set(document, (shared = newSheet(document, styles)));
  root.adoptedStyleSheets = ownRules ? [shared, newSheet(document, ownRules)] : [shared];
}

/** A sheet of another document could not be used in this one. */
function newSheet(document: Document, text: string): CSSStyleSheet {
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
