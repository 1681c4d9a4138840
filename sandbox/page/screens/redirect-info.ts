import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';

@customElement('redirect-info-screen')
export class RedirectInfoScreen extends Screen<'redirect-info'> {
  override render() {
    const { t } = this;
    const { purpose, way } = this.state;
    const bank = bankOf(purpose);
    const isPayment = purpose.kind === 'pay';
    const lead = isPayment ? t.redirect.leadToPay : t.redirect.lead;
    return html`<sandbox-page .heading=${t.redirect.title}>
      <p slot="lead">${lead(bank.shortName)}</p>
      ${subjectLine(purpose, this.language)}
      <p class="muted">${t.redirect.after}</p>
      ${primaryButton(t.redirect.go, () => this.act({ type: 'go-to-bank' }), Boolean(way))}
      ${
        isPayment
          ? plainButton({
              variant: 'text',
              label: t.common.cancel,
              onClick: () => this.act({ type: 'cancel' }),
            })
          : nothing
      }
    </sandbox-page>`;
  }
}
