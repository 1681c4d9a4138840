import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { RecordObserver, type EventRecord } from './event-record.js';
import { locale, wordsOf } from '../texts/language.js';
import { timelineTexts } from '../texts/log.js';
import { timelineOf, type TimelineStep, type StepState } from './timeline.js';

const t = wordsOf(timelineTexts);

/** A duration to a tenth of a second. */
const tenths = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

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
        overflow: hidden;
      }
      li {
        display: grid;
        font-size: 0.8125rem;
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
      <ol aria-label=${t.where}>
        ${steps.map(
          ({ name, state }, index) => html`
            <li class=${state} aria-current=${state === 'running' ? 'step' : nothing}>
              <b>${t[name]}</b>
              <span>
                <span class="visually-hidden">${t[state]}</span>
                ${
                  name === 'done' && state === 'passed'
                    ? t.inAll(duration(total))
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
  if (state === 'skipped') return t.none;
  return state === 'ahead' ? '–' : duration(spent);
}

function duration(ms: number): string {
  if (ms < 10_000) return `${tenths.format(ms / 1000)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}

declare global {
  interface HTMLElementTagNameMap {
    'flow-timeline': FlowTimeline;
  }
}
