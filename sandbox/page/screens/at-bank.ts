import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';

@customElement('at-bank-screen')
export class AtBankScreen extends Screen<'at-bank'> {
  override render() {
    const { t, state } = this;
    const { purpose } = state;
    const bank = bankOf(purpose);
    return html`<sandbox-page .heading=${t.atBank.title}>
      ${
        state.outcome
          ? nothing
          : html`<p slot="lead" data-say>
              ${(state.unseen ? t.atBank.unseenLead : t.atBank.lead)(bank.shortName)}
            </p>`
      }
      ${subjectLine(purpose, this.language)}
      <div class="waiting">
        <span class="spinner" aria-hidden="true"></span>
        <p data-say>${state.outcome ? t.atBank.checking : t.atBank.waiting}</p>
      </div>
      ${
        state.outcome
          ? nothing
          : html`${
              state.unseen
                ? primaryButton(t.atBank.inside, () => this.act({ type: 'go-inside' }))
                : nothing
            }${plainButton({
              variant: 'plain',
              label: t.atBank.reopen,
              onClick: () => this.act({ type: 'go-to-bank' }),
            })}${plainButton({
              variant: 'text',
              label: purpose.kind === 'pay' ? t.pay.toReview : t.common.cancel,
              onClick: () => this.act({ type: 'cancel' }),
            })}`
      }
    </sandbox-page>`;
  }
}
