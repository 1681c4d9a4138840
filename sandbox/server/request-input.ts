/** What comes in with a request, read in one pass and within bounds. */
import { bodyLimit } from 'hono/body-limit';
import { ApiError } from './api-error.js';

/** How large a body may be, in kB: a form or a message of the page, other JSON, one that is not read. */
export const largest = { form: 16, json: 64, unread: 1024 } as const;

/** How many lists and objects a body may nest in one another. */
const deepest = 64;

/** Answers a body of more than so many kB with 413, before anything reads it. */
export const atMost = (kB: number) =>
  bodyLimit({
    maxSize: kB * 1024,
    onError: () => {
      throw new ApiError(413, `The body is larger than ${kB} kB.`);
    },
  });

/**
 * A parameter that comes once as its value; more than once, as the list that no model takes.
 */
export function singles(params: URLSearchParams): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const [name, value] of params) values.set(name, values.has(name) ? [] : value);
  return Object.fromEntries(values);
}

/** @throws ApiError 400 where it is no JSON, or nested too deep */
export async function readJson(request: Request, isOptional?: boolean): Promise<unknown> {
  const text = await request.text();
  if (!text && isOptional) return {};
  checkType(request, 'application/json');
  const value = parseJson(text);
  if (!isWithin(value, deepest)) {
    throw new ApiError(400, `The body nests more than ${deepest} lists and objects.`);
  }
  return value;
}

/** @throws ApiError 400 where it is no form */
export async function readForm(request: Request): Promise<unknown> {
  checkType(request, 'application/x-www-form-urlencoded');
  return singles(new URLSearchParams(await request.text()));
}

function checkType(request: Request, type: string): void {
  const [given = ''] = (request.headers.get('Content-Type') ?? '').split(';');
  if (given.trim().toLowerCase() !== type) throw new ApiError(400, `Send the body as ${type}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What a parser says would quote the body.
    throw new ApiError(400, 'The body is not valid JSON.');
  }
}

const isWithin = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1)));
