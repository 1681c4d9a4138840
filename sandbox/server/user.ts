/** An end user of a client, and all that is kept about them. */
import { Ids } from '../core/bank/ids.js';
import { Ledger } from '../core/bank/ledger.js';
import { freshState, Store } from '../core/bank/store.js';
import { PinGuard } from '../core/bank/pin-guard.js';
import { Seeded } from '../core/bank/seeded.js';
import type { Clock } from '../core/contract/clock.js';
import type {
  LoginSync,
  PersistedUser,
  SyncSettings,
  UserProfile,
  UserState,
} from './persisted-state.js';

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
  readonly pinGuard: PinGuard;
  #revision = 0;
  #state: UserState;

  constructor(
    { store, syncSettings, loginSyncs, analyses, ...profile }: PersistedUser,
    clock: Clock,
    private readonly notify: () => void,
  ) {
    this.profile = profile;
    this.#state = { syncSettings, loginSyncs, analyses };
    this.store = new Store(store);
    this.store.subscribe(() => {
      this.#revision += 1;
      notify();
    });
    this.seeded = new Seeded(store.seed);
    this.ids = new Ids(this.store, this.seeded);
    this.ledger = new Ledger(self, this.store, clock, this.seeded);
    this.pinGuard = new PinGuard(this.store);
  }

  get userId(): string {
    return this.profile.userId;
  }

  /** Another number than before where something moved on the bank's side. */
  get revision(): number {
    return this.#revision;
  }

  /** For the bank logins that are yet to come. */
  setSyncSettings(syncSettings: SyncSettings): void {
    this.#change({ syncSettings });
  }

  /** A bank login was made, with the settings of the moment. */
  addLogin(bankLoginId: string): void {
    this.#setLoginSync(bankLoginId, { ...this.#state.syncSettings, stopped: false });
  }

  loginSync(bankLoginId: string): LoginSync {
    return this.#state.loginSyncs[bankLoginId] ?? { ...this.#state.syncSettings, stopped: false };
  }

  /** Whether this bank login is synchronised by itself. */
  isActive(bankLoginId: string): boolean {
    const { recurring, storeSecrets, stopped } = this.loginSync(bankLoginId);
    return recurring && storeSecrets && !stopped;
  }

  /** The bank logins that are synchronised by themselves. */
  activeLogins(): readonly string[] {
    return Object.keys(this.#state.loginSyncs).filter((id) => this.isActive(id));
  }

  /** Ends that a bank login is synchronised by itself, or begins it anew. */
  setStopped(bankLoginId: string, stopped: boolean): void {
    const sync = this.loginSync(bankLoginId);
    if (sync.stopped !== stopped) this.#setLoginSync(bankLoginId, { ...sync, stopped });
  }

  /** A bank login was ended. */
  removeLogin(bankLoginId: string): void {
    const { [bankLoginId]: _, ...loginSyncs } = this.#state.loginSyncs;
    this.#change({ loginSyncs });
  }

  /** When that analysis was completed, in sandbox ms; absent where it was not. */
  analysedAt(correlationId: string): number | undefined {
    return this.#state.analyses.find(({ id }) => id === correlationId)?.at;
  }

  addAnalysis(id: string, at: number): void {
    const others = this.#state.analyses.filter((analysis) => analysis.id !== id);
    this.#change({ analyses: [...others, { id, at }].slice(-keptAnalyses) });
  }

  forgetAnalyses(): void {
    this.#change({ analyses: [] });
  }

  /** As if this user had never connected anything. */
  forget(): void {
    this.store.change(freshState(this.store.state.seed, 0));
    this.#change({ loginSyncs: {}, analyses: [] });
  }

  snapshot(): PersistedUser {
    return { ...this.profile, ...this.#state, store: this.store.state };
  }

  #setLoginSync(bankLoginId: string, sync: LoginSync): void {
    this.#change({ loginSyncs: { ...this.#state.loginSyncs, [bankLoginId]: sync } });
  }

  #change(change: Partial<UserState>): void {
    this.#state = { ...this.#state, ...change };
    this.notify();
  }
}
