#!/usr/bin/env node
/** The command `uba-sandbox`: reads the options, starts the sandbox, says where it is. */
import { parseArgs } from 'node:util';
import type { UbaFeature } from '@finodigital/uba-protocol';
import { readFeatures, wrongFeatures } from '../core/contract/read-features.js';
import { controlPeers } from './control-peers.js';
import { DataFileError } from './data-file.js';
import { version } from './openapi.js';
import { isRedirectUrl, redirectUrlRule } from './redirect-url.js';
import { defaultPort, highestRateLimit, startSandbox } from './server.js';

const help = `uba-sandbox: fino's Universal Bank Access and its Banking Connect API, offline

  uba-sandbox [options]

  --port NUMBER             where to listen; 0 for any free port (default: ${defaultPort})
  --host NAME               which address to listen on (default: 127.0.0.1, this machine only)
  --seed TEXT               the same ids, accounts and times in every run; the clock stands still
  --latency MS              how long to wait before each answer (default: 0)
  --rate-limit NUMBER       how many calls a client may make a second (default: no limit)
  --data FILE               keep users, bank logins and webhooks in this file
  --allow-origin ORIGIN     let pages of this origin call the API; may be repeated
  --allow-control ADDRESS/BITS
                            let machines of this network use the control API, such as a
                            container's 172.17.0.0/16; may be repeated
  --features NAMES          what the page announces: theme, resize or both with a comma
                            (default: nothing, as UBA)
  --redirect-url URL        where the page leads back to, unless the widget's redirectURL or the
                            session says otherwise
  --allow-remote-webhooks   let webhooks lead to other machines
  --quiet                   do not log requests
  --version, --help
`;

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  latency: { type: 'string' },
  'rate-limit': { type: 'string' },
  data: { type: 'string' },
  'allow-origin': { type: 'string', multiple: true },
  'allow-control': { type: 'string', multiple: true },
  features: { type: 'string' },
  'redirect-url': { type: 'string' },
  'allow-remote-webhooks': { type: 'boolean' },
  quiet: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

class UsageError extends Error {}

const noHost = '--host is no address of this machine. Leave it out, or try 127.0.0.1.';

/** Where it cannot listen, by the code of the system call. */
const waysOut: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'the port is in use. Stop what listens there, or choose another: --port 6174'],
  ['EACCES', 'this user may not listen on the port. Choose one above 1023: --port 6174'],
  ['EADDRNOTAVAIL', noHost],
  ['ENOTFOUND', noHost],
  ['EAI_AGAIN', noHost],
]);

// Whoever reads what it says may go away, as `head` does; nothing of that concerns the sandbox.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  await run();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(help);
    return;
  }
  if (values.version) {
    console.log(version);
    return;
  }
  const { quiet } = values;
  const sandbox = await startSandbox({
    port: whole('port', values.port, 65_535) ?? defaultPort,
    host: filled('host', values.host),
    seed: filled('seed', values.seed),
    latency: whole('latency', values.latency, 60_000) ?? 0,
    rateLimit: whole('rate-limit', values['rate-limit'], highestRateLimit, 1),
    data: filled('data', values.data),
    allowedOrigins: (values['allow-origin'] ?? []).map(originOf),
    allowControl: (values['allow-control'] ?? []).map(networkOf),
    features: featuresOf(values.features ?? ''),
    redirectURL: checkedRedirectUrl(filled('redirect-url', values['redirect-url'])),
    allowRemoteWebhooks: values['allow-remote-webhooks'] ?? false,
    ...(!quiet && { log: (line: string) => console.log(line) }),
    warn: (message) => console.error(`uba-sandbox: ${message}`),
  });
  console.log(`
  The sandbox (the mock of UBA):  ${sandbox.origin}/sandbox
  The Banking Connect API:        ${sandbox.origin}/api
  The control API, for tests:     ${sandbox.origin}/_sandbox

  Any client id and secret will do. Ctrl-C stops it.
`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

/** A variable that is not set makes an option empty. */
function filled(name: string, text: string | undefined): string | undefined {
  if (text?.trim() !== '') return text;
  throw new UsageError(`--${name} must not be empty. Leave it out, or give it a value.`);
}

function whole(
  name: string,
  text: string | undefined,
  highest: number,
  lowest = 0,
): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) > highest || Number(text) < lowest) {
    throw new UsageError(`--${name} must be a whole number from ${lowest} to ${highest}.`);
  }
  return Number(text);
}

function originOf(text: string): string {
  if (!URL.canParse(text) || new URL(text).origin !== text) {
    throw new UsageError('--allow-origin must be an origin such as http://localhost:3000.');
  }
  return text;
}

function checkedRedirectUrl(text: string | undefined): string | undefined {
  if (text === undefined || isRedirectUrl(text)) return text;
  throw new UsageError(`--redirect-url ${redirectUrlRule}.`);
}

function networkOf(text: string): string {
  try {
    controlPeers([text]);
  } catch (error) {
    throw new UsageError(`--allow-control ${(error as Error).message}`);
  }
  return text;
}

function featuresOf(text: string): readonly UbaFeature[] {
  const { named, unknown } = readFeatures(text);
  if (unknown.length > 0) throw new UsageError(`--features ${wrongFeatures}`);
  return named;
}

/** What the user of the command can do about an error. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall } = error as NodeJS.ErrnoException;
  const way = waysOut.get(code ?? '');
  if (way && syscall !== undefined && ['listen', 'getaddrinfo'].includes(syscall))
    return `uba-sandbox: ${way}`;
  if (error instanceof DataFileError) return `uba-sandbox: --data ${error.message}`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `uba-sandbox: ${error.message}\n\n${help}`;
  return `uba-sandbox: ${error.message}`;
}
