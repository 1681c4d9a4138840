/**
 * Sessions for the sandbox, made up on the spot. Nothing hangs on them, so they may be shown and
 * copied; every other session id is a secret.
 */
export interface DemoSession {
  readonly sessionId: string;
  readonly userIdentifier: string;
}

/** A fresh session that the sandbox knows how to run. */
export function newDemoSession(): DemoSession {
  return { sessionId: `demo-${newSeed()}`, userIdentifier: 'demo-user' };
}

/** A short text that was not there before. */
export function newSeed(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random.toString(36);
}

/** Whether a session id is one of ours or of the sandbox, so that it is no secret. */
export function isDemoSession(sessionId: string): boolean {
  return /^(demo|sbx)-/.test(sessionId);
}
