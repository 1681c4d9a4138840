import { VirtualizerController } from '@tanstack/lit-virtual';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../controls.styles.js';
import {
  RecordObserver,
  entryKinds,
  type Entry,
  type EntryKind,
  type EventRecord,
} from './event-record.js';
import { LogView } from './log-view.js';
import { payloadTree, payloadTreeStyles, preview } from './payload-tree.js';

const kinds: Record<EntryKind, { readonly name: string; readonly tone: string }> = {
  message: { name: 'accepted', tone: 'ok' },
  rejected: { name: 'rejected', tone: 'bad' },
  status: { name: 'status', tone: '' },
  error: { name: 'error', tone: 'bad' },
  page: { name: 'page', tone: 'warn' },
};

/** A closed row with its line, in px. Only open rows are measured. */
const rowHeight = 37;

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/**
 * A live log of what a page heard: time, kind, type, origin and payload, with filter, pause, clear
 * and export. Only the rows in view exist, so that ten thousand events scroll like ten.
 */
@customElement('event-log')
export class EventLog extends LitElement {
  static override styles = [
    controls,
    payloadTreeStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        block-size: 420px;
        container-type: inline-size;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 10px 12px;
        border-block-end: 1px solid var(--line);
      }
      .bar .field {
        flex: 1 1 110px;
        inline-size: auto;
        min-inline-size: 0;
        min-block-size: 36px;
        font-size: 14px;
      }
      .bar select {
        flex: 0 1 130px;
      }
      .actions {
        display: flex;
        flex: 1 0 auto;
        align-items: center;
        gap: 8px;
      }
      .count {
        margin-inline-end: auto;
        font-variant-numeric: tabular-nums;
      }
      .scroller {
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        overflow-anchor: none;
        contain: strict;
      }
      .scroller:focus-visible {
        outline-offset: -3px;
      }
      .rows {
        position: relative;
      }
      .row {
        position: absolute;
        inset-inline: 0;
        inset-block-start: 0;
        border-block-end: 1px solid var(--line);
        font: 13px/1.5 var(--mono);
      }
      .row > button {
        display: grid;
        grid-template-columns: auto 84px minmax(0, 1fr);
        gap: 0 10px;
        align-items: center;
        inline-size: 100%;
        block-size: 36px;
        padding: 0 12px;
        border: 0;
        background: none;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .row > button:hover {
        background: var(--sunken);
      }
      .row > button:focus-visible {
        outline-offset: -3px;
      }
      .chip {
        justify-content: center;
        font-family: var(--font);
      }
      time,
      .origin,
      .preview {
        color: var(--muted);
      }
      .type {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }
      .origin,
      .preview {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .row > button > .origin,
      .row > button > .preview {
        display: none;
      }
      @container (inline-size > 640px) {
        .row > button {
          grid-template-columns: auto 84px minmax(150px, max-content) minmax(0, 1fr);
        }
        .row > button > .preview {
          display: block;
        }
      }
      @container (inline-size > 860px) {
        .row > button {
          grid-template-columns: auto 84px 240px 190px minmax(0, 1fr);
        }
        .row > button > .origin {
          display: block;
        }
      }
      .detail {
        padding: 6px 12px 12px;
        background: var(--sunken);
      }
      .empty {
        display: grid;
        place-items: center;
        padding: 32px 20px;
        text-align: center;
      }
    `,
  ];

  /** What was heard so far. */
  @property({ attribute: false }) record: EventRecord | undefined;

  /** While the log is paused: what it shows. */
  @state() private frozen: readonly Entry[] | undefined;
  @state() private open: ReadonlySet<number> = new Set();

  readonly #view = new LogView();
  readonly #scroller = createRef<HTMLElement>();
  readonly #virtual: VirtualizerController<HTMLElement, HTMLElement>;
  /** Whether the end of the list was in view before the update. */
  #following = true;
  /** The id of the last entry that the list was brought to. */
  #newest: number | undefined;

  constructor() {
    super();
    new RecordObserver(this, () => this.record);
    this.#virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
      getScrollElement: () => this.#scroller.value ?? null,
      count: 0,
      estimateSize: () => rowHeight,
      overscan: 8,
      getItemKey: (index) => this.#view.entries[index]?.id ?? index,
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) this.#view.reset();
    this.#view.follow(this.frozen ?? this.record?.entries ?? []);
    const virtualizer = this.#virtual.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.#view.entries.length });
    const scroller = this.#scroller.value;
    this.#following =
      !scroller || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
  }

  protected override updated(): void {
    const last = this.#view.entries.at(-1)?.id;
    if (last === this.#newest) return;
    this.#newest = last;
    if (this.#following && last !== undefined) {
      this.#virtual.getVirtualizer().scrollToIndex(this.#view.entries.length - 1, { align: 'end' });
    }
  }

  protected override render() {
    const { entries } = this.#view;
    return html`
      ${this.#bar()}
      ${
        entries.length === 0
          ? html`<p class="empty hint">
              ${
                this.record?.entries.length
                  ? 'No event fits the filter.'
                  : 'Nothing heard yet. Events appear here as the flow goes on.'
              }
            </p>`
          : nothing
      }
      <div class="scroller" tabindex="0" role="group" aria-label="Events" ${ref(this.#scroller)}>
        ${this.#rows()}
      </div>
    `;
  }

  #bar() {
    const total = this.record?.entries.length ?? 0;
    const shown = this.#view.entries.length;
    return html`
      <div class="bar">
        <input
          class="field"
          type="search"
          placeholder="Filter"
          aria-label="Filter by type or payload"
          @input=${(event: InputEvent & { target: HTMLInputElement }) => {
            this.#view.text = event.target.value;
            this.requestUpdate();
          }}
        />
        <select
          class="field"
          aria-label="Kind of event"
          @change=${(event: Event & { target: HTMLSelectElement }) => {
            this.#view.kind = entryKinds.find((kind) => kind === event.target.value);
            this.requestUpdate();
          }}
        >
          <option value="">All</option>
          ${entryKinds.map((kind) => html`<option value=${kind}>${kinds[kind].name}</option>`)}
        </select>
        <div class="actions">
          <span class="count hint">${shown === total ? total : `${shown} of ${total}`}</span>
          <button
            class="button"
            type="button"
            @click=${() => (this.frozen = this.frozen ? undefined : [...(this.record?.entries ?? [])])}
          >
            ${this.frozen ? 'Resume' : 'Pause'}
          </button>
          <button class="button" type="button" ?disabled=${total === 0} @click=${this.#clear}>
            Clear
          </button>
          <button class="button" type="button" ?disabled=${shown === 0} @click=${this.#export}>
            Export JSON
          </button>
        </div>
      </div>
    `;
  }

  #rows() {
    const virtualizer = this.#virtual.getVirtualizer();
    return html`
      <div class="rows" role="list" style="block-size:${virtualizer.getTotalSize()}px">
        ${repeat(
          virtualizer.getVirtualItems(),
          ({ key }) => key,
          ({ index, start }) => {
            const entry = this.#view.entries[index];
            return entry ? this.#row(entry, index, start) : nothing;
          },
        )}
      </div>
    `;
  }

  #row(entry: Entry, index: number, start: number) {
    const { name, tone } = kinds[entry.kind];
    const open = this.open.has(entry.id);
    return html`
      <div
        class="row"
        role="listitem"
        aria-setsize=${this.#view.entries.length}
        aria-posinset=${index + 1}
        data-index=${index}
        style="transform:translateY(${start}px)"
        ${open ? ref(this.#measure) : nothing}
      >
        <button type="button" aria-expanded=${open} @click=${() => this.#toggle(entry.id, index)}>
          <time datetime=${new Date(entry.time).toISOString()}>${clock.format(entry.time)}</time>
          <span class="chip ${tone}">${name}</span>
          <span class="type">${entry.type}</span>
          <span class="origin">${entry.origin}</span>
          <span class="preview">${entry.payload === undefined ? '' : preview(entry.payload)}</span>
        </button>
        ${
          open
            ? html`<div class="detail">
                <div class="leaf"><span class="key">origin</span>: ${entry.origin}</div>
                ${entry.payload === undefined ? nothing : payloadTree(entry.payload, 'payload')}
              </div>`
            : nothing
        }
      </div>
    `;
  }

  readonly #measure = (row: Element | undefined): void => {
    this.#virtual.getVirtualizer().measureElement((row ?? null) as HTMLElement | null);
  };

  #toggle(id: number, index: number): void {
    const open = new Set(this.open);
    if (open.delete(id)) this.#virtual.getVirtualizer().resizeItem(index, rowHeight);
    else open.add(id);
    this.open = open;
  }

  readonly #clear = (): void => {
    this.open = new Set();
    this.frozen &&= [];
    this.record?.clear();
  };

  readonly #export = (): void => {
    const json = JSON.stringify(this.#view.entries, null, 2);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
    link.download = 'uba-events.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'event-log': EventLog;
  }
}
