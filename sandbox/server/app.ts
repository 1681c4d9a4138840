/**
 * The application as one fetch handler: the guards, the API, the page's calls, the site.
 * It knows no server: whoever calls it says where the request comes from.
 */
import type { UbaFeature } from '@finodigital/uba-protocol';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { NotFound } from '../core/bank/not-found.js';
import { bankReportPath, type BankReport } from '../core/contract/bank-report.js';
import { checkHost, checkOrigin } from './access.js';
import { ApiError } from './api-error.js';
import { answerBankCall } from './bank-rpc.js';
import { bankReport } from './bank-windows.js';
import type { Callers } from './callers.js';
import { docsPage, docsStyles } from './docs-page.js';
import { check, type Endpoint } from './endpoint.js';
import { endpointsOf } from './endpoints/index.js';
import { describeApi } from './openapi.js';
import type { SandboxState } from './sandbox-state.js';
import type { Site } from './site.js';

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
  /** Gets the errors that are ours. */
  readonly report: (error: unknown) => void;
}

export type App = (request: Request, peer: Peer) => Promise<Response>;

interface Env {
  Bindings: Peer;
}

const largestBody = 1024 * 1024;

export function createApp({
  state,
  site,
  allowedOrigins = [],
  features = [],
  report,
}: AppOptions): App {
  const { bankWindows, callers, clock, latency, refusals, secrets } = state;
  const endpoints = endpointsOf(state);
  const describe = (c: Context<Env>) => describeApi(endpoints, new URL(c.req.url).origin);
  const app = new Hono<Env>();

  app.use(async ({ req }, next) => {
    checkHost(req.url, allowedOrigins);
    checkOrigin(req.method, req.header('Origin'), req.url, allowedOrigins);
    await next();
  });
  if (allowedOrigins.length > 0) {
    const exposeHeaders = ['Finoos-Correlation-Id'];
    app.use(cors({ origin: [...allowedOrigins], exposeHeaders }));
  }
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new ApiError(413, 'The body is larger than 1 MB.');
      },
    }),
  );

  app.get('/api', (c) =>
    c.html(docsPage(describe(c)), 200, { 'Content-Security-Policy': docsCsp }),
  );
  app.get('/api/docs.css', (c) => c.body(docsStyles, 200, { 'Content-Type': 'text/css' }));
  app.get('/api/openapi.json', (c) => c.json(describe(c)));

  app.use('/api/*', async (_, next) => {
    await latency.delay();
    refusals.apply();
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
    app.on(endpoint.method.toUpperCase(), path, (c) => run(endpoint, callers, c));
  }

  app.post('/_bank/:call', async (c) => {
    if (c.req.param('call') !== 'view') await latency.delay();
    const answer = await answerBankCall(state, {
      call: c.req.param('call'),
      args: await readJson(c),
      sessionId: c.req.header('X-Sandbox-Session'),
      bankPage: new URL(`/bank/${new URL(c.req.url).search}`, c.req.url).href,
      isLocal: isLocal(c.env, c.req.raw),
    });
    c.header('X-Sandbox-Now', String(clock.now()));
    return c.json(answer ?? null);
  });

  app.on(['GET', 'POST'], bankReportPath(':id{[0-9a-f]{32}}'), async (c) => {
    const id = c.req.param('id') ?? '';
    c.header('Cache-Control', 'no-store');
    if (c.req.method === 'GET') return c.json(bankWindows.find(id) ?? null);
    bankWindows.report(id, check(bankReport, await readJson(c), 'body') as BankReport);
    return c.body(null, 204);
  });

  app.get('*', (c) => {
    const file = site?.(c.req.path, () => ({
      now: clock.now(),
      ticks: clock.ticks,
      seed: secrets.next(),
      panel: isLocal(c.env, c.req.raw),
      features,
    }));
    if (!file) throw new ApiError(404, 'There is nothing here.');
    return c.body(file.content, 200, file.headers);
  });

  app.notFound(() => {
    throw new ApiError(404, 'There is no such endpoint.');
  });
  app.onError((error, c) => {
    if (error instanceof NotFound) return answerError(c, new ApiError(404, error.message));
    if (error instanceof ApiError) return answerError(c, error);
    report(error);
    return answerError(c, new ApiError(500, 'The sandbox made a mistake; its console says which.'));
  });
  return async (request, peer) => app.fetch(request, peer);
}

const docsCsp = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A proxy on this machine speaks for others. */
const isLocal = (peer: Peer, { headers }: Request): boolean =>
  peer.isLocal && !headers.has('X-Forwarded-For') && !headers.has('Forwarded');

const answerError = (c: Context<Env>, { status, body }: ApiError) => c.json(body, status);

async function run(endpoint: Endpoint, callers: Callers, c: Context<Env>): Promise<Response> {
  const { req } = c;
  const { access } = endpoint;
  const { status, body, headers } = await endpoint.run({
    origin: new URL(req.url).origin,
    caller:
      typeof access === 'object'
        ? callers.identify(req.header('Authorization'), req.header('TenantID'))
        : undefined,
    params: req.param(),
    query: singles(req.queries()),
    header: (name) => req.header(name),
    readBody: (type) => (type === 'form' ? readForm(c) : readJson(c, endpoint.bodyOptional)),
  });
  for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value);
  return body === undefined ? c.body(null, status as 204) : c.json(body as object, status as 200);
}

/** A parameter that comes once as its value; more than once, as the list that no model takes. */
const singles = (queries: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );

async function readJson({ req }: Context<Env>, isOptional?: boolean): Promise<unknown> {
  const text = await req.text();
  if (!text && isOptional) return {};
  const type = req.header('Content-Type') ?? '';
  if (!/^application\/json *(;|$)/i.test(type)) {
    throw new ApiError(400, 'Send the body as application/json.');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What a parser says would quote the body.
    throw new ApiError(400, 'The body is not valid JSON.');
  }
}

async function readForm({ req }: Context<Env>): Promise<unknown> {
  const type = req.header('Content-Type') ?? '';
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(type)) {
    throw new ApiError(400, 'Send the body as application/x-www-form-urlencoded.');
  }
  const params = new URLSearchParams(await req.text());
  return singles(
    Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)])),
  );
}
