import { html, type TemplateResult } from 'lit';
import type { Language } from '../texts/index.js';

/**
 * A time that runs out, in words: with its unit for who sees it, and for who hears it without the
 * colon, which would make it a time of day.
 *
 * @param ms what is left
 */
export const timeLeft = (
  ms: number,
  words: (left: string) => string,
  language: Language,
): TemplateResult =>
  html`<span class="figures" aria-hidden="true">${words(language.minutes(ms))}</span
    ><span class="hidden">${words(language.spokenMinutes(ms))}</span>`;
