import { consume } from '@lit/context';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { requesterContext } from '../context.js';
import { checkIcon } from '../shell/icons.js';
import { Screen } from '../shell/screen.js';
import { checks } from '../shell/styles.js';

@customElement('consent-screen')
export class ConsentScreen extends Screen<'consent'> {
  static override styles = [
    ...Screen.styles,
    checks,
    css`
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
    const { consent } = t;
    const { until, busy } = state;
    const who = this.requester ?? consent.somebody;
    const data = [consent.owner, consent.money, consent.securities];
    return html`<sandbox-page .heading=${consent.title}>
      <p slot="lead">${consent.lead(who)}</p>
      <ul aria-label=${consent.data}>
        ${data.map((item) => html`<li>${checkIcon} ${item}</li>`)}
      </ul>
      <p><b>${consent.until(this.language.date(until))}</b> ${consent.noPayments}</p>
      <p class="muted">${consent.withdraw}</p>
      <p class="hidden" data-busy>${busy ? consent.busy : nothing}</p>
      <div slot="primary" class="answers">
        <button
          class="button plain"
          type="button"
          aria-busy=${busy ? 'true' : nothing}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => this.act({ type: 'agree-consent' })}
        >
          ${
            // Beside the word there is no room for it in every language and font.
            busy
              ? html`<span class="spinner" aria-hidden="true"></span>
                  <span class="hidden">${consent.agree}</span>`
              : consent.agree
          }
        </button>
        <button
          class="button plain"
          type="button"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => this.act({ type: 'decline-consent' })}
        >
          ${consent.decline}
        </button>
      </div>
    </sandbox-page>`;
  }
}
