import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';

/** Copies a text and says so, in the button and to assistive technology. */
@customElement('copy-button')
export class CopyButton extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  /** What is copied. */
  @property({ attribute: false }) text = '';

  /** What the button is called. */
  @property() label = 'Copy';

  @state() private result: 'idle' | 'copied' | 'denied' = 'idle';

  #back: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#back);
  }

  protected override render() {
    const said = { idle: '', copied: 'Copied', denied: 'The browser refused to copy' }[this.result];
    return html`
      <button class="button" type="button" @click=${this.#copy}>${said || this.label}</button>
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
