import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from '../shell/screen.js';

@customElement('discarding-screen')
export class DiscardingScreen extends Screen<'discarding'> {
  override render() {
    const { discarding } = this.t;
    return html`<sandbox-page .heading=${discarding.title}>
      <div class="waiting">
        <span class="spinner" aria-hidden="true"></span>
        <p data-busy>${discarding.lead}</p>
      </div>
    </sandbox-page>`;
  }
}
