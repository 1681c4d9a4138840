import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../back-end/api-calls.js';
import type {
  Account,
  Delivery,
  LoginStatus,
  MoneyTransfer,
  Transaction,
} from '../back-end/api-types.js';
import { dayOf, isoDayOf, money, spacedIban, timeOf } from '../back-end/amounts.js';
import {
  BackEndRun,
  categoryKey,
  counted,
  type Problem,
  type Step,
} from '../back-end/back-end-run.js';
import { backEnd } from '../back-end/back-end.styles.js';
import '../code/copy-button.js';
import { controls } from '../controls.styles.js';
import { withFeatures } from '../demo-session.js';
import { payloadTree, payloadTreeStyles } from '../log/payload-tree.js';
import { mask, takeSnapshot } from '../log/snapshot.js';
import { PageScheme } from '../page-scheme.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { siteRoot } from '../site-root.js';
import './widget-stage.js';

const loginTones = { OK: 'ok', SCA_REQUIRED: 'warn', SYNC_FAILED: 'bad' } as const;
const deliveryTones = { delivered: 'ok', pending: 'warn', 'given-up': 'bad' } as const;

const paymentTones = {
  OPEN: '',
  PENDING: 'warn',
  SUCCESSFUL: 'ok',
  NOT_SUCCESSFUL: 'bad',
  DISCARDED: 'bad',
} as const;

const paymentFields = [
  { name: 'payee', label: 'Payee', value: 'Möbelhaus Beispiel' },
  { name: 'iban', label: 'IBAN', value: 'DE89370400440532013000' },
  { name: 'amount', label: 'Amount in EUR', type: 'number', value: '12.34' },
  { name: 'purpose', label: 'Purpose', value: 'Rechnung 2026-0815' },
  { name: 'date', label: 'Date, if not today', type: 'date', value: '' },
] as const;

/** What makes happen what others do not: the field to write it to. */
const triggers = {
  'sbx-refuse': 'purpose',
  'sbx-slow': 'purpose',
  'sbx-instant': 'purpose',
  'sbx-close-match': 'payee',
  'sbx-no-match': 'payee',
  'sbx-not-possible': 'payee',
} as const;

const leaps = [
  { advance: 'PT5S', words: '5 seconds' },
  { advance: 'P1D', words: '1 day' },
  { advance: 'P90D', words: '90 days' },
] as const;

/** What a back end does and learns, step by step, each with the calls that it takes. */
@customElement('back-end-page')
export class BackEndPage extends LitElement {
  static override styles = [controls, payloadTreeStyles, backEnd];

  readonly #run = new BackEndRun(this, {
    origin: sandboxOrigin,
    webhookURL: new URL('webhook', siteRoot).href,
  });
  readonly #scheme = new PageScheme(this);

  protected override render() {
    const run = this.#run;
    return html`
      ${run.problem ? this.#trouble(run.problem) : nothing}
      <div class="column">${this.#session()} ${this.#stage()}</div>
      <div class="column">
        ${this.#logins()} ${this.#accounts()} ${this.#payment()} ${this.#transactions()}
      </div>
      <div class="column tools">${this.#webhooks()} ${this.#clock()} ${this.#upload()}</div>
    `;
  }

  #trouble({ kind, text }: Problem) {
    const words = {
      absent: 'Try again',
      lost: 'Try again',
      gone: 'Begin anew',
    };
    return html`
      <section class="card trouble" role="alert">
        <div>
          <b>${text}</b>
          ${
            kind === 'gone'
              ? nothing
              : html`<p>
                  Start it with <code>npm start</code>, or beside this page with
                  <code
                    >npx @finodigital/uba-sandbox --port ${new URL(sandboxOrigin).port}
                    --allow-origin ${location.origin}</code
                  >
                </p>`
          }
        </div>
        <button class="button" type="button" @click=${() => this.#run.retry()}>
          ${words[kind]}
        </button>
      </section>
    `;
  }

  #session() {
    const { session } = this.#run;
    const label = session ? 'Make another session' : 'Make a session';
    return html`
      <section class="card" aria-labelledby="session-title">
        <header>
          <h2 id="session-title">Session</h2>
          ${this.#button(label, 'begin', () => this.#run.begin(), 'Making it …', !session)}
        </header>
        <p class="text hint">
          A new one for each visit. The page gets what the widget needs, and no token.
        </p>
        ${this.#end('session')}
      </section>
    `;
  }

  #stage() {
    const { session, record } = this.#run;
    if (!session) {
      return html`
        <section class="card" aria-label="The widget">
          <div class="waiting">
            <b>The widget comes here</b>
            <p class="hint">
              Make a session first. It takes the sandbox’s API, which <code>npm start</code> serves.
            </p>
          </div>
        </section>
      `;
    }
    // The frame looks as the page around it does.
    const colorScheme = this.#scheme.value;
    const connectURL = withFeatures(session.redirectURL);
    return html`
      <widget-stage
        .options=${{ origin: sandboxOrigin, connectURL, colorScheme }}
        .record=${record}
      ></widget-stage>
    `;
  }

  #logins() {
    const { logins } = this.#run;
    return html`
      <section class="card" aria-labelledby="logins-title">
        <header><h2 id="logins-title">Bank logins</h2></header>
        ${
          logins.length === 0
            ? html`<p class="text hint">None yet. Connect a bank in the widget.</p>`
            : html`<ul class="rows">
                ${logins.map((login) => this.#login(login))}
              </ul>`
        }
        ${this.#end('logins')}
      </section>
    `;
  }

  #login(login: LoginStatus) {
    const { bankLoginId, status, active, lastSynchronization } = login;
    const bank = this.#run.accounts.find(
      (account) => account.bankLoginId === bankLoginId,
    )?.bankName;
    return html`
      <li class="login">
        <p>
          <b>${bank ?? bankLoginId}</b>
          <span class="chip ${loginTones[status]}">${status}</span>
          <span class="hint">
            ${active ? 'Synchronised by itself' : 'Synchronised on request'}, last on
            ${timeOf(lastSynchronization)}
          </span>
        </p>
        <div class="actions">
          ${this.#button(
            'Synchronise',
            `synchronise ${bankLoginId}`,
            () => this.#run.synchronise(login),
            'Synchronising …',
          )}
          ${this.#button(
            'Delete',
            `delete ${bankLoginId}`,
            () => this.#run.deleteLogin(login),
            'Deleting …',
          )}
        </div>
      </li>
    `;
  }

  #accounts() {
    const { accounts } = this.#run;
    return html`
      <section class="card" aria-labelledby="accounts-title">
        <header>
          <h2 id="accounts-title">Accounts</h2>
          <span class="hint"
            >${accounts.length > 0 ? counted(accounts.length, 'account') : ''}</span
          >
        </header>
        ${
          accounts.length === 0
            ? html`<p class="text hint">None yet: they come with a bank login, or by upload.</p>`
            : html`<ul class="rows">
                ${accounts.map((account) => this.#account(account))}
              </ul>`
        }
        ${this.#end('accounts')}
      </section>
    `;
  }

  #account(account: Account) {
    const { accountId, name, bankName, owner, iban, type, balance, currency, bankLoginId } =
      account;
    return html`
      <li>
        <button
          class="account"
          type="button"
          aria-pressed=${accountId === this.#run.chosen?.accountId}
          @click=${() => this.#run.choose(account)}
        >
          <span>
            <b>${name ?? bankName}</b> <span class="chip">${type}</span>
            ${bankLoginId ? nothing : html`<span class="chip">uploaded</span>`}
            <small>${owner}</small>
            <small>${iban ? spacedIban(iban) : 'No IBAN'}</small>
          </span>
          <span class="sum">${money(balance, currency)}</span>
        </button>
      </li>
    `;
  }

  #payment() {
    const { chosen, payment, busy } = this.#run;
    const from = chosen ? `From ${chosen.name ?? chosen.bankName}` : 'Choose an account first';
    return html`
      <section class="card" aria-labelledby="payment-title">
        <header><h2 id="payment-title">Payment</h2></header>
        <p class="text hint">${from}: its user checks and authorises it in the widget.</p>
        <form @submit=${(event: SubmitEvent) => this.#pay(event)} novalidate>
          ${paymentFields.map(
            ({ name, label, value, ...field }) => html`
              <label>
                ${label}
                <input
                  class="field"
                  name=${name}
                  type=${'type' in field ? field.type : 'text'}
                  step="0.01"
                  autocomplete="off"
                  .defaultValue=${value}
                />
              </label>
            `,
          )}
          <div class="triggers" role="group" aria-label="What is to happen">
            ${Object.entries(triggers).map(
              ([word, name]) => html`
                <button
                  class="button"
                  type="button"
                  @click=${(event: Event) => fill(event, name, word)}
                >
                  ${word}
                </button>
              `,
            )}
          </div>
          <button class="button primary" aria-busy=${busy.has('pay')} ?disabled=${!chosen}>
            ${busy.has('pay') ? 'Ordering …' : 'Order the payment'}
          </button>
        </form>
        ${payment ? this.#order(payment) : nothing} ${this.#end('payment')}
      </section>
    `;
  }

  #pay(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const of = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    void this.#run.pay({
      payee: of('payee'),
      iban: of('iban').replaceAll(' ', ''),
      amount: Number(of('amount')),
      purpose: of('purpose'),
      date: of('date'),
    });
  }

  #order({ status, executionDate, transfers: [transfer] }: MoneyTransfer) {
    return html`
      <p class="text order">
        <span class="chip ${paymentTones[status]}" role="status">${status}</span>
        ${transfer ? `${money(transfer.amount, transfer.currency)} to ${transfer.creditor.name}` : ''}
        <span class="hint">on ${executionDate}</span>
      </p>
      <div class="actions">
        ${this.#button('An hour later', 'advance PT1H', () => this.#run.advance('PT1H'), 'Moving …')}
        ${this.#button('A day later', 'advance P1D', () => this.#run.advance('P1D'), 'Moving …')}
      </div>
    `;
  }

  #transactions() {
    const { chosen, transactions = [], hasUser } = this.#run;
    return html`
      <section class="card" aria-labelledby="transactions-title">
        <header>
          <h2 id="transactions-title">Transactions</h2>
          ${
            hasUser && chosen
              ? this.#button('Analyse', 'analyse', () => this.#run.analyse(), 'Asking …')
              : nothing
          }
        </header>
        <p class="text hint">${this.#extent()}</p>
        ${chosen?.securities ? this.#securities(chosen) : nothing}
        ${chosen && transactions.length > 0 ? this.#bookings(chosen, transactions) : nothing}
        ${this.#end('transactions')}
      </section>
    `;
  }

  /** How many transactions of what. */
  #extent(): string {
    const { chosen, transactions } = this.#run;
    if (!chosen) return 'None yet. Choose an account.';
    if (!transactions) return 'Loading …';
    const name = chosen.name ?? chosen.bankName;
    if (transactions.length === 0) return `No transactions on ${name}`;
    return `${counted(transactions.length, 'transaction')} on ${name}, the newest first`;
  }

  #bookings({ accountId }: Account, transactions: readonly Transaction[]) {
    const { categories, fresh } = this.#run;
    return html`
      <div class="scroller" tabindex="0" role="group" aria-label="Transactions">
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Partner, purpose</th>
              <th scope="col" class="sum">Amount</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              transactions,
              ({ transactionId }) => transactionId,
              ({ transactionId, bookingDate, purpose, paymentPartner, amount, currency }) => {
                const category = categories.get(categoryKey({ accountId, transactionId }));
                return html`
                  <tr>
                    <td><time datetime=${isoDayOf(bookingDate)}>${dayOf(bookingDate)}</time></td>
                    <td>
                      ${paymentPartner.name}
                      <small>${purpose}</small>
                      ${fresh.has(transactionId) ? html`<span class="chip ok">new</span>` : nothing}
                      ${category ? html`<span class="chip">${category}</span>` : nothing}
                    </td>
                    <td class="sum">${money(amount, currency)}</td>
                  </tr>
                `;
              },
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #securities({ securities = [] }: Account) {
    return html`
      <div class="scroller" tabindex="0" role="group" aria-label="Securities">
        <table>
          <thead>
            <tr>
              <th scope="col">Security</th>
              <th scope="col" class="sum">Quantity</th>
              <th scope="col" class="sum">Worth</th>
            </tr>
          </thead>
          <tbody>
            ${securities.map(
              ({ name, isin, quantity, amount = 0, currency }) => html`
                <tr>
                  <td>${name}<small>${isin}</small></td>
                  <td class="sum">${quantity}</td>
                  <td class="sum">${money(amount, currency)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #webhooks() {
    const { deliveries } = this.#run;
    return html`
      <section class="card" aria-labelledby="webhooks-title">
        <header>
          <h2 id="webhooks-title">Webhooks</h2>
          <span class="hint">${deliveries.length > 0 ? `${deliveries.length} so far` : ''}</span>
        </header>
        <p class="text hint">
          fino tells a back end what happens. A page cannot be told, so this one looks in the
          sandbox’s log.
        </p>
        ${
          deliveries.length > 0
            ? html`<div class="scroller" tabindex="0" role="group" aria-label="Deliveries">
                <ol class="rows">
                  ${repeat(
                    deliveries,
                    ({ deliveryId }) => deliveryId,
                    (delivery) => this.#delivery(delivery),
                  )}
                </ol>
              </div>`
            : nothing
        }
        ${this.#end('webhooks')}
      </section>
    `;
  }

  #delivery({ body, status }: Delivery) {
    // Each comes with the secret that the webhook was made with.
    const shown = takeSnapshot({ ...body, secret: mask });
    return html`
      <li class="delivery">
        <details>
          <summary>
            <b>${body.event}</b>
            <time datetime=${body.correlationTimestamp}>${timeOf(body.correlationTimestamp)}</time>
            <span class="chip ${deliveryTones[status]}">${status}</span>
          </summary>
          <div class="tree">${payloadTree(shown, 'body')}</div>
        </details>
      </li>
    `;
  }

  #clock() {
    const { hasUser, now } = this.#run;
    return html`
      <section class="card" aria-labelledby="clock-title">
        <header>
          <h2 id="clock-title">Clock</h2>
          <span class="hint">${hasUser ? timeOf(now) : ''}</span>
        </header>
        <p class="text hint">
          Move the sandbox’s: an analysis takes 5 seconds, automatic synchronisations come twice a
          day, a consent lasts 90 days.
        </p>
        <div class="actions">
          ${leaps.map(({ advance, words }) =>
            this.#button(words, `advance ${advance}`, () => this.#run.advance(advance), 'Moving …'),
          )}
        </div>
        ${this.#end('clock')}
      </section>
    `;
  }

  #upload() {
    return html`
      <section class="card" aria-labelledby="upload-title">
        <header><h2 id="upload-title">Upload</h2></header>
        <p class="text hint">An account that you know of from elsewhere can be analysed as well.</p>
        <div class="actions">
          ${this.#button(
            'Upload a sample account',
            'upload',
            () => this.#run.upload(),
            'Uploading …',
          )}
        </div>
        ${this.#end('upload')}
      </section>
    `;
  }

  /** What came of a step, and the calls that it took. */
  #end(step: Step): TemplateResult {
    const { text = '', isBad = false } = this.#run.notes[step] ?? {};
    return html`
      <p class="note ${isBad ? 'bad' : ''}" role="status">${text}</p>
      <api-calls .calls=${this.#run.callsOf(step)}></api-calls>
    `;
  }

  /** @param name of what it does, which shows while it is done */
  #button(
    label: string,
    name: string,
    act: () => Promise<void>,
    busyLabel: string,
    isPrimary = false,
  ): TemplateResult {
    const isBusy = this.#run.busy.has(name);
    const needsUser = name !== 'begin' && !this.#run.hasUser;
    return html`
      <button
        class="button ${isPrimary ? 'primary' : ''}"
        type="button"
        aria-busy=${isBusy}
        ?disabled=${needsUser}
        @click=${act}
      >
        ${isBusy ? busyLabel : label}
      </button>
    `;
  }
}

/** Writes a word to a field of the form that a button is in. */
function fill({ target }: Event, name: string, word: string): void {
  const field = (target as HTMLButtonElement).form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = word;
}

declare global {
  interface HTMLElementTagNameMap {
    'back-end-page': BackEndPage;
  }
}
