/** Which session a page was opened with. */
import { sessionLimit, type Session } from '../contract/bank-side.js';

/** How the page was opened: to make a session of its own, or with the one of its address. */
export type Visit = { readonly kind: 'own' } | GivenVisit;

export interface GivenVisit {
  readonly kind: 'given';
  readonly sessionId: string;
  readonly userIdentifier: string;
}

/** What the id of a management session begins with. */
export const managementPrefix = 'sbx-manage';

/** What the id of a session begins with that has expired. */
const expiredPrefix = 'sbx-expired';

/** The session of a visit, its full time before it. An empty id is no session. */
export function sessionOf(
  { sessionId, userIdentifier }: GivenVisit,
  now: number,
  requestId: () => string,
): Session {
  if (!sessionId || sessionId.startsWith(expiredPrefix)) {
    return { kind: 'over', requestId: requestId() };
  }
  const kind = sessionId.startsWith(managementPrefix) ? 'management' : 'connect';
  return { kind, sessionId, userIdentifier, expiresAt: now + sessionLimit };
}
