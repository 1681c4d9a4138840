import '@finodigital/uba-widget';
import type { FinoUba } from '@finodigital/uba-widget';
import {
  optionNames,
  optionTable,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import { controls } from '../controls.styles.js';
import { newDemoSession, newScenarioAddress, type DemoSession } from '../demo-session.js';
import { endingOf, offersTheme } from '../log/ending.js';
import { RecordObserver, type EventRecord } from '../log/event-record.js';
import { watchWidget } from '../log/watch-widget.js';
import { OptionChangeEvent } from '../options/option-change.js';
import { pageDrawn } from '../page-drawn.js';
import { PageScheme, type Scheme } from '../page-scheme.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { wordsOf } from '../texts/language.js';
import { stageTexts } from '../texts/stage.js';
import './drag-handle.js';
import type { WidthChangeEvent } from './drag-handle.js';
import './test-data.js';
import type { UseDataEvent } from './test-data.js';
import { testScenario } from './test-data-values.js';

const t = wordsOf(stageTexts);

/** Fires when the user asked for a fresh session. */
export class SessionChangeEvent extends Event {
  static readonly type = 'session-change';

  constructor(readonly session: DemoSession) {
    super(SessionChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** Fires when other options wait for the next load than before, or the frame follows its look now. */
export class PendingChangeEvent extends Event {
  static readonly type = 'pending-change';

  constructor(
    /** Those that differ from what the frame was loaded with, and act when it is loaded next. */
    readonly pending: ReadonlySet<UbaOptionName>,
    /** Whether the running frame takes a new look at once. */
    readonly followsLook: boolean,
  ) {
    super(PendingChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** What decides which session runs. */
const sessionOptions = ['origin', 'sessionId', 'connectURL', 'sandboxMode'] as const;

/**
 * The running widget, the data to try it with, its size, direction and scheme, and its methods.
 *
 * @fires session-change
 * @fires pending-change
 * @fires option-change
 */
@customElement('widget-stage')
export class WidgetStage extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        container-type: inline-size;
        min-inline-size: 0;
      }
      .card {
        overflow: hidden;
      }
      .area {
        display: flex;
        border-block: 1px solid var(--line);
        background: var(--sunken);
      }
      :host([bare]) .area {
        border-block-start: 0;
      }
      .sized {
        flex: none;
        min-inline-size: 0;
        max-inline-size: 100%;
        background: var(--background);
      }
      .sized:not([style*='inline-size']) {
        flex: 1;
      }
      fino-uba {
        inline-size: 100%;
      }
      /* The pointer may leave the handle, and must not be lost to the frame. */
      .area:has(drag-handle:active) fino-uba {
        pointer-events: none;
      }
      /* A phone has no room to give. */
      drag-handle {
        display: none;
      }
      @container (inline-size > 380px) {
        drag-handle {
          display: grid;
        }
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        padding: 8px 12px;
      }
      .foot p {
        font-size: 0.875rem;
        font-weight: 600;
      }
      .foot .size {
        margin-inline-end: auto;
        font-variant-numeric: tabular-nums;
      }
      .button[aria-pressed='true'] {
        border-color: var(--ring);
        box-shadow: inset 0 0 0 1.5px var(--ring);
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
        font: 600 0.8125rem var(--mono);
      }
      form {
        display: grid;
        gap: 8px;
        padding: 0 12px 12px;
      }
      .gone {
        display: grid;
        flex: 1;
        place-content: center;
        justify-items: center;
        gap: 16px;
        min-block-size: 640px;
      }
    `,
  ];

  /** The widget's options; those that are left out are taken back. */
  @property({ attribute: false }) options: UbaOptions = {};

  /** Where the widget's events go. */
  @property({ attribute: false }) record: EventRecord | undefined;

  /** Shows status and methods. */
  @property({ type: Boolean }) tools = false;

  /** Leaves out the data to enter. */
  @property({ type: Boolean }) bare = false;

  /** The frame looks as the page around it does, until the user wants it otherwise. */
  @property({ type: Boolean, attribute: 'follows-page' }) followsPage = false;

  /** Whether the data can be filled in: the session is the demo's own, to be replaced by another. */
  @property({ type: Boolean }) fillable = false;

  @state() private status: FinoUba['status'] = 'idle';
  @state() private posting = false;
  @state() private postProblem = '';
  @state() private rtl = false;
  /** In px; as wide as there is room where it is not set. */
  @state() private width: number | undefined;
  /** The scheme that the user wants, where the frame follows the page. */
  @state() private scheme: Scheme | undefined;
  /** The address of a scenario in the place of the session. */
  @state() private scenario: string | undefined;
  /** How much room there is, in px. */
  @state() private room = 0;

  @query('fino-uba') private readonly widget!: FinoUba | null;
  @query('#message') private readonly message!: HTMLTextAreaElement;
  @query('.area') private readonly area!: HTMLElement;

  /** Whether the page is drawn, and has time for the frame. */
  @state() private mayLoad = false;

  /** Counts the widgets that were made: a destroyed one never comes back. */
  @state() private made = 1;

  readonly #page = new PageScheme(this);
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #watch = new AbortController();
  #watched: FinoUba | null = null;
  /** What the frame was loaded with. */
  #loaded: UbaOptions = {};
  /** What was passed to the widget and told to the page last. */
  #passed = '';
  #told = '';

  constructor() {
    super();
    new RecordObserver(this, () => this.record);
  }

  /** Loads the frame anew, with the options as they are now. */
  reload(): void {
    this.#note('reload');
    this.widget?.reload();
  }

  /** Scrolls the widget to the upper edge of the window. */
  bringIntoView(): void {
    this.area.scrollIntoView({ block: 'start' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.abort();
    this.#watched = null;
    this.#passed = '';
    this.#sizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#sizes.observe(this.area);
    this.requestUpdate('options');
  }

  protected override firstUpdated(): void {
    this.#sizes.observe(this.area);
    void pageDrawn.then(() => (this.mayLoad = true));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('options');
    if (before && sessionOptions.some((name) => before[name] !== this.options[name])) {
      this.scenario = undefined;
    }
    // Only a widget that has not loaded yet can wait.
    if (before && before.loading !== this.options.loading) this.made += 1;
  }

  protected override updated(): void {
    if (!this.mayLoad) return;
    const { widget } = this;
    if (widget && widget !== this.#watched) this.#attend(widget);
    else if (widget) this.#pass(widget);
    this.#tellOfPending();
  }

  /** What the widget gets: the options, with what is chosen at the stage in their place. */
  get #options(): UbaOptions {
    const options: UbaOptions = { ...this.options };
    if (this.followsPage) options.colorScheme = this.scheme ?? this.#page.value;
    if (!this.scenario) return options;
    return {
      ...options,
      sessionId: undefined,
      userIdentifier: undefined,
      sandboxMode: undefined,
      connectURL: this.scenario,
    };
  }

  protected override render() {
    const { width } = this;
    const size = this.rtl ? { dir: 'rtl' } : {};
    return html`
      <div class="card">
        ${
          this.bare
            ? nothing
            : html`<test-data
                ?fillable=${this.fillable && this.options.origin === sandboxOrigin}
                @use-data=${this.#useData}
              ></test-data>`
        }
        <div class="area" @width-change=${(event: WidthChangeEvent) => (this.width = event.width)}>
          ${
            this.status === 'destroyed'
              ? html`
                  <div class="gone">
                    <p>${t.destroyed}</p>
                    <button class="button" type="button" @click=${this.#make}>${t.makeNew}</button>
                  </div>
                `
              : keyed(
                  this.made,
                  html`<div
                    class="sized"
                    dir=${size.dir ?? 'ltr'}
                    style=${styleMap(width ? { inlineSize: `${width}px` } : {})}
                  >
                    <fino-uba></fino-uba>
                  </div>`,
                )
          }
          <drag-handle
            aria-label=${t.size}
            width=${this.#width}
            widest=${this.room}
            ?hidden=${this.status === 'destroyed'}
          ></drag-handle>
        </div>
        ${this.#foot()} ${this.tools ? this.#tools() : nothing}
      </div>
    `;
  }

  get #width(): number {
    return Math.min(this.width ?? this.room, this.room);
  }

  #foot() {
    const ending = endingOf(this.record?.entries ?? []);
    const isDark = this.#isDark;
    return html`
      <div class="foot">
        <p role="status" ?hidden=${!ending}>${ending ? t[ending] : nothing}</p>
        <button
          class="button"
          type="button"
          title=${t.rtlHint}
          aria-pressed=${this.rtl}
          @click=${() => (this.rtl = !this.rtl)}
        >
          ${t.rtl}
        </button>
        <button class="button" type="button" aria-pressed=${isDark} @click=${this.#turnScheme}>
          ${t.dark}
        </button>
        <span class="hint size">${this.#width} px</span>
        <button
          class="button ${ending ? 'primary' : ''}"
          type="button"
          ?disabled=${this.status === 'destroyed'}
          @click=${this.#startOver}
        >
          ${t.startOver}
        </button>
      </div>
    `;
  }

  #tools() {
    const gone = this.status === 'destroyed';
    // A method needs a widget that has its options.
    const disabled = gone || !this.mayLoad;
    const tone = { ready: 'ok', failed: 'bad' }[this.status as string] ?? '';
    return html`
      <div class="tools">
        <p class="hint" role="status">
          ${t.status} <span class="chip ${tone}">${this.status}</span>
        </p>
        <div class="methods">
          <button class="button" type="button" ?disabled=${disabled} @click=${this.#setSession}>
            setSession
          </button>
          <button class="button" type="button" ?disabled=${disabled} @click=${() => this.reload()}>
            reload
          </button>
          <button
            class="button"
            type="button"
            ?disabled=${disabled}
            aria-expanded=${this.posting}
            @click=${() => (this.posting = !this.posting)}
          >
            postMessage
          </button>
          <button class="button" type="button" ?disabled=${disabled} @click=${this.#destroy}>
            destroy
          </button>
        </div>
      </div>
      <form ?hidden=${!this.posting || gone} @submit=${this.#post}>
        <label class="hint" for="message">${t.message}</label>
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
        <button class="button" type="submit">${t.send}</button>
      </form>
    `;
  }

  #attend(widget: FinoUba): void {
    this.#watch.abort();
    this.#watch = new AbortController();
    this.#watched = widget;
    const { signal } = this.#watch;
    if (this.record) watchWidget(widget, this.record, signal);
    widget.addEventListener(
      'uba-status',
      ({ detail }) => {
        this.status = detail.status;
        if (detail.status === 'loading') this.#loaded = this.#options;
      },
      { signal },
    );
    this.#pass(widget);
  }

  /** Gives the widget its options, where they are others than before. */
  #pass(widget: FinoUba): void {
    const options = completed(this.#options);
    const passed = `${this.made} ${JSON.stringify(options)}`;
    if (passed === this.#passed) return;
    this.#passed = passed;
    widget.setOptions(options);
  }

  /** Tells which options differ from what the frame was loaded with, and wait for the next load. */
  #tellOfPending(): void {
    const followsLook = offersTheme(this.record?.entries ?? []);
    const options = this.#options;
    const pending = optionNames.filter((name) => {
      const { acts } = optionTable[name];
      const waits = acts === 'next-load' || (acts === 'look' && !followsLook);
      return waits && JSON.stringify(options[name]) !== JSON.stringify(this.#loaded[name]);
    });
    const told = `${pending.join()} ${followsLook}`;
    if (told === this.#told) return;
    this.#told = told;
    this.dispatchEvent(new PendingChangeEvent(new Set(pending), followsLook));
  }

  #measure(): void {
    const handle = this.renderRoot.querySelector<HTMLElement>('drag-handle')?.offsetWidth ?? 0;
    this.room = this.area.clientWidth - handle;
  }

  get #isDark(): boolean {
    const { colorScheme } = this.#options;
    if (colorScheme === 'system') return this.#page.deviceIsDark;
    return colorScheme === 'dark';
  }

  readonly #turnScheme = (): void => {
    const scheme = this.#isDark ? 'light' : 'dark';
    if (this.followsPage) this.scheme = scheme;
    else this.dispatchEvent(new OptionChangeEvent('colorScheme', scheme));
  };

  readonly #useData = ({ play }: UseDataEvent): void => {
    this.scenario = newScenarioAddress(sandboxOrigin, testScenario, play ? 'all' : undefined);
  };

  readonly #startOver = (): void => {
    this.scenario = undefined;
    const session = newDemoSession();
    this.record?.hide(session.sessionId);
    this.dispatchEvent(new SessionChangeEvent(session));
  };

  readonly #setSession = (): void => {
    const session = newDemoSession();
    this.record?.hide(session.sessionId);
    this.#note('setSession');
    this.scenario = undefined;
    this.widget?.setSession(session.sessionId, session.userIdentifier);
    this.dispatchEvent(new SessionChangeEvent(session));
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
      this.postProblem = t.notJson;
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
    'pending-change': PendingChangeEvent;
  }
}
