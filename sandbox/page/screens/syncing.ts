import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from '../shell/screen.js';

@customElement('syncing-screen')
export class SyncingScreen extends Screen<'syncing'> {
  override render() {
    const { t } = this;
    const { bank } = this.state.login;
    return html`<sandbox-page .heading=${t.syncing.title(bank.shortName)}>
      <div class="waiting">
        <span class="spinner" aria-hidden="true"></span>
        <p data-busy>${t.syncing.lead}</p>
      </div>
    </sandbox-page>`;
  }
}
