/** Logins under way: what each is for, and how far it is. They live as long as the page. */
import { dropOldest } from './drop-oldest.js';
import type {
  AccountType,
  Bank,
  BankAnswer,
  Challenge,
  TanMedium,
  TanMethod,
} from '../contract/bank-side.js';
import { isUser, type Sca } from './demo-users.js';
import { NotFound } from './not-found.js';

/** What a login is for: a new bank login, to synchronise one, mostly with a new consent, or to pay. */
type Goal =
  | { readonly kind: 'connect' }
  | { readonly kind: 'pay'; readonly moneyTransferId: string }
  | {
      readonly kind: 'synchronise';
      readonly bankLoginId: string;
      readonly consent: 'renewed' | 'valid';
    };

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
  /** A method that needs a phone, which the user is to choose. */
  awaitsMedium?: TanMethod;
  /** The phone that was chosen. */
  medium?: TanMedium;
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
    if (attempt && awaitsApproval(attempt)) attempt.decision ??= decision;
  }

  /** Nothing where it is over already. */
  end(attemptId: string): void {
    this.#open.delete(attemptId);
  }

  clear(): void {
    this.#open.clear();
  }
}

/** A request for an approval is on the phone, which it does not reach where push is switched off. */
export const awaitsApproval = ({ challenge, userName, decision }: LoginAttempt): boolean =>
  challenge?.approach === 'decoupled' && !decision && !isUser(userName, 'sbx-no-push');
