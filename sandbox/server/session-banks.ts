/** The bank's side of the sessions: the mock bank, and what its answers mean for the user. */
import { bankControls } from '../core/bank/bank-controls.js';
import { MockBank } from '../core/bank/mock-bank.js';
import type { StoredLogin } from '../core/bank/stored-state.js';
import type { SandboxClock } from '../core/bank/sandbox-clock.js';
import { ScaService } from '../core/bank/sca-service.js';
import type { BankAnswer, BankSide } from '../core/contract/bank-side.js';
import type { SandboxControls } from '../core/contract/sandbox-controls.js';
import { ApiError } from './api-error.js';
import { Newest } from './newest.js';
import { asSession, type ApiSession, type Sessions } from './sessions.js';
import type { Payments } from './payments.js';
import type { UserEvents } from './user-events.js';

/** How many bank logins a user can have. */
const mostLogins = 20;

/** In how many sessions logins can be under way at a time; in the one used longest ago they end. */
const mostUsed = 1000;

export class SessionBanks {
  readonly #used = new Newest<ApiSession>(mostUsed, ({ attempts }) => attempts.clear());
  /** An answer may be asked for twice, and happens once. */
  readonly #handled = new WeakSet<BankAnswer>();

  constructor(
    private readonly clock: SandboxClock,
    private readonly sessions: Sessions,
    private readonly userEvents: UserEvents,
    private readonly payments: Payments,
  ) {}

  /**
   * Asks the bank in a session.
   *
   * @param bankPage the URL of the banks' own page, absolute, as this call wants it
   * @param args as the call wants them
   * @throws ApiError 409 where the user would have too many bank logins
   */
  ask(
    session: ApiSession,
    bankPage: string,
    call: keyof BankSide,
    args: readonly unknown[],
  ): unknown {
    if (call === 'extendSession') this.sessions.extend(session);
    if (call === 'connect' && session.user.ledger.standings().length >= mostLogins) {
      throw new ApiError(409, `A user can have ${mostLogins} bank logins. Disconnect one first.`);
    }
    const bank = this.#bankOf(session, bankPage) as {
      readonly [Name in keyof BankSide]: (...args: never[]) => unknown;
    };
    const before = session.user.ledger.stored;
    const answer = bank[call](...(args as never[]));
    if (session.attempts.all().length > 0) this.#used.add(session);
    const [subject] = args as readonly string[];
    if (isBankAnswer(answer) && !this.#handled.has(answer)) {
      this.#handled.add(answer);
      this.#handle(answer, session, before, call === 'synchronise' ? subject : undefined);
    }
    if (session.user.orders.all.length > 0) this.payments.settle(session.user);
    return answer;
  }

  clear(): void {
    this.#used.clear();
  }

  controls({
    user: { store, ledger, orders, deviceGuard },
    attempts,
  }: ApiSession): SandboxControls {
    const { clock } = this;
    const prepare = () => undefined;
    return bankControls({ clock, store, attempts, ledger, orders, deviceGuard, prepare });
  }

  /** A bank keeps nothing itself: all that lasts is the user's and the session's. */
  #bankOf(session: ApiSession, bankPage: string): MockBank {
    const { clock } = this;
    const { user, attempts, sync } = session;
    const { store, seeded, ids, ledger, orders, pinGuard, deviceGuard } = user;
    return new MockBank({
      clock,
      ids,
      attempts,
      ledger,
      orders,
      pinGuard,
      scaService: new ScaService(clock, seeded, deviceGuard, () => ids.nextRequest()),
      session: () => asSession(session),
      sync,
      bankPage,
      onChange: () => store.notify(),
    });
  }

  /**
   * @param before the bank logins as they stood before
   * @param synchronising the bank login that was to be synchronised
   */
  #handle(
    answer: BankAnswer,
    { user, process }: ApiSession,
    before: readonly StoredLogin[],
    synchronising: string | undefined,
  ): void {
    switch (answer.step) {
      case 'connected':
        this.userEvents.onConnected(user, answer.login.bankLoginId, process);
        break;
      case 'synchronised': {
        const { bankLoginId } = answer.login;
        const stood = before.find((login) => login.bankLoginId === bankLoginId);
        if (stood) this.userEvents.onSynchronised(user, stood, process);
        break;
      }
      case 'refused':
        if (synchronising) this.userEvents.onSyncFailed(user, synchronising, answer.code, process);
    }
  }
}

const isBankAnswer = (answer: unknown): answer is BankAnswer =>
  typeof answer === 'object' && answer !== null && 'step' in answer;
