import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { subjectOf } from '../../core/contract/payments.js';
import { primaryButton } from '../shell/button.js';
import { bigCheckIcon } from '../shell/icons.js';
import { subjectWords } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';

@customElement('paid-screen')
export class PaidScreen extends Screen<'paid'> {
  override render() {
    const { t, language } = this;
    return html`<sandbox-page mood="ok" .heading=${t.paid.title} .picture=${bigCheckIcon}>
      <p slot="lead" class="subject figures">
        ${subjectWords(subjectOf(this.state.payment.transfers), language)}
      </p>
      <p slot="lead">${this.next()}</p>
      ${primaryButton(t.common.done, () => this.act({ type: 'done' }))}
    </sandbox-page>`;
  }

  /** What happens next; the bank alone decides on it. */
  private next(): string {
    const { status, executionDate } = this.state.payment;
    const { paid } = this.t;
    if (status === 'SUCCESSFUL') return paid.successful;
    return Date.parse(executionDate) > this.clock.now()
      ? paid.pendingUntil(this.language.day(executionDate))
      : paid.pending;
  }
}
