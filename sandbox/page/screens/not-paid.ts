import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { PaymentScreen } from '../shell/payment-screen.js';
import { errorAdvice } from '../texts/errors.js';

/** A payment cannot go on: what happened, what became of the money, and what to do. */
@customElement('not-paid-screen')
export class NotPaidScreen extends PaymentScreen<'fatal'> {
  override render() {
    const { mood, picture, title, lead } = this.end();
    return html`<sandbox-page mood=${mood} .heading=${title} .picture=${picture}>
      <p slot="lead">${lead}</p>
      <request-id .value=${this.state.requestId}></request-id>
    </sandbox-page>`;
  }

  private end() {
    const { notPaid } = this.p;
    const { fatal } = this.t;
    const { code, reason, isUncertain } = this.state;
    if (isUncertain) {
      const { uncertainTitle: title, uncertain: lead } = notPaid;
      return { mood: 'warn', picture: bigAlertIcon, title, lead };
    }
    if (reason) {
      const lead = `${notPaid.nothing} ${fatal.sessionLead}`;
      return { mood: 'calm', picture: bigClockIcon, title: fatal.sessionTitle, lead };
    }
    const { happened, help } = errorAdvice(code, 'pay', this.language.lang);
    const lead = `${happened}. ${help}`;
    return { mood: 'bad', picture: bigAlertIcon, title: notPaid.title, lead };
  }
}
