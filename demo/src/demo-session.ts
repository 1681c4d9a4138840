/**
 * Sessions for the sandbox, made up on the spot. Nothing hangs on them, so they may be shown and
 * copied; every other session id is a secret.
 */

const prefixes = { connect: 'demo-', management: 'sbx-manage-', expired: 'sbx-expired-' } as const;

/** What a made-up session lets a user do. */
export type DemoSessionKind = keyof typeof prefixes;

export interface DemoSession {
  readonly sessionId: string;
  readonly userIdentifier: string;
}

/** A fresh session that the sandbox knows how to run. */
export function newDemoSession(kind: DemoSessionKind = 'connect'): DemoSession {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { sessionId: prefixes[kind] + random.toString(36), userIdentifier: 'demo-user' };
}

/** Whether a session id is one of ours, so that it is no secret. */
export function isDemoSession(sessionId: string): boolean {
  return Object.values(prefixes).some((prefix) => sessionId.startsWith(prefix));
}
