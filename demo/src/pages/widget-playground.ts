import { buildUbaUrl } from '@finodigital/uba-host';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../code/code-tabs.js';
import '../code/copy-button.js';
import { publicOptions } from '../code/public-options.js';
import { widgetSnippets } from '../code/snippets.js';
import { controls } from '../controls.styles.js';
import { withFeatures } from '../demo-session.js';
import '../log/event-log.js';
import { EventRecord } from '../log/event-record.js';
import '../log/flow-timeline.js';
import '../options/option-form.js';
import type { OptionChangeEvent } from '../options/option-form.js';
import { OptionState, sessionOf } from '../options/option-state.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { siteRoot } from '../site-root.js';
import './widget-stage.js';
import type { SessionChangeEvent } from './widget-stage.js';
import { workbench } from './workbench.styles.js';

/** Where the build puts the widget's browser bundle: beside the demo's own index page. */
const bundle = new URL('uba-widget.js', siteRoot).href;

/** The widget with all its options, the code that sets it up, and what it says. */
@customElement('widget-playground')
export class WidgetPlayground extends LitElement {
  static override styles = [
    controls,
    workbench,
    css`
      .features {
        padding: 12px 16px;
      }
    `,
  ];

  readonly #state = new OptionState(this, { origin: sandboxOrigin, colorScheme: 'system' });
  readonly #record = new EventRecord();

  protected override willUpdate(): void {
    this.#record.hide(sessionOf(this.#state.applied));
  }

  protected override render() {
    const { values, problems, options, applied } = this.#state;
    return html`
      <widget-stage
        class="stage"
        tools
        .options=${applied}
        .record=${this.#record}
        @session-change=${({ session }: SessionChangeEvent) => this.#state.useSession(session)}
      ></widget-stage>
      <section class="card" aria-labelledby="log-title">
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
        ${this.#features()}
        <option-form
          .values=${values}
          .problems=${problems}
          @option-change=${({ option, value }: OptionChangeEvent) => this.#state.set(option, value)}
        ></option-form>
      </section>
    `;
  }

  /** What a reader must know of the sandbox, and the way to its features. */
  #features() {
    const { origin, sessionId } = this.#state.applied;
    if (origin !== sandboxOrigin) return nothing;
    return html`
      <p class="hint features">
        ${
          sessionId
            ? html`Opened by its ids the sandbox has no feature, as UBA has none: a new look takes
                effect at the next load.
                <button class="button" type="button" @click=${this.#turnOn}>
                  Turn on theme and resize
                </button>`
            : html`An address with <code>features=theme,resize</code> lets the sandbox take a new
                look at once and tell its height; UBA has no such feature today.`
        }
      </p>
    `;
  }

  readonly #turnOn = (): void => {
    const { applied } = this.#state;
    const names = ['sessionId', 'userIdentifier', 'service', 'tenant', 'redirectURL'] as const;
    const ofSession: UbaOptions = Object.fromEntries(
      names.filter((name) => applied[name]).map((name) => [name, applied[name]]),
    );
    const address = buildUbaUrl({ origin: sandboxOrigin, ...ofSession });
    this.#state.set('connectURL', withFeatures(address));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'widget-playground': WidgetPlayground;
  }
}
