import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { Screen } from '../shell/screen.js';

@customElement('retry-screen')
export class RetryScreen extends Screen<'retry'> {
  override render() {
    const { t, state } = this;
    const late = state.reason === 'expired' || state.reason === 'no-answer';
    return html`<sandbox-page
      mood="warn"
      .heading=${t.retryTitles[state.reason]}
      .picture=${late ? bigClockIcon : bigAlertIcon}
    >
      <p slot="lead">${t.retryLeads[state.reason]}</p>
      ${state.requestId ? html`<request-id .value=${state.requestId}></request-id>` : nothing}
      ${primaryButton(t.retry.again, () => this.act({ type: 'retry' }))}
      ${plainButton({
        variant: 'text',
        label: t.common.anotherBank,
        onClick: () => this.act({ type: 'back' }),
      })}
    </sandbox-page>`;
  }
}
