import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Account } from '../../core/contract/bank-side.js';
import { plainButton, primaryButton, submitButton } from '../shell/button.js';
import { bigAlertIcon } from '../shell/icons.js';
import { errorNote, fieldError } from '../shell/note.js';
import { Screen } from '../shell/screen.js';
import type { StateOf } from '../../core/flow/flow-state.js';

@customElement('accounts-screen')
export class AccountsScreen extends Screen<'accounts'> {
  static override styles = [
    ...Screen.styles,
    css`
      .amount {
        white-space: nowrap;
      }

      /* A long amount goes below the name, which keeps its words whole. */
      .both {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 2px 14px;
        min-width: 0;
      }

      .both .words {
        min-width: min(100%, 9em);
      }
    `,
  ];

  override render() {
    const { t, state } = this;
    const { accounts, selected, busy, error } = state;
    if (accounts.length === 0) return this.empty();
    return html`<sandbox-page .heading=${t.accounts.title}>
      ${
        error
          ? errorNote(
              t.accounts.none,
              html`<a href="#account-0" @click=${this.toFirst}>${t.accounts.toFirst}</a>`,
            )
          : nothing
      }
      <p slot="lead">${t.accounts.lead}</p>
      <form id="form" @submit=${this.submit}>
        ${error ? fieldError('none', t.accounts.none) : nothing}
        <fieldset
          class="list"
          aria-label=${t.accounts.group}
          aria-describedby=${error ? 'none' : nothing}
        >
          ${accounts.map((account, index) =>
            this.row(account, index, selected.includes(account.accountId)),
          )}
        </fieldset>
      </form>
      ${submitButton({
        label: t.accounts.submit(selected.length),
        busyLabel: t.accounts.busy,
        busy,
      })}
    </sandbox-page>`;
  }

  /** The bank has none of the type that it was asked for. */
  private empty() {
    const { t, state } = this;
    const { bank, accountType = 'OTHER' } = state;
    return html`<sandbox-page
      mood="calm"
      .heading=${t.accounts.emptyTitle}
      .picture=${bigAlertIcon}
    >
      <p slot="lead">${t.accounts.empty(bank.shortName, t.accountTypes[accountType])}</p>
      ${primaryButton(t.accounts.anotherType, () => this.act({ type: 'retry' }))}
      ${plainButton({
        variant: 'text',
        label: t.common.anotherBank,
        onClick: () => this.act({ type: 'cancel' }),
      })}
    </sandbox-page>`;
  }

  private row(account: Account, index: number, ticked: boolean) {
    const { accountId, accountNumber, name, type, iban, balance, currency } = account;
    const last = accountNumber.slice(-4);
    const typeName = this.t.accountTypeNames[type];
    return html`<label class="row">
      <input
        id="account-${index}"
        class="tick"
        type="checkbox"
        .checked=${ticked}
        @change=${() => this.act({ type: 'toggle-account', accountId })}
      />
      <span class="both"
        ><span class="words">
          <span class="name">${name}</span>
          ${typeName === name ? nothing : html`<span class="more">${typeName}</span>`}
          <span class="more figures" aria-hidden="true">
            ${iban ? `${iban.slice(0, 4)} …` : '••••'} ${last}
          </span>
          <span class="hidden">${this.t.accounts.ending(last)}</span>
        </span>
        <span class="amount figures">${this.language.money(balance, currency)}</span></span
      >
    </label>`;
  }

  protected override stateChanged(before: StateOf<'accounts'>): void {
    // Each vain try is answered; ticking an account leaves the focus where it is.
    const { error, selected } = this.state;
    if (error && selected.length + before.selected.length === 0) this.focusError();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.state.busy) this.act({ type: 'confirm-accounts' });
  };

  private readonly toFirst = (event: MouseEvent): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#account-0')?.focus();
  };
}
