/** The bank's side of one session: the mock bank, and what the rest of the world hears of it. */
import { LoginAttempts } from '../core/bank/login-attempts.js';
import { bankControls } from '../core/bank/bank-controls.js';
import { MockBank } from '../core/bank/mock-bank.js';
import { ScaService } from '../core/bank/sca-service.js';
import type { BankSide, BankAnswer } from '../core/contract/bank-side.js';
import type { SandboxControls } from '../core/contract/sandbox-controls.js';
import { asSession, type ApiSession } from './sessions.js';
import type { World } from './world.js';

export class SessionBank {
  readonly controls: SandboxControls;
  readonly #bank: MockBank;
  readonly #attempts = new LoginAttempts();
  /** A step may be asked for twice, and is news once. */
  readonly #told = new WeakSet<BankAnswer>();

  constructor(
    private readonly session: ApiSession,
    private readonly world: World,
    bankPage: string,
  ) {
    const { clock } = world;
    const { store, seeded, ids, ledger, pinGuard } = session.user;
    const attempts = this.#attempts;
    this.#bank = new MockBank({
      clock,
      ids,
      attempts,
      ledger,
      pinGuard,
      scaService: new ScaService(clock, seeded, () => ids.nextRequest()),
      session: () => asSession(session),
      bankPage,
      onChange: () => store.notify(),
    });
    this.controls = bankControls({ clock, store, attempts, ledger, prepare: () => undefined });
  }

  /** @param args as the call wants them */
  ask(call: keyof BankSide, args: readonly unknown[]): unknown {
    const { world, session } = this;
    if (call === 'extendSession') world.sessions.extend(session);
    const bank = this.#bank as { readonly [Name in keyof BankSide]: (...args: never[]) => unknown };
    const answer = bank[call](...(args as never[]));
    const [subject] = args as readonly string[];
    if (call === 'disconnect' && subject) session.user.dropEnrolment(subject);
    if (isStep(answer) && !this.#told.has(answer)) {
      this.#told.add(answer);
      this.#note(answer, call === 'synchronise' ? subject : undefined);
    }
    return answer;
  }

  /** Drops every login that is under way. */
  clear(): void {
    this.#attempts.clear();
  }

  /** @param synchronising the bank login that was to be synchronised */
  #note(step: BankAnswer, synchronising: string | undefined): void {
    const { world, session } = this;
    const { user, process } = session;
    switch (step.step) {
      case 'connected':
        world.connected(user, step.login, process);
        break;
      case 'synchronised':
        world.synchronised(user, step.login);
        break;
      case 'refused':
        if (synchronising) world.syncFailed(user, synchronising, step.code);
    }
  }
}

const isStep = (answer: unknown): answer is BankAnswer =>
  typeof answer === 'object' && answer !== null && 'step' in answer;
