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
    const over = state.reason === 'session-expired' && !state.isUncertain;
    const { title, lead } = this.words();
    return html`<sandbox-page
      mood=${over ? 'calm' : state.isUncertain ? 'warn' : 'bad'}
      .heading=${title}
      .picture=${over ? bigClockIcon : bigAlertIcon}
    >
      <p slot="lead">${lead}</p>
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
  /** What happened, what became of the money where it was a payment, and what to do. */
  private words(): { readonly title: string; readonly lead: string } {
    const { fatal, notPaid, errorTitles, errorLeads } = this.t;
    const { code, reason, isPayment, isUncertain } = this.state;
    if (isUncertain) return { title: notPaid.uncertainTitle, lead: notPaid.uncertain };
    if (reason) {
      const lead = isPayment ? `${notPaid.nothing} ${fatal.sessionLead}` : fatal.sessionLead;
      return { title: fatal.sessionTitle, lead };
    }
    if (!isPayment) return { title: errorTitles[code], lead: errorLeads[code] };
    const reasons: Partial<Record<typeof code, string>> = this.t.notPaidReasons;
    const lead = [reasons[code], notPaid.nothing, notPaid.again].filter(Boolean).join(' ');
    return { title: notPaid.title, lead };
  }
}
