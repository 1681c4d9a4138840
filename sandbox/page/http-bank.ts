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
import { second } from '../core/contract/durations.js';
import { Listeners } from '../core/contract/listeners.js';
import type { Welcome } from '../core/contract/welcome.js';
import { Polling } from './polling.js';

/** How often to ask whether something changed, in ms of real time. */
const revisionInterval = second;

/** How far the server's clock may be ahead before it must have been moved, in ms. */
const tolerance = second;

interface HttpBankOptions {
  readonly visit: Visit;
  readonly welcome: Welcome;
  /** The language of the banks' own page. */
  readonly lang: string;
  /** Such as `fetch`. */
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
  /** Called at most once, where the server knows the session no more and that concerns the page. */
  readonly onSessionOver: () => void;
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
    chooseMedium: this.#call('chooseMedium'),
    renewChallenge: this.#call('renewChallenge'),
    answerChallenge: this.#call('answerChallenge'),
    pollChallenge: this.#call('pollChallenge'),
    abort: this.#call('abort'),
    giveConsent: this.#call('giveConsent'),
    connect: this.#call('connect'),
    logins: this.#call('logins'),
    synchronise: this.#call('synchronise'),
    disconnect: this.#call('disconnect'),
    payment: this.#call('payment'),
    authorise: this.#call('authorise'),
    discard: this.#call('discard'),
  };
  readonly controls: SandboxControls = {
    view: this.#call('view'),
    decide: this.#control('decide'),
    advance: this.#control('advance'),
    expireConsent: this.#control('expireConsent'),
    revokeConsent: this.#control('revokeConsent'),
    setLatency: this.#control('setLatency'),
    reset: this.#control('reset'),
    subscribe: (listener) => this.subscribe(listener),
  };
  readonly #options: HttpBankOptions;
  readonly #ids: Ids;
  readonly #listeners = new Listeners();
  #sessionId: string | undefined;
  #onSession: ((value: unknown) => void) | undefined;
  /** Events are sent one after the other, once there is a session, so that they arrive in order. */
  #sending = new Promise<unknown>((resolve) => (this.#onSession = resolve));
  /** For good: nothing on the bank's side concerns this page any more. */
  #isClosed = false;
  /** For good: the server would answer no call of this page. */
  #isOver = false;
  #revision: unknown;
  readonly #polling = new Polling(() => this.#pollRevision(), revisionInterval);

  constructor(options: HttpBankOptions) {
    const { visit, welcome } = options;
    this.#options = options;
    this.#sessionId = visit.kind === 'given' ? visit.sessionId : undefined;
    this.clock = welcome.ticks ? SandboxClock.real() : SandboxClock.still(welcome.now);
    this.#ids = new Ids(new Store(freshState(welcome.seed, 0)), new Seeded(welcome.seed));
    this.#follow(welcome.now);
    // Deadlines passed where it was moved, whoever did it.
    this.clock.subscribe(() => this.#listeners.notify());
  }

  readonly requestId = (): string => this.#ids.nextRequest();

  readonly subscribe = (listener: () => void): (() => void) => {
    const unsubscribe = this.#listeners.subscribe(listener);
    this.#poll();
    return () => {
      unsubscribe();
      if (this.#listeners.size === 0) this.#polling.stop();
    };
  };

  #poll(): void {
    if (!this.#isClosed && this.#listeners.size > 0) this.#polling.start();
  }

  /** Asks for no more news, for good. What the user does is still sent. */
  close(): void {
    this.#isClosed = true;
    this.#polling.stop();
  }

  #end(): void {
    this.#isOver = true;
    this.close();
  }

  /** Sends the server an event that was posted to the embedding page. */
  recordPosted({ type, payload }: { readonly type: string; readonly payload: unknown }): void {
    const event = { type, payload: withoutSession(type, payload) };
    this.#sending = this.#sending
      .then(() => (this.#isOver ? undefined : this.#ask('posted', [event])))
      .catch(reportError);
  }

  #call<Name extends keyof BankSide | keyof SandboxControls>(name: Name) {
    type Method = (BankSide & SandboxControls)[Name];
    return ((...args: readonly unknown[]) => this.#ask(name, args)) as Method;
  }

  /** Makes a call that changes something, and notifies the listeners. */
  #control<Name extends keyof SandboxControls>(name: Name) {
    return (async (...args: readonly unknown[]) => {
      await this.#ask(name, args);
      this.#listeners.notify();
    }) as unknown as SandboxControls[Name];
  }

  async #askSession(call: 'openSession' | 'extendSession'): Promise<Session> {
    const session = (await this.#ask(call, [])) as Session;
    if (session.kind === 'over') this.#end();
    else {
      this.#sessionId = session.sessionId;
      this.#onSession?.(true);
    }
    return session;
  }

  /** @throws Error where the server cannot be reached or refuses */
  async #ask(call: string, args: readonly unknown[]): Promise<unknown> {
    const { lang, send, onSessionOver } = this.#options;
    if (this.#isOver) throw new Error(`The session is over, so nobody was asked to ${call}.`);
    const response = await send(`/_bank/${call}?lang=${lang}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        // An address may name any id; a header holds Latin-1 alone.
        ...(this.#sessionId !== undefined && {
          'X-Sandbox-Session': encodeURIComponent(this.#sessionId),
        }),
      },
      body: JSON.stringify(args),
    });
    if (response.status === 401) {
      const isNews = !this.#isClosed;
      this.#end();
      if (isNews) onSessionOver();
    }
    if (!response.ok) throw new Error(`The sandbox answered ${call} with ${response.status}.`);
    this.#follow(Number(response.headers.get('X-Sandbox-Now')));
    const answer: unknown = await response.json();
    // The server is there, and perhaps again.
    this.#poll();
    return answer;
  }

  /** Follows the server's clock, which may have been moved. */
  #follow(serverNow: number): void {
    const lead = serverNow - this.clock.now();
    if (lead > (this.clock.ticks ? tolerance : 0)) this.clock.advance(lead);
  }

  async #pollRevision(): Promise<void> {
    // Before it is opened there is no session to ask about.
    if (this.#sessionId === undefined) return;
    const before = this.#revision;
    this.#revision = await this.#ask('revision', []);
    if (this.#revision !== before) this.#listeners.notify();
  }
}

/** The URL that the user goes back to holds the session's id. */
const withoutSession = (type: string, payload: unknown): unknown =>
  type === 'redirect' && isObject(payload) ? { ...payload, url: undefined } : payload;
