import { html, nothing, type PropertyValues } from 'lit';
import { css } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bank } from '../../core/contract/bank-side.js';
import { bankMark } from '../shell/bank-mark.js';
import { chevronIcon, closeIcon, searchIcon } from '../shell/icons.js';
import { statusNote } from '../shell/note.js';
import { Screen } from '../shell/screen.js';
import { skeletonRows, skeletonStyles } from '../shell/skeleton.js';

/** A combobox whose list is always open: type to narrow it, arrows to move, Enter to choose. */
@customElement('search-screen')
export class SearchScreen extends Screen<'search'> {
  static override styles = [
    ...Screen.styles,
    skeletonStyles,
    css`
      [role='option'] {
        cursor: pointer;
        scroll-margin-block: 120px;
      }

      /* Not at once: most answers come before anybody sees that they are awaited. */
      [aria-busy='true'] {
        opacity: 0.5;
        transition: opacity 100ms 200ms;
      }

      .later {
        animation: appear 100ms 200ms both;
      }

      [role='option']:hover {
        background: var(--tint);
      }

      [role='option'][aria-selected='true'] {
        background: var(--tint);
        box-shadow: inset 3px 0 0 var(--ring);
      }

      .search-icon {
        color: var(--muted);
      }

      .clear {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        margin-inline-end: -12px;
        border-radius: 10px;
        color: var(--muted);
      }

      .help {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }

      @media (forced-colors: active) {
        [role='option'][aria-selected='true'] {
          outline: 3px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];

  @state() private active: string | undefined;

  @query('input') private readonly input!: HTMLInputElement;

  override render() {
    const { state, t } = this;
    const { banks, query } = state;
    const active = banks?.find(({ bankCode }) => bankCode === this.active);
    return html`<sandbox-page .heading=${t.search.title}>
      ${state.declined ? html`<div id="declined">${statusNote('info', t.search.declined, false)}</div>` : nothing}
      <div class="field">
        <label for="query">${t.search.label}</label>
        <div class="box">
          <span class="search-icon">${searchIcon}</span>
          <input
            id="query"
            data-begin
            type="text"
            role="combobox"
            aria-label=${t.search.fullLabel}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-expanded=${banks?.length ? 'true' : 'false'}
            aria-controls="banks"
            aria-describedby=${state.declined ? 'declined' : nothing}
            aria-activedescendant=${active ? `bank-${active.bankCode}` : nothing}
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            enterkeyhint="search"
            .value=${query}
            @input=${this.search}
            @keydown=${this.move}
          />
          ${
            query
              ? html`<button
                  class="clear"
                  type="button"
                  title=${t.search.clear}
                  @click=${this.clear}
                >
                  ${closeIcon}
                </button>`
              : nothing
          }
        </div>
      </div>
      ${banks ? nothing : skeletonRows()}
      <div
        id="banks"
        class="list"
        role="listbox"
        ?hidden=${!banks?.length}
        aria-busy=${state.searching ? 'true' : nothing}
        aria-label=${t.search.results}
      >
        ${repeat(
          banks ?? [],
          ({ bankCode }) => bankCode,
          (bank) => this.option(bank, bank === active),
        )}
      </div>
      <div class="help">
        ${this.found(banks)}
        ${banks?.length === 0 ? html`<p class="muted">${t.search.noneHelp}</p>` : nothing}
      </div>
    </sandbox-page>`;
  }

  /** A paragraph of its own for each, so that none moves when the list takes its room. */
  private found(banks: readonly Bank[] | undefined) {
    const { search } = this.t;
    if (!banks) return html`<p class="hidden" data-busy>${search.searching}</p>`;
    // No number of banks: those on the list are not what was asked for.
    if (this.state.searching) {
      return html`<p class="muted small later" data-busy>${search.searching}</p>`;
    }
    return banks.length
      ? html`<p class="muted small" data-say>${search.count(banks.length)}</p>`
      : html`<p class="label" data-say>${search.none}</p>`;
  }

  private option(bank: Bank, active: boolean) {
    const more = this.more(bank);
    return html`<div
      id="bank-${bank.bankCode}"
      class="row"
      role="option"
      aria-selected=${active ? 'true' : 'false'}
      aria-disabled=${this.state.searching ? 'true' : nothing}
      @click=${() => this.choose(bank)}
    >
      ${bankMark(bank)}
      <span class="words">
        <span class="name">${bank.shortName}</span>
        <span class="more figures">${this.t.common.bankCode(bank.bankCode)} · ${more}</span>
      </span>
      <span class="chevron">${chevronIcon}</span>
    </div>`;
  }

  private more({ supported, login, bic }: Bank): string {
    const { search } = this.t;
    if (!supported) return search.notSupported;
    return login === 'at-bank' ? search.atBank : bic;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.active !== undefined) {
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  private choose(bank: Bank): void {
    // The banks on the list are not those that were asked for.
    if (this.state.searching) return;
    this.act({ type: 'select-bank', bank });
  }

  private readonly search = (): void => {
    this.active = undefined;
    this.act({ type: 'search', query: this.input.value });
  };

  private readonly clear = (): void => {
    this.input.value = '';
    this.search();
    this.input.focus();
  };

  private readonly move = (event: KeyboardEvent): void => {
    const banks = this.state.banks ?? [];
    const at = banks.findIndex(({ bankCode }) => bankCode === this.active);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && banks.length) {
      const from = at < 0 && step < 0 ? 0 : at;
      this.active = banks.at((from + step) % banks.length)?.bankCode;
    } else if (event.key === 'Enter') {
      // Where only one bank was found, no arrow key is needed.
      const chosen = banks[at] ?? (banks.length === 1 ? banks[0] : undefined);
      if (chosen) this.choose(chosen);
    } else if (event.key === 'Escape' && this.input.value) {
      this.clear();
    } else return;
    event.preventDefault();
  };
}
