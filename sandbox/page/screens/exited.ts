import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bigCheckIcon, bigLeaveIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';

@customElement('exited-screen')
export class ExitedScreen extends Screen<'exited'> {
  override render() {
    const { exited } = this.t;
    const { isDone } = this.state;
    return html`<sandbox-page
      mood=${isDone ? 'ok' : 'calm'}
      .heading=${isDone ? exited.done : exited.title}
      .picture=${isDone ? bigCheckIcon : bigLeaveIcon}
    >
      <p slot="lead">${exited.lead}</p>
    </sandbox-page>`;
  }
}
