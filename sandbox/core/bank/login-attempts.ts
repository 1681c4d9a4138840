/** Logins under way: what each is for, and how far it is. They live as long as the page. */
import { dropOldest } from './drop-oldest.js';
import type { AccountType, Bank, Challenge, BankAnswer } from '../contract/bank-side.js';
import type { Sca } from './demo-users.js';
import { NotFound } from './not-found.js';

/** What a login is for: a new bank login, or a new consent for one that exists. */
type Goal = { readonly kind: 'connect' } | { readonly kind: 'renew'; readonly bankLoginId: string };

export interface LoginAttempt {
  readonly attemptId: string;
  readonly goal: Goal;
  readonly bank: Bank;
  readonly accountType?: AccountType;
  /** Empty until the bank's own page names the user. */
  userName: string;
  readonly sca: Sca;
  /** The challenge that is open. */
  challenge?: Challenge;
  /** What was decided on the phone. */
  decision?: 'approved' | 'declined';
  /** The outcome, once it is decided; the bank gives the same one again when it is asked again. */
  result?: BankAnswer;
}

/** How many are remembered; the oldest is over where there are more. */
const mostAttempts = 10;

export class LoginAttempts {
  readonly #open = new Map<string, LoginAttempt>();

  /** The newest first. */
  all(): readonly LoginAttempt[] {
    return [...this.#open.values()].reverse();
  }

  add(attempt: LoginAttempt): LoginAttempt {
    this.#open.set(attempt.attemptId, attempt);
    dropOldest(this.#open, mostAttempts);
    return attempt;
  }

  /** @throws NotFound where it is over, or never was */
  find(attemptId: string): LoginAttempt {
    const attempt = this.#open.get(attemptId);
    if (!attempt) throw new NotFound('attempt with this id');
    return attempt;
  }

  /** The decision that the user makes on the phone; nothing where no approval waits. */
  decide(attemptId: string, decision: 'approved' | 'declined'): void {
    const attempt = this.#open.get(attemptId);
    if (attempt?.challenge?.approach === 'decoupled') attempt.decision ??= decision;
  }

  /** Nothing where it is over already. */
  end(attemptId: string): void {
    this.#open.delete(attemptId);
  }

  clear(): void {
    this.#open.clear();
  }
}
