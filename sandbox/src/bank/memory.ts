/** What the sandbox remembers: one serialisable state, kept for the tab where that is possible. */
import * as z from 'zod/mini';
import { accountTypes } from '../flow/bank-side.js';

const consentSchema = z.object({
  endsAt: z.number(),
  standing: z.enum(['given', 'revoked', 'void']),
});

const loginSchema = z.object({
  bankLoginId: z.string(),
  bankCode: z.string(),
  userName: z.string(),
  accountType: z.optional(z.enum(accountTypes)),
  accountIds: z.array(z.string()),
  /** How the bank asks for a new consent. */
  sca: z.enum(['none', 'tan', 'decoupled', 'photo']),
  consents: z.array(consentSchema),
  /** Sandbox time, ms since 1970. */
  lastSynchronization: z.number(),
  /** The last synchronisation failed. */
  failed: z.boolean(),
});

export const rememberedSchema = z.object({
  seed: z.string(),
  /** How far the clock was moved, in ms. */
  movedBy: z.number(),
  /** In ms of real time. */
  latency: z.number(),
  /** How many ids of each kind were drawn. */
  drawn: z.record(z.string(), z.number()),
  /** How often in a row the PIN of a user who can be locked was wrong. */
  wrongPins: z.record(z.string(), z.number()),
  /** Bank logins by a digest of the user of UBA whose they are. */
  logins: z.record(z.string(), z.array(loginSchema)),
});

/** A consent of a bank login; see consents.ts. */
export type Consent = Readonly<z.infer<typeof consentSchema>>;

/** A bank login as it is remembered. It says whose it is at the bank, and holds no PIN. */
export type KeptLogin = Readonly<z.infer<typeof loginSchema>>;

/** All that is remembered. No PIN, no TAN, no session id is among it. */
export type Remembered = Readonly<z.infer<typeof rememberedSchema>>;

/** Where the state outlives the page. */
export interface Keep {
  load(): string | null;
  save(text: string): void;
}

/**
 * Keeps in the storage of the tab, or nowhere where the browser denies it.
 *
 * @param storage gives the storage; may throw
 * @param seed runs of different seeds know nothing of each other
 */
export function tabKeep(storage: () => Storage, seed = ''): Keep | undefined {
  const key = `uba-sandbox ${seed}`;
  try {
    const tab = storage();
    tab.setItem(`${key}-probe`, '1');
    tab.removeItem(`${key}-probe`);
    return { load: () => tab.getItem(key), save: (text) => tab.setItem(key, text) };
  } catch {
    // Denied, as in a cross-site frame: the sandbox then remembers as long as the page lives.
    return undefined;
  }
}

/** What was kept, if it can be read. */
export function recall(keep: Keep | undefined): Remembered | undefined {
  const text = keep?.load();
  return text ? rememberedSchema.safeParse(parse(text)).data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Kept by another version, or by another page; the schema refuses it.
    return undefined;
  }
}

export const freshMemory = (seed: string, latency: number): Remembered => ({
  seed,
  movedBy: 0,
  latency,
  drawn: {},
  wrongPins: {},
  logins: {},
});

export class Memory {
  #state: Remembered;
  readonly #listeners = new Set<() => void>();

  constructor(
    state: Remembered,
    private readonly keep?: Keep,
  ) {
    this.#state = state;
  }

  get state(): Remembered {
    return this.#state;
  }

  /** Remembers, and tells who listens. */
  change(change: Partial<Remembered>): void {
    this.#remember(change);
    this.tell();
  }

  /** The number of the next id of a kind, from 1 on. */
  draw(kind: string): number {
    const number = (this.#state.drawn[kind] ?? 0) + 1;
    this.#remember({ drawn: { ...this.#state.drawn, [kind]: number } });
    return number;
  }

  /** Calls back after each change; returns how to call it off. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells who listens that something is not as it was. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #remember(change: Partial<Remembered>): void {
    this.#state = { ...this.#state, ...change };
    this.keep?.save(JSON.stringify(this.#state));
  }
}
