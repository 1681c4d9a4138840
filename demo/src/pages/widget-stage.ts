import '@finodigital/uba-widget';
import type { FinoUba } from '@finodigital/uba-widget';
import { optionNames, type UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { controls } from '../controls.styles.js';
import { newDemoSession, type DemoSession } from '../demo-session.js';
import type { EventRecord } from '../log/event-record.js';
import { watchWidget } from '../log/watch-widget.js';
import { tryIt, tryItStyles } from './try-it.js';

/** Fires when the user asked for a fresh session, which runs already. */
export class SessionChangeEvent extends Event {
  static readonly type = 'session-change';

  constructor(readonly session: DemoSession) {
    super(SessionChangeEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * The running widget, what to type into it, and its methods to try.
 *
 * @fires session-change
 */
@customElement('widget-stage')
export class WidgetStage extends LitElement {
  static override styles = [
    controls,
    tryItStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .card {
        overflow: hidden;
      }
      fino-uba {
        inline-size: 100%;
        border-block-start: 1px solid var(--line);
      }
      :host([bare]) fino-uba {
        border: 0;
      }
      .tools {
        display: grid;
        gap: 10px;
        padding: 10px 12px 12px;
        border-block-start: 1px solid var(--line);
      }
      .tools p {
        display: flex;
        justify-content: space-between;
        padding-inline: 4px;
      }
      .methods {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
      }
      @container (inline-size > 400px) {
        .methods {
          grid-template-columns: repeat(4, auto);
        }
      }
      .methods .button {
        padding-inline: 8px;
        font: 600 13px var(--mono);
      }
      form {
        display: grid;
        gap: 8px;
        padding: 0 12px 12px;
      }
      .gone {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 16px;
        min-block-size: 640px;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  /** The widget's options; those that are left out are taken back. */
  @property({ attribute: false }) options: UbaOptions = {};

  /** Where the widget's events go. */
  @property({ attribute: false }) record: EventRecord | undefined;

  /** Shows status and methods. */
  @property({ type: Boolean }) tools = false;

  /** Leaves out what to type. */
  @property({ type: Boolean }) bare = false;

  @state() private status: FinoUba['status'] = 'idle';
  @state() private posting = false;
  @state() private postProblem = '';

  @query('fino-uba') private readonly widget!: FinoUba | null;
  @query('#message') private readonly message!: HTMLTextAreaElement;

  /** Counts the widgets that were made: a destroyed one never comes back. */
  @state() private made = 1;

  #watch = new AbortController();
  #watched: FinoUba | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.abort();
    this.#watched = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('options');
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { widget } = this;
    if (widget && widget !== this.#watched) this.#attend(widget);
    else if (widget && changed.has('options')) widget.setOptions(completed(this.options));
  }

  protected override render() {
    return html`
      <div class="card">
        ${this.bare ? nothing : tryIt}
        ${
          this.status === 'destroyed'
            ? html`
                <div class="gone">
                  <p>The widget is destroyed.</p>
                  <button class="button" type="button" @click=${this.#make}>Make a new one</button>
                </div>
              `
            : keyed(this.made, html`<fino-uba></fino-uba>`)
        }
        ${this.tools ? this.#tools() : nothing}
      </div>
    `;
  }

  #tools() {
    const gone = this.status === 'destroyed';
    const tone = { ready: 'ok', failed: 'bad' }[this.status as string] ?? '';
    return html`
      <div class="tools">
        <p class="hint" role="status">
          The widget’s status <span class="chip ${tone}">${this.status}</span>
        </p>
        <div class="methods">
          <button class="button" type="button" ?disabled=${gone} @click=${this.#setSession}>
            setSession
          </button>
          <button class="button" type="button" ?disabled=${gone} @click=${this.#reload}>
            reload
          </button>
          <button
            class="button"
            type="button"
            ?disabled=${gone}
            aria-expanded=${this.posting}
            @click=${() => (this.posting = !this.posting)}
          >
            postMessage
          </button>
          <button class="button" type="button" ?disabled=${gone} @click=${this.#destroy}>
            destroy
          </button>
        </div>
      </div>
      <form ?hidden=${!this.posting || gone} @submit=${this.#post}>
        <label class="hint" for="message"
          >A message to the frame, as JSON; the sandbox follows this one where its features are
          on</label
        >
        <textarea
          class="field mono"
          id="message"
          rows="3"
          spellcheck="false"
          aria-invalid=${this.postProblem !== ''}
          aria-describedby="message-problem"
        >
{ "type": "theme", "payload": { "theme": { "primaryColor": "#1A73E8" } } }</textarea>
        <p class="problem" id="message-problem" role="alert">${this.postProblem}</p>
        <button class="button" type="submit">Send</button>
      </form>
    `;
  }

  #attend(widget: FinoUba): void {
    this.#watch.abort();
    this.#watch = new AbortController();
    this.#watched = widget;
    const { signal } = this.#watch;
    if (this.record) watchWidget(widget, this.record, signal);
    widget.addEventListener('uba-status', ({ detail }) => (this.status = detail.status), {
      signal,
    });
    widget.setOptions(completed(this.options));
  }

  readonly #setSession = (): void => {
    const session = newDemoSession();
    this.record?.hide(session.sessionId);
    this.#note('setSession');
    this.widget?.setSession(session.sessionId, session.userIdentifier);
    this.dispatchEvent(new SessionChangeEvent(session));
  };

  readonly #reload = (): void => {
    this.#note('reload');
    this.widget?.reload();
  };

  readonly #destroy = (): void => {
    this.#note('destroy');
    this.widget?.destroy();
  };

  readonly #make = (): void => {
    this.made += 1;
    this.status = 'idle';
  };

  readonly #post = (event: SubmitEvent): void => {
    event.preventDefault();
    let message: unknown;
    try {
      message = JSON.parse(this.message.value);
    } catch {
      this.postProblem = 'This is no JSON.';
      return;
    }
    this.postProblem = '';
    this.#note('postMessage', message);
    this.widget?.postMessage(message);
  };

  #note(method: string, payload?: unknown): void {
    this.record?.add({ kind: 'page', type: `${method}()`, origin: location.origin, payload });
  }
}

/** All options of the table: what is not set is undefined, so that an update takes it back. */
function completed(options: UbaOptions): UbaOptions {
  return Object.fromEntries(optionNames.map((name) => [name, options[name]]));
}

declare global {
  interface HTMLElementTagNameMap {
    'widget-stage': WidgetStage;
  }

  interface HTMLElementEventMap {
    'session-change': SessionChangeEvent;
  }
}
