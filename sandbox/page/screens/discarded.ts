import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bigCloseIcon } from '../shell/icons.js';
import { PaymentScreen } from '../shell/payment-screen.js';

/** The user has left a payment in time. */
@customElement('discarded-screen')
export class DiscardedScreen extends PaymentScreen<'exited'> {
  override render() {
    const { notPaid } = this.p;
    return html`<sandbox-page
      mood="calm"
      .heading=${notPaid.cancelledTitle}
      .picture=${bigCloseIcon}
    >
      <p slot="lead">${notPaid.nothing} ${this.t.exited.lead}</p>
    </sandbox-page>`;
  }
}
