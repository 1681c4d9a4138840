import type { Entry, EntryKind } from './event-record.js';

/** The entries that fit a filter; each entry is looked at once, however often the list grows. */
export class LogView {
  #entries: Entry[] = [];
  #text = '';
  #kind: EntryKind | undefined;
  /** The ids of the first and the last entry that were looked at; 0 = none. */
  #first = 0;
  #last = 0;

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Only entries whose type, origin or payload holds this text, in any case of letters. */
  set text(text: string) {
    this.#text = text.trim().toLowerCase();
    this.reset();
  }

  /** Only entries of this kind; all where it is undefined. */
  set kind(kind: EntryKind | undefined) {
    this.#kind = kind;
    this.reset();
  }

  /** Forgets what was looked at. */
  reset(): void {
    this.#entries = [];
    this.#first = 0;
    this.#last = 0;
  }

  /** Takes in what is new in `all`, and starts over where the oldest entries are gone. */
  follow(all: readonly Entry[]): void {
    const first = all[0]?.id ?? 0;
    if (first !== this.#first) this.reset();
    this.#first = first;
    const fresh = all.findLastIndex(({ id }) => id <= this.#last) + 1;
    this.#entries.push(...all.slice(fresh).filter((entry) => this.#fits(entry)));
    this.#last = all.at(-1)?.id ?? 0;
  }

  #fits({ kind, type, origin, payload }: Entry): boolean {
    if (this.#kind && kind !== this.#kind) return false;
    if (!this.#text) return true;
    const haystack = `${type} ${origin} ${payload === undefined ? '' : JSON.stringify(payload)}`;
    return haystack.toLowerCase().includes(this.#text);
  }
}
