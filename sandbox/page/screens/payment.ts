import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Payment } from '../../core/contract/bank-side.js';
import { sumsOf, type PayeeCheck, type Transfer } from '../../core/contract/payments.js';
import { asLine } from '../shell/as-line.js';
import { bankMark } from '../shell/bank-mark.js';
import { alertIcon, checkIcon } from '../shell/icons.js';
import { sumWords } from '../shell/payment-subject.js';
import { PaymentScreen } from '../shell/payment-screen.js';

type Content = TemplateResult | string;

/** The order as it is, what the payees' banks say, and the user's decision. */
@customElement('payment-screen')
export class ReviewScreen extends PaymentScreen<'payment'> {
  static override styles = [
    ...PaymentScreen.styles,
    css`
      dl,
      dd,
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      /* A short value stands beside its name, a long one below it. */
      dl > div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
        padding: 11px 16px;
      }

      dl > div + div,
      li + li {
        border-top: 1px solid var(--line);
      }

      li dl > div {
        padding-block: 6px;
        border: 0;
      }

      li {
        padding-block: 6px;
      }

      dt {
        color: var(--muted);
        font-size: 0.875rem;
        line-height: 1.5rem;
      }

      dt,
      dd {
        min-width: 0;
        text-wrap: pretty;
        overflow-wrap: anywhere;
        hyphens: auto;
      }

      .wide {
        flex-basis: 100%;
      }

      .name {
        font-weight: 600;
      }

      .amount {
        font-size: 1.25rem;
        line-height: 1.5rem;
        font-weight: 650;
      }

      .iban {
        display: block;
        color: var(--muted);
        font-size: 0.875rem;
        line-height: 1.25rem;
      }

      .account {
        display: flex;
        align-items: center;
        gap: 14px;
        margin-top: 4px;
      }

      .check {
        display: flex;
        gap: 8px;
        margin-top: 4px;
        font-size: 0.875rem;
        line-height: 1.25rem;
      }

      .check svg {
        color: var(--ok);
      }

      .note {
        margin-top: 8px;
        font-size: 0.875rem;
        line-height: 1.25rem;
      }
    `,
  ];

  override render() {
    const { p, t, state } = this;
    const { payment, busy } = state;
    const { transfers } = payment;
    const [first] = transfers;
    const isOne = transfers.length === 1;
    return html`<sandbox-page .heading=${p.payment.title}>
      ${
        first && isOne
          ? html`<dl class="list">
              ${this.transfer(first, p.payment.amount)}${this.order(payment)}
            </dl>`
          : html`<dl class="list">${this.total(payment)}</dl>
              <ol class="list" role="list" aria-label=${t.pay.transfers(transfers.length)}>
                ${transfers.map(
                  (transfer) =>
                    html`<li>
                      <dl>${this.transfer(transfer, p.payment.amount)}</dl>
                    </li>`,
                )}
              </ol>
              <dl class="list">${this.order(payment)}</dl>`
      }
      <p class="hidden" data-busy>${busy ? p.payment.busy : nothing}</p>
      ${this.decision()}
    </sandbox-page>`;
  }

  private row(name: string, value: Content, classes = ''): TemplateResult {
    return html`<div>
      <dt>${name}</dt>
      <dd class=${classes}>${value}</dd>
    </div>`;
  }

  private total({ transfers }: Payment): TemplateResult {
    const name = this.p.payment.total(this.t.pay.transfers(transfers.length));
    return this.row(name, sumWords(sumsOf(transfers), this.language), 'amount figures');
  }

  private transfer(
    { amount, currency, creditor, purpose, payee }: Payment['transfers'][number],
    amountName: string,
  ): TemplateResult {
    const { payment } = this.p;
    return html`${this.row(amountName, this.language.money(amount, currency), 'amount figures')}
    ${this.row(
      payment.payee,
      html`<bdi class="name">${asLine(creditor.name)}</bdi>
        <span class="iban figures">${grouped(creditor.iban)}</span>
        ${this.verification(payee)}`,
      'wide',
    )}
    ${purpose ? this.row(payment.purpose, html`<bdi>${asLine(purpose)}</bdi>`) : nothing}`;
  }

  /** What all transfers have in common. */
  private order({
    executionDate,
    account,
    bank,
    transfers,
    singleBooking,
  }: Payment): TemplateResult {
    const { payment } = this.p;
    return html`${this.row(payment.date, this.language.day(executionDate))}
    ${
      transfers.length > 1
        ? this.row(payment.booking, singleBooking ? payment.bookedAsOne : payment.bookedSingly)
        : nothing
    }
    ${this.row(
      payment.account,
      html`${bankMark(bank)}
        <span>
          <span class="name">${account.name}</span> · ${bank.shortName}
          <span class="iban figures">${grouped(account.iban ?? account.accountNumber)}</span>
        </span>`,
      'wide account',
    )}`;
  }

  private verification(check: PayeeCheck): TemplateResult {
    const { payeeCheck } = this.p;
    switch (check.result) {
      case 'match':
        return html`<p class="check">${checkIcon} ${payeeCheck.match}</p>`;
      case 'close-match':
        return warning('warn', payeeCheck.close, payeeCheck.closeHelp(asLine(check.name)));
      case 'no-match':
        return warning('bad', payeeCheck.none, payeeCheck.noneHelp);
      case 'not-possible':
        return warning('warn', payeeCheck.notPossible, payeeCheck.notPossibleHelp);
    }
  }

  /** Both answers side by side; where something is doubtful, none of them is the obvious one. */
  private decision(): TemplateResult {
    const { p, t, state } = this;
    const { busy } = state;
    const isSure = state.payment.transfers.every(({ payee }) => payee.result === 'match');
    const words = isSure ? p.payment.submit : p.payment.anyway;
    return html`<div slot="primary" class="answers">
      <button
        class="button ${isSure ? '' : 'plain'}"
        type="button"
        aria-busy=${busy ? 'true' : nothing}
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => this.act({ type: 'authorise' })}
      >
        ${
          // Beside the words there is no room for it in every language and font.
          busy
            ? html`<span class="spinner" aria-hidden="true"></span>
                <span class="hidden">${words}</span>`
            : words
        }
      </button>
      <button class="button plain" type="button" @click=${() => this.act({ type: 'cancel' })}>
        ${t.common.cancel}
      </button>
    </div>`;
  }
}

const warning = (kind: 'warn' | 'bad', headline: string, help: string): TemplateResult =>
  html`<div class="note ${kind}">
    ${alertIcon}
    <div class="words"><b>${headline}</b><br />${help}</div>
  </div>`;

/** An IBAN in groups of four, as people compare it. */
const grouped = (iban: Transfer['creditor']['iban']): string =>
  iban.replaceAll(/.{4}(?=.)/g, '$& ');
