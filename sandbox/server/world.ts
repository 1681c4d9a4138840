/** All that the sandbox knows while it runs, and what happens in it. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import { Ids } from '../core/bank/ids.js';
import { freshState, Store } from '../core/bank/store.js';
import { SandboxClock } from '../core/bank/sandbox-clock.js';
import { Seeded } from '../core/bank/seeded.js';
import { synchronise, type SyncOutcome } from '../core/bank/synchronise.js';
import type { BankLogin } from '../core/contract/bank-side.js';
import { ApiError } from './api-error.js';
import { AutomaticSync } from './automatic-sync.js';
import { Callers } from './callers.js';
import type { KeptState } from './kept-state.js';
import { PostedEvents } from './posted-events.js';
import { Refusals } from './refusals.js';
import { Secrets } from './secrets.js';
import { Sessions } from './sessions.js';
import type { User } from './user.js';
import { Users } from './users.js';
import { defaultRules, type DeliveryRules } from './webhooks/delivery-queue.js';
import type { WebhookEvent } from './webhooks/webhook.js';
import { WebhookRegistry } from './webhooks/webhook-registry.js';

export interface WorldOptions {
  /** Makes two runs the same, ids included: time stands still until it is moved. */
  readonly seed?: string | undefined;
  /** How long to think before each answer, in ms of real time. Default: 0. */
  readonly latency?: number;
  /** Webhooks may lead to other machines. Default: false. */
  readonly allowRemoteWebhooks?: boolean;
  readonly deliveryRules?: DeliveryRules;
  /** What an earlier run left. */
  readonly before?: KeptState | undefined;
}

/** What a correlation id stands for: a connection or a synchronisation, and its analysis. */
export interface Process {
  readonly correlationId: string;
  /** Sandbox time, ms since 1970. */
  readonly startedAt: number;
}

/** Time ends here, so that every date can be written. */
const endOfTime = Date.UTC(9000, 0);

export class World {
  readonly clock: SandboxClock;
  readonly secrets: Secrets;
  readonly callers: Callers;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly webhooks: WebhookRegistry;
  readonly posted = new PostedEvents();
  readonly refusals = new Refusals();
  latency: number;
  readonly #ids: Ids;
  readonly #automaticSync: AutomaticSync;
  readonly #listeners = new Set<() => void>();

  constructor(options: WorldOptions = {}) {
    const { seed, before, latency = 0, allowRemoteWebhooks = false } = options;
    const changed = () => {
      for (const listener of this.#listeners) listener();
    };
    this.latency = latency;
    this.clock = seed === undefined ? SandboxClock.real() : SandboxClock.still();
    this.clock.advance(before?.movedBy ?? 0);
    this.clock.subscribe(changed);
    this.secrets = new Secrets(seed);
    this.callers = new Callers(this.clock, this.secrets);
    const root = seed ?? crypto.randomUUID();
    this.#ids = new Ids(new Store(freshState(root, 0)), new Seeded(root));
    this.users = new Users(this.clock, root, changed);
    this.sessions = new Sessions(this.clock, this.secrets);
    this.webhooks = new WebhookRegistry(
      this.secrets,
      options.deliveryRules ?? defaultRules,
      allowRemoteWebhooks,
      changed,
    );
    for (const user of before?.users ?? []) this.users.restore(user);
    for (const webhook of before?.webhooks ?? []) this.webhooks.restore(webhook);
    this.#automaticSync = new AutomaticSync(this.clock, () => this.#synchroniseAll());
    this.#automaticSync.start();
  }

  /** Moves the clock forward through every automatic synchronisation on the way. */
  advance(ms: number): void {
    const end = this.clock.now() + ms;
    if (end > endOfTime) throw new ApiError(400, 'body.advance: the clock ends in the year 9000');
    this.#automaticSync.advanceTo(end);
  }

  /** Begins a process that an integrator can follow by its correlation id. */
  begin(): Process {
    return { correlationId: this.secrets.next(), startedAt: this.clock.now() };
  }

  /** A user has connected a bank. Source: finoOS documentation, "Using Banking Connect". */
  connected(user: User, { bankLoginId, accounts }: BankLogin, process = this.begin()): void {
    user.enrol(bankLoginId);
    this.#announce(user, 'ubaconnect', process, { bankLoginId, accounts });
    this.#dataArrived(user, process);
  }

  /** Synchronises a bank login with nobody there to answer a challenge. */
  synchronise(user: User, bankLoginId: string): SyncOutcome {
    const result = synchronise(user.ledger, this.clock, bankLoginId);
    switch (result.outcome) {
      case 'synchronised':
        this.synchronised(user, result.login);
        break;
      case 'needs-consent':
        this.syncFailed(user, bankLoginId, 'CHALLENGE_REQUIRED');
        break;
      case 'refused':
        this.syncFailed(user, bankLoginId, result.code);
    }
    return result;
  }

  /** A bank login was synchronised; automatic synchronisation goes on where it had stopped. */
  synchronised(user: User, { bankLoginId, accounts }: BankLogin): void {
    const process = this.begin();
    user.setStopped(bankLoginId, false);
    this.#announce(user, 'ubasync', process, { bankLoginId, accounts });
    this.#dataArrived(user, process);
  }

  /**
   * A synchronisation could not be completed, which stops the automatic ones.
   * Source: finoOS documentation, "Detecting an Expired Consent".
   */
  syncFailed(user: User, bankLoginId: string, type: UbaBankErrorCode | 'CHALLENGE_REQUIRED'): void {
    user.setStopped(bankLoginId, true);
    this.#announce(user, 'ubasyncerror', this.begin(), { type, bankLoginId });
  }

  /** Analyses the user's data, which takes no time here. */
  analyse(user: User, process: Process): void {
    user.addAnalysis(process.correlationId, this.clock.now());
    this.#announce(user, 'categorization', process, { status: 'completed' });
  }

  /** What a user reads out to support. */
  nextRequest(): string {
    return this.#ids.nextRequest();
  }

  /** A user for a page that has none, gone after a day. */
  addVisitor(): User {
    const visitors = { clientId: 'sandbox', tenant: 'sandbox' };
    const expiresAt = this.clock.now() + 86_400_000;
    return this.users.add(visitors, this.secrets.next(), { expiresAt });
  }

  deleteUser(user: User): void {
    this.sessions.endOf(user);
    this.users.delete(user);
  }

  /** Forgets all users, sessions, tokens, webhooks and moves of the clock. */
  reset(): void {
    this.webhooks.clear();
    this.sessions.clear();
    this.callers.clear();
    this.users.clear();
    this.posted.clear();
    this.refusals.clear();
    this.clock.reset();
    this.#automaticSync.start();
  }

  /** What outlives the run. */
  snapshot(): KeptState {
    return {
      movedBy: this.clock.moved,
      users: this.users.all().map((user) => user.snapshot()),
      webhooks: [...this.webhooks.all()],
    };
  }

  /** Calls back after each change of what outlives the run; returns how to call it off. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends all timers. */
  close(): void {
    this.#automaticSync.stop();
    this.webhooks.close();
  }

  #synchroniseAll(): void {
    this.users.dropExpired();
    for (const user of this.users.all()) {
      for (const bankLoginId of user.activeLogins()) this.synchronise(user, bankLoginId);
    }
  }

  #dataArrived(user: User, process: Process): void {
    if (user.facts.automaticAnalysis === 'active') this.analyse(user, process);
  }

  #announce(user: User, event: WebhookEvent, process: Process, data: unknown): void {
    const { clientId, tenant, userId, customUserID } = user.facts;
    this.webhooks.announce(clientId, {
      userID: userId,
      ...(customUserID !== undefined && { customUserID }),
      tenantID: tenant,
      correlationID: process.correlationId,
      correlationTimestamp: new Date(process.startedAt).toISOString(),
      event,
      data,
    });
  }
}
