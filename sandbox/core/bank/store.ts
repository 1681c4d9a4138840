/** The state of the sandbox: serialisable, and stored for the tab where that is possible. */
import { Listeners } from '../contract/listeners.js';
import type { StoredState } from './stored-state.js';

/** Where the state is stored, so that it outlives the page. */
export interface StateStorage {
  load(): string | null;
  save(text: string): void;
}

export const freshState = (seed: string, latency: number): StoredState => ({
  seed,
  movedBy: 0,
  latency,
  numbers: {},
  wrongPins: {},
  boundDevices: [],
  logins: {},
  orders: {},
});

export class Store {
  #state: StoredState;
  readonly #listeners = new Listeners();

  constructor(
    state: StoredState,
    private readonly storage?: StateStorage,
  ) {
    this.#state = state;
  }

  get state(): StoredState {
    return this.#state;
  }

  /** Stores a change, and notifies the listeners. */
  change(change: Partial<StoredState>): void {
    this.#save(change);
    this.notify();
  }

  /** The number of the next id of a kind, from 1 on. */
  nextNumber(kind: string): number {
    const number = (this.#state.numbers[kind] ?? 0) + 1;
    this.#save({ numbers: { ...this.#state.numbers, [kind]: number } });
    return number;
  }

  /** Calls back after each change; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Notifies the listeners of a change that is not stored. */
  notify(): void {
    this.#listeners.notify();
  }

  #save(change: Partial<StoredState>): void {
    this.#state = { ...this.#state, ...change };
    this.storage?.save(JSON.stringify(this.#state));
  }
}
