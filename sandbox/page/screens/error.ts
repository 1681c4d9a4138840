import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { EndedScreen } from '../shell/ended-screen.js';
import { bigAlertIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { errorAdvice } from '../texts/errors.js';

/** What an error of a bank means, and the one thing that helps. */
@customElement('error-screen')
export class ErrorScreen extends EndedScreen {
  override render() {
    const { state, language } = this;
    const { happened, help, remedy } = errorAdvice(state.code, 'connect', language.lang);
    return html`<sandbox-page mood="bad" .heading=${happened} .picture=${bigAlertIcon}>
      <p slot="lead">${help}</p>
      <request-id .value=${state.requestId}></request-id>
      ${state.bank ? this.actions(remedy === 'again') : this.wayBack(primaryButton)}
    </sandbox-page>`;
  }

  /** What the words say first; then where else the user may go. */
  private actions(again: boolean) {
    const { t, flow } = this;
    const otherBank = () => this.act({ type: 'back' });
    return html`${
      again
        ? primaryButton(t.remedies.again, () => this.act({ type: 'retry' }))
        : primaryButton(t.remedies['other-bank'], otherBank)
    }
    ${again ? textButton(t.remedies['other-bank'], otherBank) : nothing}
    ${
      flow?.hasOverview
        ? textButton(t.conflict.toOverview, () => this.act({ type: 'done' }))
        : nothing
    }
    ${this.wayBack(textButton)}`;
  }
}

const textButton = (label: string, onClick: () => void) =>
  plainButton({ variant: 'text', label, onClick });
