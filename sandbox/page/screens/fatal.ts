import { consume } from '@lit/context';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { flowContext } from '../context.js';
import { returnTarget, type Flow } from '../../core/flow/flow-state.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { Screen } from '../shell/screen.js';
import { errorAdvice } from '../texts/errors.js';

@customElement('fatal-screen')
export class FatalScreen extends Screen<'fatal'> {
  @consume({ context: flowContext, subscribe: true })
  @property({ attribute: false })
  flow?: Flow;

  override render() {
    const { t, state, language } = this;
    const over = state.reason === 'session-expired';
    const { happened, help } = errorAdvice(state.code, 'connect', language.lang);
    return html`<sandbox-page
      mood=${over ? 'calm' : 'bad'}
      .heading=${over ? t.fatal.sessionTitle : happened}
      .picture=${over ? bigClockIcon : bigAlertIcon}
    >
      <p slot="lead">${over ? t.fatal.sessionLead : help}</p>
      <request-id .value=${state.requestId}></request-id>
      ${this.actions()}
    </sandbox-page>`;
  }

  /** What the words say first; then where else the user may go. */
  private actions() {
    const { t, state, flow, language } = this;
    const toApplication = () => this.act({ type: 'exit' });
    const hasWayBack = flow && returnTarget(flow.setup) !== undefined;
    if (!state.bank) {
      return hasWayBack ? primaryButton(t.common.toApplication, toApplication) : nothing;
    }
    const { remedy } = errorAdvice(state.code, 'connect', language.lang);
    const otherBank = () => this.act({ type: 'back' });
    const again = remedy === 'again';
    return html`${primaryButton(
      t.remedies[remedy],
      again ? () => this.act({ type: 'retry' }) : otherBank,
    )}
    ${again ? this.plain(t.remedies['other-bank'], otherBank) : nothing}
    ${
      flow?.hasOverview
        ? this.plain(t.conflict.toOverview, () => this.act({ type: 'done' }))
        : nothing
    }
    ${hasWayBack ? this.plain(t.common.toApplication, toApplication) : nothing}`;
  }

  private plain(label: string, onClick: () => void) {
    return plainButton({ variant: 'text', label, onClick });
  }
}
