import { consume } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { flowContext } from '../context.js';
import { returnTarget, type Flow } from '../../core/flow/flow-state.js';
import { primaryButton } from '../shell/button.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { Screen } from '../shell/screen.js';

/** The session is over, or nothing that is known of the error can be loaded. */
@customElement('fatal-screen')
export class FatalScreen extends Screen<'fatal'> {
  @consume({ context: flowContext, subscribe: true })
  @property({ attribute: false })
  flow?: Flow;

  override render(): TemplateResult {
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

  /** To the application, where it has said how to come back to it. */
  protected wayBack(button: (label: string, onClick: () => void) => TemplateResult) {
    if (!this.flow || returnTarget(this.flow.setup) === undefined) return nothing;
    return button(this.t.common.toApplication, () => this.act({ type: 'exit' }));
  }
}
