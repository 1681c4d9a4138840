import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Challenge, TanMethod } from '../../core/contract/bank-side.js';
import { minute } from '../../core/contract/durations.js';
import { bankOf, type StateOf } from '../../core/flow/flow-state.js';
import { plainButton, submitButton } from '../shell/button.js';
import { notReceived, notReceivedStyles } from '../shell/not-received.js';
import { EverySecond } from '../shell/every-second.js';
import { errorNote, fieldError, statusNote } from '../shell/note.js';
import { subjectLine } from '../shell/payment-subject.js';
import { Screen } from '../shell/screen.js';
import { timeLeft } from '../shell/time-left.js';
import type { Texts } from '../texts/index.js';

/** From here on the user is warned that the time is nearly up. */
const nearlyUp = minute;

type Lead = (t: Texts, bank: string, phone: string | undefined) => string;

const leadApp: Lead = (t, bank) => t.tan.leadApp(bank);

const leads: Record<TanMethod, Lead> = {
  pushTAN: leadApp,
  smsTAN: (t, bank, phone) => (phone ? t.tan.leadPhone(bank, phone) : t.tan.leadApp(bank)),
  'chipTAN-manual': (t) => t.tan.leadManual,
  'chipTAN-QR': (t) => t.tan.leadQR,
  'chipTAN-optical': (t) => t.tan.leadOptical,
  photoTAN: (t) => t.tan.leadPhoto,
};

/**
 * One field for the TAN, and what the method needs to create it. Where that is a picture or a code,
 * the step begins with it: the field would scroll it away, or call up a keyboard that covers it.
 */
@customElement('tan-screen')
export class TanScreen extends Screen<'tan'> {
  static override styles = [
    ...Screen.styles,
    notReceivedStyles,
    css`
      .tan input {
        font-size: 1.625rem;
        letter-spacing: 0.28em;
        font-variant-numeric: tabular-nums;
      }

      .code {
        padding: 12px 16px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        font-size: 1.625rem;
        line-height: 2rem;
        font-weight: 600;
        letter-spacing: 0.12em;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }

      tan-picture:not(:defined),
      flicker-picture:not(:defined) {
        display: block;
        height: 200px;
      }
    `,
  ];

  @state() private missing = false;
  @state() private renewing = false;

  @query('#tan') private readonly tan!: HTMLInputElement;

  constructor() {
    super();
    new EverySecond(this);
  }

  override render() {
    const { t, state, language } = this;
    const { challenge, busy, error } = state;
    const { method, phone, round, rounds, triesLeft } = challenge;
    const left = challenge.expiresAt - this.clock.now();
    const bank = bankOf(state.purpose).shortName;
    return html`<sandbox-page .heading=${t.tan.title} ?tall=${challenge.picture !== undefined}>
      ${
        error
          ? errorNote(
              error === 'unknown-device' ? t.tan.device : t.tan.wrong,
              html`<p>
                  ${error === 'unknown-device' ? t.tan.deviceHelp : t.tan.wrongHelp(triesLeft)}
                </p>
                <a href="#tan" @click=${this.toField}>${t.tan.check}</a>`,
            )
          : nothing
      }
      <p slot="lead">${leads[method](t, bank, phone)}</p>
      ${subjectLine(state.purpose, language)}
      ${
        rounds > 1
          ? html`<p class="label">
              ${challenge.picture ? t.tan.round(round, rounds) : t.tan.roundPlain(round, rounds)}
            </p>`
          : nothing
      }
      ${challenge.picture ? this.picture(challenge, challenge.picture) : nothing}
      <form id="form" novalidate @submit=${this.submit}>
        <div class="field tan">
          <label for="tan">${t.tan.label}</label>
          <div class="box">
            <input
              id="tan"
              ?data-begin=${!challenge.picture}
              type="text"
              inputmode="numeric"
              autocomplete="one-time-code"
              autocapitalize="none"
              autocorrect="off"
              spellcheck="false"
              required
              aria-invalid=${error || this.missing ? 'true' : nothing}
              aria-describedby="${this.missing ? 'missing ' : error ? 'tan-wrong ' : ''}time"
              ?readonly=${busy}
              @input=${() => (this.missing = false)}
            />
          </div>
          ${
            this.missing
              ? fieldError('missing', t.tan.missing)
              : error
                ? fieldError('tan-wrong', error === 'unknown-device' ? t.tan.device : t.tan.wrong)
                : nothing
          }
        </div>
        <p id="time" class="muted small" role="timer" aria-live="off">
          ${timeLeft(left, t.tan.valid, language)} · ${t.tan.tries(triesLeft)}
        </p>
      </form>
      ${
        left < nearlyUp
          ? statusNote('warn', t.tan.ending)
          : state.renewed
            ? statusNote('ok', t.tan.renewed)
            : nothing
      }
      ${submitButton({ label: t.tan.submit, busyLabel: t.tan.busy, busy: busy && !this.renewing })}
      ${notReceived({
        words: { ...t.tan, summary: t.tan.notReceived, help: t.tan.notReceivedHelp },
        language,
        challenge,
        now: this.clock.now(),
        isRenewing: busy && this.renewing,
        renew: () => {
          if (busy) return;
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

  private picture({ method }: Challenge, text: string): TemplateResult {
    const { tan } = this.t;
    if (method === 'chipTAN-manual') {
      return html`<div>
        <p class="label" id="code-label">${tan.startCode}</p>
        <p class="code" aria-labelledby="code-label">${text}</p>
      </div>`;
    }
    if (method === 'chipTAN-optical') {
      return html`<flicker-picture .text=${text} .language=${this.language}></flicker-picture>`;
    }
    const photo = method === 'photoTAN';
    return html`<tan-picture
        .text=${text}
        .colourful=${photo}
        .label=${photo ? tan.photoPicture : tan.qrPicture}
      ></tan-picture>
      <p class="muted small">${tan.pictureHelp}</p>`;
  }

  protected override firstUpdated(): void {
    this.tan.value = this.prefill.tan ?? '';
  }

  protected override willUpdate(): void {
    // The pictures come with a library of their own, which most users never need.
    const { picture, method } = this.state.challenge;
    if (!picture || method === 'chipTAN-manual') return;
    if (method === 'chipTAN-optical') void import('../shell/flicker-picture.js');
    else void import('../shell/tan-picture.js');
  }

  protected override stateChanged(before: StateOf<'tan'>): void {
    if (!before.busy || this.state.busy) return;
    this.renewing = false;
    this.tan.value = '';
    // The next round, or a fresh TAN, begins where this one did.
    this.begin();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.state.busy) return;
    // Pasted from a message, a TAN may have spaces in it.
    const tan = this.tan.value.replace(/\s/g, '');
    this.missing = !tan;
    this.renewing = false;
    if (tan) this.act({ type: 'submit-tan', tan });
    else this.tan.focus();
  };

  private readonly toField = (event: MouseEvent): void => {
    event.preventDefault();
    this.tan.focus();
  };
}
