import { UbaError, connectUbaFrame, type UbaFrameConnection } from '@finodigital/uba-host';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../code/code-tabs.js';
import '../code/copy-button.js';
import { frameFor, iframeSnippets } from '../code/iframe-snippets.js';
import { publicOptions } from '../code/public-options.js';
import { controls } from '../controls.styles.js';
import '../log/event-log.js';
import { EventRecord, RecordObserver } from '../log/event-record.js';
import '../log/flow-timeline.js';
import type { OptionChangeEvent } from '../options/option-change.js';
import '../options/option-form.js';

import { OptionState, hasSession, sessionOf } from '../options/option-state.js';
import { newDemoSession, newScenarioAddress } from '../demo-session.js';
import { endingOf } from '../log/ending.js';
import { pageDrawn } from '../page-drawn.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { wordsOf } from '../texts/language.js';
import { optionFormTexts } from '../texts/options.js';
import { iframeTexts, pageTexts } from '../texts/pages.js';
import './bottom-sheet.js';
import './test-data.js';
import type { UseDataEvent } from './test-data.js';
import { testScenario } from './test-data-values.js';
import { workbench } from './workbench.styles.js';

const t = {
  ...wordsOf(pageTexts),
  ...wordsOf(iframeTexts),
  copyLink: wordsOf(optionFormTexts).copyLink,
};

/** A plain iframe, its parameters, the code for it, and the messages that pass the gate. */
@customElement('iframe-playground')
export class IframePlayground extends LitElement {
  static override styles = [
    controls,
    workbench,
    css`
      iframe {
        display: block;
        inline-size: 100%;
        block-size: 640px;
        border: 0;
        border-block: 1px solid var(--line);
      }
      .address {
        display: grid;
        gap: 10px;
        padding: 12px 16px 16px;
      }
      .address code {
        overflow-wrap: anywhere;
      }
      .address p {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
      }
    `,
  ];

  readonly #state = new OptionState(this, { origin: sandboxOrigin, colorScheme: 'system' });
  readonly #record = new EventRecord();
  #connection: UbaFrameConnection | undefined;

  /** What the frame was loaded with; a new object loads it anew. */
  @state() private loaded: UbaOptions = this.#state.applied;

  /** Whether the page is drawn, and has time for the frame. */
  @state() private mayLoad = false;

  @query('iframe') private readonly iframe!: HTMLIFrameElement;

  constructor() {
    super();
    new RecordObserver(this, () => this.#record);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.mayLoad) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.disconnect();
  }

  protected override willUpdate(): void {
    this.#record.hide(sessionOf(this.#state.applied));
  }

  protected override firstUpdated(): void {
    void pageDrawn.then(() => (this.mayLoad = true));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.mayLoad || !this.isConnected) return;
    if (changed.has('loaded') || changed.has('mayLoad')) this.#connect();
  }

  protected override render() {
    const { values, problems, applied } = this.#state;
    const usable = hasSession(applied);
    const wanted = publicOptions(usable ? applied : this.loaded);
    const address = frameFor(wanted).src;
    const stale = address !== frameFor(publicOptions(this.loaded)).src;
    const isOver = endingOf(this.#record.entries) !== undefined;
    return html`
      <section class="card stage" aria-label=${t.region}>
        <test-data
          ?fillable=${this.loaded.origin === sandboxOrigin}
          @use-data=${this.#useData}
        ></test-data>
        ${keyed(this.loaded, html`<iframe title=${t.frame}></iframe>`)}
        <div class="address">
          <p>
            <button class="button" type="button" ?disabled=${!usable || stale} @click=${this.#load}>
              ${t.reload}
            </button>
            <button
              class="button ${isOver ? 'primary' : ''}"
              type="button"
              @click=${this.#startOver}
            >
              ${t.startOver}
            </button>
          </p>
          <span class="hint">${t.address}</span>
          <code>${address}</code>
        </div>
      </section>
      <section class="card log" aria-labelledby="log-title">
        <header><h2 id="log-title">${t.posted}</h2></header>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <event-log .record=${this.#record}></event-log>
      </section>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">${t.code}</h2></header>
        <code-tabs
          label=${t.partsOfCode}
          .snippets=${iframeSnippets(wanted)}
          .project=${async () => (await import('../code/projects.js')).iframeProject(wanted)}
        ></code-tabs>
      </section>
      <bottom-sheet
        class="options"
        label=${t.parameters}
        @sheet-open=${() => this.iframe.scrollIntoView({ block: 'start' })}
      >
        <copy-button slot="head" label=${t.copyLink} text=${location.href}></copy-button>
        <div class="waiting" ?hidden=${usable && !stale}>
          <span role="status">${usable ? (stale ? t.changed : nothing) : t.noSession}</span>
          <button
            class="button primary"
            type="button"
            ?hidden=${!usable || !stale}
            @click=${this.#load}
          >
            ${t.load}
          </button>
        </div>
        <option-form
          .values=${values}
          .problems=${problems}
          @option-change=${({ option, value }: OptionChangeEvent) => this.#state.set(option, value)}
        ></option-form>
      </bottom-sheet>
    `;
  }

  readonly #load = (): void => {
    this.loaded = { ...this.#state.applied };
  };

  readonly #startOver = (): void => {
    this.#state.useSession(newDemoSession());
    this.#load();
  };

  readonly #useData = ({ play }: UseDataEvent): void => {
    const address = newScenarioAddress(sandboxOrigin, testScenario, play ? 'all' : undefined);
    this.#state.set('connectURL', address);
    this.#load();
  };

  #connect(): void {
    this.#connection?.disconnect();
    const record = this.#record;
    const origin = this.loaded.origin ?? '';
    record.add({ kind: 'status', type: 'loading', origin: location.origin });
    const connection = connectUbaFrame(this.iframe, this.loaded);
    connection.on('*', ({ type, payload }) =>
      record.add({ kind: 'message', type, payload, origin }),
    );
    connection.ready().catch((error: unknown) => {
      if (!(error instanceof UbaError) || error.code === 'DESTROYED') return;
      const { code, message } = error;
      record.add({ kind: 'error', type: code, payload: { message }, origin: location.origin });
    });
    this.#connection = connection;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'iframe-playground': IframePlayground;
  }
}
