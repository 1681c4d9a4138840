/**
 * Who may reach the sandbox at all. A web page that a developer happens to visit must not, neither by
 * a name that it makes point to this machine nor by requests of its own.
 */
import { ApiError } from './api-error.js';

const isIpAddress = (hostname: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname) || hostname.startsWith('[');

/**
 * A foreign name in `Host` means that somebody else's name points to this machine (DNS rebinding).
 * An address cannot be made to point elsewhere.
 *
 * @param allowed origins that may call, whose hosts may be called by as well
 * @throws ApiError 403
 */
export function checkHost(url: string, allowed: readonly string[]): void {
  const { hostname, host } = new URL(url);
  if (hostname === 'localhost' || isIpAddress(hostname)) return;
  if (allowed.some((origin) => new URL(origin).host === host)) return;
  throw new ApiError(403, 'This host name is not served. Allow it with --allow-origin.');
}

/**
 * A browser names the origin of the page in every request that may change something.
 *
 * @throws ApiError 403
 */
export function checkOrigin(
  method: string,
  origin: string | undefined,
  url: string,
  allowed: readonly string[],
): void {
  if (origin === undefined || method === 'GET' || method === 'HEAD') return;
  if (origin === new URL(url).origin || allowed.includes(origin)) return;
  throw new ApiError(403, 'Pages of this origin may not call. Allow it with --allow-origin.');
}
