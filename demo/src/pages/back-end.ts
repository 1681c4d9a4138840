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
import { BackEndRun, categoryKey, type Problem, type Step } from '../back-end/back-end-run.js';
import { backEnd } from '../back-end/back-end.styles.js';
import '../code/copy-button.js';
import { controls } from '../controls.styles.js';
import { withFeatures } from '../demo-session.js';
import { payloadTree, payloadTreeStyles } from '../log/payload-tree.js';
import { mask, takeSnapshot } from '../log/snapshot.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { siteRoot } from '../site-root.js';
import { backEndTexts } from '../texts/back-end.js';
import { wordsOf } from '../texts/language.js';
import './test-data.js';
import './widget-stage.js';

const t = wordsOf(backEndTexts);

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
  { name: 'payee', label: t.payee, value: 'Möbelhaus Beispiel' },
  { name: 'iban', label: t.iban, value: 'DE89370400440532013000' },
  { name: 'amount', label: t.amount, type: 'number', value: '12.34' },
  { name: 'purpose', label: t.purpose, value: 'Rechnung 2026-0815' },
  { name: 'date', label: t.date, type: 'date', value: '' },
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
  { advance: 'PT5S', words: t.seconds5 },
  { advance: 'P1D', words: t.day1 },
  { advance: 'P90D', words: t.days90 },
] as const;

/** What a back end does and learns, step by step, each with the calls that it takes. */
@customElement('back-end-page')
export class BackEndPage extends LitElement {
  static override styles = [controls, payloadTreeStyles, backEnd];

  readonly #run = new BackEndRun(this, {
    origin: sandboxOrigin,
    webhookURL: new URL('webhook', siteRoot).href,
  });

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
      absent: t.tryAgain,
      lost: t.tryAgain,
      gone: t.beginAnew,
    };
    return html`
      <section class="card trouble" role="alert">
        <div>
          <b>${text}</b>
          ${
            kind === 'gone'
              ? nothing
              : html`<p>
                  ${t.startWith} <code>npm start</code>${t.orBeside}
                  <code
                    >uba-sandbox --port ${new URL(sandboxOrigin).port} --allow-origin
                    ${location.origin}</code
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
    const label = session ? t.makeAnother : t.makeSession;
    return html`
      <section class="card" aria-labelledby="session-title">
        <header>
          <h2 id="session-title">${t.session}</h2>
          ${this.#button(label, 'begin', () => this.#run.begin(), t.making, !session)}
        </header>
        <p class="text hint">
          ${t.sessionHint}
          ${session ? html`<a href="${sandboxOrigin}/api">${t.readApi}</a>` : nothing}
        </p>
        ${this.#end('session')}
      </section>
    `;
  }

  #stage() {
    const { session, record } = this.#run;
    if (!session) {
      return html`
        <section class="card" aria-label=${t.widget}>
          <div class="waiting">
            <b>${t.widgetHere}</b>
            <p class="hint">${t.makeFirst} <code>npm start</code></p>
          </div>
        </section>
      `;
    }
    const connectURL = withFeatures(session.redirectURL);
    return html`
      <widget-stage
        follows-page
        .options=${{ origin: sandboxOrigin, connectURL }}
        .record=${record}
        @session-change=${() => this.#run.begin()}
      ></widget-stage>
    `;
  }

  #logins() {
    const { logins } = this.#run;
    return html`
      <section class="card" aria-labelledby="logins-title">
        <header><h2 id="logins-title">${t.logins}</h2></header>
        ${
          logins.length === 0
            ? html`<p class="text hint">${t.noLogins}</p>`
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
            ${(active ? t.byItself : t.onRequest)(timeOf(lastSynchronization))}
          </span>
        </p>
        <div class="actions">
          ${this.#button(
            t.synchronise,
            `synchronise ${bankLoginId}`,
            () => this.#run.synchronise(login),
            t.synchronising,
          )}
          ${this.#button(
            t.delete,
            `delete ${bankLoginId}`,
            () => this.#run.deleteLogin(login),
            t.deleting,
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
          <h2 id="accounts-title">${t.accounts}</h2>
          <span class="hint">${accounts.length > 0 ? t.accountCount(accounts.length) : ''}</span>
        </header>
        ${
          accounts.length === 0
            ? html`<p class="text hint">${t.noAccounts}</p>`
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
            ${bankLoginId ? nothing : html`<span class="chip">${t.uploaded}</span>`}
            <small>${owner}</small>
            <small>${iban ? spacedIban(iban) : t.noIban}</small>
          </span>
          <span class="sum">${money(balance, currency)}</span>
        </button>
      </li>
    `;
  }

  #payment() {
    const { chosen, payment, busy } = this.#run;
    return html`
      <section class="card" aria-labelledby="payment-title">
        <header><h2 id="payment-title">${t.payment}</h2></header>
        <p class="text hint">
          ${chosen ? t.payFrom(chosen.name ?? chosen.bankName) : t.chooseFirst}
        </p>
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
          <div class="triggers" role="group" aria-label=${t.triggers}>
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
            ${busy.has('pay') ? t.ordering : t.order}
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
        ${transfer ? t.orderOf(money(transfer.amount, transfer.currency), transfer.creditor.name) : ''}
        <span class="hint">${t.onDay(executionDate)}</span>
      </p>
      <div class="actions">
        ${this.#button(t.hourLater, 'advance PT1H', () => this.#run.advance('PT1H'), t.moving)}
        ${this.#button(t.dayLater, 'advance P1D', () => this.#run.advance('P1D'), t.moving)}
      </div>
    `;
  }

  #transactions() {
    const { chosen, transactions = [], hasUser } = this.#run;
    return html`
      <section class="card" aria-labelledby="transactions-title">
        <header>
          <h2 id="transactions-title">${t.transactions}</h2>
          ${
            hasUser && chosen
              ? this.#button(t.analyse, 'analyse', () => this.#run.analyse(), t.asking)
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
    if (!chosen) return t.chooseAccount;
    if (!transactions) return t.loading;
    const name = chosen.name ?? chosen.bankName;
    if (transactions.length === 0) return t.noTransactions(name);
    return t.transactionsOn(transactions.length, name);
  }

  #bookings({ accountId }: Account, transactions: readonly Transaction[]) {
    const { categories, fresh } = this.#run;
    return html`
      <div class="scroller" tabindex="0" role="group" aria-label=${t.transactions}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t.day}</th>
              <th scope="col">${t.partner}</th>
              <th scope="col" class="sum">${t.sum}</th>
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
                      ${fresh.has(transactionId) ? html`<span class="chip ok">${t.new}</span>` : nothing}
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
      <div class="scroller" tabindex="0" role="group" aria-label=${t.securities}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t.security}</th>
              <th scope="col" class="sum">${t.quantity}</th>
              <th scope="col" class="sum">${t.worth}</th>
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
          <h2 id="webhooks-title">${t.webhooks}</h2>
          <span class="hint">${deliveries.length > 0 ? t.soFar(deliveries.length) : ''}</span>
        </header>
        <p class="text hint">${t.webhooksHint}</p>
        ${
          deliveries.length > 0
            ? html`<div class="scroller" tabindex="0" role="group" aria-label=${t.deliveries}>
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
          <h2 id="clock-title">${t.clock}</h2>
          <span class="hint">${hasUser ? timeOf(now) : ''}</span>
        </header>
        <p class="text hint">${t.clockHint}</p>
        <div class="actions">
          ${leaps.map(({ advance, words }) =>
            this.#button(words, `advance ${advance}`, () => this.#run.advance(advance), t.moving),
          )}
        </div>
        ${this.#end('clock')}
      </section>
    `;
  }

  #upload() {
    return html`
      <section class="card" aria-labelledby="upload-title">
        <header><h2 id="upload-title">${t.upload}</h2></header>
        <p class="text hint">${t.uploadHint}</p>
        <div class="actions">
          ${this.#button(t.uploadSample, 'upload', () => this.#run.upload(), t.uploading)}
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
