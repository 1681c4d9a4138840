import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../texts/index.js';
import { minusIcon, plusIcon } from './icons.js';
import { base, controls } from './styles.js';
import { SayEvent } from './voice.js';

/** Flashes a second. Three is the most that is safe to look at (WCAG 2.3.1). */
const speeds = [1, 2, 3] as const;
/** Shares of the full width, in per cent. */
const sizes = [50, 60, 70, 80, 90, 100] as const;

/** One of several values, a step less or more at a time. */
interface Setting {
  readonly words: string;
  readonly less: string;
  readonly more: string;
  readonly at: number;
  readonly last: number;
  readonly set: (at: number) => void;
}

/**
 * The flicker picture of chipTAN optical: five bars, the first one the clock signal, the others one
 * half byte, low half first. It stands still until the user starts it.
 */
@customElement('flicker-picture')
export class FlickerPicture extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 8px;
      }

      /* Black and white in every scheme: the light sensor needs the contrast. */
      .bars {
        display: grid;
        width: var(--size);
        grid-template-columns: repeat(5, 1fr);
        gap: 6%;
        aspect-ratio: 2.2;
        margin-inline: auto;
        padding: 16px 6%;
        border-radius: 12px;
        background: #000;
        forced-color-adjust: none;
      }

      .lit {
        background: #fff;
      }

      .settings {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }

      .setting {
        display: flex;
        align-items: center;
      }

      .setting span {
        flex: 1;
      }

      .setting button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 12px;
      }

      .setting button:hover {
        background: var(--tint);
      }

      .setting button[aria-disabled] {
        color: var(--muted);
        cursor: default;
      }
    `,
  ];

  /** The text that the picture encodes. */
  @property({ attribute: false }) text = '';

  @property({ attribute: false }) language!: Language;

  @state() private frame = 0;
  @state() private running = false;
  @state() private speed = 1;
  @state() private size = 2;

  private timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.run(false);
  }

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    // Not by a style attribute, which the page's Content-Security-Policy forbids.
    this.style.setProperty('--size', `${sizes[this.size] ?? 100}%`);
  }

  override render() {
    const { flicker } = this.language.t;
    const speed = speeds[this.speed] ?? 1;
    const size = sizes[this.size] ?? 100;
    return html`<div class="bars" role="img" aria-label=${flicker.picture}>
        ${this.bars().map((lit) => html`<i class=${lit ? 'lit' : ''}></i>`)}
      </div>
      <p class="muted small">${flicker.warning}</p>
      <div class="settings" role="group" aria-label=${flicker.controls}>
        <button class="button plain compact" type="button" @click=${() => this.run(!this.running)}>
          ${this.running ? flicker.pause : flicker.play}
        </button>
        ${this.setting({
          words: flicker.speed(speed),
          less: flicker.slower,
          more: flicker.faster,
          at: this.speed,
          last: speeds.length - 1,
          set: this.setSpeed,
        })}
        ${this.setting({
          words: flicker.size(size),
          less: flicker.smaller,
          more: flicker.larger,
          at: this.size,
          last: sizes.length - 1,
          set: (at) => (this.size = at),
        })}
      </div>`;
  }

  /** At its end a setting's button stays in place, so that the focus does too. */
  private setting({ words, less, more, at, last, set }: Setting) {
    const step = (label: string, to: number, icon: unknown) => {
      const possible = to >= 0 && to <= last;
      return html`<button
        type="button"
        title=${label}
        aria-disabled=${possible ? nothing : 'true'}
        @click=${() => possible && set(to)}
      >
        ${icon}
      </button>`;
    };
    return html`<div class="setting">
      <span class="small figures">${words}</span>
      ${step(less, at - 1, minusIcon)}${step(more, at + 1, plusIcon)}
    </div>`;
  }

  protected override updated(changed: PropertyValues) {
    const { flicker } = this.language.t;
    // The first values are no news.
    const news = [
      changed.get('speed') === undefined ? '' : flicker.speed(speeds[this.speed] ?? 1),
      changed.get('size') === undefined ? '' : flicker.size(sizes[this.size] ?? 100),
    ].join('');
    if (news) this.dispatchEvent(new SayEvent('control', { notice: news }));
  }

  private readonly setSpeed = (speed: number): void => {
    this.speed = speed;
    this.run(this.running);
  };

  private run(running: boolean): void {
    clearInterval(this.timer);
    this.running = running;
    // Two frames are one flash: the clock signal goes up and down.
    const interval = 500 / (speeds[this.speed] ?? 1);
    this.timer = running ? setInterval(() => (this.frame += 1), interval) : undefined;
  }

  /** The clock signal, then the four bits of the current half byte. */
  private bars(): readonly boolean[] {
    const bytes = [...new TextEncoder().encode(this.text)];
    const halves = bytes.flatMap((byte) => [byte & 15, byte >> 4]);
    const half = halves[(this.frame >> 1) % halves.length] ?? 0;
    return [this.frame % 2 === 0, ...[1, 2, 4, 8].map((bit) => (half & bit) !== 0)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'flicker-picture': FlickerPicture;
  }
}
