import { buildUbaUrl } from '@finodigital/uba-host';
import type { UbaOptionName, UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../code/code-tabs.js';
import '../code/copy-button.js';
import { publicOptions } from '../code/public-options.js';
import { widgetSnippets } from '../code/snippets.js';
import { controls } from '../controls.styles.js';
import { withFeatures } from '../demo-session.js';
import '../log/event-log.js';
import { EventRecord } from '../log/event-record.js';
import '../log/flow-timeline.js';
import type { OptionChangeEvent } from '../options/option-change.js';
import '../options/option-form.js';
import { OptionState, sessionOf } from '../options/option-state.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { siteRoot } from '../site-root.js';
import { wordsOf } from '../texts/language.js';
import { optionFormTexts } from '../texts/options.js';
import { pageTexts } from '../texts/pages.js';
import './bottom-sheet.js';
import './widget-stage.js';
import type { PendingChangeEvent, SessionChangeEvent, WidgetStage } from './widget-stage.js';
import { workbench } from './workbench.styles.js';

const t = { ...wordsOf(pageTexts), ...wordsOf(optionFormTexts) };

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
      .errors {
        padding: 8px 16px;
        border-block-end: 1px solid var(--line);
        background: var(--bad-surface);
      }
    `,
  ];

  readonly #state = new OptionState(this, { origin: sandboxOrigin, colorScheme: 'system' });
  readonly #record = new EventRecord();

  @state() private pending: ReadonlySet<UbaOptionName> = new Set();
  @state() private followsLook = false;

  @query('widget-stage') private readonly stage!: WidgetStage;

  protected override willUpdate(): void {
    this.#record.hide(sessionOf(this.#state.applied));
  }

  protected override render() {
    const { values, problems, applied } = this.#state;
    const set = ({ option, value }: OptionChangeEvent) => this.#state.set(option, value);
    return html`
      <widget-stage
        class="stage"
        tools
        fillable
        .options=${applied}
        .record=${this.#record}
        @option-change=${set}
        @pending-change=${({ pending, followsLook }: PendingChangeEvent) => {
          this.pending = pending;
          this.followsLook = followsLook;
        }}
        @session-change=${({ session }: SessionChangeEvent) => this.#state.useSession(session)}
      ></widget-stage>
      <section class="card log" aria-labelledby="log-title">
        <header><h2 id="log-title">${t.heard}</h2></header>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <event-log .record=${this.#record}></event-log>
      </section>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">${t.code}</h2></header>
        <code-tabs
          label=${t.waysOfUse}
          .snippets=${widgetSnippets(publicOptions(applied), bundle)}
          .project=${async (id: string) =>
            (await import('../code/projects.js')).widgetProject(id, publicOptions(applied))}
        ></code-tabs>
      </section>
      <bottom-sheet
        class="options"
        label=${t.title}
        @sheet-open=${() => this.stage.bringIntoView()}
      >
        ${
          problems.length > 0
            ? html`<span slot="head" class="chip bad">${t.errors(problems.length)}</span>`
            : nothing
        }
        <copy-button slot="head" label=${t.copyLink} text=${location.href}></copy-button>
        <div class="waiting" ?hidden=${this.pending.size === 0}>
          <span role="status"
            >${this.pending.size > 0 ? t.waiting(this.pending.size) : nothing}</span
          >
          <button class="button" type="button" @click=${() => this.stage.reload()}>
            ${t.reload}
          </button>
        </div>
        <p class="problem errors" role="status" ?hidden=${problems.length === 0}>
          ${
            problems.length > 0
              ? `${t.errors(problems.length)}: ${problems.map(({ option }) => option).join(', ')}. ${t.restApplies}`
              : nothing
          }
        </p>
        ${this.#features()}
        <option-form
          .values=${values}
          .problems=${problems}
          .pending=${this.pending}
          .followsLook=${this.followsLook}
          @option-change=${set}
        ></option-form>
      </bottom-sheet>
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
            ? html`${t.byIds}
                <button class="button" type="button" @click=${this.#turnOn}>${t.turnOn}</button>`
            : t.byAddress
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
