import { own } from '@finodigital/uba-protocol/internal';

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
 * @param expected the ids that your page waits for: where the address has another, none or two of
 *   one that is named here, somebody else planted it, and the result is null
 *
 * @example const { sessionId, userIdentifier } = parseRedirectCallback(location.href);
 */
export function parseRedirectCallback(url: string | URL): UbaRedirectCallback;
export function parseRedirectCallback(
  url: string | URL,
  expected: Partial<UbaRedirectCallback>,
): UbaRedirectCallback | null;
export function parseRedirectCallback(
  url: string | URL,
  expected: Partial<UbaRedirectCallback> = {},
): UbaRedirectCallback | null {
  const params = new URLSearchParams(/^[^?#]*\?([^#]*)/.exec(String(url))?.[1]);
  for (const name of ['userIdentifier', 'sessionId'] as const) {
    const id = own(expected, name);
    // What a page has forgotten, null, matches nothing.
    if (id === undefined) continue;
    const found = params.getAll(name);
    if (found.length !== 1 || found[0] !== id) return null;
  }
  return { userIdentifier: params.get('userIdentifier'), sessionId: params.get('sessionId') };
}
