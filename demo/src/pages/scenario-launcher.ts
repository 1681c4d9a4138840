import { scenarios, type Scenario } from '@finodigital/uba-sandbox/testing';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../code/code-tabs.js';
import { controls } from '../controls.styles.js';
import { newScenarioAddress } from '../demo-session.js';
import { EventRecord, RecordObserver } from '../log/event-record.js';
import '../log/flow-timeline.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { compare, heardOf, type Finding } from '../scenarios/comparison.js';
import { fits, groupOf, scenarioGroups, type ScenarioGroup } from '../scenarios/groups.js';
import { instructionsFor } from '../scenarios/instructions.js';
import { playwrightTest } from '../scenarios/playwright-test.js';
import { actsDone } from '../scenarios/progress.js';
import { siteRoot } from '../site-root.js';
import { lang, wordsOf } from '../texts/language.js';
import { pageTexts, scenarioTexts } from '../texts/pages.js';
import './bottom-sheet.js';
import './widget-stage.js';
import type { WidgetStage } from './widget-stage.js';
import { workbench } from './workbench.styles.js';

const t = { ...wordsOf(pageTexts), ...wordsOf(scenarioTexts) };

const tones = { open: '', met: 'ok', missed: 'bad' } as const;
const signs: Record<Finding, string> = { heard: '✓', different: '✕', awaited: '·' };

/** Every scenario of the sandbox: what to do, the running widget, and whether all came as expected. */
@customElement('scenario-launcher')
export class ScenarioLauncher extends LitElement {
  static override styles = [
    controls,
    workbench,
    css`
      .search {
        padding: 10px 12px;
        border-block-end: 1px solid var(--line);
      }
      .search p {
        padding: 6px 4px 0;
      }
      nav {
        overflow-y: auto;
        padding: 0 6px 8px;
      }
      nav h3 {
        position: sticky;
        inset-block-start: 0;
        margin: 0;
        padding: 10px 10px 4px;
        background: var(--surface);
        color: var(--muted);
        font-size: 0.8125rem;
      }
      nav a {
        display: flex;
        gap: 10px;
        align-items: baseline;
        padding: 7px 10px;
        border-radius: 8px;
        font-size: 0.875rem;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--sunken);
      }
      nav a[aria-current] {
        background: var(--sunken);
        font-weight: 600;
        box-shadow: inset 3px 0 var(--primary);
      }
      nav a:focus-visible {
        outline-offset: -3px;
      }
      nav a span {
        color: var(--muted);
        font: 0.8125rem var(--mono);
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
        gap: 20px 28px;
        padding: 16px;
      }
      h3 {
        margin-block-end: 8px;
      }
      .steps {
        display: grid;
        gap: 6px;
        padding-inline-start: 22px;
        list-style: decimal;
      }
      .steps li {
        padding-inline-start: 4px;
      }
      .steps .done {
        color: var(--muted);
      }
      .steps .done::marker {
        color: var(--ok);
        content: '✓ ';
      }
      .steps .next {
        font-weight: 600;
      }
      .events {
        display: grid;
        gap: 3px;
        font: 0.8125rem/1.5 var(--mono);
      }
      .events li {
        display: grid;
        grid-template-columns: 16px 1fr;
        overflow-wrap: anywhere;
      }
      .awaited {
        color: var(--muted);
      }
      .heard i {
        color: var(--ok);
      }
      .different {
        color: var(--bad);
      }
      i {
        font-style: normal;
        font-weight: 700;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 12px 16px 0;
      }
      .choose {
        display: none;
      }
      @media (width < 740px) {
        .choose {
          display: inline-flex;
        }
        .list:not([data-open]) > :not(header) {
          display: none;
        }
        .list > header h2 span {
          display: block;
          color: var(--muted);
          font-size: 0.875rem;
          font-weight: 400;
        }
        nav {
          max-block-size: 60dvh;
        }
      }
      @media (width >= 740px) {
        :host {
          grid-template-columns: minmax(0, 1fr) minmax(340px, 400px);
        }
        .list > header h2 span {
          display: none;
        }
        .list,
        .code {
          grid-column: 1 / -1;
        }
        nav {
          max-block-size: 260px;
        }
        .stage {
          grid-area: 2 / 2;
        }
        .doing {
          grid-area: 2 / 1;
        }
      }
      @media (width >= 1200px) {
        :host {
          grid-template-columns: 290px minmax(0, 1fr) minmax(375px, 440px);
          grid-template-rows: auto 1fr;
        }
        /* As high as what is beside it. */
        .list {
          display: flex;
          flex-direction: column;
          grid-area: 1 / 1 / 3 / 2;
          contain: size;
        }
        nav {
          max-block-size: none;
        }
        .doing {
          grid-area: 1 / 2;
        }
        .code {
          grid-area: 2 / 2;
        }
        .stage {
          grid-area: 1 / 3 / 3 / 4;
        }
      }
    `,
  ];

  @state() private scenario = scenarioIn(location.search);
  @state() private options = optionsFor(this.scenario);
  /** What is searched for among the scenarios. */
  @state() private wanted = '';
  /** Whether the list is open, where there is no room for it beside the rest. */
  @state() private listOpen = false;

  @query('widget-stage') private readonly stage!: WidgetStage;

  readonly #record = new EventRecord();

  constructor() {
    super();
    new RecordObserver(this, () => this.#record);
  }

  protected override render() {
    const { scenario } = this;
    const { findings, problems, result } = compare(scenario.events, this.#record.entries);
    const code = playwrightTest(scenario, { sandbox: sandboxOrigin, page: siteRoot });
    return html`
      ${this.#list()}
      <widget-stage
        class="stage"
        bare
        follows-page
        .options=${this.options}
        .record=${this.#record}
        @session-change=${() => this.#run(scenario)}
      ></widget-stage>
      <bottom-sheet
        class="doing"
        label=${scenario.title[lang]}
        @sheet-open=${() => this.stage.bringIntoView()}
      >
        <span slot="head" class="chip ${tones[result]}" role="status">${t[result]}</span>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <div class="acts">
          <button
            class="button primary"
            type="button"
            ?hidden=${scenario.does.length === 0}
            @click=${() => this.#run(scenario, 'all')}
          >
            ${t.play}
          </button>
          <button class="button" type="button" @click=${() => this.#run(scenario)}>
            ${t.again}
          </button>
        </div>
        <div class="columns">
          <div>
            <h3>${t.toDo}</h3>
            ${this.#steps()}
          </div>
          <div>
            <h3>${t.toHear}</h3>
            <ol class="events">
              ${scenario.events.map(({ type }, index) => event(type, findings[index] ?? 'awaited'))}
            </ol>
            ${problems.map((problem) => html`<p class="problem" lang="en">${problem}</p>`)}
          </div>
        </div>
      </bottom-sheet>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">${t.asTest}</h2></header>
        <code-tabs
          label=${t.code}
          .snippets=${[
            {
              id: 'test',
              title: t.test,
              file: `scenario-${scenario.id}.spec.js`,
              code,
            },
          ]}
          .project=${async () => (await import('../code/projects.js')).scenarioProject(scenario.id, code)}
        ></code-tabs>
      </section>
    `;
  }

  #list() {
    const { scenario, wanted } = this;
    const found = scenarios.filter((one) => fits(one, wanted));
    return html`
      <section class="card list" aria-labelledby="list-title" ?data-open=${this.listOpen}>
        <header>
          <h2 id="list-title">
            ${t.list(scenarios.length)}<span>${scenario.id} ${scenario.title[lang]}</span>
          </h2>
          <button
            class="button choose"
            type="button"
            aria-expanded=${this.listOpen}
            @click=${() => (this.listOpen = !this.listOpen)}
          >
            ${this.listOpen ? t.close : t.choose}
          </button>
        </header>
        <div class="search">
          <input
            class="field"
            type="search"
            placeholder=${t.search}
            aria-label=${t.search}
            autocomplete="off"
            spellcheck="false"
            .value=${wanted}
            @input=${(event: InputEvent & { target: HTMLInputElement }) =>
              (this.wanted = event.target.value)}
          />
          <p class="hint" role="status">
            ${
              wanted.trim() === ''
                ? nothing
                : found.length === 0
                  ? t.none
                  : t.found(found.length, scenarios.length)
            }
          </p>
        </div>
        <nav aria-labelledby="list-title">
          ${scenarioGroups.map((group) => this.#group(group, found))}
        </nav>
      </section>
    `;
  }

  #group(group: ScenarioGroup, found: readonly Scenario[]) {
    const members = found.filter((one) => groupOf(one) === group);
    if (members.length === 0) return nothing;
    return html`
      <h3 id=${group}>${t[group]}</h3>
      <ol aria-labelledby=${group}>
        ${repeat(
          members,
          ({ id }) => id,
          (one) => this.#link(one),
        )}
      </ol>
    `;
  }

  #link(one: Scenario) {
    return html`
      <li>
        <a
          href="?scenario=${one.id}"
          aria-current=${one.id === this.scenario.id ? 'true' : nothing}
          @click=${(event: MouseEvent) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            history.replaceState(null, '', `?scenario=${one.id}`);
            this.#run(one);
          }}
          ><span>${one.id}</span>${one.title[lang]}</a
        >
      </li>
    `;
  }

  /** What is to be done; what is done already is ticked off. */
  #steps() {
    const instructions = instructionsFor(this.scenario);
    if (instructions.length === 0) return html`<p class="hint">${t.nothing}</p>`;
    const heard = heardOf(this.#record.entries).map(({ type }) => type);
    const done = actsDone(this.scenario, heard);
    return html`
      <ol class="steps">
        ${instructions.map(
          ({ words, byLink }, index) =>
            html`<li
              class=${index < done ? 'done' : index === done ? 'next' : ''}
              aria-current=${index === done ? 'step' : nothing}
            >
              ${words} ${byLink ? `(${t.byLink})` : nothing}
              ${index < done ? html`<span class="visually-hidden">${t.done}</span>` : nothing}
            </li>`,
        )}
      </ol>
    `;
  }

  /** @param play `all`: the sandbox does it by itself */
  #run(scenario: Scenario, play?: 'all'): void {
    this.scenario = scenario;
    this.listOpen = false;
    this.options = optionsFor(scenario, play);
  }
}

function event(type: string, finding: Finding) {
  return html`
    <li class=${finding}>
      <i aria-hidden="true">${signs[finding]}</i>
      <span>${type}<span class="visually-hidden">, ${t[finding]}</span></span>
    </li>
  `;
}

function scenarioIn(search: string): Scenario {
  const wanted = new URLSearchParams(search).get('scenario') ?? '02';
  const scenario = scenarios.find(({ id }) => id === wanted) ?? scenarios[0];
  if (!scenario) throw new Error('The sandbox has no scenarios.');
  return scenario;
}

function optionsFor({ id }: Scenario, play?: 'all'): UbaOptions {
  return { origin: sandboxOrigin, connectURL: newScenarioAddress(sandboxOrigin, id, play) };
}

declare global {
  interface HTMLElementTagNameMap {
    'scenario-launcher': ScenarioLauncher;
  }
}
