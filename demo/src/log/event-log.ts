import { VirtualizerController } from '@tanstack/lit-virtual';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../controls.styles.js';
import { DrawnApart } from '../drawn-apart.js';
import {
  RecordObserver,
  entryKinds,
  type Entry,
  type EntryKind,
  type EventRecord,
} from './event-record.js';
import { isMessageType } from '@finodigital/uba-protocol';
import { isDocumented } from '@finodigital/uba-protocol/internal';
import { locale, wordsOf } from '../texts/language.js';
import { logTexts } from '../texts/log.js';
import { LogView } from './log-view.js';
import { payloadTree, payloadTreeStyles, preview } from './payload-tree.js';

const t = wordsOf(logTexts);

const tones: Record<EntryKind, string> = {
  message: 'ok',
  rejected: 'bad',
  status: '',
  error: 'bad',
  page: 'warn',
};

/** A closed row with its line, in rem: one line of text, or two. Only open rows are measured. */
const rowHeights = { wide: 2.3125, narrow: 3.5625 } as const;

/** From this width on, in px, a row has room for its payload beside its type. */
const wideFrom = 640;

/** Where the events are documented. */
const documentation =
  'https://github.com/finodigital/uba-embed/blob/main/packages/widget/README.md#events';

const clock = new Intl.DateTimeFormat(locale, {
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
export class EventLog extends DrawnApart {
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
        font-size: 0.875rem;
      }
      .bar select {
        flex: 0 1 130px;
      }
      .actions {
        display: flex;
        flex: 1 1 auto;
        flex-wrap: wrap;
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
        font: 0.8125rem/1.5 var(--mono);
      }
      .row > button {
        display: grid;
        grid-template-columns: auto 6.5rem minmax(0, 1fr);
        gap: 0 10px;
        align-content: center;
        align-items: center;
        inline-size: 100%;
        block-size: calc(3.5625rem - 1px);
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
      .row > button > .origin {
        display: none;
      }
      /* With little room type and payload stand below. */
      .row > button > .chip {
        justify-self: start;
      }
      .row > button > .type {
        grid-area: 2 / 1 / 3 / 3;
      }
      .row > button > .preview {
        grid-area: 2 / 3;
      }
      @container (inline-size >= 640px) {
        .row > button {
          grid-template-columns: auto 6.5rem minmax(150px, max-content) minmax(0, 1fr);
          block-size: calc(2.3125rem - 1px);
        }
        .row > button > .chip {
          justify-self: stretch;
        }
        .row > button > :is(.type, .preview) {
          grid-area: auto;
        }
      }
      @container (inline-size > 860px) {
        .row > button {
          grid-template-columns: auto 6.5rem 240px 190px minmax(0, 1fr);
        }
        .row > button > .origin {
          display: block;
        }
      }
      .detail {
        padding: 6px 12px 12px;
        background: var(--sunken);
      }
      .detail a {
        display: inline-block;
        margin-block-start: 6px;
        padding-inline-start: 17px;
        font-family: var(--font);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        padding: 6px 12px;
        border-block-start: 1px solid var(--line);
        font-size: 0.8125rem;
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
  /** Whether the list goes on to its end by itself: not while the user reads further up. */
  #following = true;
  /** Where the list was scrolled to, in px. */
  #scrollTop = 0;
  /** A frame will bring the list to its end. */
  #scrolling = false;
  /** The id of the last entry that the list was brought to. */
  #newest: number | undefined;

  /** Of a closed row, in px. */
  #rowHeight: number = rowHeights.wide * 16;
  readonly #sizes = new ResizeObserver(() => this.#measureRows());

  constructor() {
    super();
    new RecordObserver(this, () => this.record);
    this.#virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
      getScrollElement: () => this.#scroller.value ?? null,
      count: 0,
      estimateSize: () => this.#rowHeight,
      overscan: 8,
      getItemKey: (index) => this.#view.entries[index]?.id ?? index,
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) this.#view.reset();
    this.#view.follow(this.frozen ?? this.record?.entries ?? []);
    const virtualizer = this.#virtual.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.#view.entries.length });
  }

  protected override updated(): void {
    const last = this.#view.entries.at(-1)?.id;
    if (last === this.#newest) return;
    this.#newest = last;
    // An empty list is at its end.
    this.#following ||= last === undefined;
    if (last === undefined || this.#scrolling) return;
    // Before the next frame, when the layout is due anyway.
    this.#scrolling = true;
    requestAnimationFrame(() => {
      this.#scrolling = false;
      const virtualizer = this.#virtual.getVirtualizer();
      const isOver = virtualizer.getTotalSize() > (virtualizer.scrollRect?.height ?? 0);
      // So is one that is all in view.
      this.#following ||= !isOver;
      if (!this.#following || !isOver) return;
      virtualizer.scrollToIndex(this.#view.entries.length - 1, { align: 'end' });
    });
  }

  /** Upwards scrolls the user alone; whoever comes to the end again follows again. */
  readonly #scrolled = ({ target }: Event & { target: HTMLElement }): void => {
    const { scrollTop, scrollHeight, clientHeight } = target;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 40;
    if (isAtEnd || scrollTop < this.#scrollTop) this.#following = isAtEnd;
    this.#scrollTop = scrollTop;
  };

  protected override render() {
    const { entries } = this.#view;
    return html`
      ${this.#bar()}
      <div
        class="scroller"
        tabindex="0"
        role="group"
        aria-label=${t.events}
        @scroll=${this.#scrolled}
        ${ref(this.#scroller)}
      >
        ${
          entries.length === 0
            ? html`<p class="empty hint">
                ${this.record?.entries.length ? t.nothingFits : t.empty}
              </p>`
            : nothing
        }
        ${this.#rows()}
      </div>
      <p class="legend hint">
        <span class="mark">${t.documented}</span>
        <span class="mark ours">${t.ours}</span>
      </p>
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
          placeholder=${t.filter}
          aria-label=${t.filterLabel}
          @input=${(event: InputEvent & { target: HTMLInputElement }) => {
            this.#view.text = event.target.value;
            this.requestUpdate();
          }}
        />
        <select
          class="field"
          aria-label=${t.kind}
          @change=${(event: Event & { target: HTMLSelectElement }) => {
            this.#view.kind = entryKinds.find((kind) => kind === event.target.value);
            this.requestUpdate();
          }}
        >
          <option value="">${t.all}</option>
          ${entryKinds.map((kind) => html`<option value=${kind}>${t[kind]}</option>`)}
        </select>
        <div class="actions">
          <span class="count hint"
            >${shown === total ? t.count(total) : t.countOf(shown, total)}</span
          >
          <button
            class="button"
            type="button"
            @click=${() => (this.frozen = this.frozen ? undefined : [...(this.record?.entries ?? [])])}
          >
            ${this.frozen ? t.resume : t.pause}
          </button>
          <button class="button" type="button" ?disabled=${total === 0} @click=${this.#clear}>
            ${t.clear}
          </button>
          <button class="button" type="button" ?disabled=${shown === 0} @click=${this.#export}>
            ${t.export}
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
          <span class="chip ${tones[entry.kind]}">${t[entry.kind]}</span>
          <span class="type">${entry.type}</span>
          <span class="origin">${entry.origin}</span>
          <span class="preview">${entry.payload === undefined ? '–' : preview(entry.payload)}</span>
        </button>
        ${
          open
            ? html`<div class="detail">
                <div class="leaf"><span class="key">origin</span>: ${entry.origin}</div>
                ${
                  entry.payload === undefined
                    ? nothing
                    : payloadTree(entry.payload, 'payload', (key) => markOf(entry, key))
                }
                ${
                  entry.kind === 'message'
                    ? html`<a href=${documentation}>${t.readOn(entry.type)}</a>`
                    : nothing
                }
              </div>`
            : nothing
        }
      </div>
    `;
  }

  readonly #measure = (row: Element | undefined): void => {
    this.#virtual.getVirtualizer().measureElement((row ?? null) as HTMLElement | null);
  };

  #measureRows(): void {
    const isWide = this.clientWidth >= wideFrom;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const height = Math.round(rowHeights[isWide ? 'wide' : 'narrow'] * rem);
    if (height === this.#rowHeight) return;
    this.#rowHeight = height;
    this.#virtual.getVirtualizer().measure();
  }

  #toggle(id: number, index: number): void {
    const open = new Set(this.open);
    if (open.delete(id)) this.#virtual.getVirtualizer().resizeItem(index, this.#rowHeight);
    else {
      open.add(id);
      this.#following = false;
    }
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

/** Whether the documentation names that part of an event, or the sandbox has made it up. */
function markOf({ kind, type }: Entry, key: string) {
  if (kind !== 'message' || !isMessageType(type)) return undefined;
  return isDocumented(type, key)
    ? { tone: 'documented', words: t.documented }
    : { tone: 'ours', words: t.ours };
}

declare global {
  interface HTMLElementTagNameMap {
    'event-log': EventLog;
  }
}
