/** What happens to a user: the client's webhooks are notified, and new data is analysed. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { StoredLogin } from '../core/bank/store.js';
import type { Clock } from '../core/contract/clock.js';
import { Newest } from './newest.js';
import type { Secrets } from './secrets.js';
import type { User } from './user.js';
import type { WebhookEvent } from './webhooks/webhook.js';
import type { WebhookRegistry } from './webhooks/webhook-registry.js';

/** What a correlation id stands for: a connection or a synchronisation, and its analysis. */
export interface Process {
  readonly correlationId: string;
  /** Sandbox time, ms since 1970. */
  readonly startedAt: number;
}

/** Of how many users the analyses are remembered. */
const mostAnalysed = 1000;

export class UserEvents {
  readonly #analysed = new Newest<User>(mostAnalysed, (user) => user.forgetAnalyses());

  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly webhooks: WebhookRegistry,
  ) {}

  /** Begins a process that an integrator can follow by its correlation id. */
  begin(): Process {
    return { correlationId: this.secrets.next(), startedAt: this.clock.now() };
  }

  /** A user has connected a bank. Source: finoOS documentation, "Using Banking Connect". */
  onConnected(user: User, bankLoginId: string, process = this.begin()): void {
    const login = user.ledger.find(bankLoginId);
    this.#notify(user, 'ubaconnect', process, delivered(user, login));
    this.#onNewData(user, process);
  }

  /**
   * A bank login was synchronised; automatic synchronisation goes on where it had stopped.
   *
   * @param before how it stood before: only what is new is sent
   */
  onSynchronised(user: User, before: StoredLogin, process = this.begin()): void {
    const { bankLoginId } = before;
    user.ledger.setStopped(bankLoginId, false);
    const login = user.ledger.find(bankLoginId);
    this.#notify(user, 'ubasync', process, delivered(user, login, before));
    this.#onNewData(user, process);
  }

  /**
   * A synchronisation could not be completed, which stops the automatic ones.
   * Source: finoOS documentation, "Detecting an Expired Consent".
   */
  onSyncFailed(
    user: User,
    bankLoginId: string,
    type: UbaBankErrorCode | 'CHALLENGE_REQUIRED',
    process = this.begin(),
  ): void {
    user.ledger.setStopped(bankLoginId, true);
    this.#notify(user, 'ubasyncerror', process, { type, bankLoginId });
  }

  /** Analyses the user's data, which takes no time here. */
  analyse(user: User, process: Process): void {
    this.#analysed.add(user);
    user.addAnalysis(process.correlationId, this.clock.now());
    this.#notify(user, 'categorization', process, { status: 'completed' });
  }

  clear(): void {
    this.#analysed.clear();
  }

  #onNewData(user: User, process: Process): void {
    if (user.profile.automaticAnalysis === 'active') this.analyse(user, process);
  }

  #notify(user: User, event: WebhookEvent, process: Process, data: unknown): void {
    if (user.isOver) return;
    const { clientId, tenant, userId, customUserID } = user.profile;
    this.webhooks.notify(clientId, {
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

/**
 * What a bank login was given, made only when it is sent: a log of thousands of bookings would not fit,
 * and what was booked never changes.
 */
const delivered = (user: User, login: StoredLogin, before?: StoredLogin) => ({
  toJSON: () => ({
    bankLoginId: login.bankLoginId,
    accounts: user.ledger.statements(login, before),
  }),
});
