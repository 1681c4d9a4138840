import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { choices } from '../shell/choices.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';

@customElement('method-screen')
export class MethodScreen extends Screen<'method'> {
  override render() {
    const { t, state } = this;
    const { methods, busy, purpose } = state;
    const list = methods.map((method) => ({
      name: t.methodNames[method],
      more: t.methodNeeds[method],
      choose: () => this.act({ type: 'choose-method', method }),
    }));
    const lead =
      purpose.kind === 'pay' ? t.method.leadToPay(bankOf(purpose).shortName) : t.method.lead;
    return html`<sandbox-page .heading=${t.method.title}>
      <p slot="lead">${lead}</p>
      ${subjectLine(purpose, this.language)} ${choices(list, busy ? t.method.busy : undefined)}
    </sandbox-page>`;
  }
}
