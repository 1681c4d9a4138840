/** The defaults of the custom properties are the colours of the sandbox's look, light and dark. */
export const styles = `
:host {
  display: block;
  position: relative;
  min-width: 0;
  max-width: 100%;
  height: 640px;
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
  --background: #f8f9fa;
  --text: #363636;
  background: var(--uba-background, var(--background));
  color: var(--uba-text, var(--text));
  font-size: 16px;
  line-height: 1.5;
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
.column {
  display: flex;
  flex-direction: column;
  gap: 16px;
  box-sizing: border-box;
  max-width: 440px;
  min-height: 100%;
  margin: auto;
  padding: 64px 20px 20px;
}
/* A grey row; its border shows where colours are forced. */
i {
  height: 64px;
  border: 1px solid;
  border-radius: 12px;
  background: currentColor;
  opacity: 0.1;
}
h2,
p {
  margin: 0;
}
h2 {
  font-size: 24px;
}
p {
  opacity: 0.8;
}
button {
  min-height: 52px;
  border: 1.5px solid;
  border-radius: 12px;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.primary {
  margin-top: auto;
  background: var(--uba-primary, #f7c708);
  border-color: transparent;
  color: var(--uba-on-primary, #1f1c0a);
}
button:focus-visible {
  outline: 3px solid;
  outline-offset: 2px;
}
`;
