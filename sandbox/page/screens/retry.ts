import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { plainButton, primaryButton } from '../shell/button.js';
import { bigAlertIcon, bigClockIcon } from '../shell/icons.js';
import '../shell/request-id.js';
import { Screen } from '../shell/screen.js';
import { retryAdvice } from '../texts/errors.js';

@customElement('retry-screen')
export class RetryScreen extends Screen<'retry'> {
  override render() {
    const { state, language } = this;
    const { remedies } = this.t;
    const late = state.reason === 'expired' || state.reason === 'no-answer';
    const { happened, help, remedy, support } = retryAdvice(state.reason, language.lang);
    const again = () => this.act({ type: 'retry' });
    const otherBank = () => this.act({ type: 'back' });
    const [first, second] =
      remedy === 'other-bank'
        ? ([
            ['other-bank', otherBank],
            ['again', again],
          ] as const)
        : ([
            ['again', again],
            ['other-bank', otherBank],
          ] as const);
    return html`<sandbox-page
      mood="warn"
      .heading=${happened}
      .picture=${late ? bigClockIcon : bigAlertIcon}
    >
      <p slot="lead">${help}</p>
      ${support ? html`<request-id .value=${state.requestId}></request-id>` : nothing}
      ${primaryButton(remedies[first[0]], first[1])}
      ${plainButton({ variant: 'text', label: remedies[second[0]], onClick: second[1] })}
    </sandbox-page>`;
  }
}
