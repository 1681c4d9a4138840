import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { plainButton, submitButton } from '../shell/button.js';
import { Screen } from '../shell/screen.js';

@customElement('disconnect-screen')
export class DisconnectScreen extends Screen<'disconnect'> {
  override render() {
    const { t } = this;
    const { login, busy } = this.state;
    return html`<sandbox-page .heading=${t.disconnect.title(login.bank.shortName)}>
      <p slot="lead">${t.disconnect.lead(t.common.accounts(login.accounts.length))}</p>
      <form id="form" @submit=${this.submit}></form>
      ${submitButton({ label: t.disconnect.submit, busyLabel: t.disconnect.busy, busy, isDanger: true })}
      ${plainButton({
        variant: 'text',
        label: t.disconnect.keep,
        onClick: () => this.act({ type: 'cancel' }),
      })}
    </sandbox-page>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.state.busy) this.act({ type: 'confirm-disconnect' });
  };
}
