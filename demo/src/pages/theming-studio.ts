import { themeDefaults, type UbaColor, type UbaColorScheme } from '@finodigital/uba-protocol';
import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import '../code/code-tabs.js';
import '../code/copy-button.js';
import { controls } from '../controls.styles.js';
import { newDemoAddress } from '../demo-session.js';
import { EventRecord } from '../log/event-record.js';
import { OptionState, sessionOf } from '../options/option-state.js';
import { controlFor } from '../options/control.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { colorOf } from '../theming/contrast.js';
import { presets, type Preset } from '../theming/presets.js';
import '../theming/theme-editor.js';
import type { ThemeChangeEvent } from '../theming/theme-editor.js';
import { themeSnippets } from '../theming/theme-snippets.js';
import { correctionsOf } from '../theming/used-colors.js';
import '../theming/film-strip.js';
import { wordsOf } from '../texts/language.js';
import { themingTexts } from '../texts/theming.js';
import type { OptionChangeEvent } from '../options/option-change.js';
import './bottom-sheet.js';
import './widget-stage.js';
import type { WidgetStage } from './widget-stage.js';
import { workbench } from './workbench.styles.js';

const t = wordsOf(themingTexts);

const shown: readonly UbaColor[] = [
  'backgroundColor',
  'primaryColor',
  'secondaryColor',
  'textColor',
];

/** Colours for the running frame: presets, the ten colours, and the look to take along. */
@customElement('theming-studio')
export class ThemingStudio extends LitElement {
  static override styles = [
    controls,
    workbench,
    css`
      .presets {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(140px, 100%), 1fr));
        gap: 10px;
        padding: 16px;
      }
      .presets button {
        display: grid;
        align-content: start;
        gap: 2px;
        padding: 10px 12px 12px;
        border: 1.5px solid var(--line-strong);
        border-radius: var(--control-radius);
        background: none;
        font-size: 0.875rem;
        text-align: start;
        cursor: pointer;
      }
      .presets button:hover {
        border-color: var(--text);
      }
      .presets button[aria-pressed='true'] {
        border-color: var(--ring);
        box-shadow: inset 0 0 0 1.5px var(--ring);
      }
      .presets b {
        font-size: 0.9375rem;
        font-weight: 600;
      }
      .swatches {
        display: flex;
        block-size: 24px;
        margin-block-end: 6px;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: 6px;
      }
      .swatches i {
        flex: 1;
      }
      .editor {
        padding: 4px 16px 18px;
      }
      .scheme {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 0 16px 14px;
      }
      .scheme .field {
        inline-size: auto;
      }
      .used {
        display: grid;
        gap: 6px;
        padding: 4px 16px 18px;
        border-block-start: 1px solid var(--line);
      }
      .used h3 {
        padding-block-start: 12px;
      }
      .used li {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }
      .used b {
        flex-basis: 8.5rem;
        font: 600 0.8125rem/1.5 var(--mono);
      }
      .used i {
        inline-size: 18px;
        block-size: 18px;
        border: 1px solid var(--line-strong);
        border-radius: 5px;
      }
      .strip {
        grid-column: 1 / -1;
      }
      .strip > p {
        padding: 10px 16px 0;
      }
      @media (width >= 740px) {
        .code {
          grid-column: 1 / -1;
        }
      }
      @media (width >= 1200px) {
        :host {
          grid-template-columns: minmax(375px, 460px) minmax(0, 1fr);
          grid-template-rows: auto 1fr;
        }
        .stage {
          grid-row: 1 / 3;
        }
        .code {
          grid-column: 2;
        }
      }
    `,
  ];

  readonly #state = new OptionState(
    this,
    { origin: sandboxOrigin },
    { connectURL: newDemoAddress(sandboxOrigin) },
  );
  readonly #record = new EventRecord();

  @query('widget-stage') private readonly stage!: WidgetStage;

  protected override willUpdate(): void {
    this.#record.hide(sessionOf(this.#state.applied));
  }

  protected override render() {
    const { applied } = this.#state;
    return html`
      <widget-stage
        class="stage"
        fillable
        .options=${applied}
        .record=${this.#record}
        @option-change=${({ option, value }: OptionChangeEvent) => this.#state.set(option, value)}
        @session-change=${() => this.#state.set('connectURL', newDemoAddress(sandboxOrigin))}
      ></widget-stage>
      <bottom-sheet
        class="colors"
        label=${t.colours}
        @sheet-open=${() => this.stage.bringIntoView()}
      >
        <copy-button slot="head" label=${t.copyLink} text=${location.href}></copy-button>
        <div class="presets" role="group" aria-label=${t.presets}>
          ${presets.map((preset) => this.#preset(preset))}
        </div>
        <div class="scheme">
          <label class="mono" for="scheme">colorScheme</label>
          ${this.#schemes()}
        </div>
        <div class="editor">
          <theme-editor
            .theme=${applied.theme}
            @theme-change=${({ theme }: ThemeChangeEvent) => this.#state.set('theme', theme)}
          ></theme-editor>
        </div>
        ${this.#used()}
      </bottom-sheet>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">${t.takeAlong}</h2></header>
        <code-tabs label=${t.forms} .snippets=${themeSnippets(applied)}></code-tabs>
      </section>
      <section class="card strip" aria-labelledby="strip-title">
        <header><h2 id="strip-title">${t.strip}</h2></header>
        <p class="hint">${t.stripHint}</p>
        <film-strip .theme=${applied.theme}></film-strip>
      </section>
    `;
  }

  /** What the sandbox shows in the place of what could not be read. */
  #used() {
    const corrections = correctionsOf(this.#state.applied.theme ?? {});
    return html`
      <div class="used">
        <h3>${t.used}</h3>
        <p class="hint">${corrections.length > 0 ? t.usedHint : t.asAsked}</p>
        <ul>
          ${corrections.map(
            ({ color, scheme, asked, used }) => html`
              <li>
                <b>${color}</b>
                <i style=${styleMap({ background: asked })}></i>
                <i style=${styleMap({ background: used })}></i>
                ${t.correction(t[scheme], asked, used)}
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  #preset(preset: Preset) {
    const { applied } = this.#state;
    const chosen =
      preset.colorScheme === applied.colorScheme &&
      JSON.stringify(preset.theme) === JSON.stringify(applied.theme);
    return html`
      <button type="button" aria-pressed=${chosen} @click=${() => this.#take(preset)}>
        <span class="swatches" aria-hidden="true">
          ${shown.map((color) => html`<i style=${styleMap({ background: swatch(preset, color) })}></i>`)}
        </span>
        <b>${preset.name}</b>
        <span class="hint">${preset.words}</span>
      </button>
    `;
  }

  #schemes() {
    const control = controlFor('colorScheme');
    const values = control.as === 'select' ? control.values : [];
    const { colorScheme } = this.#state.applied;
    return html`
      <select
        class="field"
        id="scheme"
        @change=${(event: Event & { target: HTMLSelectElement }) =>
          this.#state.set('colorScheme', event.target.value || undefined)}
      >
        <option value="" .selected=${!colorScheme}>${t.unset}</option>
        ${values.map((value) => html`<option .selected=${value === colorScheme}>${value}</option>`)}
      </select>
    `;
  }

  #take({ colorScheme, theme }: Preset): void {
    this.#state.set('colorScheme', colorScheme);
    this.#state.set('theme', theme);
  }
}

/** Backgrounds of the schemes, where the theme names none. */
const backgrounds: { readonly [scheme in UbaColorScheme]?: { [color in UbaColor]?: string } } = {
  dark: { backgroundColor: '#15181c', textColor: '#f1f3f5' },
};

function swatch({ colorScheme, theme = {} }: Preset, color: UbaColor): string {
  const ofScheme = colorScheme && backgrounds[colorScheme]?.[color];
  return theme[color] ? colorOf(theme, color) : (ofScheme ?? themeDefaults[color]);
}

declare global {
  interface HTMLElementTagNameMap {
    'theming-studio': ThemingStudio;
  }
}
