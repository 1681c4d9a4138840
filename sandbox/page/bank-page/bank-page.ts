/**
 * The page of a demo bank, where a redirected login happens. Its design differs from the sandbox's,
 * and it answers by `sendBack` with what the user did here.
 */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { reportPresence, sendBack } from '../bank-window.js';
import { banks } from '../../core/bank/banks.js';
import type { Bank, BankReturn } from '../../core/contract/bank-side.js';
import { day } from '../../core/contract/durations.js';
import { readSubject } from '../../core/contract/payments.js';
import { bankMark } from '../shell/bank-mark.js';
import { checkIcon } from '../shell/icons.js';
import { subjectWords } from '../shell/payment-subject.js';
import { base, checks, controls } from '../shell/styles.js';
import { chooseLanguage, wordsIn } from '../texts/index.js';
import { appearanceApplier } from '../theme/apply-appearance.js';
import { bankTable } from '../texts/bank-page.js';

const params = new URLSearchParams(location.search);

/** A payment is approved here, and not an access. */
const isPayment = params.get('goal') === 'pay';

/** Who logs in unless the URL says otherwise: the demo user of private accounts. */
const usualUser = 'persondemo';

@customElement('bank-page')
export class BankPage extends LitElement {
  static override styles = [
    base,
    controls,
    checks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }

      header {
        padding-block: 16px;
        background: var(--bank);
        color: #fff;
      }

      header div,
      main,
      form {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }

      header div,
      main {
        width: min(440px, 100%);
        margin-inline: auto;
      }

      header div {
        flex-direction: row;
        align-items: center;
        gap: 14px;
        padding-inline: 20px;
      }

      /* The mark has the colour that it stands on. */
      header svg {
        border: 1.5px solid rgb(255 255 255 / 0.5);
        border-radius: 12px;
      }

      header b {
        display: block;
        font-weight: 650;
      }

      header small {
        font-size: 0.875rem;
        line-height: 1.25rem;
      }

      main {
        flex: 1;
        padding: 24px 20px 20px;
      }

      h1 {
        font-size: 1.5rem;
        line-height: 1.875rem;
        font-weight: 650;
        letter-spacing: -0.01em;
      }

      p {
        text-wrap: pretty;
      }

      .button[type='submit'] {
        border-color: var(--bank);
        background: var(--bank);
        color: #fff;
      }

      .subject {
        font-size: 1.25rem;
        line-height: 1.625rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }

      .slack {
        flex: 1;
      }

      /* No action of a user's. */
      .testing {
        margin-top: 8px;
        padding-top: 12px;
        border-top: 1px dashed var(--control);
        font-size: 0.875rem;
        line-height: 1.25rem;
        text-align: center;
      }

      footer {
        padding: 10px 20px;
        border-top: 1px solid var(--line);
        background: var(--surface);
        color: var(--muted);
        font-size: 0.8125rem;
        line-height: 1.125rem;
        text-align: center;
      }
    `,
  ];

  @state() private answered = false;

  /** Absent where a payment is approved: whose it is the bank knows. */
  @query('#user-name') private readonly userName!: HTMLInputElement | null;

  private readonly language = chooseLanguage([params.get('lang') ?? '', ...navigator.languages]);
  private readonly t = wordsIn(bankTable, this.language.lang).page;
  /** Whether an answer reaches the page that the user comes from. */
  private readonly isHeard = reportPresence().isHeard;
  private readonly bank = banks.find(({ bankCode }) => bankCode === params.get('bank'));

  override connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.language.lang;
    document.body.dataset.print = this.language.t.common.print;
    if (!this.bank) return;
    document.title = this.bank.shortName;
    this.style.setProperty('--bank', this.bank.mark.color);
  }

  override render() {
    const { t, bank } = this;
    if (!bank) return html`<main><h1>${t.unknown}</h1></main>`;
    return html`<header>
        <div>
          ${bankMark(bank)}
          <span><b>${bank.shortName}</b><small>${t.subtitle}</small></span>
        </div>
      </header>
      <main>
        ${this.answered ? html`<h1>${this.isHeard ? t.done : t.unheard}</h1>` : this.question(bank)}
      </main>
      <footer>${t.strip}</footer>`;
  }

  private question(bank: Bank) {
    const { t } = this;
    return html`<h1>${isPayment ? t.payTitle : t.title}</h1>
      ${this.isHeard ? nothing : html`<p role="status">${t.unheard}</p>`}
      ${isPayment ? this.payment() : this.access(bank)}
      <div class="slack"></div>
      <div class="answers">
        <button class="button" type="submit" form="form">${isPayment ? t.approve : t.agree}</button>
        <button
          class="button plain"
          type="button"
          @click=${() => this.answer({ outcome: 'cancelled' })}
        >
          ${t.cancel}
        </button>
      </div>
      <div class="testing">
        <p class="muted" id="testing">${t.testing}</p>
        <button
          class="button text"
          type="button"
          aria-describedby="testing"
          @click=${() => this.answer({ outcome: 'refused' })}
        >
          ${isPayment ? t.refusePayment : t.refuse}
        </button>
      </div>`;
  }

  /** Which access is given, and who logs in to give it. */
  private access(bank: Bank) {
    const { t } = this;
    return html`<p>${t.lead(Math.round(bank.consentTerm / day))}</p>
      <ul>
        ${[t.balances, t.transactions].map((item) => html`<li>${checkIcon} ${item}</li>`)}
      </ul>
      <p>${t.limits}</p>
      <form id="form" @submit=${this.agree}>
        <div class="field">
          <label for="user-name">${t.userName}</label>
          <div class="box">
            <input
              id="user-name"
              type="text"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              required
              .value=${params.get('user') ?? usualUser}
            />
          </div>
        </div>
      </form>`;
  }

  /** What is paid. */
  private payment() {
    const { t } = this;
    return html`<p>${t.payLead}</p>
      <p class="subject">${subjectWords(readSubject(params), this.language)}</p>
      <p>${t.payLimits}</p>
      <form id="form" @submit=${this.agree}></form>`;
  }

  private readonly agree = (event: SubmitEvent): void => {
    event.preventDefault();
    this.answer({ outcome: 'agreed', userName: this.userName?.value.trim() ?? '' });
  };

  /** The sandbox closes this window; until then a message is shown. */
  private answer(back: BankReturn): void {
    this.answered = true;
    sendBack(back);
  }
}

appearanceApplier(document.documentElement)({ colorScheme: 'system' });
document.body.append(document.createElement('bank-page'));
