import { scenarios, type Scenario } from '@finodigital/uba-sandbox/testing';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../code/code-tabs.js';
import { controls } from '../controls.styles.js';
import { newSeed, withFeatures } from '../demo-session.js';
import { EventRecord, RecordObserver } from '../log/event-record.js';
import '../log/flow-timeline.js';
import { PageScheme } from '../page-scheme.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { compare, type Finding } from '../scenarios/comparison.js';
import { instructionsFor } from '../scenarios/instructions.js';
import { playwrightTest } from '../scenarios/playwright-test.js';
import { scenarioAddress } from '../scenarios/scenario-address.js';
import { siteRoot } from '../site-root.js';
import './widget-stage.js';
import { workbench } from './workbench.styles.js';

const results = {
  open: { words: 'running', tone: '' },
  met: { words: 'as expected', tone: 'ok' },
  missed: { words: 'differs', tone: 'bad' },
} as const;

const marks: Record<Finding, { readonly sign: string; readonly words: string }> = {
  heard: { sign: '✓', words: 'heard' },
  different: { sign: '✕', words: 'something else came' },
  awaited: { sign: '·', words: 'awaited' },
};

/** Every scenario of the sandbox: what to do, the running widget, and whether all came as expected. */
@customElement('scenario-launcher')
export class ScenarioLauncher extends LitElement {
  static override styles = [
    controls,
    workbench,
    css`
      nav ol {
        max-block-size: 240px;
        overflow-y: auto;
        padding: 6px;
      }
      nav a {
        display: flex;
        gap: 10px;
        align-items: baseline;
        padding: 7px 10px;
        border-radius: 8px;
        font-size: 14px;
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
      nav span {
        color: var(--muted);
        font: 13px var(--mono);
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
      .steps .by-link,
      .steps ::marker {
        color: var(--muted);
      }
      .events {
        display: grid;
        gap: 3px;
        font: 13px/1.5 var(--mono);
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
      .result {
        display: flex;
        gap: 10px;
        align-items: center;
      }
      @media (width >= 740px) {
        :host {
          grid-template-columns: minmax(0, 1fr) minmax(340px, 400px);
        }
        .list,
        .code {
          grid-column: 1 / -1;
        }
      }
      @media (width >= 1200px) {
        :host {
          grid-template-columns: 290px minmax(0, 1fr) minmax(375px, 440px);
        }
        .list {
          grid-area: 1 / 1 / 3;
        }
        nav ol {
          max-block-size: none;
        }
        .stage {
          grid-area: 1 / 3 / 3;
        }
        .code {
          grid-column: 2;
        }
      }
    `,
  ];

  @state() private scenario = scenarioIn(location.search);
  @state() private options: UbaOptions;

  readonly #record = new EventRecord();
  readonly #scheme = new PageScheme(this);

  constructor() {
    super();
    this.options = optionsFor(this.scenario);
    new RecordObserver(this, () => this.#record);
  }

  protected override willUpdate(): void {
    // The frame looks as the page around it does.
    const colorScheme = this.#scheme.value;
    if (this.options.colorScheme !== colorScheme) this.options = { ...this.options, colorScheme };
  }

  protected override render() {
    const { scenario } = this;
    const { findings, problems, result } = compare(scenario.events, this.#record.entries);
    const code = playwrightTest(scenario, { sandbox: sandboxOrigin, page: siteRoot });
    return html`
      <section class="card list" aria-labelledby="list-title">
        <header><h2 id="list-title">${scenarios.length} scenarios</h2></header>
        <nav aria-labelledby="list-title">
          <ol>
            ${scenarios.map((one) => this.#link(one))}
          </ol>
        </nav>
      </section>
      <section class="card" aria-labelledby="title">
        <header>
          <h2 id="title">${scenario.title.en}</h2>
          <span class="result">
            <span class="chip ${results[result].tone}" role="status">${results[result].words}</span>
            <button class="button" type="button" @click=${() => this.#run(scenario)}>
              Run again
            </button>
          </span>
        </header>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <div class="columns">
          <div>
            <h3>What to do</h3>
            ${this.#steps()}
          </div>
          <div>
            <h3>What the page must hear</h3>
            <ol class="events">
              ${scenario.events.map(({ type }, index) => event(type, findings[index] ?? 'awaited'))}
            </ol>
            ${problems.map((problem) => html`<p class="problem">${problem}</p>`)}
          </div>
        </div>
      </section>
      <widget-stage
        class="stage"
        bare
        .options=${this.options}
        .record=${this.#record}
      ></widget-stage>
      <section class="card code" aria-labelledby="code-title">
        <header><h2 id="code-title">As a Playwright test</h2></header>
        <code-tabs
          label="Code"
          .snippets=${[
            {
              id: 'test',
              title: 'Test',
              file: `scenario-${scenario.id}.spec.js`,
              code,
            },
          ]}
        ></code-tabs>
      </section>
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
          ><span>${one.id}</span>${one.title.en}</a
        >
      </li>
    `;
  }

  #steps() {
    const instructions = instructionsFor(this.scenario);
    if (instructions.length === 0) return html`<p class="hint">Nothing: it happens by itself.</p>`;
    return html`
      <ol class="steps">
        ${instructions.map(({ words, byLink }) =>
          byLink ? html`<li class="by-link">${words} (done for you)</li>` : html`<li>${words}</li>`,
        )}
      </ol>
    `;
  }

  #run(scenario: Scenario): void {
    this.scenario = scenario;
    this.options = optionsFor(scenario);
  }
}

function event(type: string, finding: Finding) {
  const { sign, words } = marks[finding];
  return html`
    <li class=${finding}>
      <i aria-hidden="true">${sign}</i>
      <span>${type}<span class="visually-hidden">, ${words}</span></span>
    </li>
  `;
}

function scenarioIn(search: string): Scenario {
  const wanted = new URLSearchParams(search).get('scenario') ?? '02';
  const scenario = scenarios.find(({ id }) => id === wanted) ?? scenarios[0];
  if (!scenario) throw new Error('The sandbox has no scenarios.');
  return scenario;
}

/** A seed of its own for each run, so that no run finds what another one left. */
function optionsFor(scenario: Scenario): UbaOptions {
  const connectURL = scenarioAddress(scenario, sandboxOrigin, {
    scenario: scenario.id,
    seed: newSeed(),
  });
  return { origin: sandboxOrigin, connectURL: withFeatures(connectURL) };
}

declare global {
  interface HTMLElementTagNameMap {
    'scenario-launcher': ScenarioLauncher;
  }
}
