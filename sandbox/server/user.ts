/** An end user of a client, and all that is kept about them. */
import { Ids } from '../core/bank/ids.js';
import { Ledger } from '../core/bank/ledger.js';
import { freshState, Store } from '../core/bank/store.js';
import { PinGuard } from '../core/bank/pin-guard.js';
import { Seeded } from '../core/bank/seeded.js';
import type { Clock } from '../core/contract/clock.js';
import type { Enrolment, KeptUser, Terms, UserFacts } from './kept-state.js';

/** The only user that a store holds. */
const self = 'user';

/** How many analyses a user can be asked for. */
const keptAnalyses = 200;

export class User {
  readonly facts: UserFacts;
  readonly store: Store;
  readonly seeded: Seeded;
  readonly ids: Ids;
  readonly ledger: Ledger;
  readonly pinGuard: PinGuard;
  #revision = 0;
  #course: Pick<KeptUser, 'terms' | 'enrolments' | 'analyses'>;

  constructor(
    { store, terms, enrolments, analyses, ...facts }: KeptUser,
    clock: Clock,
    private readonly changed: () => void,
  ) {
    this.facts = facts;
    this.#course = { terms, enrolments, analyses };
    this.store = new Store(store);
    this.store.subscribe(() => {
      this.#revision += 1;
      changed();
    });
    this.seeded = new Seeded(store.seed);
    this.ids = new Ids(this.store, this.seeded);
    this.ledger = new Ledger(self, this.store, clock, this.seeded);
    this.pinGuard = new PinGuard(this.store);
  }

  get userId(): string {
    return this.facts.userId;
  }

  /** Another number than before where something moved on the bank's side. */
  get revision(): number {
    return this.#revision;
  }

  /** The terms of the bank logins that are yet to come. */
  setTerms(terms: Terms): void {
    this.#change({ terms });
  }

  /** A bank login was made, on the terms of the moment. */
  enrol(bankLoginId: string): void {
    this.#setEnrolment(bankLoginId, { ...this.#course.terms, stopped: false });
  }

  enrolment(bankLoginId: string): Enrolment {
    return this.#course.enrolments[bankLoginId] ?? { ...this.#course.terms, stopped: false };
  }

  /** Whether this bank login is synchronised by itself. */
  isActive(bankLoginId: string): boolean {
    const { recurring, storeSecrets, stopped } = this.enrolment(bankLoginId);
    return recurring && storeSecrets && !stopped;
  }

  /** The bank logins that are synchronised by themselves. */
  activeLogins(): readonly string[] {
    return Object.keys(this.#course.enrolments).filter((id) => this.isActive(id));
  }

  /** Ends that a bank login is synchronised by itself, or begins it anew. */
  setStopped(bankLoginId: string, stopped: boolean): void {
    const enrolment = this.enrolment(bankLoginId);
    if (enrolment.stopped !== stopped) this.#setEnrolment(bankLoginId, { ...enrolment, stopped });
  }

  /** A bank login was ended. */
  dropEnrolment(bankLoginId: string): void {
    const { [bankLoginId]: _, ...enrolments } = this.#course.enrolments;
    this.#change({ enrolments });
  }

  /** When that analysis was completed, in sandbox ms; absent where it was not. */
  analysedAt(correlationId: string): number | undefined {
    return this.#course.analyses.find(({ id }) => id === correlationId)?.at;
  }

  addAnalysis(id: string, at: number): void {
    const others = this.#course.analyses.filter((analysis) => analysis.id !== id);
    this.#change({ analyses: [...others, { id, at }].slice(-keptAnalyses) });
  }

  /** As if this user had never connected anything. */
  forget(): void {
    this.store.change(freshState(this.store.state.seed, 0));
    this.#change({ enrolments: {}, analyses: [] });
  }

  snapshot(): KeptUser {
    return { ...this.facts, ...this.#course, store: this.store.state };
  }

  #setEnrolment(bankLoginId: string, enrolment: Enrolment): void {
    this.#change({ enrolments: { ...this.#course.enrolments, [bankLoginId]: enrolment } });
  }

  #change(change: Partial<Pick<KeptUser, 'terms' | 'enrolments' | 'analyses'>>): void {
    this.#course = { ...this.#course, ...change };
    this.changed();
  }
}
