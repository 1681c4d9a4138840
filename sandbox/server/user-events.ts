/** What happens to a user: the client's webhooks are notified, and new data is analysed. */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { SyncCause } from '../core/bank/ledger.js';
import type { StoredLogin, StoredOrder } from '../core/bank/stored-state.js';
import type { Clock } from '../core/contract/clock.js';
import type { PaymentStatus } from '../core/contract/payments.js';
import type { Analyses } from './analyses.js';
import type { LeapBuffer } from './leap-buffer.js';
import type { Secrets } from './secrets.js';
import type { User } from './user.js';
import type { WebhookEvent } from './webhooks/webhook.js';
import type { WebhookRegistry } from './webhooks/webhook-registry.js';

/** What a correlation id stands for: a connection or a synchronisation, and its analysis. */
export interface Process {
  readonly correlationId: string;
  /** Sandbox time, ms since 1970. */
  readonly startedAt: number;
  /** Nobody asked for it. */
  readonly isAutomatic?: true;
}

/** What an event is about, made when it is sent: what was booked never changes. */
type Data = () => object;

export class UserEvents {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly webhooks: WebhookRegistry,
    private readonly analyses: Analyses,
    private readonly leapBuffer: LeapBuffer,
  ) {}

  /** Begins a process that an integrator can follow by its correlation id. */
  begin(cause: SyncCause = 'manual'): Process {
    const process = { correlationId: this.secrets.next(), startedAt: this.clock.now() };
    return cause === 'automatic' ? { ...process, isAutomatic: true } : process;
  }

  /** A user has connected a bank. Source: finoOS documentation, "Using Banking Connect". */
  onConnected(user: User, bankLoginId: string, process = this.begin()): void {
    const login = user.ledger.find(bankLoginId);
    const now = this.clock.now();
    this.#notify(user, 'ubaconnect', process, bankLoginId, given(user, login, now));
    this.#onNewData(user, process, bankLoginId);
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
    const now = this.clock.now();
    this.#notify(user, 'ubasync', process, bankLoginId, given(user, login, now, before));
    this.#onNewData(user, process, bankLoginId);
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
    this.#notify(user, 'ubasyncerror', process, bankLoginId, () => ({ type, bankLoginId }));
  }

  /** An order to pay has come to another status. */
  onPayment(user: User, order: StoredOrder, status: PaymentStatus): void {
    const { moneyTransferId, bankLoginId } = order;
    const process = { correlationId: moneyTransferId, startedAt: this.clock.now() };
    const data = { bankLoginId, moneyTransferId, status };
    this.#notify(user, 'ubapayment', process, bankLoginId, () => data);
  }

  /** @param bankLoginId whose data is new, where it is that of one */
  analyse(user: User, process: Process, bankLoginId = ''): void {
    this.analyses.begin(user, process.correlationId, () => {
      this.#notify(user, 'categorization', process, bankLoginId, () => ({ status: 'completed' }));
    });
  }

  #onNewData(user: User, process: Process, bankLoginId: string): void {
    if (user.profile.automaticAnalysis === 'active') this.analyse(user, process, bankLoginId);
  }

  #notify(
    user: User,
    event: WebhookEvent,
    process: Process,
    bankLoginId: string,
    data: Data,
  ): void {
    const { clientId, tenant, userId, customUserID } = user.profile;
    if (user.isOver || !this.webhooks.isAwaited(clientId, event)) return;
    const body = {
      userID: userId,
      ...(customUserID !== undefined && { customUserID }),
      tenantID: tenant,
      correlationID: process.correlationId,
      correlationTimestamp: new Date(process.startedAt).toISOString(),
      event,
    };
    const { isAutomatic, correlationId } = process;
    // What somebody asked for is of a kind of its own, and never left out.
    const who = isAutomatic ? [clientId, tenant, userId, bankLoginId] : [correlationId];
    this.leapBuffer.add([...who, event].join('\n'), (leftOut) => {
      const toJSON = () => ({ ...data(), ...(leftOut > 0 && { leftOut }) });
      this.webhooks.notify(clientId, { ...body, data: { toJSON } });
    });
  }
}

/** What a bank login was given, or what of it is new since it stood as before. */
const given =
  (user: User, login: StoredLogin, now: number, before?: StoredLogin): Data =>
  () => ({
    bankLoginId: login.bankLoginId,
    accounts: user.ledger.statements(login, now, before),
  });
