/** The end users of all clients, each in its client's tenant. */
import { freshState } from '../core/bank/store.js';
import type { Clock } from '../core/contract/clock.js';
import { ApiError } from './api-error.js';
import type { Caller } from './callers.js';
import type { KeptUser } from './kept-state.js';
import { User } from './user.js';

type Tenant = Pick<Caller, 'clientId' | 'tenant'>;
type NewUser = Partial<Pick<KeptUser, 'type' | 'automaticAnalysis' | 'customUserID' | 'expiresAt'>>;

export class Users {
  /** By tenant, then by id. */
  readonly #tenants = new Map<string, Map<string, User>>();

  constructor(
    private readonly clock: Clock,
    /** What the users' bank logins are numbers from. */
    private readonly seed: string,
    private readonly changed: () => void,
  ) {}

  /** @throws ApiError 409 where the tenant has a user with this id or custom id */
  add({ clientId, tenant }: Tenant, userId: string, user: NewUser = {}): User {
    const { customUserID } = user;
    const isTaken =
      this.find({ clientId, tenant }, userId) ??
      (customUserID !== undefined &&
        this.ofTenant({ clientId, tenant }).some(
          ({ facts }) => facts.customUserID === customUserID,
        ));
    if (isTaken) throw new ApiError(409, 'There is a user with this id in this tenant.');
    return this.restore({
      type: 'person',
      automaticAnalysis: 'active',
      ...user,
      clientId,
      tenant,
      userId,
      terms: { recurring: false, storeSecrets: true },
      enrolments: {},
      analyses: [],
      store: freshState([this.seed, clientId, tenant, userId].join('\n'), 0),
    });
  }

  restore(kept: KeptUser): User {
    const user = new User(kept, this.clock, this.changed);
    const users = this.#tenants.get(key(kept)) ?? new Map<string, User>();
    this.#tenants.set(key(kept), users.set(kept.userId, user));
    this.changed();
    return user;
  }

  /** Source: finoOS documentation, "Tenancy": a user of one tenant cannot be accessed by another. */
  find(tenant: Tenant, userId: string): User | undefined {
    const user = this.#tenants.get(key(tenant))?.get(userId);
    if (!user || !this.#isOver(user)) return user;
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
    return [...(this.#tenants.get(key(tenant))?.values() ?? [])].filter(
      (user) => !this.#isOver(user),
    );
  }

  all(): readonly User[] {
    return [...this.#tenants.values()].flatMap((users) => [...users.values()]);
  }

  /** Ends all bank logins of the user and revokes their consents. */
  delete(user: User): void {
    for (const { bankLoginId } of user.ledger.logins()) user.ledger.close(bankLoginId);
    this.#tenants.get(key(user.facts))?.delete(user.userId);
    this.changed();
  }

  dropExpired(): void {
    for (const user of this.all()) if (this.#isOver(user)) this.delete(user);
  }

  clear(): void {
    this.#tenants.clear();
    this.changed();
  }

  #isOver({ facts: { expiresAt } }: User): boolean {
    return expiresAt !== undefined && expiresAt <= this.clock.now();
  }
}

/** A client's id may begin like another's tenant, so the key holds both. */
const key = ({ clientId, tenant }: Tenant): string => `${clientId}/${tenant}`;
