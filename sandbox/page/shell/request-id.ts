import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { languageContext } from '../context.js';
import type { Language } from '../texts/index.js';
import { checkIcon, copyIcon } from './icons.js';
import { base } from './styles.js';
import { SayEvent } from './voice.js';

/** The id that a user reads out to support, with a button that copies it. */
@customElement('request-id')
export class RequestId extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        color: var(--muted);
        font-size: 0.875rem;
        line-height: 1.25rem;
      }

      /* Whole on the next line, with its button, rather than broken at its hyphen. */
      span {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        max-width: 100%;
      }

      code {
        min-width: 0;
        color: inherit;
        font: inherit;
        font-weight: 550;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
        user-select: all;
      }

      button {
        display: inline-grid;
        place-items: center;
        vertical-align: middle;
        width: 44px;
        height: 44px;
        border-radius: 12px;
        color: inherit;
      }

      button:hover {
        background: var(--tint);
      }
    `,
  ];

  /** The id to show. */
  @property({ attribute: false }) value = '';

  @consume({ context: languageContext, subscribe: true })
  @property({ attribute: false })
  language!: Language;

  @state() private copied: 'not-yet' | 'copied' | 'failed' = 'not-yet';

  @query('code') private readonly code!: HTMLElement;

  override render() {
    const { errorId, copy, copied, copyFailed } = this.language.t.common;
    return html`${errorId}
      <span
        ><code>${this.value}</code>
        <button type="button" title=${copy} @click=${() => void this.copy()}>
          ${this.copied === 'copied' ? checkIcon : copyIcon}
        </button></span
      >
      ${this.copied === 'not-yet' ? nothing : this.copied === 'copied' ? copied : copyFailed}`;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.value);
      this.copied = 'copied';
    } catch {
      // A page may deny its frames the clipboard; then the user copies by hand.
      getSelection()?.selectAllChildren(this.code);
      this.copied = 'failed';
    }
    const { copied, copyFailed } = this.language.t.common;
    const notice = this.copied === 'copied' ? copied : copyFailed;
    this.dispatchEvent(new SayEvent('control', { notice }));
  }
}
