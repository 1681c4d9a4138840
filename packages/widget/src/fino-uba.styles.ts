/** The defaults of the custom properties are the colours of the sandbox's look, light and dark. */
export const styles = `
:host {
  display: block;
  position: relative;
  min-width: 0;
  max-width: 100%;
  height: 640px;
  /* What stands beside it in a flex container must not squeeze it. */
  flex-shrink: 0;
}
/* A width of its own where the container gives none, and never more than a container has. */
:host::before {
  display: block;
  width: 320px;
  max-width: 100%;
  content: '';
}
:host([hidden]) {
  display: none;
}
iframe,
.view {
  display: block;
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  border: 0;
}
/* Unfinished as it is, it must not be seen. */
iframe[inert] {
  opacity: 0;
}
.view {
  overflow: auto;
  outline: 0;
  container-type: size;
  --background: #f8f9fa;
  --text: #363636;
  background: var(--uba-background, var(--background));
  color: var(--uba-text, var(--text));
}
.dark {
  --background: #15181c;
  --text: #f1f3f5;
}
@media (prefers-color-scheme: dark) {
  .system {
    --background: #15181c;
    --text: #f1f3f5;
  }
}
/* The size that the user has chosen, which a page's "html { font-size: 62.5% }" leaves alone. */
.column {
  display: flex;
  flex-direction: column;
  gap: 1em;
  box-sizing: border-box;
  max-width: 27.5em;
  min-height: 100%;
  margin: auto;
  padding: 4em 1.25em 1.25em;
  font-size: medium;
  line-height: 1.5;
  overflow-wrap: anywhere;
  hyphens: auto;
}
.loading {
  padding-top: 5.375em;
}
/* To be heard alone: words would change their type when the frame comes. */
.loading p {
  position: absolute;
  clip-path: inset(50%);
}
/* The title of the first screen, its field, and a list: squares with a bar each. */
i {
  box-sizing: border-box;
  flex: 1;
  border: 1.5px solid;
  border-radius: 0.75em;
  opacity: 0.12;
  background:
    linear-gradient(currentColor 2.5em, #0000 0) 1em 1em / 2.5em 4.25em repeat-y,
    linear-gradient(currentColor 0.75em, #0000 0) 4.5em 1.875em / 50% 4.25em repeat-y;
}
i:first-of-type {
  flex: 0 0 1.875em;
  width: 60%;
  margin-bottom: 1.75em;
  background: currentColor;
}
i:nth-of-type(2) {
  flex: 0 0 3.25em;
  background: none;
}
h2,
p {
  margin: 0;
}
h2 {
  font-size: 1.5em;
  line-height: 1.25;
}
button {
  min-height: 3.25em;
  border: 1.5px solid;
  border-radius: 0.75em;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  outline-offset: 2px;
}
button,
[role='button'] {
  cursor: pointer;
}
/* A poster as a whole, around which a page may cut. */
[role='button'] {
  outline-offset: -3px;
}
.primary {
  margin-top: auto;
  background: var(--uba-primary, #f7c708);
  border-color: transparent;
  color: var(--uba-on-primary, #1f1c0a);
}
button:focus-visible,
[role='button']:focus-visible {
  outline: 3px solid var(--uba-text, var(--text));
}
/* So low that the way out would be out of sight. */
@container (max-height: 300px) {
  .column:not(.loading) {
    gap: 0.5em;
    padding-top: 0.75em;
  }
  h2 {
    font-size: 1.125em;
  }
}
@media (prefers-contrast: more), (forced-colors: active) {
  i {
    opacity: 0.6;
  }
  .primary {
    border-color: currentColor;
  }
}
/* No form and no account on paper, unless the page shows the part "frame" there. */
@media print {
  iframe,
  .view {
    display: none;
  }
  :host {
    height: auto;
  }
  :host::after {
    content: 'The bank connection is set up on the screen.';
  }
  :host(:lang(de))::after {
    content: 'Die Bankverbindung wird auf dem Bildschirm eingerichtet.';
  }
}
`;
