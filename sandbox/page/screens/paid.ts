import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { StateOf } from '../../core/flow/flow-state.js';
import { subjectOf } from '../../core/contract/payments.js';
import { primaryButton } from '../shell/button.js';
import { bigCheckIcon } from '../shell/icons.js';
import { subjectWords } from '../shell/payment-subject.js';
import { PaymentScreen } from '../shell/payment-screen.js';

@customElement('paid-screen')
export class PaidScreen extends PaymentScreen<'paid'> {
  override render() {
    const { p, t, language } = this;
    return html`<sandbox-page mood="ok" .heading=${p.paid.title} .picture=${bigCheckIcon}>
      <p slot="lead" class="subject figures">
        ${subjectWords(subjectOf(this.state.payment.transfers), language)}
      </p>
      <p slot="lead">${this.next()}</p>
      ${
        this.state.isRead
          ? html`<p slot="primary" class="center" data-say>${t.done.goesOn}</p>`
          : primaryButton(t.common.done, () => this.act({ type: 'done' }))
      }
    </sandbox-page>`;
  }

  /** The button that had the focus is gone. */
  protected override stateChanged(before: StateOf<'paid'>): void {
    if (this.state.isRead && !before.isRead) this.begin();
  }

  /** What happens next; the bank alone decides on it. */
  private next(): string {
    const { status, executionDate } = this.state.payment;
    const { paid } = this.p;
    if (status === 'SUCCESSFUL') return paid.successful;
    return Date.parse(executionDate) > this.clock.now()
      ? paid.pendingUntil(this.language.day(executionDate))
      : paid.pending;
  }
}
