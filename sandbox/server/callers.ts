/** Who calls: a client with its access token, and the tenant it calls for. */
import { dropOldest } from '../core/bank/drop-oldest.js';
import { jsonWebToken } from '../core/bank/tokens.js';
import type { Clock } from '../core/contract/clock.js';
import { second } from '../core/contract/durations.js';
import { ApiError } from './api-error.js';
import type { Scope } from './scopes.js';
import type { Secrets } from './secrets.js';

/** How long an access token lasts, in seconds. Source: finoOS documentation, "Authenticate". */
export const tokenLifetime = 300;

export interface Caller {
  readonly clientId: string;
  readonly tenant: string;
  readonly scopes: readonly Scope[];
}

/** How many tokens are good at a time; the oldest ends where there are more. */
const mostTokens = 10_000;

interface Grant {
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  /** Real time, ms since 1970. */
  readonly expiresAt: number;
}

export class Callers {
  /** In the order of their expiry, as all last equally long. */
  readonly #grants = new Map<string, Grant>();

  /**
   * @param clock the sandbox's, which the token's claims go by
   * @param real real time, by which a token ends: a client that leaps on is not to authenticate anew
   */
  constructor(
    private readonly clock: Clock,
    private readonly real: Pick<Clock, 'now'>,
    private readonly secrets: Secrets,
  ) {}

  issue(clientId: string, granted: readonly Scope[]): { token: string; session: string } {
    this.#dropExpired();
    const issuedAt = Math.floor(this.clock.now() / second);
    const session = this.secrets.next();
    const token = jsonWebToken(
      {
        azp: clientId,
        scope: granted.join(' '),
        session_state: session,
        iat: issuedAt,
        exp: issuedAt + tokenLifetime,
      },
      this.secrets.next(),
    );
    const expiresAt = this.real.now() + tokenLifetime * second;
    this.#grants.set(token, { clientId, scopes: granted, expiresAt });
    dropOldest(this.#grants, mostTokens);
    return { token, session };
  }

  /**
   * Source of the tenant's rules: finoOS documentation, "Tenancy".
   *
   * @throws ApiError 401 where the token or the tenant is not the client's
   */
  identify(authorization: string | undefined, tenantId: string | undefined): Caller {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new ApiError(401, 'Send an access token: Authorization: Bearer …');
    const grant = this.#grants.get(token);
    if (!grant || grant.expiresAt <= this.real.now()) {
      throw new ApiError(401, 'The access token is unknown or has expired. Authenticate anew.');
    }
    const { clientId, scopes: granted } = grant;
    const tenant = tenantId ?? clientId;
    const isOwn = tenant === clientId || tenant.startsWith(`${clientId}-`);
    if (!isOwn || !/^[\w.-]{1,128}$/.test(tenant)) {
      throw new ApiError(401, 'TenantID must be your client identifier, a hyphen and a name.');
    }
    return { clientId, tenant, scopes: granted };
  }

  clear(): void {
    this.#grants.clear();
  }

  #dropExpired(): void {
    const now = this.real.now();
    for (const [token, { expiresAt }] of this.#grants) {
      if (expiresAt > now) return;
      this.#grants.delete(token);
    }
  }
}
