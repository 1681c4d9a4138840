/** The end users of all clients, each in its client's tenant. */
import { freshState } from '../core/bank/store.js';
import type { Clock } from '../core/contract/clock.js';
import { Listeners } from '../core/contract/listeners.js';
import { ApiError } from './api-error.js';
import type { Caller } from './callers.js';
import type { PersistedUser, UserProfile } from './persisted-state.js';
import { User } from './user.js';

/** How many users there are at a time. */
const mostUsers = 10_000;

type Tenant = Pick<Caller, 'clientId' | 'tenant'>;
type NewUser = Partial<Omit<UserProfile, keyof Tenant | 'userId'>>;

export class Users {
  /** By tenant, then by id. */
  readonly #tenants = new Map<string, Map<string, User>>();
  #size = 0;
  readonly #listeners = new Listeners();

  constructor(
    private readonly clock: Clock,
    /** What the ids of the users' bank logins follow from. */
    private readonly seed: string,
  ) {}

  /** @throws ApiError 409 where the tenant has a user with this id or custom id, or all have too many */
  add({ clientId, tenant }: Tenant, userId: string, user: NewUser = {}): User {
    const { customUserID } = user;
    const isTaken =
      this.find({ clientId, tenant }, userId) ??
      (customUserID !== undefined &&
        this.ofTenant({ clientId, tenant }).some(
          ({ profile }) => profile.customUserID === customUserID,
        ));
    if (isTaken) throw new ApiError(409, 'There is a user with this id in this tenant.');
    if (this.#size >= mostUsers) this.dropExpired();
    if (this.#size >= mostUsers) {
      throw new ApiError(409, `The sandbox has ${mostUsers} users. Delete some, or reset it.`);
    }
    return this.restore({
      type: 'person',
      automaticAnalysis: 'active',
      ...user,
      clientId,
      tenant,
      userId,
      analyses: [],
      uploads: [],
      store: freshState([this.seed, clientId, tenant, userId].join('\n'), 0),
    });
  }

  restore(persisted: PersistedUser): User {
    const user = new User(persisted, this.clock, () => this.#listeners.notify());
    const users = this.#tenants.get(key(persisted)) ?? new Map<string, User>();
    this.#tenants.set(key(persisted), users);
    this.#size += users.has(persisted.userId) ? 0 : 1;
    users.set(persisted.userId, user);
    this.#listeners.notify();
    return user;
  }

  /** Source: finoOS documentation, "Tenancy": a user of one tenant cannot be accessed by another. */
  find(tenant: Tenant, userId: string): User | undefined {
    const user = this.#tenants.get(key(tenant))?.get(userId);
    if (!user?.isOver) return user;
    this.delete(user);
    return undefined;
  }

  /** @throws ApiError 404 where there is none */
  get(tenant: Tenant, userId: string): User {
    const user = this.find(tenant, userId);
    if (!user) throw new ApiError(404, 'There is no user with this id in this tenant.');
    return user;
  }

  ofTenant(tenant: Tenant): readonly User[] {
    return [...(this.#tenants.get(key(tenant))?.values() ?? [])].filter((user) => !user.isOver);
  }

  all(): readonly User[] {
    return this.#kept().filter((user) => !user.isOver);
  }

  /** Ends the user for good: their bank logins, the consents, and the sessions, which look here. */
  delete(user: User): void {
    user.end();
    const users = this.#tenants.get(key(user.profile));
    if (users?.delete(user.userId)) this.#size -= 1;
    if (users?.size === 0) this.#tenants.delete(key(user.profile));
    this.#listeners.notify();
  }

  dropExpired(): void {
    for (const user of this.#kept()) if (user.isOver) this.delete(user);
  }

  clear(): void {
    this.#tenants.clear();
    this.#size = 0;
    this.#listeners.notify();
  }

  /** Calls back after each change of users and of what is theirs; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  #kept(): readonly User[] {
    return [...this.#tenants.values()].flatMap((users) => [...users.values()]);
  }
}

/** A client's id may begin like another's tenant, so the key holds both. */
const key = ({ clientId, tenant }: Tenant): string => `${clientId}/${tenant}`;
