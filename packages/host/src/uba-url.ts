import {
  encodeOptions,
  origins,
  readOptions,
  type OptionProblem,
  type UbaOptionName,
  type UbaOptions,
} from '@finodigital/uba-protocol';
import { UbaError } from './uba-error.js';

/** Options that shape the look; they apply to every kind of session. */
const look = ['hideHeader', 'colorScheme', 'theme', 'lang'] as const satisfies UbaOptionName[];

/** The error that names every problem. */
export function invalidConfig(problems: readonly OptionProblem[]): UbaError {
  const sentences = problems.map(({ option, problem }) => `${option} ${problem}`);
  return new UbaError('INVALID_CONFIG', `${sentences.join('; ')}.`);
}

/**
 * One snapshot of `source`, checked.
 *
 * @throws UbaError `INVALID_CONFIG`, which names the options and their rules
 */
export function checkOptions(source: UbaOptions): UbaOptions {
  const { options, problems } = readOptions(source);
  if (problems.length) throw invalidConfig(problems);
  return options;
}

/** Whether there is anything to load: the ids of a session, its address, or the sandbox. */
export function hasSession({ sessionId, connectUrl, sandboxMode }: UbaOptions): boolean {
  return !!(sessionId || connectUrl || sandboxMode);
}

/** The origin that the frame is loaded from and that its messages must come from. */
export function frameOrigin(options: UbaOptions): string {
  return options.origin ?? origins.production;
}

/**
 * The address that an iframe needs: `ORIGIN/auth?…`, `ORIGIN/sandbox?…` or the session's own address.
 *
 * @throws UbaError `INVALID_CONFIG`, also where there is no session
 */
export function buildUbaUrl(source: UbaOptions): string {
  const options = checkOptions(source);
  if (!hasSession(options)) {
    throw invalidConfig([{ option: 'sessionId', problem: 'is missing' }]);
  }
  const { connectUrl, sandboxMode } = options;
  const url = new URL(connectUrl ?? (sandboxMode ? '/sandbox' : '/auth'), frameOrigin(options));
  encodeOptions(options, url.searchParams, connectUrl || sandboxMode ? look : undefined);
  return url.href;
}
