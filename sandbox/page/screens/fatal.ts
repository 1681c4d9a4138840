import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { primaryButton } from '../shell/button.js';
import { EndedScreen } from '../shell/ended-screen.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';

/** The session is over, or nothing that is known of the error can be loaded. */
@customElement('fatal-screen')
export class FatalScreen extends EndedScreen {
  override render() {
    const { t, state } = this;
    const over = state.reason === 'session-expired';
    return html`<sandbox-page
      mood=${over ? 'calm' : 'bad'}
      .heading=${over ? t.fatal.sessionTitle : t.fatal.title}
      .picture=${over ? bigClockIcon : bigAlertIcon}
    >
      <p slot="lead">${over ? t.fatal.sessionLead : t.fatal.lead}</p>
      <request-id .value=${state.requestId}></request-id>
      ${this.wayBack(primaryButton)}
    </sandbox-page>`;
  }
}
