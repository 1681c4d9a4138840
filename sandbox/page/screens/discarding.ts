import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PaymentScreen } from '../shell/payment-screen.js';

@customElement('discarding-screen')
export class DiscardingScreen extends PaymentScreen<'discarding'> {
  override render() {
    const { discarding } = this.p;
    return html`<sandbox-page .heading=${discarding.title}>
      <div class="waiting">
        <span class="spinner" aria-hidden="true"></span>
        <p data-busy>${discarding.lead}</p>
      </div>
    </sandbox-page>`;
  }
}
