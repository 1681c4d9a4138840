/** What UBA appends to your `redirectURL` when it sends the user back; null where it is missing. */
export interface UbaRedirectCallback {
  readonly userIdentifier: string | null;
  readonly sessionId: string | null;
}

/**
 * Reads the session from the address that UBA sent the user back to. Never throws.
 * Source: finoOS documentation, "Handling the Redirect Callback".
 *
 * @param url the page's address, `location.href` as a rule
 *
 * @example const { sessionId, userIdentifier } = parseRedirectCallback(location.href);
 */
export function parseRedirectCallback(url: string | URL): UbaRedirectCallback {
  const params = new URLSearchParams(/^[^?#]*\?([^#]*)/.exec(String(url))?.[1]);
  return { userIdentifier: params.get('userIdentifier'), sessionId: params.get('sessionId') };
}
