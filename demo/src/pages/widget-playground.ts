import { readOptions, type UbaOptionName, type UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../code/code-tabs.js';
import '../code/copy-button.js';
import { publicOptions } from '../code/public-options.js';
import { widgetSnippets } from '../code/snippets.js';
import { controls } from '../controls.styles.js';
import { newDemoSession } from '../demo-session.js';
import '../log/event-log.js';
import { EventRecord } from '../log/event-record.js';
import '../log/flow-timeline.js';
import '../options/option-form.js';
import type { OptionChangeEvent } from '../options/option-form.js';
import { readSharedOptions, writeSharedOptions } from '../options/shared-state.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import './widget-stage.js';
import type { SessionChangeEvent } from './widget-stage.js';

const defaults: UbaOptions = { origin: sandboxOrigin };

/** Options that cannot stand beside the one that was just set. */
const rivals: { readonly [name in UbaOptionName]?: readonly UbaOptionName[] } = {
  connectUrl: ['sessionId', 'userIdentifier', 'sandboxMode'],
  sessionId: ['connectUrl'],
  userIdentifier: ['connectUrl'],
  sandboxMode: ['connectUrl'],
};

/** The widget with all its options, the code that sets it up, and what it says. */
@customElement('widget-playground')
export class WidgetPlayground extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      section {
        min-inline-size: 0;
      }
      .log,
      .code {
        overflow: hidden;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        min-block-size: 52px;
        padding: 8px 12px 8px 16px;
        border-block-end: 1px solid var(--line);
      }
      flow-timeline {
        padding: 14px 16px;
        border-block-end: 1px solid var(--line);
      }
      code-tabs {
        max-block-size: 560px;
      }
      @media (width >= 740px) {
        :host {
          grid-template-columns: minmax(340px, 5fr) minmax(0, 6fr);
          align-items: start;
        }
        .code,
        .options {
          grid-column: 1 / -1;
        }
      }
      @media (width >= 1200px) {
        :host {
          grid-template-columns: minmax(375px, 440px) minmax(0, 1fr) 340px;
          grid-template-rows: auto 1fr;
        }
        widget-stage {
          grid-row: 1 / 3;
        }
        .code {
          grid-column: 2;
        }
        .options {
          grid-area: 1 / 3 / 3 / 4;
          position: sticky;
          inset-block-start: 20px;
          max-block-size: calc(100dvh - 40px);
          overflow-y: auto;
        }
      }
    `,
  ];

  /** The options as the controls hold them; what breaks its rule waits here for a better value. */
  @state() private values: Readonly<Record<string, unknown>>;

  #read = readOptions({});
  #applied: UbaOptions = {};
  readonly #record = new EventRecord();

  constructor() {
    super();
    this.values = {
      ...defaults,
      ...newDemoSession(),
      ...readSharedOptions(new URLSearchParams(location.search)),
    };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('values')) return;
    this.#read = readOptions(this.values);
    const { options, problems } = this.#read;
    // A running flow survives a typing error: the widget keeps what was good.
    if (problems.length === 0) this.#applied = options;
    this.#record.hide(options.sessionId ?? sessionIn(options.connectUrl));
    const params = writeSharedOptions(options, defaults);
    history.replaceState(null, '', params.size > 0 ? `?${params}` : location.pathname);
  }

  protected override render() {
    const { options, problems } = this.#read;
    const bundle = new URL(`${import.meta.env.BASE_URL}uba-widget.js`, location.href).href;
    return html`
      <widget-stage
        tools
        .options=${this.#applied}
        .record=${this.#record}
        @session-change=${this.#onSession}
      ></widget-stage>
      <section class="card log" aria-labelledby="log-title">
        <header><h2 id="log-title">What your page hears</h2></header>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <event-log .record=${this.#record}></event-log>
      </section>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">The code for it</h2></header>
        <code-tabs
          label="Ways to use the widget"
          .snippets=${widgetSnippets(publicOptions(options), bundle)}
        ></code-tabs>
      </section>
      <section class="card options" aria-labelledby="options-title">
        <header>
          <h2 id="options-title">Options</h2>
          <copy-button label="Copy link" .text=${location.href}></copy-button>
        </header>
        <option-form
          .values=${this.values}
          .problems=${problems}
          @option-change=${this.#onOption}
        ></option-form>
      </section>
    `;
  }

  readonly #onOption = ({ option, value }: OptionChangeEvent): void => {
    const taken = value === undefined ? [] : (rivals[option] ?? []);
    const kept = Object.entries(this.values).filter(([name]) => !taken.some((out) => out === name));
    this.values = { ...Object.fromEntries(kept), [option]: value };
  };

  readonly #onSession = ({ session }: SessionChangeEvent): void => {
    const { connectUrl: _, sandboxMode: __, ...rest } = this.values;
    this.values = { ...rest, ...session };
  };
}

function sessionIn(address = ''): string {
  return URL.canParse(address) ? (new URL(address).searchParams.get('sessionId') ?? '') : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'widget-playground': WidgetPlayground;
  }
}
