import {
  origins,
  readOptions,
  type OptionProblem,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import { encodeOptions } from '@finodigital/uba-protocol/internal';
import { sayProblems, type Said } from './console.js';
import { UbaError } from './uba-error.js';

/** How UBA looks and in which language: what applies to every kind of session. */
const appearance: readonly UbaOptionName[] = ['hideHeader', 'colorScheme', 'theme', 'lang'];

/** The error that says what is wrong with an option. */
export function invalidConfig({ option, problem }: OptionProblem): UbaError {
  return new UbaError('INVALID_CONFIG', `${option} ${problem}.`);
}

/**
 * One snapshot of `source`, checked. What is dropped is said on the console.
 *
 * @param base the options that hold where `source` does not name them
 * @param said what the console has been told; it grows
 * @throws UbaError `INVALID_CONFIG`, which names an option and the rule that it breaks
 */
export function checkOptions(
  source: UbaOptions,
  base?: object,
  said: Said = new Set(),
): UbaOptions {
  if (typeof source !== 'object' || !(source as unknown)) {
    throw new UbaError('INVALID_CONFIG', 'The options must be an object.');
  }
  const { options, problems, warnings, missing } = readOptions(source, base);
  const [problem] = problems;
  if (problem) throw invalidConfig(problem);
  // An element that waits for its second id may change its look meanwhile.
  if (missing && ['sessionId', 'userIdentifier'].some((id) => Object.hasOwn(source, id))) {
    throw invalidConfig({ option: missing, problem: 'is missing' });
  }
  sayProblems(warnings, said);
  return options;
}

/** Whether there is anything to load: the ids of a session, its address, or the sandbox. */
export function hasSession({ sessionId, connectURL, sandboxMode }: UbaOptions): boolean {
  return [sessionId, connectURL, sandboxMode].some(Boolean);
}

/** The origin that the frame is loaded from and that its messages must come from. */
export function frameOrigin(options: UbaOptions): string {
  return options.origin ?? origins.production;
}

/**
 * The address that an iframe needs: `ORIGIN/auth?…`, `ORIGIN/sandbox?…` or, with `connectURL`, the
 * session's own. Whoever knows it can take over the session: keep it out of logs.
 *
 * @param source what the address is made of; `origin` defaults to production
 * @throws UbaError `INVALID_CONFIG`, also where there is no session
 *
 * @example buildUbaUrl({ sessionId: 's', userIdentifier: 'u', lang: 'de' })
 * // 'https://uba.fino.run/auth?sessionId=s&userIdentifier=u&lang=de'
 */
export function buildUbaUrl(source: UbaOptions): string {
  return urlOf(checkSession(source));
}

/**
 * `checkOptions` for a frame that is to be loaded.
 *
 * @throws UbaError `INVALID_CONFIG`, also where there is no session
 */
export function checkSession(source: UbaOptions): UbaOptions {
  const options = checkOptions(source);
  requireSession(options);
  return options;
}

/** @throws UbaError `INVALID_CONFIG` where there is no session to load */
export function requireSession(checked: UbaOptions): void {
  if (!hasSession(checked)) throw invalidConfig({ option: 'sessionId', problem: 'is missing' });
}

/** The address for a snapshot that `checkSession` has made. */
export function urlOf(options: UbaOptions): string {
  const { connectURL, sandboxMode } = options;
  if (connectURL) {
    const url = new URL(connectURL);
    encodeOptions(options, url.searchParams, appearance);
    return url.href;
  }
  // Parameters of a URL would have the engine write it anew for each of them.
  const params = new URLSearchParams();
  encodeOptions(options, params, sandboxMode ? appearance : undefined);
  const query = params.toString();
  return `${frameOrigin(options)}/${sandboxMode ? 'sandbox' : 'auth'}${query && `?${query}`}`;
}
