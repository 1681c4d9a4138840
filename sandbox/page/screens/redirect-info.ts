import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { bankLine } from '../shell/bank-mark.js';
import { primaryButton } from '../shell/button.js';
import { Screen } from '../shell/screen.js';

@customElement('redirect-info-screen')
export class RedirectInfoScreen extends Screen<'redirect-info'> {
  override render() {
    const { t } = this;
    const { purpose, way } = this.state;
    const bank = bankOf(purpose);
    return html`<sandbox-page .heading=${t.redirect.title}>
      ${bankLine(bank)}
      <p slot="lead">${t.redirect.lead(bank.shortName)}</p>
      <p class="muted">${t.redirect.after}</p>
      ${primaryButton(t.redirect.go, () => this.act({ type: 'go-to-bank' }), Boolean(way))}
    </sandbox-page>`;
  }
}
