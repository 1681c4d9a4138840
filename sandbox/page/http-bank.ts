/** The bank's side behind HTTP: what `openSandboxBank` gives, where the command serves the page. */
import { isObject } from '@finodigital/uba-protocol/internal';
import type { BankSide, Session } from '../core/contract/bank-side.js';
import type { SandboxControls } from '../core/contract/sandbox-controls.js';
import { Ids } from '../core/bank/ids.js';
import { freshState, Store } from '../core/bank/store.js';
import type { SandboxBank } from '../core/bank/sandbox-bank.js';
import { SandboxClock } from '../core/bank/sandbox-clock.js';
import { Seeded } from '../core/bank/seeded.js';
import type { Visit } from '../core/bank/session.js';
import type { Welcome } from '../core/contract/welcome.js';

/** How often to ask whether something moved, in ms of real time. */
const revisionInterval = 1000;

/** How far the server's clock may be ahead before it must have been moved, in ms. */
const tolerance = 1000;

export interface HttpBankOptions {
  readonly visit: Visit;
  readonly welcome: Welcome;
  /** In which the banks' own page speaks. */
  readonly lang: string;
  /** Such as `fetch`. */
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
}

export class HttpBank implements SandboxBank {
  readonly clock: SandboxClock;
  readonly bankSide: BankSide = {
    openSession: () => this.#askSession('openSession'),
    extendSession: () => this.#askSession('extendSession'),
    findBanks: this.#call('findBanks'),
    logIn: this.#call('logIn'),
    startRedirect: this.#call('startRedirect'),
    finishRedirect: this.#call('finishRedirect'),
    chooseMethod: this.#call('chooseMethod'),
    renewChallenge: this.#call('renewChallenge'),
    answerChallenge: this.#call('answerChallenge'),
    pollChallenge: this.#call('pollChallenge'),
    abort: this.#call('abort'),
    connect: this.#call('connect'),
    logins: this.#call('logins'),
    synchronise: this.#call('synchronise'),
    disconnect: this.#call('disconnect'),
  };
  readonly controls: SandboxControls = {
    view: this.#call('view'),
    decide: this.#lever('decide'),
    advance: this.#lever('advance'),
    expireConsent: this.#lever('expireConsent'),
    revokeConsent: this.#lever('revokeConsent'),
    setLatency: this.#lever('setLatency'),
    reset: this.#lever('reset'),
    subscribe: (listener) => this.changes(listener),
  };
  readonly #options: HttpBankOptions;
  readonly #ids: Ids;
  readonly #listeners = new Set<() => void>();
  #sessionId: string | undefined;
  #isOpen: ((isOpen: unknown) => void) | undefined;
  /** What was posted is told one after the other, so that the server hears it in order. */
  #telling = new Promise<unknown>((resolve) => (this.#isOpen = resolve));
  #revision: unknown;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: HttpBankOptions) {
    const { visit, welcome } = options;
    this.#options = options;
    this.#sessionId = visit.kind === 'given' ? visit.sessionId : undefined;
    this.clock = welcome.ticks ? SandboxClock.real() : SandboxClock.still(welcome.now);
    this.#ids = new Ids(new Store(freshState(welcome.seed, 0)), new Seeded(welcome.seed));
    this.#follow(welcome.now);
  }

  readonly requestId = (): string => this.#ids.nextRequest();

  readonly changes = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.#pollRevision(), revisionInterval);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  /** Tells the server what was posted to the embedding page. */
  posted({ type, payload }: { readonly type: string; readonly payload: unknown }): void {
    const told = { type, payload: withoutSession(type, payload) };
    this.#telling = this.#telling.then(() => this.#ask('posted', [told])).catch(reportError);
  }

  #call<Name extends keyof BankSide | keyof SandboxControls>(name: Name) {
    type Method = (BankSide & SandboxControls)[Name];
    return ((...args: readonly unknown[]) => this.#ask(name, args)) as Method;
  }

  /** Moves the lever, and tells who listens. */
  #lever<Name extends keyof SandboxControls>(name: Name) {
    return (async (...args: readonly unknown[]) => {
      await this.#ask(name, args);
      this.#tell();
    }) as unknown as SandboxControls[Name];
  }

  async #askSession(call: 'openSession' | 'extendSession'): Promise<Session> {
    const session = (await this.#ask(call, [])) as Session;
    if (session.kind !== 'over') {
      this.#sessionId = session.sessionId;
      this.#isOpen?.(true);
    }
    return session;
  }

  /** @throws Error where the server cannot be reached or refuses */
  async #ask(call: string, args: readonly unknown[]): Promise<unknown> {
    const { lang, send } = this.#options;
    const response = await send(`/_bank/${call}?lang=${lang}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(this.#sessionId !== undefined && { 'X-Sandbox-Session': this.#sessionId }),
      },
      body: JSON.stringify(args),
    });
    if (!response.ok) throw new Error(`The sandbox answered ${call} with ${response.status}.`);
    this.#follow(Number(response.headers.get('X-Sandbox-Now')));
    return response.json();
  }

  /** Keeps the page's clock with the server's, which somebody may have moved. */
  #follow(serverNow: number): void {
    const lead = serverNow - this.clock.now();
    if (lead > (this.clock.ticks ? tolerance : 0)) this.clock.advance(lead);
  }

  async #pollRevision(): Promise<void> {
    const before = this.#revision;
    try {
      this.#revision = await this.#ask('revision', []);
    } catch {
      // The next may get through; where none does, whatever the user does next says so.
      return;
    }
    if (this.#revision !== before) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The address that the user goes back to holds the session's id. */
const withoutSession = (type: string, payload: unknown): unknown =>
  type === 'redirect' && isObject(payload) ? { ...payload, url: undefined } : payload;
