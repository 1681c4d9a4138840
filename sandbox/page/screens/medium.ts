import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { chevronIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';

@customElement('medium-screen')
export class MediumScreen extends Screen<'medium'> {
  override render() {
    const { t, state } = this;
    const { media, method, busy } = state;
    const bank = bankOf(state.purpose).shortName;
    return html`<sandbox-page .heading=${t.medium.title}>
      <p slot="lead">${t.medium.lead(bank, t.methodNames[method])}</p>
      <ul class="list" aria-busy=${busy ? 'true' : nothing}>
        ${media.map(
          ({ mediumId, phone }) =>
            html`<li>
              <button
                class="row"
                type="button"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${() => this.act({ type: 'choose-medium', mediumId })}
              >
                <span class="words name">${t.medium.phone(phone)}</span>
                <span class="chevron">${chevronIcon}</span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="muted small" role="status">${busy ? t.method.busy : nothing}</p>
    </sandbox-page>`;
  }
}
