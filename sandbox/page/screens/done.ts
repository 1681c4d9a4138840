import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { primaryButton } from '../shell/button.js';
import { bigCheckIcon } from '../shell/icons.js';
import { statusNote } from '../shell/note.js';
import { Screen } from '../shell/screen.js';

@customElement('done-screen')
export class DoneScreen extends Screen<'done'> {
  override render() {
    const { t } = this;
    const { login, isDuplicate } = this.state;
    const { bank, accounts } = login;
    return html`<sandbox-page mood="ok" .heading=${t.done.title} .picture=${bigCheckIcon}>
      <p slot="lead">${bank.shortName} · ${t.common.accounts(accounts.length)}</p>
      ${isDuplicate ? statusNote('info', t.done.duplicate) : nothing}
      ${primaryButton(t.common.done, () => this.act({ type: 'done' }))}
    </sandbox-page>`;
  }
}
