import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Fires when the user moved the handle; `width` is in px. */
export class WidthChangeEvent extends Event {
  static readonly type = 'width-change';

  constructor(readonly width: number) {
    super(WidthChangeEvent.type, { bubbles: true });
  }
}

/** The narrowest that the widget is made for, in px. */
const narrowest = 250;

/** How far an arrow key moves the handle, in px; a Page key goes five times as far. */
const step = 10;

/**
 * The edge of an example, which makes it narrower and wider, by pointer and by keys.
 *
 * @fires width-change
 */
@customElement('drag-handle')
export class DragHandle extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      inline-size: 16px;
      border-inline-start: 1px solid var(--line);
      background: var(--sunken);
      cursor: ew-resize;
      touch-action: none;
    }
    :host(:hover) span,
    :host(:focus-visible) span {
      background: var(--text);
    }
    :host(:focus-visible) {
      outline: 3px solid var(--ring);
      outline-offset: -3px;
    }
    span {
      inline-size: 4px;
      block-size: 44px;
      border-radius: 4px;
      background: var(--line-strong);
    }
    @media (forced-colors: active) {
      span {
        background: CanvasText;
      }
    }
  `;

  /** How wide the example is, in px. */
  @property({ type: Number }) width = 0;

  /** How wide it can be, in px. */
  @property({ type: Number }) widest = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.role = 'separator';
    this.ariaOrientation = 'vertical';
    this.addEventListener('pointerdown', this.#grip);
    this.addEventListener('keydown', this.#onKey);
  }

  protected override willUpdate(): void {
    this.ariaValueMin = String(narrowest);
    this.ariaValueMax = String(this.widest);
    this.ariaValueNow = String(this.width);
    this.ariaValueText = `${this.width} px`;
  }

  protected override render() {
    return html`<span></span>`;
  }

  readonly #grip = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    this.focus();
    this.setPointerCapture(event.pointerId);
    const from = event.clientX - this.width;
    const move = ({ clientX }: PointerEvent) => this.#become(clientX - from);
    this.addEventListener('pointermove', move);
    this.addEventListener(
      'lostpointercapture',
      () => this.removeEventListener('pointermove', move),
      { once: true },
    );
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const widths: Readonly<Record<string, number>> = {
      ArrowLeft: this.width - step,
      ArrowRight: this.width + step,
      PageDown: this.width - 5 * step,
      PageUp: this.width + 5 * step,
      Home: narrowest,
      End: this.widest,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    this.#become(width);
  };

  #become(width: number): void {
    const within = Math.round(Math.min(this.widest, Math.max(narrowest, width)));
    this.dispatchEvent(new WidthChangeEvent(within));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'drag-handle': DragHandle;
  }

  interface HTMLElementEventMap {
    'width-change': WidthChangeEvent;
  }
}
