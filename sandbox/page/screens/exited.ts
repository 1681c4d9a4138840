import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bigCheckIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';

@customElement('exited-screen')
export class ExitedScreen extends Screen<'exited'> {
  override render() {
    const { exited } = this.t;
    return html`<sandbox-page mood="calm" .heading=${exited.title} .picture=${bigCheckIcon}>
      <p slot="lead">${exited.lead}</p>
    </sandbox-page>`;
  }
}
