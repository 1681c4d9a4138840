import {
  decodeOption,
  optionNames,
  optionTable,
  type OptionProblem,
  type UbaOptionName,
} from '@finodigital/uba-protocol';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { DrawnApart } from '../drawn-apart.js';
import '../theming/theme-editor.js';
import type { ThemeChangeEvent } from '../theming/theme-editor.js';
import { controlFor, type Control } from './control.js';
import { OptionChangeEvent } from './option-change.js';
import { groups, optionTexts, type Group } from './option-texts.js';
import { wordsOf } from '../texts/language.js';
import { optionFormTexts } from '../texts/options.js';

const t = wordsOf(optionFormTexts);

/** The control of each option, worked out once. */
const controlOf = Object.fromEntries(
  optionNames.map((name) => [name, controlFor(name)]),
) as Readonly<Record<UbaOptionName, Control>>;

/** The languages of the sandbox; UBA's own are not documented. */
const languages = ['de', 'en'] as const;
const languageNames = { de: t.languageDe, en: t.languageEn };

/**
 * Every option of the protocol's table as the control that suits it.
 *
 * @fires option-change
 */
@customElement('option-form')
export class OptionForm extends DrawnApart {
  static override styles = [
    controls,
    css`
      details + details {
        border-block-start: 1px solid var(--line);
      }
      summary {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 48px;
        padding-inline: 16px;
        font-weight: 650;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::before {
        content: '';
        inline-size: 7px;
        block-size: 7px;
        border: solid currentColor;
        border-width: 0 2px 2px 0;
        rotate: -45deg;
        transition: rotate 160ms ease-out;
      }
      details[open] > summary::before {
        rotate: 45deg;
      }
      summary:focus-visible {
        outline-offset: -3px;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
        gap: 14px 20px;
        padding: 0 16px 18px;
      }
      .option {
        display: grid;
        align-content: start;
        gap: 4px;
      }
      .option.wide {
        grid-column: 1 / -1;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
        align-items: center;
      }
      .name {
        font: 600 0.8125rem/1.5 var(--mono);
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 32px;
        cursor: pointer;
      }
      .switch input {
        appearance: none;
        flex: none;
        inline-size: 40px;
        block-size: 24px;
        margin: 0;
        border: 1.5px solid var(--line-strong);
        border-radius: 24px;
        background: var(--sunken);
        cursor: pointer;
      }
      .switch input::before {
        content: '';
        display: block;
        inline-size: 15px;
        block-size: 15px;
        margin: 3px;
        border-radius: 50%;
        background: var(--line-strong);
        transition: translate 160ms ease-out;
      }
      .switch input:checked {
        border-color: var(--on-primary);
        background: var(--primary);
      }
      .switch input:checked::before {
        translate: 16px;
        background: var(--on-primary);
      }
      @media (forced-colors: active) {
        .switch input {
          appearance: auto;
        }
        .switch input::before {
          display: none;
        }
      }
    `,
  ];

  /** The options as they stand, what breaks its rule included. */
  @property({ attribute: false }) values: Readonly<Record<string, unknown>> = {};

  /** What is wrong with them. */
  @property({ attribute: false }) problems: readonly OptionProblem[] = [];

  /** Those that were changed and wait for the next load; left out where all of them do. */
  @property({ attribute: false }) pending: ReadonlySet<UbaOptionName> | undefined;

  /** Whether the running frame takes a new look at once. */
  @property({ type: Boolean }) followsLook = false;

  protected override render() {
    return groups.map(
      (group) => html`
        <details open>
          <summary>${t[group]}</summary>
          <div class="fields">${namesIn(group).map((name) => this.#option(name))}</div>
        </details>
      `,
    );
  }

  #option(name: UbaOptionName) {
    const problem = this.problems.find(({ option }) => option === name)?.problem;
    const { as } = controlOf[name];
    return html`
      <div class="option ${as === 'colors' ? 'wide' : ''}">
        <div class="head">
          ${as === 'switch' ? this.#control(name, problem !== undefined) : this.#label(name)}
          ${this.#chip(name)}
        </div>
        ${as === 'switch' ? nothing : this.#control(name, problem !== undefined)}
        <p class="hint" id="${name}-hint">${optionTexts[name].hint}</p>
        ${problem ? html`<p class="problem" lang="en" id="${name}-problem">${name} ${problem}.</p>` : nothing}
      </div>
    `;
  }

  /** Says so where a change does not act at once. */
  #chip(name: UbaOptionName) {
    const { acts } = optionTable[name];
    const waits = acts === 'next-load' || (acts === 'look' && !this.followsLook);
    if (!this.pending || !waits) return nothing;
    return html`<span class="chip ${this.pending.has(name) ? 'warn' : ''}" id="${name}-chip"
      >${t.nextLoad}</span
    >`;
  }

  #label(name: UbaOptionName) {
    const { as } = controlOf[name];
    if (as === 'switch') return nothing;
    if (as === 'colors') return html`<span class="name" id="${name}-label">${name}</span>`;
    return html`<label class="name" for=${name}>${name}</label>`;
  }

  #control(name: UbaOptionName, invalid: boolean) {
    const control = controlOf[name];
    const value = this.values[name];
    const described = `${name}-chip ${name}-hint${invalid ? ` ${name}-problem` : ''}`;
    const onText = (event: Event & { target: HTMLInputElement | HTMLSelectElement }) => {
      const text = event.target.value.trim();
      this.#change(name, text === '' ? undefined : decodeOption(name, text));
    };
    const select = (choices: readonly (readonly [choice: string, words: string])[]) => html`
      <select
        class="field"
        id=${name}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @change=${onText}
      >
        <option value="">${t.unset}</option>
        ${choices.map(
          ([choice, words]) =>
            html`<option value=${choice} .selected=${choice === value}>${words}</option>`,
        )}
      </select>
    `;
    switch (control.as) {
      case 'switch':
        return html`
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              aria-describedby=${described}
              aria-invalid=${invalid}
              .checked=${value === true}
              @change=${(event: Event & { target: HTMLInputElement }) =>
                this.#change(name, event.target.checked || undefined)}
            />
            <span class="name">${name}</span>
          </label>
        `;
      case 'select':
        return select(control.values.map((choice) => [choice, choice]));
      case 'language': {
        const isOther = typeof value === 'string' && !languages.some((tag) => tag === value);
        return select([
          ...languages.map((tag) => [tag, languageNames[tag]] as const),
          ...(isOther ? [[value, value] as const] : []),
        ]);
      }
      case 'colors':
        return html`
          <theme-editor
            role="group"
            aria-labelledby="${name}-label"
            aria-describedby=${described}
            .theme=${value}
            @theme-change=${(event: ThemeChangeEvent) => this.#change(name, event.theme)}
          ></theme-editor>
        `;
      default:
        return html`
          <input
            class="field"
            id=${name}
            type=${control.as === 'number' ? 'number' : 'text'}
            inputmode=${control.as === 'url' ? 'url' : nothing}
            autocomplete="off"
            spellcheck="false"
            placeholder=${optionTexts[name].placeholder ?? nothing}
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${typeof value === 'number' || typeof value === 'string' ? value : ''}
            @change=${onText}
          />
        `;
    }
  }

  #change(option: UbaOptionName, value: unknown): void {
    this.dispatchEvent(new OptionChangeEvent(option, value));
  }
}

function namesIn(group: Group): readonly UbaOptionName[] {
  return optionNames.filter((name) => optionTexts[name].group === group);
}

declare global {
  interface HTMLElementTagNameMap {
    'option-form': OptionForm;
  }
}
