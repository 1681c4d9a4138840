/** An end user of a client, and all that is kept about them. */
import { Ids } from '../src/bank/ids.js';
import { Ledger } from '../src/bank/ledger.js';
import { freshMemory, Memory } from '../src/bank/memory.js';
import { PinGuard } from '../src/bank/pin-guard.js';
import { Seeded } from '../src/bank/seeded.js';
import type { Clock } from '../src/flow/clock.js';
import type { Enrolment, KeptUser, Terms, UserFacts } from './kept-state.js';

/** The only user that a memory holds. */
const self = 'user';

/** How many analyses a user can be asked for. */
const keptAnalyses = 200;

export class User {
  readonly facts: UserFacts;
  readonly memory: Memory;
  readonly seeded: Seeded;
  readonly ids: Ids;
  readonly ledger: Ledger;
  readonly pinGuard: PinGuard;
  #pulse = 0;
  #course: Pick<KeptUser, 'terms' | 'enrolments' | 'analyses'>;

  constructor(
    { memory, terms, enrolments, analyses, ...facts }: KeptUser,
    clock: Clock,
    private readonly changed: () => void,
  ) {
    this.facts = facts;
    this.#course = { terms, enrolments, analyses };
    this.memory = new Memory(memory);
    this.memory.subscribe(() => {
      this.#pulse += 1;
      changed();
    });
    this.seeded = new Seeded(memory.seed);
    this.ids = new Ids(this.memory, this.seeded);
    this.ledger = new Ledger(self, this.memory, clock, this.seeded);
    this.pinGuard = new PinGuard(this.memory);
  }

  get userId(): string {
    return this.facts.userId;
  }

  /** Another number than before where something moved on the bank's side. */
  get pulse(): number {
    return this.#pulse;
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
    this.memory.change(freshMemory(this.memory.state.seed, 0));
    this.#change({ enrolments: {}, analyses: [] });
  }

  snapshot(): KeptUser {
    return { ...this.facts, ...this.#course, memory: this.memory.state };
  }

  #setEnrolment(bankLoginId: string, enrolment: Enrolment): void {
    this.#change({ enrolments: { ...this.#course.enrolments, [bankLoginId]: enrolment } });
  }

  #change(change: Partial<Pick<KeptUser, 'terms' | 'enrolments' | 'analyses'>>): void {
    this.#course = { ...this.#course, ...change };
    this.changed();
  }
}
