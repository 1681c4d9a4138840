import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../code/copy-button.js';
import { controls } from '../controls.styles.js';
import { wordsOf } from '../texts/language.js';
import { testDataTexts } from '../texts/stage.js';
import { testData } from './test-data-values.js';

const t = wordsOf(testDataTexts);

const names = Object.keys(testData) as (keyof typeof testData)[];

/** Fires when the data is to be filled in, or the flow to be played; `play` tells which. */
export class UseDataEvent extends Event {
  static readonly type = 'use-data';

  constructor(readonly play: boolean) {
    super(UseDataEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * The demo bank's data: each to copy and, where the frame can be steered, all filled in by one click.
 *
 * @fires use-data
 */
@customElement('test-data')
export class TestData extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        container-type: inline-size;
        font-size: 0.875rem;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        padding: 10px 16px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      details {
        flex-basis: 100%;
      }
      summary {
        min-block-size: 24px;
        cursor: pointer;
      }
      details[open] > summary {
        margin-block-end: 6px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }
      dl div {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      dt {
        color: var(--muted);
      }
    `,
  ];

  /** Whether the frame can be steered by its address. */
  @property({ type: Boolean }) fillable = false;

  /** Whether the data shows: at first where there is room above the frame. */
  @state() private open = matchMedia('(width >= 740px)').matches;

  /** What the last click did. */
  @state() private done: 'filled' | 'playing' | undefined;

  protected override render() {
    return html`
      <div class="bar">
        <details ?open=${this.open} @toggle=${this.#onToggle}>
          <summary>${t.intro}</summary>
          <dl>
            ${names.map(
              (name) => html`
                <div>
                  <dt>${t[name]}</dt>
                  <dd>
                    <copy-button
                      quiet
                      text=${testData[name]}
                      label=${testData[name]}
                      spoken=${t.copyValue(t[name], testData[name])}
                    ></copy-button>
                  </dd>
                </div>
              `,
            )}
          </dl>
        </details>
        ${
          this.fillable
            ? html`<div class="acts">
                <button class="button primary" type="button" @click=${() => this.#use(false)}>
                  ${t.fill}
                </button>
                <button class="button" type="button" @click=${() => this.#use(true)}>
                  ${t.play}
                </button>
              </div>`
            : nothing
        }
        <span class="hint" role="status" ?hidden=${!this.done}
          >${this.done ? t[this.done] : nothing}</span
        >
      </div>
    `;
  }

  readonly #onToggle = (event: Event & { target: HTMLDetailsElement }): void => {
    this.open = event.target.open;
  };

  #use(play: boolean): void {
    this.done = play ? 'playing' : 'filled';
    this.dispatchEvent(new UseDataEvent(play));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'test-data': TestData;
  }

  interface HTMLElementEventMap {
    'use-data': UseDataEvent;
  }
}
