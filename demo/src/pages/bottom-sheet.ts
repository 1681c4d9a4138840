import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { wordsOf } from '../texts/language.js';
import { pageTexts } from '../texts/pages.js';

const t = wordsOf(pageTexts);

/** Fires when the sheet was opened on a narrow screen, where it covers the lower part of the page. */
export class SheetOpenEvent extends Event {
  static readonly type = 'sheet-open';

  constructor() {
    super(SheetOpenEvent.type, { bubbles: true });
  }
}

/**
 * A card with a heading. On a narrow screen it is a sheet at the lower edge, closed at first, so that
 * what it steers stays in sight above it.
 *
 * @slot head - beside the heading
 * @slot - the content
 * @fires sheet-open
 */
@customElement('bottom-sheet')
export class BottomSheet extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        min-inline-size: 0;
      }
      .card {
        display: flex;
        flex-direction: column;
        overflow: hidden;
        min-block-size: 0;
      }
      header {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        gap: 6px 10px;
        align-items: center;
        min-block-size: 52px;
        padding: 8px 12px 8px 16px;
        border-block-end: 1px solid var(--line);
      }
      h2 {
        flex: 1 1 auto;
      }
      .toggle {
        display: none;
      }
      @media (width < 740px) {
        .card {
          position: fixed;
          inset-inline: 0;
          inset-block-end: 0;
          z-index: 2;
          max-block-size: 50dvh;
          border-width: 1px 0 0;
          border-radius: var(--radius) var(--radius) 0 0;
          box-shadow: 0 -4px 20px rgb(0 0 0 / 0.14);
        }
        header {
          flex-wrap: nowrap;
        }
        h2 {
          min-inline-size: 0;
        }
        .toggle {
          display: inline-flex;
        }
        .body {
          overflow-y: auto;
          overscroll-behavior: contain;
        }
        .card:not([data-open]) .body {
          display: none;
        }
      }
    `,
  ];

  /** The heading. */
  @property() label = '';

  @state() private open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'region';
  }

  protected override willUpdate(): void {
    // The host itself: what is slotted is in it, and in nothing of its shadow tree.
    this.ariaLabel = this.label;
  }

  protected override render() {
    return html`
      <div class="card" ?data-open=${this.open}>
        <header>
          <h2>${this.label}</h2>
          <slot name="head"></slot>
          <button
            class="button toggle"
            type="button"
            aria-expanded=${this.open}
            aria-controls="body"
            @click=${this.#toggle}
          >
            ${this.open ? t.hide : t.show}
          </button>
        </header>
        <div class="body" id="body"><slot></slot></div>
      </div>
    `;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
    if (this.open) this.dispatchEvent(new SheetOpenEvent());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'bottom-sheet': BottomSheet;
  }

  interface HTMLElementEventMap {
    'sheet-open': SheetOpenEvent;
  }
}
