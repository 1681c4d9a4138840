import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bigCheckIcon, bigCloseIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';

@customElement('exited-screen')
export class ExitedScreen extends Screen<'exited'> {
  override render() {
    const { exited, notPaid } = this.t;
    const { isDiscarded } = this.state;
    return html`<sandbox-page
      mood="calm"
      .heading=${isDiscarded ? exited.discarded : exited.title}
      .picture=${isDiscarded ? bigCloseIcon : bigCheckIcon}
    >
      <p slot="lead">${isDiscarded ? `${notPaid.nothing} ${exited.lead}` : exited.lead}</p>
    </sandbox-page>`;
  }
}
