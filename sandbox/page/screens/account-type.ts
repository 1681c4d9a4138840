import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { AccountType } from '../../core/contract/bank-side.js';
import { submitButton } from '../shell/button.js';
import { Screen } from '../shell/screen.js';

@customElement('account-type-screen')
export class AccountTypeScreen extends Screen<'account-type'> {
  @state() private chosen: AccountType | undefined;

  override render() {
    const { t, state } = this;
    const types = state.bank.accountTypes ?? [];
    const chosen = this.chosen ?? types[0];
    return html`<sandbox-page .heading=${t.accountType.title}>
      <p slot="lead">${t.accountType.lead(state.bank.shortName)}</p>
      <form id="form" @submit=${this.submit}>
        <fieldset class="list" aria-label=${t.accountType.group}>
          ${types.map(
            (type) =>
              html`<label class="row">
                <input
                  class="tick"
                  type="radio"
                  name="type"
                  .value=${type}
                  .checked=${type === chosen}
                  @change=${() => (this.chosen = type)}
                />
                <span class="words name">${t.accountTypes[type]}</span>
              </label>`,
          )}
        </fieldset>
      </form>
      ${submitButton({ label: t.common.continue, busyLabel: t.common.continue, busy: false })}
    </sandbox-page>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const accountType = this.chosen ?? this.state.bank.accountTypes?.[0];
    if (accountType) this.act({ type: 'choose-account-type', accountType });
  };
}
