import { consume } from '@lit/context';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { requesterContext } from '../context.js';
import type { StateOf } from '../../core/flow/flow-state.js';
import { primaryButton } from '../shell/button.js';
import { bigCheckIcon } from '../shell/icons.js';
import { statusNote } from '../shell/note.js';
import { Screen } from '../shell/screen.js';

/** So many accounts are named; of more the number says enough. */
const named = 4;

@customElement('done-screen')
export class DoneScreen extends Screen<'done'> {
  static override styles = [
    ...Screen.styles,
    css`
      .list {
        padding: 6px 16px;
        text-align: start;
      }

      li {
        padding-block: 4px;
        overflow-wrap: anywhere;
      }

      p {
        text-wrap: pretty;
      }
    `,
  ];

  @consume({ context: requesterContext, subscribe: true })
  @property({ attribute: false })
  requester: string | undefined;

  override render() {
    const { t, state } = this;
    const { bank, accounts, consentUntil } = state.login;
    const rest = accounts.length - named;
    return html`<sandbox-page mood="ok" tall .heading=${t.done.title} .picture=${bigCheckIcon}>
      <p slot="lead">${bank.shortName} · ${t.common.accounts(accounts.length)}</p>
      <ul class="list" aria-label=${t.accounts.group}>
        ${accounts.slice(0, named).map(
          ({ name, accountNumber }) =>
            html`<li>
              ${name}
              <span class="muted figures">${t.accounts.ending(accountNumber.slice(-4))}</span>
            </li>`,
        )}
        ${rest > 0 ? html`<li class="muted">${t.done.more(t.common.accounts(rest))}</li>` : nothing}
      </ul>
      <p>${t.done.next(this.requester ?? t.consent.somebody)}</p>
      <p class="muted">
        ${consentUntil === undefined ? nothing : t.consent.until(this.language.date(consentUntil))}
        ${t.consent.withdraw}
      </p>
      ${state.isDuplicate ? statusNote('info', t.done.duplicate) : nothing}
      ${
        state.isRead
          ? html`<p slot="primary" class="center" data-say>${t.done.goesOn}</p>`
          : primaryButton(t.common.done, () => this.act({ type: 'done' }))
      }
    </sandbox-page>`;
  }

  /** The button that had the focus is gone. */
  protected override stateChanged(before: StateOf<'done'>): void {
    if (this.state.isRead && !before.isRead) this.begin();
  }
}
