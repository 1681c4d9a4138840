/** The defaults of the custom properties are those of the sandbox's look, light and dark. */
const styles = `
:host {
  display: block;
  position: relative;
  height: 640px;
}
:host([hidden]) {
  display: none;
}
iframe {
  display: block;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  border: 0;
}
.view {
  --background: var(--uba-background, #f8f9fa);
  --surface: var(--uba-surface, #fff);
  --text: var(--uba-text, #363636);
  --muted: var(--uba-muted, #5f6670);
  --line: var(--uba-line, #e3e6ea);
  --control: var(--uba-control, #8a929c);
  --primary: var(--uba-primary, #f7c708);
  --on-primary: var(--uba-on-primary, #1f1c0a);
  --ring: var(--uba-ring, #1b5f92);
  position: absolute;
  inset: 0;
  overflow: auto;
  background: var(--background);
  color: var(--text);
  font: 16px/1.5 var(--uba-font, Inter, system-ui, sans-serif);
}
.dark {
  --background: var(--uba-background, #15181c);
  --surface: var(--uba-surface, #1d2126);
  --text: var(--uba-text, #f1f3f5);
  --muted: var(--uba-muted, #a7afb9);
  --line: var(--uba-line, #2d333a);
  --control: var(--uba-control, #7b8590);
  --ring: var(--uba-ring, #8cc8f5);
}
.column {
  display: flex;
  flex-direction: column;
  gap: 16px;
  box-sizing: border-box;
  max-width: 440px;
  min-height: 100%;
  margin: auto;
  padding: 20px;
}
.hidden-text {
  position: absolute;
  clip-path: inset(50%);
}
/* The skeleton: a title, a field and a card of three rows. Nothing shows for the first 200 ms. */
.skeleton {
  padding-top: 64px;
  animation: appear 0.2s 0.2s both;
}
.skeleton i {
  height: 52px;
  border-radius: 12px;
  background: var(--line);
}
.skeleton i:first-child {
  width: 55%;
  height: 28px;
}
.card {
  border: 1px solid var(--line);
  border-radius: 14px;
  background: var(--surface);
}
.card i {
  display: block;
  position: relative;
  height: 68px;
  background: none;
}
.card i + i {
  border-top: 1px solid var(--line);
  border-radius: 0;
}
.card i::before,
.card i::after {
  content: '';
  position: absolute;
  top: 14px;
  left: 16px;
  width: 40px;
  height: 40px;
  border-radius: 11px;
  background: var(--line);
}
.card i::after {
  top: 28px;
  left: 70px;
  width: 45%;
  height: 12px;
}
@keyframes appear {
  from {
    opacity: 0;
  }
}
@media (prefers-reduced-motion: reduce) {
  .skeleton {
    animation-duration: 1ms;
  }
}
@media (forced-colors: active) {
  .skeleton i {
    outline: 1px solid;
  }
}
.note {
  margin: auto 0;
}
h2 {
  margin: 0 0 8px;
  font-size: 24px;
  line-height: 1.25;
  font-weight: 650;
  letter-spacing: -0.01em;
}
p {
  margin: 0;
  color: var(--muted);
}
button {
  min-height: 52px;
  border: 1.5px solid var(--control);
  border-radius: 12px;
  padding: 4px 16px;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  font-size: 17px;
  line-height: 1.1;
  cursor: pointer;
}
.primary {
  border-color: transparent;
  background: var(--primary);
  color: var(--on-primary);
}
button:focus-visible {
  outline: 3px solid var(--ring);
  outline-offset: 2px;
}
`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** The sheet of a document; one that was made for another document cannot be used. */
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
