import { themeDefaults, type UbaColor, type UbaColorScheme } from '@finodigital/uba-protocol';
import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
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
import './widget-stage.js';
import { workbench } from './workbench.styles.js';

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
        font-size: 14px;
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
        font-size: 15px;
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
      @media (width >= 1200px) {
        :host {
          grid-template-columns: minmax(375px, 460px) minmax(0, 1fr) minmax(0, 1fr);
        }
        .colors {
          grid-row: 1 / 3;
        }
        .code {
          grid-column: 3;
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

  protected override willUpdate(): void {
    this.#record.hide(sessionOf(this.#state.applied));
  }

  protected override render() {
    const { applied } = this.#state;
    return html`
      <widget-stage class="stage" .options=${applied} .record=${this.#record}></widget-stage>
      <section class="card colors" aria-labelledby="colors-title">
        <header>
          <h2 id="colors-title">Colours</h2>
          <copy-button label="Copy link" .text=${location.href}></copy-button>
        </header>
        <div class="presets" role="group" aria-label="Presets">
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
      </section>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">Take it along</h2></header>
        <code-tabs label="Forms of the look" .snippets=${themeSnippets(applied)}></code-tabs>
      </section>
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
        <option value="" .selected=${!colorScheme}>unset</option>
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
