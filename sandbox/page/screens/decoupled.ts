import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { minute } from '../../core/contract/durations.js';
import { bankOf } from '../../core/flow/flow-state.js';
import { plainButton } from '../shell/button.js';
import { notReceived, notReceivedStyles } from '../shell/not-received.js';
import { EverySecond } from '../shell/every-second.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';

const nearlyUp = minute;
/** How long a request is valid, which a full ring stands for, in ms. */
const fullRing = 5 * minute;

@customElement('decoupled-screen')
export class DecoupledScreen extends Screen<'decoupled'> {
  static override styles = [
    ...Screen.styles,
    notReceivedStyles,
    css`
      .ring {
        position: relative;
        display: grid;
        place-items: center;
        width: 148px;
        height: 148px;
        margin: 0 auto;
      }

      /* Leaves its room to what the payment is of. */
      .ring.small {
        width: 112px;
        height: 112px;
      }

      .ring svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        transform: rotate(-90deg);
      }

      circle {
        fill: none;
        stroke: var(--line);
        stroke-width: 10;
      }

      .left {
        stroke: var(--graphic);
        transition: stroke-dashoffset 500ms linear;
      }

      .ring span {
        font-size: 30px;
        font-weight: 600;
      }

      .ring small {
        display: block;
        font-size: 14px;
        line-height: 18px;
        font-weight: 400;
        text-align: center;
      }

      .ring.small span {
        font-size: 24px;
      }

      @media (prefers-reduced-motion: reduce) {
        .left {
          transition: none;
        }
      }

      @media (forced-colors: active) {
        circle {
          stroke: GrayText;
        }

        .left {
          stroke: Highlight;
        }
      }
    `,
  ];

  constructor() {
    super();
    new EverySecond(this);
  }

  override render() {
    const { t, state } = this;
    const { challenge, purpose } = state;
    const isPayment = purpose.kind === 'pay';
    const lead = isPayment ? t.decoupled.leadToPay : t.decoupled.lead;
    const left = Math.max(0, challenge.expiresAt - this.clock.now());
    const share = Math.min(1, left / fullRing);
    return html`<sandbox-page .heading=${t.decoupled.title}>
      <p slot="lead">${lead(bankOf(purpose).shortName)}</p>
      ${subjectLine(purpose, this.language)}
      <div
        class="ring ${isPayment ? 'small' : ''}"
        role="timer"
        aria-live="off"
        aria-label=${t.decoupled.left}
      >
        <svg viewBox="0 0 148 148" aria-hidden="true">
          ${svg`<circle cx="74" cy="74" r="69" />
            <circle class="left" cx="74" cy="74" r="69" pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - share * 100} />`}
        </svg>
        <span class="figures">
          ${this.language.duration(left)}
          <small>${t.decoupled.minutes}</small>
        </span>
      </div>
      <p data-say>${left < nearlyUp ? t.decoupled.ending : t.decoupled.waiting}</p>
      ${notReceived({
        words: {
          ...t.decoupled,
          summary: t.decoupled.notReceived,
          help: t.decoupled.notReceivedHelp,
        },
        t,
        challenge,
        now: this.clock.now(),
        isRenewing: false,
        renew: () => this.act({ type: 'renew-tan' }),
        otherMethod: () => this.act({ type: 'other-method' }),
      })}
      ${plainButton({
        variant: 'text',
        label: t.common.cancel,
        onClick: () => this.act({ type: 'cancel' }),
      })}
    </sandbox-page>`;
  }
}
