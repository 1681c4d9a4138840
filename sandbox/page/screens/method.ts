import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { chevronIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';

@customElement('method-screen')
export class MethodScreen extends Screen<'method'> {
  override render() {
    const { t, state } = this;
    return html`<sandbox-page .heading=${t.method.title}>
      <p slot="lead">${t.method.lead(bankOf(state.purpose).shortName)}</p>
      <ul class="list" aria-busy=${state.busy ? 'true' : nothing}>
        ${state.methods.map(
          (method) =>
            html`<li>
              <button
                class="row"
                type="button"
                aria-disabled=${state.busy ? 'true' : nothing}
                @click=${() => !state.busy && this.act({ type: 'choose-method', method })}
              >
                <span class="words">
                  <span class="name">${t.methodNames[method]}</span>
                  <span class="more">${t.methodNeeds[method]}</span>
                </span>
                <span class="chevron">${chevronIcon}</span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="muted small" role="status">${state.busy ? t.method.busy : nothing}</p>
    </sandbox-page>`;
  }
}
