import { UbaError, connectUbaFrame, type UbaFrameConnection } from '@finodigital/uba-host';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../code/code-tabs.js';
import '../code/copy-button.js';
import { frameFor, iframeSnippets } from '../code/iframe-snippets.js';
import { publicOptions } from '../code/public-options.js';
import { controls } from '../controls.styles.js';
import '../log/event-log.js';
import { EventRecord } from '../log/event-record.js';
import '../log/flow-timeline.js';
import '../options/option-form.js';
import type { OptionChangeEvent } from '../options/option-form.js';
import { OptionState, hasSession, sessionOf } from '../options/option-state.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { tryIt, tryItStyles } from './try-it.js';
import { workbench } from './workbench.styles.js';

/** A plain iframe, its parameters, the code for it, and the messages that pass the gate. */
@customElement('iframe-playground')
export class IframePlayground extends LitElement {
  static override styles = [
    controls,
    workbench,
    tryItStyles,
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

  @query('iframe') private readonly iframe!: HTMLIFrameElement;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.disconnect();
  }

  protected override willUpdate(): void {
    this.#record.hide(sessionOf(this.#state.applied));
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('loaded')) this.#connect();
  }

  protected override render() {
    const { values, problems, applied } = this.#state;
    const usable = hasSession(applied);
    const wanted = publicOptions(usable ? applied : this.loaded);
    const address = frameFor(wanted).src;
    const stale = address !== frameFor(publicOptions(this.loaded)).src;
    return html`
      <section class="card stage" aria-label="The iframe">
        ${tryIt} ${keyed(this.loaded, html`<iframe title="Connect your bank"></iframe>`)}
        <div class="address">
          <p>
            <span class="hint" role="status">
              ${usable ? (stale ? 'The parameters have changed.' : 'The frame’s address:') : 'A session is missing.'}
            </span>
            <button
              class="button ${stale ? 'primary' : ''}"
              type="button"
              ?disabled=${!usable}
              @click=${() => (this.loaded = { ...applied })}
            >
              ${stale ? 'Load' : 'Reload'}
            </button>
          </p>
          <code>${address}</code>
        </div>
      </section>
      <section class="card" aria-labelledby="log-title">
        <header><h2 id="log-title">What the frame posts</h2></header>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <event-log .record=${this.#record}></event-log>
      </section>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">The code for it</h2></header>
        <code-tabs label="Parts of the code" .snippets=${iframeSnippets(wanted)}></code-tabs>
      </section>
      <section class="card options" aria-labelledby="options-title">
        <header>
          <h2 id="options-title">Session parameters</h2>
          <copy-button label="Copy link" .text=${location.href}></copy-button>
        </header>
        <option-form
          .values=${values}
          .problems=${problems}
          @option-change=${({ option, value }: OptionChangeEvent) => this.#state.set(option, value)}
        ></option-form>
      </section>
    `;
  }

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
