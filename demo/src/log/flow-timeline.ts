import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { RecordObserver, type EventRecord } from './event-record.js';
import { timelineOf, type TimelineStep, type StepName, type StepState } from './timeline.js';

const titles: Record<StepName, string> = {
  load: 'Load',
  bank: 'Bank',
  login: 'Login',
  security: 'Security',
  accounts: 'Accounts',
  done: 'Done',
};

const words: Record<StepState, string> = {
  ahead: 'to come',
  running: 'running',
  passed: 'passed',
  failed: 'failed',
  skipped: 'not needed',
};

/** A picture of where the session is in the flow, and how long each step took. */
@customElement('flow-timeline')
export class FlowTimeline extends LitElement {
  static override styles = [
    controls,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(6, minmax(max-content, 1fr));
        gap: 6px;
      }
      li {
        display: grid;
        font-size: 13px;
        line-height: 1.4;
        font-variant-numeric: tabular-nums;
      }
      li::before {
        content: '';
        block-size: 6px;
        margin-block-end: 6px;
        border-radius: 6px;
        background: var(--line);
      }
      .passed::before,
      .running::before {
        background: var(--primary);
      }
      .running::before {
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
      .failed::before {
        background: var(--bad);
      }
      .skipped::before {
        background: repeating-linear-gradient(90deg, var(--line-strong) 0 3px, transparent 3px 7px);
      }
      b {
        font-weight: 600;
      }
      .ahead b,
      .skipped b,
      span {
        color: var(--muted);
      }
      .failed span {
        color: var(--bad);
      }
      @keyframes breathe {
        from {
          opacity: 0.45;
        }
      }
      @media (forced-colors: active) {
        li::before {
          border: 1px solid CanvasText;
        }
        .passed::before,
        .running::before {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** What was heard so far. */
  @property({ attribute: false }) record: EventRecord | undefined;

  #tick: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new RecordObserver(this, () => this.record);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
  }

  protected override render() {
    const now = performance.timeOrigin + performance.now();
    const steps = timelineOf(this.record?.entries ?? []);
    clearTimeout(this.#tick);
    if (steps.some(({ state }) => state === 'running')) {
      this.#tick = setTimeout(() => this.requestUpdate(), 500);
    }
    const spent = steps.map((step) => spentIn(step, now));
    const total = spent.reduce((sum, part) => sum + part, 0);
    return html`
      <ol aria-label="Where the flow is">
        ${steps.map(
          ({ name, state }, index) => html`
            <li class=${state} aria-current=${state === 'running' ? 'step' : nothing}>
              <b>${titles[name]}</b>
              <span>
                <span class="visually-hidden">${words[state]}</span>
                ${
                  name === 'done' && state === 'passed'
                    ? `in ${duration(total)}`
                    : figure(state, spent[index] ?? 0)
                }
              </span>
            </li>
          `,
        )}
      </ol>
    `;
  }
}

function spentIn({ state, spent, since = 0 }: TimelineStep, now: number): number {
  return state === 'running' ? spent + now - since : spent;
}

function figure(state: StepState, spent: number): string {
  if (state === 'skipped') return 'none';
  return state === 'ahead' ? '–' : duration(spent);
}

function duration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

declare global {
  interface HTMLElementTagNameMap {
    'flow-timeline': FlowTimeline;
  }
}
