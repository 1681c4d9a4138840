/** The sandbox's tools: a panel beside the flow, with the test controls. It is no part of UBA. */
import { isDocumented } from '@finodigital/uba-protocol/internal';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PostedLog, LoggedEvent } from '../posted-log.js';
import type { Clock } from '../../core/contract/clock.js';
import { day, hour, minute, second } from '../../core/contract/durations.js';
import { subjectOf } from '../../core/contract/payments.js';
import type {
  ControlledLogin,
  ControlledOrder,
  PhoneItem,
  SandboxControls,
  SandboxView,
} from '../../core/contract/sandbox-controls.js';
import { scenarios } from '../../core/scenarios/scenarios.js';
import { EverySecond } from '../shell/every-second.js';
import { closeIcon } from '../shell/icons.js';
import { subjectWords } from '../shell/payment-subject.js';
import { base } from '../shell/styles.js';
import { wordsIn, type Language } from '../texts/index.js';
import { panelStyles } from './panel-styles.js';
import { panelTable, type PanelTexts } from '../texts/panel.js';

/** The choices of how long the bank takes to answer, in ms. */
const latencies = [0, 300, second, 3 * second] as const;

/** What the panel shows and controls. */
export interface PanelParts {
  readonly controls: SandboxControls;
  readonly clock: Clock;
  readonly log: PostedLog;
  readonly language: Language;
  /** The scenario that the page was opened with. */
  readonly running?: string | undefined;
}

/** @fires close - the user wants the panel out of the way */
@customElement('sandbox-panel')
export class SandboxPanel extends LitElement {
  static override styles = [base, panelStyles];

  /** Set before the panel is inserted. */
  @property({ attribute: false }) parts!: PanelParts;

  @state() private view: SandboxView | undefined;

  private texts!: PanelTexts;
  private cleanUps: (() => void)[] = [];

  constructor() {
    super();
    // The time that it shows passes by itself; of everything else it is notified.
    new EverySecond(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    const { controls, log, language } = this.parts;
    this.texts = wordsIn(panelTable, language.lang);
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-label', this.texts.panel.title);
    this.cleanUps = [
      controls.subscribe(() => void this.refresh()),
      log.subscribe(() => this.requestUpdate()),
    ];
    this.addEventListener('keydown', this.closeByKey);
    void this.refresh();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.closeByKey);
    for (const cleanUp of this.cleanUps) cleanUp();
  }

  override focus() {
    this.renderRoot.querySelector('button')?.focus();
  }

  private async refresh(): Promise<void> {
    this.view = await this.parts.controls.view();
  }

  override render() {
    const { view, texts: t } = this;
    const { events } = this.parts.log;
    return html`<div class="head">
        <h2>${t.panel.title}</h2>
        <button type="button" aria-label=${t.panel.close} @click=${this.close}>${closeIcon}</button>
      </div>
      <div class="sections">
        ${
          view
            ? html`${this.section(t.phone.title, this.phone(view.phone), { open: true })}
              ${this.section(t.clock.title, this.clock(), { open: true })}
              ${
                view.orders.length > 0
                  ? this.section(t.orders.title, this.orders(view.orders), {
                      open: true,
                      count: view.orders.length,
                    })
                  : nothing
              }
              ${this.section(t.connections.title, this.connections(view.logins), {
                open: true,
                count: view.logins.length,
              })}`
            : nothing
        }
        ${this.section(t.events.title, this.events(events), { open: true, count: events.length })}
        ${this.section(t.scenarios.title, this.scenarios())}
        ${view ? this.section(t.latency.title, this.latency(view.latency)) : nothing}
        ${this.section(t.reset.title, this.reset())}
      </div>`;
  }

  private section(
    title: string,
    content: TemplateResult,
    { open = false, count }: { open?: boolean; count?: number } = {},
  ) {
    return html`<details ?open=${open}>
      <summary>${title} ${count ? html`<span class="count">(${count})</span>` : nothing}</summary>
      <div class="inside">${content}</div>
    </details>`;
  }

  private phone(items: readonly PhoneItem[]) {
    const { phone } = this.texts;
    return html`<div class="phone" role="log" aria-label=${phone.title}>
      ${items.length === 0 ? html`<p class="muted">${phone.empty}</p>` : nothing}
      ${repeat(
        items,
        (item) => `${item.attemptId} ${item.kind} ${item.expiresAt}`,
        (item) => html`<div class="message">${this.message(item)}</div>`,
      )}
    </div>`;
  }

  private message(item: PhoneItem) {
    const { phone } = this.texts;
    const { controls, language } = this.parts;
    const { attemptId, bankName, moneyTransferId } = item;
    const order = this.view?.orders.find((one) => one.moneyTransferId === moneyTransferId);
    const subject = order && this.subject(order);
    if (item.kind === 'tan') {
      const method = language.t.methodNames[item.method];
      return html`<p>
          ${subject === undefined ? phone.tan(bankName, method) : phone.tanToPay(bankName, method, subject)}
        </p>
        <p class="digits figures">${item.tan}</p>`;
    }
    if (item.kind === 'device') {
      return html`<p>${phone.unknown(bankName)}</p>
        <div class="buttons">
          ${this.tool(phone.bind, () => controls.decide(attemptId, 'bound'))}
        </div>`;
    }
    return html`<p>
        ${subject === undefined ? phone.asks(bankName) : phone.asksToPay(bankName, subject)}
      </p>
      <div class="buttons">
        ${this.tool(phone.approve, () => controls.decide(attemptId, 'approved'))}
        ${this.tool(phone.decline, () => controls.decide(attemptId, 'declined'))}
      </div>`;
  }

  private clock() {
    const { clock } = this.texts;
    const { controls, language } = this.parts;
    return html`<p class="figures">${language.dateTime(this.parts.clock.now())}</p>
      <div class="buttons">
        ${this.tool(clock.minute, () => controls.advance(minute))}
        ${this.tool(clock.minutes, () => controls.advance(5 * minute))}
        ${this.tool(clock.hour, () => controls.advance(hour))}
        ${this.tool(clock.day, () => controls.advance(day))}
        ${this.tool(clock.days, () => controls.advance(90 * day))}
      </div>`;
  }

  private connections(logins: readonly ControlledLogin[]) {
    const { connections } = this.texts;
    if (logins.length === 0) return html`<p class="muted">${connections.empty}</p>`;
    return html`${repeat(
      logins,
      ({ bankLoginId }) => bankLoginId,
      (login) => this.connection(login),
    )}`;
  }

  private connection({ bankLoginId, bank, userName, consent, consentEndsAt }: ControlledLogin) {
    const { connections, consent: words } = this.texts;
    const { controls, language } = this.parts;
    const label = `${bank.shortName}, ${userName}`;
    return html`<div role="group" aria-label=${label}>
      <p><b>${label}</b></p>
      <p class="muted">${words[consent](language.dateTime(consentEndsAt))}</p>
      ${
        consent === 'valid'
          ? html`<div class="buttons">
              ${this.tool(connections.expire, () => controls.expireConsent(bankLoginId))}
              ${this.tool(connections.revoke, () => controls.revokeConsent(bankLoginId))}
            </div>`
          : nothing
      }
    </div>`;
  }

  private orders(orders: readonly ControlledOrder[]) {
    const { orders: words, orderStatus } = this.texts;
    return html`<ul class="orders">
      ${repeat(
        orders,
        ({ moneyTransferId }) => moneyTransferId,
        (order) => {
          const { bankName, status, executesAt } = order;
          const isDone = status === 'SUCCESSFUL';
          return html`<li>
            <p><b>${this.subject(order)}</b></p>
            <p class="muted">${bankName} · ${status} (${orderStatus[status]})</p>
            ${
              executesAt === undefined
                ? nothing
                : html`<p class="muted">
                    ${(isDone ? words.executed : words.executes)(this.parts.language.dateTime(executesAt))}
                  </p>`
            }
          </li>`;
        },
      )}
    </ul>`;
  }

  private subject({ transfers }: ControlledOrder): string {
    return subjectWords(subjectOf(transfers), this.parts.language);
  }

  private latency(current: number) {
    const { latency } = this.texts;
    const seconds = new Intl.NumberFormat(this.parts.language.lang, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'short',
    });
    return html`<div class="buttons">
      ${latencies.map(
        (ms) =>
          html`<button
            class="tool"
            type="button"
            aria-pressed=${ms === current ? 'true' : 'false'}
            @click=${() => void this.parts.controls.setLatency(ms)}
          >
            ${ms === 0 ? latency.none : seconds.format(ms / second)}
          </button>`,
      )}
    </div>`;
  }

  private scenarios() {
    const { running, language } = this.parts;
    return html`<ul>
      ${scenarios.map(
        (scenario) =>
          html`<li>
            <a
              href=${urlOf(scenario.id)}
              aria-current=${scenario.id === running ? 'true' : nothing}
            >
              ${scenario.id} ${scenario.title[language.lang]}
            </a>
          </li>`,
      )}
    </ul>`;
  }

  private events(events: readonly LoggedEvent[]) {
    const { events: words } = this.texts;
    if (events.length === 0) return html`<p class="muted">${words.empty}</p>`;
    return html`<p class="legend">
        <span class="documented">■ ${words.documented}</span>
        <span class="ours">■ ${words.ours}</span>
      </p>
      <div class="buttons">${this.tool(words.export, () => this.save(events))}</div>
      <ol reversed role="list">
        ${events.toReversed().map((event) => this.event(event))}
      </ol>`;
  }

  private event({ message: { type, payload } }: LoggedEvent) {
    const { documented, ours } = this.texts.events;
    return html`<li class="event">
      <b>${type}</b>
      <dl>
        ${Object.entries(payload).map(([key, value]) => {
          const given = isDocumented(type, key);
          return html`<dt class=${given ? 'documented' : 'ours'}>
              ${key}<span class="hidden"> (${given ? documented : ours})</span>
            </dt>
            <dd>${shorten(value)}</dd>`;
        })}
      </dl>
    </li>`;
  }

  private save(events: readonly LoggedEvent[]): void {
    const text = JSON.stringify(
      events.map(({ at, message }) => ({ at: new Date(at).toISOString(), ...message })),
      null,
      2,
    );
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href, download: 'uba-events.json' }).click();
    URL.revokeObjectURL(href);
  }

  private reset() {
    const { reset } = this.texts;
    const again = async () => {
      await this.parts.controls.reset();
      location.reload();
    };
    return html`<p class="muted">${reset.words}</p>
      <div class="buttons">${this.tool(reset.do, again)}</div>`;
  }

  private tool(label: string, act: () => void | Promise<void>) {
    return html`<button class="tool" type="button" @click=${() => void act()}>${label}</button>`;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  private readonly closeByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
  };
}

/** The URL of this page with the scenario, which has a session of its own. */
function urlOf(id: string): string {
  const url = new URL(location.href);
  url.searchParams.delete('sessionId');
  url.searchParams.delete('userIdentifier');
  url.searchParams.set('scenario', id);
  return url.href;
}

/** A value as JSON; pictures, which are long, by their beginning. */
const shorten = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' && part.startsWith('data:') ? `${part.slice(0, 18)}…` : part,
  );

declare global {
  interface HTMLElementTagNameMap {
    'sandbox-panel': SandboxPanel;
  }
}
