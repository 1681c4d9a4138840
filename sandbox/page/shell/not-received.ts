import { css, html, nothing, type TemplateResult } from 'lit';
import type { Challenge } from '../../core/contract/bank-side.js';
import { minute, second } from '../../core/contract/durations.js';
import type { Language } from '../texts/index.js';
import { timeLeft } from './time-left.js';

/** How long after one was sent another may be asked for, in ms of sandbox time. */
const pause = 30 * second;
/** How long each is valid, from which follows when it was sent. */
const validity = 5 * minute;

interface NotReceived {
  readonly words: Record<'summary' | 'help' | 'renew' | 'renewing', string>;
  readonly language: Language;
  readonly challenge: Challenge;
  /** Sandbox time, in ms. */
  readonly now: number;
  readonly isRenewing: boolean;
  readonly renew: () => void;
  readonly otherMethod: () => void;
}

/** What to do where nothing arrives: once more after a pause, another method, help. */
export function notReceived(given: NotReceived): TemplateResult {
  const { words, language, challenge, now, isRenewing, renew, otherMethod } = given;
  const { t } = language;
  const left = challenge.expiresAt - validity + pause - now;
  const mayRenew = left <= 0 && !isRenewing;
  return html`<details slot="actions">
    <summary>${words.summary}</summary>
    <button
      class="inline"
      type="button"
      aria-disabled=${mayRenew ? nothing : 'true'}
      ?data-busy=${isRenewing}
      @click=${() => mayRenew && renew()}
    >
      ${isRenewing ? words.renewing : words.renew}
    </button>
    ${
      left > 0 && !isRenewing
        ? html`<p class="muted small">${timeLeft(left, t.method.soon, language)}</p>`
        : nothing
    }
    ${
      challenge.methods.length > 1
        ? html`<div>
            <button class="inline" type="button" @click=${otherMethod}>${t.method.other}</button>
          </div>`
        : nothing
    }
    <p class="muted small">${words.help}</p>
  </details>`;
}

export const notReceivedStyles = css`
  details {
    padding-block: 2px;
  }

  summary {
    padding-block: 10px;
    font-weight: 550;
    text-align: center;
    cursor: pointer;
  }

  details [aria-disabled] {
    color: var(--muted);
    cursor: default;
    text-decoration: none;
  }
`;
