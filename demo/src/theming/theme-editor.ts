import {
  readOptions,
  themeDefaults,
  type UbaColor,
  type UbaTheme,
} from '@finodigital/uba-protocol';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { DrawnApart } from '../drawn-apart.js';
import { locale, wordsOf } from '../texts/language.js';
import { themingTexts } from '../texts/theming.js';
import { colorOf, shortfalls, type Shortfall } from './contrast.js';

const t = wordsOf(themingTexts);

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

const colors = Object.keys(themeDefaults) as UbaColor[];

/** Fires when the user chose, typed or took back a colour; `theme` is undefined where none is left. */
export class ThemeChangeEvent extends Event {
  static readonly type = 'theme-change';

  constructor(readonly theme: UbaTheme | undefined) {
    super(ThemeChangeEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * The ten colours, each with a picker and a field for its digits, and a warning where two colours
 * that meet on the screen are too close.
 *
 * @fires theme-change
 */
@customElement('theme-editor')
export class ThemeEditor extends DrawnApart {
  static override styles = [
    controls,
    css`
      .colors {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
        gap: 6px 16px;
      }
      .colors li {
        display: grid;
        grid-template-columns: 36px 1fr 96px;
        align-items: center;
        gap: 8px;
      }
      input[type='color'] {
        inline-size: 36px;
        block-size: 36px;
        padding: 2px;
        border: 1.5px solid var(--line-strong);
        border-radius: var(--control-radius);
        background: var(--surface);
        cursor: pointer;
      }
      input[type='color']::-webkit-color-swatch-wrapper {
        padding: 0;
      }
      /* Not in one rule: each engine drops a rule that holds the other's selector. */
      input[type='color']::-webkit-color-swatch {
        border: 0;
        border-radius: 6px;
      }
      input[type='color']::-moz-color-swatch {
        border: 0;
        border-radius: 6px;
      }
      .field {
        min-block-size: 36px;
        padding-inline: 8px;
        font: 0.8125rem var(--mono);
      }
      label {
        overflow: hidden;
        text-overflow: ellipsis;
        font-size: 0.875rem;
      }
      .problem {
        grid-column: 1 / -1;
      }
      .warnings {
        display: grid;
        gap: 4px;
        margin-block-start: 10px;
        padding: 10px 12px;
        border-radius: var(--control-radius);
        background: var(--warn-surface);
        color: var(--warn);
        font-size: 0.875rem;
      }
    `,
  ];

  /** The colours that are set. */
  @property({ attribute: false }) theme: UbaTheme | undefined;

  /** Colours whose digits break the rule; they wait for a better text. */
  @state() private refused: ReadonlySet<UbaColor> = new Set();

  protected override render() {
    const warnings = shortfalls(this.theme ?? {});
    return html`
      <ul class="colors">
        ${colors.map((color) => this.#row(color, warnings))}
      </ul>
      <div role="status">
        ${
          warnings.length === 0
            ? nothing
            : html`<ul class="warnings">
                ${warnings.map(
                  ({ color, on, ratio, least }) =>
                    html`<li>
                      <b>${color}</b> ${t.low(on, number.format(ratio), number.format(least))}
                    </li>`,
                )}
              </ul>`
        }
      </div>
    `;
  }

  #row(color: UbaColor, warnings: readonly Shortfall[]) {
    const low = warnings.find((warning) => warning.color === color);
    const refused = this.refused.has(color);
    const set = this.theme?.[color];
    return html`
      <li>
        <input
          type="color"
          aria-label=${t.pick(color)}
          .value=${colorOf(this.theme ?? {}, color)}
          @input=${(event: InputEvent & { target: HTMLInputElement }) =>
            this.#set(color, event.target.value)}
        />
        <label for=${color}>
          ${color.replace('Color', '')}
          ${low ? html`<span class="chip warn">${number.format(low.ratio)} : 1</span>` : nothing}
        </label>
        <input
          class="field"
          id=${color}
          spellcheck="false"
          autocomplete="off"
          aria-label=${color}
          aria-invalid=${refused}
          aria-describedby=${refused ? `${color}-problem` : nothing}
          placeholder=${themeDefaults[color]}
          .value=${set ?? ''}
          @change=${(event: Event & { target: HTMLInputElement }) =>
            this.#set(color, event.target.value.trim())}
        />
        ${refused ? html`<span class="problem" id="${color}-problem">${t.hexRule}</span>` : nothing}
      </li>
    `;
  }

  #set(color: UbaColor, value: string): void {
    const refused = new Set(this.refused);
    refused.delete(color);
    const { [color]: _, ...rest } = this.theme ?? {};
    const wanted: UbaTheme = value ? { ...rest, [color]: value } : rest;
    if (readOptions({ theme: wanted }).warnings.length > 0) {
      this.refused = refused.add(color);
      return;
    }
    this.refused = refused;
    // In the documented order, so that the same colours always give the same code.
    const theme = colors.flatMap((name) => {
      const digits = wanted[name];
      return digits === undefined ? [] : [[name, digits] as const];
    });
    this.dispatchEvent(
      new ThemeChangeEvent(theme.length === 0 ? undefined : Object.fromEntries(theme)),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-editor': ThemeEditor;
  }

  interface HTMLElementEventMap {
    'theme-change': ThemeChangeEvent;
  }
}
