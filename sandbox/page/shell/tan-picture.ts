import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { encode } from 'uqr';

/** The dots of a photoTAN picture; together with black they stand for two bits each. */
const inks = ['#d0021b', '#1a8a34', '#1557c0', '#111111'] as const;

/** A picture that a phone or a reader scans: a QR code, or the coloured dots of photoTAN. */
@customElement('tan-picture')
export class TanPicture extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    /* White in every scheme: a reader needs the contrast. */
    svg {
      display: block;
      width: min(200px, 100%);
      margin-inline: auto;
      border: 1px solid var(--line);
      border-radius: 12px;
      background: #fff;
      forced-color-adjust: none;
    }
  `;

  /** The text that the picture encodes. */
  @property({ attribute: false }) text = '';

  /** Draws coloured dots in place of black squares. */
  @property({ type: Boolean }) colourful = false;

  /** What the picture is, for those who do not see it. */
  @property({ attribute: false }) label = '';

  override render() {
    const { data, size } = encode(this.text, { border: 3 });
    const cells = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [this.cell(x, y)] : [])),
    );
    return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${this.label}>
      ${cells}
    </svg>`;
  }

  private cell(x: number, y: number) {
    const ink = inks[(x * 7 + y * 13 + ((x * y) % 5)) % inks.length];
    return this.colourful
      ? svg`<circle cx=${x + 0.5} cy=${y + 0.5} r="0.46" fill=${ink} />`
      : svg`<rect x=${x} y=${y} width="1.02" height="1.02" fill="#000" />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tan-picture': TanPicture;
  }
}
