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

/** What the sandbox adds for pages that ask for it, as UBA does not: a look that changes at once. */
const features = 'theme,resize';

/** The same address with the sandbox's features turned on. */
export function withFeatures(address: string): string {
  const url = new URL(address);
  url.searchParams.set('features', features);
  return url.href;
}

/** The address of a fresh session in the sandbox with its features turned on. */
export function newDemoAddress(sandbox: string): string {
  const session = new URLSearchParams({ ...newDemoSession() });
  return withFeatures(`${sandbox}/auth?${session.toString()}`);
}

/**
 * The address of a scenario in the sandbox with its features turned on. Each has a seed of its own, so
 * that no run finds what another one left.
 *
 * @param play which of its acts the sandbox does by itself: `all`, or how many; without it those that
 *   lead to where there is something to enter
 */
export function newScenarioAddress(sandbox: string, scenario: string, play?: string): string {
  const params = new URLSearchParams({ scenario, seed: newSeed(), ...(play && { play }) });
  return withFeatures(`${sandbox}/auth?${params.toString()}`);
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
