/**
 * The errors that the API answers with: the documented codes, the documented body.
 * Source: finoOS documentation, "Errors". 413 and 501 are ours: for a body that is too large, and
 * for what fino documents and the sandbox leaves out.
 */

/** The short error type that goes with each status. */
export const errorTypes = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'payload-too-large',
  429: 'too-many-requests',
  451: 'challenge-required',
  500: 'server-error',
  501: 'not-implemented',
  503: 'server-error',
} as const;

export type ErrorStatus = keyof typeof errorTypes;

/** A request that cannot be answered as asked. The message never holds what was sent. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: ErrorStatus,
    message: string,
  ) {
    super(message);
  }

  /** @param requestId what support asks for, as in the answer's header; ours */
  body(requestId: string) {
    return { type: errorTypes[this.status], message: this.message, requestId };
  }
}
