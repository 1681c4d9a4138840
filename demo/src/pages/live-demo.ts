import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../code/copy-button.js';
import { controls } from '../controls.styles.js';
import { newDemoAddress } from '../demo-session.js';
import '../log/event-log.js';
import { EventRecord } from '../log/event-record.js';
import '../log/flow-timeline.js';
import { sessionOf } from '../options/option-state.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import { wordsOf } from '../texts/language.js';
import { pageTexts } from '../texts/pages.js';
import './widget-stage.js';

const t = wordsOf(pageTexts);

/** The widget live, with the events it fires beside it. */
@customElement('live-demo')
export class LiveDemo extends LitElement {
  static override styles = [
    controls,
    css`
      /* Its two parts take their places in the page's own grid. */
      :host {
        display: contents;
      }
      widget-stage {
        grid-area: stage;
      }
      section {
        display: flex;
        flex-direction: column;
        grid-area: heard;
        align-self: stretch;
        min-inline-size: 0;
        overflow: hidden;
      }
      flow-timeline {
        padding: 14px 16px;
        border-block-end: 1px solid var(--line);
      }
      event-log {
        flex: 1 0 300px;
        block-size: 300px;
      }
    `,
  ];

  readonly #record = new EventRecord();

  @state() private options = this.#fresh();

  protected override render() {
    return html`
      <widget-stage
        follows-page
        fillable
        .options=${this.options}
        .record=${this.#record}
        @session-change=${() => (this.options = this.#fresh())}
      ></widget-stage>
      <section class="card" aria-label=${t.hearsPage}>
        <flow-timeline .record=${this.#record}></flow-timeline>
        <event-log .record=${this.#record}></event-log>
      </section>
    `;
  }

  #fresh(): UbaOptions {
    const connectURL = newDemoAddress(sandboxOrigin);
    this.#record.hide(sessionOf({ connectURL }));
    return { origin: sandboxOrigin, connectURL };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-demo': LiveDemo;
  }
}
