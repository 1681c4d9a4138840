import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { choices } from '../shell/choices.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';

@customElement('medium-screen')
export class MediumScreen extends Screen<'medium'> {
  override render() {
    const { t, state } = this;
    const { media, method, busy, purpose } = state;
    const list = media.map(({ mediumId, phone }) => ({
      name: t.medium.phone(phone),
      choose: () => this.act({ type: 'choose-medium', mediumId }),
    }));
    return html`<sandbox-page .heading=${t.medium.title}>
      <p slot="lead">${t.medium.lead(bankOf(purpose).shortName, t.methodNames[method])}</p>
      ${subjectLine(purpose, this.language)} ${choices(list, busy ? t.method.busy : undefined)}
    </sandbox-page>`;
  }
}
