import { css, html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { minute } from '../../core/contract/durations.js';
import { bankOf, type StateOf } from '../../core/flow/flow-state.js';
import { plainButton } from '../shell/button.js';
import { notReceived, notReceivedStyles } from '../shell/not-received.js';
import { EverySecond } from '../shell/every-second.js';
import { statusNote } from '../shell/note.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';
import { timeLeft } from '../shell/time-left.js';

const nearlyUp = minute;
/** How long a request is valid, which a full ring stands for, in ms. */
const fullRing = 5 * minute;

@customElement('decoupled-screen')
export class DecoupledScreen extends Screen<'decoupled'> {
  static override styles = [
    ...Screen.styles,
    notReceivedStyles,
    css`
      .wait {
        display: flex;
        align-items: center;
        gap: 16px;
      }

      .wait svg {
        flex: none;
        width: 72px;
        height: 72px;
        transform: rotate(-90deg);
      }

      circle {
        fill: none;
        stroke: var(--line);
        stroke-width: 7;
      }

      .left {
        stroke: var(--graphic);
        transition: stroke-dashoffset 500ms linear;
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

  @state() private renewing = false;

  constructor() {
    super();
    new EverySecond(this);
  }

  override render() {
    const { t, state } = this;
    const { challenge, purpose } = state;
    const lead = purpose.kind === 'pay' ? t.decoupled.leadToPay : t.decoupled.lead;
    const left = Math.max(0, challenge.expiresAt - this.clock.now());
    const share = Math.min(1, left / fullRing);
    return html`<sandbox-page .heading=${t.decoupled.title}>
      <p slot="lead">${lead(bankOf(purpose).shortName)}</p>
      ${subjectLine(purpose, this.language)}
      <div class="wait">
        <svg viewBox="0 0 72 72" aria-hidden="true">
          ${svg`<circle cx="36" cy="36" r="32" />
            <circle class="left" cx="36" cy="36" r="32" pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - share * 100} />`}
        </svg>
        <div>
          <p data-say>${left < nearlyUp ? t.decoupled.ending : t.decoupled.waiting}</p>
          <p class="muted small" role="timer" aria-live="off">
            ${timeLeft(left, t.decoupled.left, this.language)}
          </p>
        </div>
      </div>
      ${state.renewed ? statusNote('ok', t.decoupled.renewed) : nothing}
      ${notReceived({
        words: {
          ...t.decoupled,
          summary: t.decoupled.notReceived,
          help: t.decoupled.notReceivedHelp,
        },
        language: this.language,
        challenge,
        now: this.clock.now(),
        isRenewing: this.renewing,
        renew: () => {
          this.renewing = true;
          this.act({ type: 'renew-tan' });
        },
        otherMethod: () => this.act({ type: 'other-method' }),
      })}
      ${plainButton({
        variant: 'text',
        label: t.common.cancel,
        onClick: () => this.act({ type: 'cancel' }),
      })}
    </sandbox-page>`;
  }

  /** Another request replaces the one that did not arrive. */
  protected override stateChanged(before: StateOf<'decoupled'>): void {
    if (before.challenge !== this.state.challenge) this.renewing = false;
  }
}
