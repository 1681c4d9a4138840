import { ofDocument } from '@finodigital/uba-host/internal';
import { styles } from './fino-uba.styles.js';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Styles a widget's shadow root: with the sheet that all of a document share, and with its own rules. */
export function applyStyles(root: ShadowRoot, ownRules: string): void {
  const document = root.ownerDocument;
  const view = ofDocument(document, 'defaultView');
  // A document without a window draws nothing, and simulated browsers cannot construct sheets.
  if (!view || !(root.adoptedStyleSheets as unknown)) return;
  let shared = sheets.get(document);
  if (!shared) sheets.set(document, (shared = newSheet(view, styles)));
  root.adoptedStyleSheets = ownRules ? [shared, newSheet(view, ownRules)] : [shared];
}

/** A sheet of another window could not be used in this one. */
function newSheet(view: Window & typeof globalThis, text: string): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
