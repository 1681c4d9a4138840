import { consume } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { flowContext } from '../context.js';
import { returnTarget, type Flow } from '../../core/flow/flow-state.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { Screen } from '../shell/screen.js';

@customElement('fatal-screen')
export class FatalScreen extends Screen<'fatal'> {
  @consume({ context: flowContext, subscribe: true })
  @property({ attribute: false })
  flow?: Flow;

  override render() {
    const { t, state, flow } = this;
    const leadsBack = flow && returnTarget(flow.setup) !== undefined;
    const over = state.reason === 'session-expired';
    return html`<sandbox-page
      mood=${over ? 'calm' : 'bad'}
      .heading=${over ? t.fatal.sessionTitle : t.errorTitles[state.code]}
      .picture=${over ? bigClockIcon : bigAlertIcon}
    >
      <p slot="lead">${over ? t.fatal.sessionLead : t.errorLeads[state.code]}</p>
      <request-id .value=${state.requestId}></request-id>
      ${
        state.bank
          ? primaryButton(t.common.anotherBank, () => this.act({ type: 'retry' }))
          : nothing
      }
      ${
        state.bank && flow?.hasOverview
          ? plainButton({
              variant: 'text',
              label: t.conflict.toOverview,
              onClick: () => this.act({ type: 'done' }),
            })
          : nothing
      }
      ${
        state.bank && leadsBack
          ? plainButton({
              variant: 'text',
              label: t.common.toApplication,
              onClick: () => this.act({ type: 'exit' }),
            })
          : nothing
      }
    </sandbox-page>`;
  }
}
