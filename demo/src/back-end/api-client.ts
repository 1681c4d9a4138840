/**
 * Calls the sandbox's API as a back end does, and tells of each call. The token stays in here: it is in
 * no storage, no address and nothing that is told.
 */
import { takeSnapshot, type Snapshot } from '../log/snapshot.js';
import { backEndRunTexts } from '../texts/back-end.js';
import { wordsOf } from '../texts/language.js';

const t = wordsOf(backEndRunTexts);

/** A call as it may be shown: without a secret. */
export interface ApiCall {
  readonly method: string;
  readonly url: string;
  readonly isForm: boolean;
  /** Whether a token goes with it. */
  readonly needsToken: boolean;
  readonly body?: Snapshot;
  readonly status: number;
  /** Absent where there is none. */
  readonly answer?: Snapshot;
}

/** What became of a call that did not do what it should. */
export class ApiProblem extends Error {
  /**
   * @param kind `absent`: there is no API, or none for this page; `lost`: there was one;
   *   `refused`: it says no
   * @param status of what was refused
   */
  constructor(
    readonly kind: 'absent' | 'lost' | 'refused',
    message: string,
    readonly status = 0,
  ) {
    super(message);
  }
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

interface CallOptions {
  readonly body?: object;
  /** Statuses beyond 299 that are no problem. */
  readonly expected?: readonly number[];
}

/** How long an answer may take, in ms; a leap of the clock over months takes seconds. */
const callTimeout = 60_000;

export class ApiClient {
  #token: string | undefined;
  #wasThere = false;

  /**
   * @param origin the sandbox's
   * @param clientId any: the sandbox knows every client
   * @param tell gets each call when it was answered
   */
  constructor(
    private readonly origin: string,
    readonly clientId: string,
    private readonly tell: (call: ApiCall) => void,
  ) {}

  /** @throws ApiProblem */
  async call<Body>(
    method: string,
    path: string,
    { body, expected = [] }: CallOptions = {},
  ): Promise<Answer<Body>> {
    const isControl = path.startsWith('/_sandbox');
    const send = async () =>
      this.#send(method, path, {
        needsToken: !isControl,
        ...(body && { json: body }),
      });
    if (!isControl) this.#token ??= await this.#authenticate();
    let answer = await send();
    if (answer.status === 401 && !isControl) {
      // It lasts five minutes.
      this.#token = await this.#authenticate();
      answer = await send();
    }
    if (answer.status > 299 && !expected.includes(answer.status)) throw refusal(answer);
    return answer as Answer<Body>;
  }

  async #authenticate(): Promise<string> {
    const form = {
      client_id: this.clientId,
      client_secret: 'secret',
      grant_type: 'client_credentials',
    };
    const answer = await this.#send('POST', '/api/auth', { needsToken: false, form });
    if (answer.status !== 200) throw refusal(answer);
    return (answer.body as { access_token: string }).access_token;
  }

  async #send(
    method: string,
    path: string,
    sent: { needsToken: boolean; form?: Record<string, string>; json?: object },
  ): Promise<Answer<unknown>> {
    const { needsToken, form, json } = sent;
    const url = this.origin + path;
    const headers = {
      ...(needsToken && { Authorization: `Bearer ${this.#token}` }),
      ...(json && { 'Content-Type': 'application/json' }),
    };
    const body = form ? new URLSearchParams(form) : json && JSON.stringify(json);
    const init = {
      method,
      headers,
      signal: AbortSignal.timeout(callTimeout),
      ...(body && { body }),
    };
    const answer = await this.#fetch(url, init);
    this.tell({
      method,
      url,
      needsToken,
      isForm: form !== undefined,
      status: answer.status,
      ...((form ?? json) && { body: takeSnapshot(form ?? json) }),
      ...(answer.body !== undefined && { answer: takeSnapshot(answer.body) }),
    });
    return answer;
  }

  async #fetch(url: string, init: RequestInit): Promise<Answer<unknown>> {
    try {
      const response = await fetch(url, init);
      const text = await response.text();
      const body: unknown = text ? JSON.parse(text) : undefined;
      this.#wasThere = true;
      return { status: response.status, body };
    } catch {
      // No connection, no leave for this page, or plain files that answer for the API.
      if (this.#wasThere) throw new ApiProblem('lost', t.lost);
      throw new ApiProblem('absent', t.absent(this.origin));
    }
  }
}

function refusal({ status, body }: Answer<unknown>): ApiProblem {
  const { message = t.noReason } = (body ?? {}) as { message?: string };
  return new ApiProblem('refused', `${status}: ${message}`, status);
}
