/** The sessions that the API issued: what each is for, and until when. */
import { dropOldest } from '../core/bank/drop-oldest.js';
import { LoginAttempts } from '../core/bank/login-attempts.js';
import {
  sessionLimit,
  type Session,
  type SessionKind,
  type SessionOptions,
} from '../core/contract/bank-side.js';
import type { SyncSettings } from '../core/bank/stored-state.js';
import { sessionToken } from '../core/bank/tokens.js';
import type { Clock } from '../core/contract/clock.js';
import type { Secrets } from './secrets.js';
import type { User } from './user.js';
import type { Process } from './user-events.js';

/** How many sessions run at a time; the one that is next to expire ends where there are more. */
const mostSessions = 10_000;

/** What a session is made for. */
export interface SessionRequest {
  readonly kind: SessionKind;
  readonly options?: SessionOptions;
  /** How bank logins that are made in it are synchronised. */
  readonly sync: SyncSettings;
  /** What a connection completes. */
  readonly process?: Process;
}

export interface ApiSession extends SessionRequest {
  readonly sessionId: string;
  readonly user: User;
  /** Sandbox time, ms since 1970. */
  expiresAt: number;
  /** The logins that are under way in it. */
  readonly attempts: LoginAttempts;
}

export class Sessions {
  /** In the order of their expiry, as all last equally long. */
  readonly #open = new Map<string, ApiSession>();

  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  get size(): number {
    return this.all().length;
  }

  open(user: User, request: SessionRequest): ApiSession {
    this.#dropExpired();
    const attempts = new LoginAttempts();
    const sessionId = sessionToken(this.secrets.next(), user.userIdentifier);
    return this.#put({ ...request, sessionId, user, expiresAt: 0, attempts });
  }

  /** Nothing where it or its user is over, or where it never was. */
  find(sessionId: string): ApiSession | undefined {
    this.#dropExpired();
    const session = this.#open.get(sessionId);
    return session?.user.isOver ? undefined : session;
  }

  /** Gives it its full time, even where it ran out a moment ago. */
  extend(session: ApiSession): void {
    this.#open.delete(session.sessionId);
    this.#put(session);
  }

  all(): readonly ApiSession[] {
    this.#dropExpired();
    return [...this.#open.values()].filter(({ user }) => !user.isOver);
  }

  clear(): void {
    this.#open.clear();
  }

  #put(session: ApiSession): ApiSession {
    session.expiresAt = this.clock.now() + sessionLimit;
    this.#open.set(session.sessionId, session);
    dropOldest(this.#open, mostSessions);
    return session;
  }

  #dropExpired(): void {
    const now = this.clock.now();
    for (const [sessionId, { expiresAt }] of this.#open) {
      if (expiresAt > now) return;
      this.#open.delete(sessionId);
    }
  }
}

/** A session as the page gets it. */
export const asSession = ({ kind, sessionId, user, expiresAt, options }: ApiSession): Session => ({
  kind,
  sessionId,
  userIdentifier: user.userIdentifier,
  expiresAt,
  ...(options && Object.keys(options).length > 0 && { options }),
});
