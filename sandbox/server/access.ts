/**
 * Who may reach the sandbox at all, and who may control it. A web page that a developer happens to
 * visit must do neither, by a name that it makes point to this machine or by requests of its own.
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
export function checkOrigin({ method, url, headers }: Request, allowed: readonly string[]): void {
  if (method === 'GET' || method === 'HEAD') return;
  const origin = headers.get('Origin');
  if (origin === null || isOwn(origin, url, allowed)) return;
  throw notThisOrigin();
}

/**
 * A page of another origin asks the API for nothing, not by an image either: what it cannot read it
 * could still count or time. A link to it may be followed.
 *
 * @throws ApiError 403
 */
export function checkFetch({ url, headers }: Request, allowed: readonly string[]): void {
  const site = headers.get('Sec-Fetch-Site') ?? 'none';
  if (site === 'same-origin' || site === 'none') return;
  if (headers.get('Sec-Fetch-Mode') === 'navigate') return;
  const origin = headers.get('Origin');
  if (origin !== null && isOwn(origin, url, allowed)) return;
  throw notThisOrigin();
}

/**
 * A delivery of a webhook, of this sandbox or of another one, has these two headers, wherever it was
 * sent; no caller of ours has both.
 *
 * @throws ApiError 403
 */
export function checkNoDelivery({ headers }: Request): void {
  if (!headers.has('X-Request-Id') || !headers.has('FinoOS-Tenant-ID')) return;
  throw new ApiError(403, 'Webhooks must not lead to the sandbox itself.');
}

const proxyHeader =
  /^(via|cdn-loop|forwarded(-for)?|x-(forwarded|original|envoy|amzn|azure)-.+|x-real-ip|cf-.+|.*(client|connecting)-ip)$/;

/** Whether a proxy passed the request on: one on this machine speaks for others. */
export const isProxied = ({ headers }: Request): boolean =>
  [...headers.keys()].some((name) => proxyHeader.test(name));

const isOwn = (origin: string, url: string, allowed: readonly string[]): boolean =>
  origin === new URL(url).origin || allowed.includes(origin);

const notThisOrigin = () =>
  new ApiError(403, 'Pages of this origin may not call. Allow it with --allow-origin.');
