import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { wordsOf } from '../texts/language.js';
import { siteTexts } from '../texts/site.js';

const t = wordsOf(siteTexts);

/** Copies a text and says so, in the button and to assistive technology. */
@customElement('copy-button')
export class CopyButton extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      :host([quiet]) .button {
        min-block-size: 28px;
        padding-inline: 8px;
        border-color: var(--line);
        font: 600 0.8125rem/1.4 var(--mono);
      }
      :host([quiet]) .button:hover {
        border-color: var(--text);
      }
      svg {
        inline-size: 13px;
        block-size: 13px;
        fill: none;
        stroke: currentColor;
        stroke-width: 1.5;
      }
      @media (pointer: coarse) {
        :host([quiet]) .button {
          min-block-size: 36px;
        }
      }
    `,
  ];

  /** What is copied. */
  @property() text = '';

  /** What the button is called. */
  @property() label = t.copy;

  /** What it is called aloud, where the label alone does not say it. */
  @property() spoken: string | undefined;

  /** A value to copy, in the midst of others. */
  @property({ type: Boolean, reflect: true }) quiet = false;

  @state() private result: 'idle' | 'copied' | 'denied' = 'idle';

  #back: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#back);
  }

  protected override render() {
    const said = { idle: '', copied: t.copied, denied: t.copyDenied }[this.result];
    return html`
      <button
        class="button"
        type="button"
        aria-label=${said || (this.spoken ?? nothing)}
        @click=${this.#copy}
      >
        ${said || this.label}
        ${
          this.quiet
            ? html`<svg viewBox="0 0 14 14" aria-hidden="true">
                <rect x="4.5" y="4.5" width="8" height="8" rx="1.5" />
                <path d="M9.5 4.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
              </svg>`
            : nothing
        }
      </button>
      <span class="visually-hidden" role="status">${said}</span>
    `;
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.result = 'copied';
    } catch {
      this.result = 'denied';
    }
    clearTimeout(this.#back);
    this.#back = setTimeout(() => (this.result = 'idle'), 2000);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'copy-button': CopyButton;
  }
}
