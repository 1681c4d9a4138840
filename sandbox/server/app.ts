/**
 * The application as one fetch handler: the guards, the API, the page's calls, the site.
 * It knows no server: whoever calls it says where the request comes from.
 */
import type { UbaFeature } from '@finodigital/uba-protocol';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { NotFound } from '../core/bank/not-found.js';
import { bankReportPath, type BankReport } from '../core/contract/bank-report.js';
import { checkFetch, checkHost, checkNoDelivery, checkOrigin, isProxied } from './access.js';
import { ApiError } from './api-error.js';
import { answerBankCall } from './bank-rpc.js';
import { bankReport } from './bank-windows.js';
import { docsPage, docsStyles } from './docs-page.js';
import { check, type Endpoint } from './endpoint.js';
import { endpointsOf } from './endpoints/index.js';
import { describeApi } from './openapi.js';
import { atMost, largest, readForm, readJson, singles } from './request-input.js';
import type { SandboxState } from './sandbox-state.js';
import type { Site } from './site.js';
import { welcomeFor } from './welcome.js';

/** Where a request comes from. */
export interface Peer {
  /** From this machine, or from one that may control the sandbox like it. */
  readonly isLocal: boolean;
}

export interface AppOptions {
  readonly state: SandboxState;
  /** The page; without it the application is the API alone. */
  readonly site?: Site;
  /** Origins of pages that may call the API. */
  readonly allowedOrigins?: readonly string[];
  /** What the page announces where its address says nothing about it. Default: nothing. */
  readonly features?: readonly UbaFeature[];
  /** Where the page leads back to where neither it nor the session says. Default: nowhere. */
  readonly redirectURL?: string | undefined;
  /** Gets the errors that are ours. */
  readonly report: (error: unknown) => void;
}

export type App = (request: Request, peer: Peer) => Promise<Response>;

interface Env {
  Bindings: Peer;
  Variables: { requestId: string };
}

export function createApp({
  state,
  site,
  allowedOrigins = [],
  features = [],
  redirectURL,
  report,
}: AppOptions): App {
  const { automaticSync, bankWindows, clock, latency, secrets } = state;
  const endpoints = endpointsOf(state);
  let requests = 0;
  const describe = (c: Context<Env>) => describeApi(endpoints, new URL(c.req.url).origin);
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    requests += 1;
    c.set('requestId', secrets.of(`request ${requests}`));
    c.header('X-Request-Id', c.get('requestId'));
    c.header('X-Content-Type-Options', 'nosniff');
    checkNoDelivery(c.req.raw);
    checkHost(c.req.url, allowedOrigins);
    checkOrigin(c.req.raw, allowedOrigins);
    await next();
  });
  app.on('ALL', apiPaths, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    checkFetch(c.req.raw, allowedOrigins);
    await next();
  });
  if (allowedOrigins.length > 0) {
    const exposeHeaders = ['Finoos-Correlation-Id', 'X-Request-Id', 'Retry-After'];
    app.use(cors({ origin: [...allowedOrigins], exposeHeaders }));
  }

  app.get('/api', (c) =>
    c.html(docsPage(describe(c)), 200, { 'Content-Security-Policy': docsCsp }),
  );
  app.get('/api/docs.css', (c) => c.body(docsStyles, 200, { 'Content-Type': 'text/css' }));
  app.get('/api/openapi.json', (c) => c.json(describe(c)));

  app.use('/api/*', async (_, next) => {
    await latency.delay();
    await next();
  });
  app.use('/_sandbox/*', async ({ env, req }, next) => {
    if (!isLocal(env, req.raw)) {
      throw new ApiError(
        403,
        'Only programs on this machine control the sandbox. Allow others with --allow-control.',
      );
    }
    await next();
  });
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const method = endpoint.method.toUpperCase();
    const limit =
      endpoint.largestBody ?? largest[endpoint.body ? (endpoint.bodyType ?? 'json') : 'unread'];
    app.on(method, path, atMost(limit), (c) => run(endpoint, state, c));
  }

  app.post('/_bank/:call', atMost(largest.form), async (c) => {
    if (c.req.param('call') !== 'view') await latency.delay();
    const answer = await answerBankCall(state, {
      call: c.req.param('call'),
      args: await readJson(c.req.raw),
      sessionId: sessionIdOf(c.req.header('X-Sandbox-Session')),
      bankPage: new URL(`/bank/${new URL(c.req.url).search}`, c.req.url).href,
      isLocal: isLocal(c.env, c.req.raw),
    });
    // The page takes a leap of the clock as one, and no time on its way.
    if (!automaticSync.isLeaping) c.header('X-Sandbox-Now', String(clock.now()));
    return c.json(answer ?? null);
  });

  const reportPath = bankReportPath(':id{[0-9a-f]{32}}');
  app.get(reportPath, (c) => c.json(bankWindows.find(c.req.param('id') ?? '') ?? null));
  app.post(reportPath, atMost(largest.form), async (c) => {
    const report = check(bankReport, await readJson(c.req.raw), 'body') as BankReport;
    bankWindows.report(c.req.param('id') ?? '', report);
    return c.body(null, 204);
  });

  app.all('/api/*', noSuchOperation);
  app.all('/_sandbox/*', noSuchOperation);
  app.get('*', (c) => {
    const file = site?.(c.req.path, () => {
      const address = c.req.path + new URL(c.req.url).search;
      return welcomeFor(state, { features, redirectURL }, address, isLocal(c.env, c.req.raw));
    });
    if (!file) throw new ApiError(404, 'There is nothing here.');
    return c.body(file.content, 200, file.headers);
  });

  app.notFound(noSuchOperation);
  app.onError((error, c) => {
    if (error instanceof NotFound) return answerError(c, new ApiError(404, error.message));
    if (error instanceof ApiError) return answerError(c, error);
    if (isHangUp(error)) return answerError(c, new ApiError(400, 'The body breaks off.'));
    report(error);
    return answerError(c, new ApiError(500, 'The sandbox made a mistake; its console says which.'));
  });
  return async (request, peer) => app.fetch(request, peer);
}

const docsCsp = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** All but the page and its files. */
const apiPaths = ['/api/*', '/_sandbox/*', '/_bank/*', bankReportPath('*')];

const isLocal = (peer: Peer, request: Request): boolean => peer.isLocal && !isProxied(request);

/** The caller went away in the middle of a body; nobody hears the answer. */
const isHangUp = (error: Error): boolean => (error as NodeJS.ErrnoException).code === 'ECONNRESET';

/** When to call again after too many requests, in seconds. */
const retryAfter = '1';

function answerError(c: Context<Env>, error: ApiError) {
  if (error.status === 429) c.header('Retry-After', retryAfter);
  return c.json(error.body(c.get('requestId')), error.status);
}

function noSuchOperation(): never {
  throw new ApiError(404, 'There is no such operation. GET /api lists those there are.');
}

/** The page encodes it, as an address may hold any id and a header may not. */
function sessionIdOf(header: string | undefined): string | undefined {
  try {
    return header && decodeURIComponent(header);
  } catch {
    throw new ApiError(400, 'X-Sandbox-Session is not percent-encoded.');
  }
}

async function run(
  endpoint: Endpoint,
  { callers, rateLimit, refusals }: Pick<SandboxState, 'callers' | 'rateLimit' | 'refusals'>,
  c: Context<Env>,
): Promise<Response> {
  const { env, req } = c;
  const { access } = endpoint;
  const url = new URL(req.url);
  const caller =
    typeof access === 'object'
      ? callers.identify(req.header('Authorization'), req.header('TenantID'))
      : undefined;
  if (caller) rateLimit.count(caller.clientId);
  // Only now, so that nobody else's call takes a refusal that was planned for this client's.
  if (access !== 'control') refusals.apply();
  const { status, body, headers } = await endpoint.run({
    origin: url.origin,
    isLocal: isLocal(env, req.raw),
    requestId: c.get('requestId'),
    caller,
    params: req.param(),
    query: singles(url.searchParams),
    header: (name) => req.header(name),
    readBody: (type) =>
      type === 'form' ? readForm(req.raw) : readJson(req.raw, endpoint.bodyOptional),
  });
  for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value);
  const file = endpoint.answers[status]?.file;
  if (file) return c.body(body as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': file });
  return body === undefined ? c.body(null, status as 204) : c.json(body as object, status as 200);
}
