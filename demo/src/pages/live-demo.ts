import type { UbaOptions } from '@finodigital/uba-protocol';
import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../controls.styles.js';
import { newDemoAddress } from '../demo-session.js';
import '../log/event-log.js';
import { EventRecord } from '../log/event-record.js';
import '../log/flow-timeline.js';
import { sessionOf } from '../options/option-state.js';
import { PageScheme } from '../page-scheme.js';
import { sandboxOrigin } from '../sandbox-origin.js';
import './widget-stage.js';

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
        grid-area: heard;
        min-inline-size: 0;
        overflow: hidden;
      }
      flow-timeline {
        padding: 14px 16px;
        border-block-end: 1px solid var(--line);
      }
      event-log {
        block-size: 300px;
      }
    `,
  ];

  readonly #record = new EventRecord();
  readonly #connectURL = newDemoAddress(sandboxOrigin);
  readonly #scheme = new PageScheme(this);

  constructor() {
    super();
    this.#record.hide(sessionOf({ connectURL: this.#connectURL }));
  }

  protected override render() {
    // The frame looks as the page around it does.
    const options: UbaOptions = {
      origin: sandboxOrigin,
      colorScheme: this.#scheme.value,
      connectURL: this.#connectURL,
    };
    return html`
      <widget-stage .options=${options} .record=${this.#record}></widget-stage>
      <section class="card" aria-label="What the page hears">
        <flow-timeline .record=${this.#record}></flow-timeline>
        <event-log .record=${this.#record}></event-log>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-demo': LiveDemo;
  }
}
