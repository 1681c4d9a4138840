import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bigLeaveIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';

@customElement('leaving-screen')
export class LeavingScreen extends Screen<'leaving'> {
  override render() {
    const { leaving } = this.t;
    const site = new URL(this.state.url).host;
    return html`<sandbox-page mood="calm" .heading=${leaving.title} .picture=${bigLeaveIcon}>
      <p slot="lead" data-say>${leaving.lead(site)}</p>
    </sandbox-page>`;
  }
}
