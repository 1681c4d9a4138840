import { html, type TemplateResult } from 'lit';
import { alertIcon, checkIcon, clockIcon } from './icons.js';

type Content = TemplateResult | string;

/**
 * An error above the title: what is wrong, and what to do. It takes the focus when it comes, so that
 * it is read at once, to its end.
 */
export const errorNote = (headline: string, help: Content): TemplateResult =>
  html`<div
    id="error"
    class="note bad"
    slot="note"
    role="group"
    aria-labelledby="error-title"
    aria-describedby="error-help"
    tabindex="-1"
  >
    ${alertIcon}
    <div class="words">
      <h2 id="error-title">${headline}</h2>
      <div id="error-help">${help}</div>
    </div>
  </div>`;

/** The message of an error at its field, which refers to it by `aria-describedby`. */
export const fieldError = (id: string, words: string): TemplateResult =>
  html`<p id=${id} class="wrong">${words}</p>`;

/** Something that went well or is merely worth knowing; said politely, unless a part of it is marked. */
export const statusNote = (
  kind: 'ok' | 'info' | 'warn',
  content: Content,
  isSaid = true,
): TemplateResult =>
  html`<div class="note ${kind}" ?data-say=${isSaid}>
    ${kind === 'ok' ? checkIcon : kind === 'warn' ? clockIcon : alertIcon}
    <div class="words">${content}</div>
  </div>`;
