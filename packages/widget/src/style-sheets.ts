import { styles } from './fino-uba.styles.js';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * Styles a widget's shadow root: with the sheet that all widgets of a document share, and with rules
 * of its own. Simulated browsers, which lack constructable sheets, get a `<style>`.
 */
export function applyStyles(root: ShadowRoot, ownRules: string): void {
  const document = root.ownerDocument;
  if (root.adoptedStyleSheets as unknown) {
    root.adoptedStyleSheets = [
      sheetOf(document),
      ...(ownRules ? [newSheet(document, ownRules)] : []),
    ];
    return;
  }
  root.querySelector('style')?.remove();
  const style = document.createElement('style');
  style.textContent = styles + ownRules;
  root.prepend(style);
}

/** The widget's sheet for a document; a sheet of another document cannot be used there. */
function sheetOf(document: Document): CSSStyleSheet {
  let sheet = sheets.get(document);
  if (!sheet) sheets.set(document, (sheet = newSheet(document, styles)));
  return sheet;
}

function newSheet(document: Document, text: string): CSSStyleSheet {
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
