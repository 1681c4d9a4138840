/**
 * What an endpoint is: one value that says what goes in, what comes out and what is done, so that
 * the routes, the checks, the types and the OpenAPI description cannot drift apart.
 */
import type * as z from 'zod';
import { ApiError } from './api-error.js';
import type { Caller } from './callers.js';
import { requireScope, type Scope } from './scopes.js';
import type { User } from './user.js';
import type { Users } from './users.js';

export type Model = z.ZodType;

/** A documented answer: its body, and the headers that come with it, name by name. */
export interface Answer {
  readonly description: string;
  readonly body?: Model;
  /** The answer is a file of this type instead. */
  readonly file?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Answers = Readonly<Record<number, Answer>>;

/** One of the declared answers, with the body and the headers that it declares. */
type Reply<A extends Answers> = {
  [Status in keyof A & number]: { readonly status: Status } & (A[Status] extends {
    body: infer Body extends Model;
  }
    ? { readonly body: Immutable<z.output<Body>> }
    : A[Status] extends { file: string }
      ? { readonly body: Uint8Array<ArrayBuffer> }
      : unknown) &
    (A[Status] extends { headers: infer Headers }
      ? { readonly headers: { readonly [Name in keyof Headers]: string } }
      : unknown);
}[keyof A & number];

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

/**
 * Who may call: anybody, a client whose token has the scope (any token, where none is named), or a
 * program on this machine.
 */
export type Access = 'open' | 'control' | { readonly scope: Scope | undefined };

/** The models of what goes in. */
interface Inputs {
  readonly params?: Model;
  readonly query?: Model;
  readonly body?: Model;
}

export interface Description extends Inputs {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters in braces. */
  readonly path: `/${string}`;
  /** Where fino documents the operation by name, its name. */
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The path is our design; the documentation gives none. */
  readonly invented?: true;
  readonly bodyType?: 'json' | 'form';
  /** How large a body may be, in kB, where that is not what others of its type may be. */
  readonly largestBody?: number;
  /** The body may be left out. */
  readonly bodyOptional?: true;
  /** Request headers beyond Authorization and TenantID, and what they are. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

interface Incoming {
  /** The origin that the sandbox was called by. */
  readonly origin: string;
  /** From this machine, or from one that may control the sandbox like it. */
  readonly isLocal: boolean;
  /** As in the header X-Request-Id of the answer. */
  readonly requestId: string;
  readonly header: (name: string) => string | undefined;
}

/** A request before anything in it was checked. */
export interface RawRequest extends Incoming {
  readonly caller: Caller | undefined;
  readonly params: unknown;
  readonly query: unknown;
  readBody(type: 'json' | 'form'): Promise<unknown>;
}

export interface AnyReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Endpoint extends Description {
  readonly access: Access;
  run(request: RawRequest): Promise<AnyReply>;
}

type Read<M> = M extends Model ? z.output<M> : undefined;

type Call<D extends Description> = Incoming & {
  readonly params: Read<D['params']>;
  readonly query: Read<D['query']>;
  readonly body: Read<D['body']>;
};

type Handler<C, R> = (call: C) => R | Promise<R>;

/** An endpoint that anybody may call. */
export const openEndpoint = <const D extends Description, const R extends Reply<D['answers']>>(
  description: D,
  handle: Handler<Call<D>, R>,
): Endpoint => ({
  ...description,
  access: 'open',
  run: async (request) => handle(await read(description, request)),
});

/** An endpoint for programs on this machine. */
export const controlEndpoint = <
  const D extends Omit<Description, 'tag' | 'invented'>,
  const R extends Reply<D['answers']>,
>(
  description: D,
  handle: Handler<Call<D & Description>, R>,
): Endpoint => {
  const full = { ...description, tag: 'Control API', invented: true } as const;
  return {
    ...full,
    access: 'control',
    run: async (request) => handle(await read(full, request)),
  };
};

/**
 * An endpoint for clients whose token has the scope.
 *
 * @param scope absent where any token will do
 */
export const clientEndpoint = <const D extends Description, const R extends Reply<D['answers']>>(
  scope: Scope | undefined,
  description: D,
  handle: Handler<Call<D> & { readonly caller: Caller }, R>,
): Endpoint => ({
  ...description,
  access: { scope },
  run: async (request) => {
    const caller = admitted(request, scope);
    return handle({ ...(await read(description, request)), caller });
  },
});

/** An endpoint for what is a user's: without the user, nothing else is looked at. */
export const userEndpoint = <
  const D extends Description & { readonly params: z.ZodType<{ readonly userId: string }> },
  const R extends Reply<D['answers']>,
>(
  scope: Scope | undefined,
  users: Users,
  description: D,
  handle: Handler<Call<D> & { readonly caller: Caller; readonly user: User }, R>,
): Endpoint => ({
  ...description,
  access: { scope },
  run: async (request) => {
    const caller = admitted(request, scope);
    const { userId } = check(description.params, request.params, 'path') as { userId: string };
    const user = users.get(caller, userId);
    return handle({ ...(await read(description, request)), caller, user });
  },
});

/** @throws ApiError 401 or 403 */
function admitted({ caller }: RawRequest, scope: Scope | undefined): Caller {
  if (!caller) throw new ApiError(401, 'Send an access token: Authorization: Bearer …');
  if (scope !== undefined) requireScope(caller.scopes, scope);
  return caller;
}

/** Checks all that goes in. */
async function read<D extends Inputs & Pick<Description, 'bodyType' | 'bodyOptional'>>(
  { params, query, body, bodyType = 'json' }: D,
  request: RawRequest,
): Promise<Call<D & Description>> {
  const { origin, isLocal, requestId, header } = request;
  return {
    origin,
    isLocal,
    requestId,
    header,
    params: params && check(params, request.params, 'path'),
    query: query && check(query, request.query, 'query'),
    body: body && check(body, await request.readBody(bodyType), 'body'),
  } as Call<D & Description>;
}

/** @throws ApiError 400 that says what is wrong where, and holds no value */
export function check(model: Model, value: unknown, place: string): unknown {
  const { success, data, error } = model.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  const where = [place, ...(issue?.path ?? [])].join('.');
  throw new ApiError(400, `${where}: ${issue ? sentenceOf(issue) : 'invalid'}`);
}

/** How many unknown keys are named, and how much of each. */
const namedKeys = { count: 5, length: 60 };

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const { count, length } = namedKeys;
  const names = issue.keys.slice(0, count).map((key) => key.slice(0, length));
  return `there is no key ${names.join(', ')}. GET /api describes what there is`;
}
