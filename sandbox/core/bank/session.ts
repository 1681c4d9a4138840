/** Which session a page was opened with. */
import { sessionLimit, type Session, type SessionKind } from '../contract/bank-side.js';
import type { SyncSettings } from './stored-state.js';

/** How the page was opened: to make a session of its own, or with the one that its URL names. */
export type Visit = { readonly kind: 'own' } | GivenVisit;

export interface GivenVisit {
  readonly kind: 'given';
  readonly sessionId: string;
  readonly userIdentifier: string;
}

/** How bank logins are synchronised that are made without the API. */
export const ownSync: SyncSettings = { recurring: true, storeSecrets: true };

/** The prefix of a management session's id. */
export const managementPrefix = 'sbx-manage';

/** The prefix of a payment session's id. */
export const paymentPrefix = 'sbx-pay';

/** The prefix of an expired session's id. */
const expiredPrefix = 'sbx-expired';

/** Ids with these mean the same wherever the page is, to each visitor for themselves. */
const ownPrefixes = ['demo', 'sbx-connect', managementPrefix, paymentPrefix, expiredPrefix];

/** Whether the page knows the session by itself, though a server serves it. */
export const isOwnId = (sessionId: string): boolean =>
  ownPrefixes.some((prefix) => sessionId.startsWith(prefix));

/** The session of a visit, from now on at its full length. An empty id is no session. */
export function sessionOf(
  { sessionId, userIdentifier }: GivenVisit,
  now: number,
  requestId: () => string,
): Session {
  if (!sessionId || sessionId.startsWith(expiredPrefix)) {
    return { kind: 'over', requestId: requestId() };
  }
  return {
    kind: kindOf(sessionId),
    sessionId,
    userIdentifier,
    expiresAt: now + sessionLimit,
  };
}

function kindOf(sessionId: string): SessionKind {
  if (sessionId.startsWith(managementPrefix)) return 'management';
  return sessionId.startsWith(paymentPrefix) ? 'payment' : 'connect';
}
