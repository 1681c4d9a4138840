import type { Scenario } from '@finodigital/uba-sandbox/testing';

/**
 * The address that opens the sandbox for a scenario.
 *
 * @param more further parameters; a `seed` of its own gives a run that knows of no other
 */
export function scenarioAddress(
  { start }: Scenario,
  sandbox: string,
  more: Readonly<Record<string, string>>,
): string {
  const url = new URL('/auth', sandbox);
  const { sessionId, params } = start;
  url.search = new URLSearchParams({
    sessionId,
    userIdentifier: 'demo-user',
    ...params,
    ...more,
  }).toString();
  return url.href;
}
