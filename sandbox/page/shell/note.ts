import { html, type TemplateResult } from 'lit';
import { alertIcon, checkIcon, clockIcon } from './icons.js';

type Content = TemplateResult | string;

/** An error above the title. It takes the focus when it comes, so that it is read at once. */
export const errorNote = (headline: string, help: Content): TemplateResult =>
  html`<div
    id="error"
    class="note bad"
    slot="note"
    role="group"
    aria-label=${headline}
    tabindex="-1"
  >
    ${alertIcon}
    <div class="words"><b>${headline}</b><br />${help}</div>
  </div>`;

/** Something that went well or is merely worth knowing; announced politely. */
export const statusNote = (kind: 'ok' | 'info' | 'warn', content: Content): TemplateResult =>
  html`<div class="note ${kind}">
    ${kind === 'ok' ? checkIcon : kind === 'warn' ? clockIcon : alertIcon}
    <div class="words">${content}</div>
  </div>`;
