/** An end user of a client, and all that is kept about them. */
import { Ids } from '../core/bank/ids.js';
import { Orders } from '../core/bank/orders.js';
import { DeviceGuard } from '../core/bank/device-guard.js';
import { Ledger, type LoginStanding } from '../core/bank/ledger.js';
import { freshState, Store } from '../core/bank/store.js';
import { PinGuard } from '../core/bank/pin-guard.js';
import { Seeded } from '../core/bank/seeded.js';
import { userIdentifierOf } from '../core/bank/tokens.js';
import type { Clock } from '../core/contract/clock.js';
import type { PersistedUser, UserProfile, UserState } from './persisted-state.js';
import type { UploadedAccount } from './upload-models.js';

/** The only user that a store holds. */
const self = 'user';

/** How many analyses a user can be asked for. */
const keptAnalyses = 200;

export class User {
  readonly profile: UserProfile;
  readonly store: Store;
  readonly seeded: Seeded;
  readonly ids: Ids;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly pinGuard: PinGuard;
  readonly deviceGuard: DeviceGuard;
  /** What the page and the integrator's front end know this user by. */
  readonly userIdentifier: string;
  #revision = 0;
  #isDeleted = false;
  #uploadSize: number;
  #state: UserState;

  constructor(
    { store, analyses, uploads, ...profile }: PersistedUser,
    private readonly clock: Clock,
    private readonly notify: () => void,
  ) {
    this.profile = profile;
    this.#state = { analyses, uploads };
    this.#uploadSize = sizeOf(uploads);
    this.store = new Store(store);
    this.store.subscribe(() => {
      this.#revision += 1;
      notify();
    });
    this.seeded = new Seeded(store.seed);
    this.ids = new Ids(this.store, this.seeded);
    this.orders = new Orders(self, this.store, this.seeded);
    this.ledger = new Ledger(self, this.store, clock, this.seeded, this.orders);
    this.pinGuard = new PinGuard(this.store);
    this.deviceGuard = new DeviceGuard(this.store);
    this.userIdentifier = userIdentifierOf(this.seeded);
  }

  get userId(): string {
    return this.profile.userId;
  }

  /** Deleted, or past its time: nothing of this user happens any more. */
  get isOver(): boolean {
    const { expiresAt } = this.profile;
    return this.#isDeleted || (expiresAt !== undefined && expiresAt <= this.clock.now());
  }

  /** Ends all bank logins, and revokes their consents with them. */
  end(): void {
    for (const { bankLoginId } of this.ledger.standings()) this.ledger.close(bankLoginId);
    this.#isDeleted = true;
  }

  /** Another number than before where something moved on the bank's side. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether this bank login is synchronised by itself. */
  isActive({ isUnattended, stopped }: LoginStanding): boolean {
    return isUnattended && !stopped;
  }

  /** The bank logins that are synchronised by themselves. */
  activeLogins(): readonly string[] {
    return this.ledger
      .standings()
      .filter((login) => this.isActive(login))
      .map(({ bankLoginId }) => bankLoginId);
  }

  /** When the newest analysis that is complete was, in sandbox ms; absent where none is. */
  lastAnalysis(now: number): number | undefined {
    return this.#state.analyses.findLast(({ at }) => at <= now)?.at;
  }

  /** When that analysis is complete, in sandbox ms; absent where it never began. */
  analysedAt(correlationId: string): number | undefined {
    return this.#state.analyses.find(({ id }) => id === correlationId)?.at;
  }

  addAnalysis(id: string, at: number): void {
    const others = this.#state.analyses.filter((analysis) => analysis.id !== id);
    this.#change({ analyses: [...others, { id, at }].slice(-keptAnalyses) });
  }

  /** The accounts that were uploaded. */
  get uploads(): readonly UploadedAccount[] {
    return this.#state.uploads;
  }

  /** How many characters of JSON they take. */
  get uploadSize(): number {
    return this.#uploadSize;
  }

  setUploads(uploads: readonly UploadedAccount[], size = sizeOf(uploads)): void {
    this.#uploadSize = size;
    this.#change({ uploads: [...uploads] });
  }

  forgetAnalyses(): void {
    this.#change({ analyses: [] });
  }

  /** As if this user had never connected anything. */
  forget(): void {
    this.store.change(freshState(this.store.state.seed, 0));
    this.#change({ analyses: [] });
  }

  snapshot(): PersistedUser {
    return { ...this.profile, ...this.#state, store: this.store.state };
  }

  #change(change: Partial<UserState>): void {
    this.#state = { ...this.#state, ...change };
    this.notify();
  }
}

const sizeOf = (uploads: readonly UploadedAccount[]): number => JSON.stringify(uploads).length;
