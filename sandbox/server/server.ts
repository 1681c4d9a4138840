/** The application on Node's own server. */
import { once } from 'node:events';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UbaFeature } from '@finodigital/uba-protocol';
import { createAdaptorServer } from '@hono/node-server';
import { readFeatures, wrongFeatures } from '../core/contract/read-features.js';
import { createApp } from './app.js';
import { controlPeers } from './control-peers.js';
import { DataFile } from './data-file.js';
import { redirectUrlOf, redirectUrlRule } from './redirect-url.js';
import { createState, type StateOptions } from './sandbox-state.js';
import { siteOf } from './site.js';

export interface SandboxOptions extends Omit<StateOptions, 'before'> {
  /** 0 for any that is free. Default: 5174. */
  readonly port?: number;
  /** Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined;
  /** A file in which the state outlives the run. */
  readonly data?: string | undefined;
  /** Origins of pages that may call the API. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Networks that may use the control API besides this machine, each as `ADDRESS/BITS`:
   * `172.17.0.0/16`, `fd00::/8`. Default: none.
   */
  readonly allowControl?: readonly string[];
  /** What the page announces in `ready` where its address says nothing about it. Default: nothing. */
  readonly features?: readonly UbaFeature[];
  /**
   * Where the page leads back to where neither its option nor the session says: https, or http for a
   * host that cannot be public. Default: nowhere.
   */
  readonly redirectURL?: string | undefined;
  /** The folder of the built page. Default: the one that comes with this package. */
  readonly site?: string;
  /** Gets a line for each call of the API and the control API, without query and body. Default: nobody. */
  readonly log?: (line: string) => void;
  /** Gets the errors that are ours. Default: a warning of the process. */
  readonly report?: (error: unknown) => void;
  /**
   * Gets a sentence for each thing that whoever runs it should know, such as that `data` cannot be
   * written. Default: a warning of the process.
   */
  readonly warn?: (message: string) => void;
}

export interface RunningSandbox {
  /** Such as `http://127.0.0.1:5174`. */
  readonly origin: string;
  /** Stops listening, ends all timers and writes `data` once more. Who waits gets no answer. */
  close(): Promise<void>;
}

export const defaultPort = 5174;

export const highestRateLimit = 100_000;

const ownSite = fileURLToPath(new URL('../site', import.meta.url));

/**
 * Starts the sandbox: page, API and control API.
 *
 * @throws RangeError where an option is of no use, DataFileError where `data` is, Error where it cannot
 * listen
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { port = defaultPort, site = ownSite, log } = options;
  const host = filled('host', options.host) ?? '127.0.0.1';
  const seed = filled('seed', options.seed);
  const data = filled('data', options.data);
  const allowControl = options.allowControl ?? [];
  const mayControl = readControl(allowControl);
  const features = knownFeatures(options.features ?? []);
  const redirectURL = readRedirectUrl(options.redirectURL);
  const report = options.report ?? ((error) => process.emitWarning(error as Error));
  const warn = options.warn ?? ((message) => process.emitWarning(message));
  const rateLimit = readRateLimit(options.rateLimit);
  const files = siteOf(readFiles(site));
  const dataFile = data === undefined ? undefined : new DataFile(data, warn);
  const state = createState({ ...options, seed, rateLimit, before: dataFile?.before });
  const app = createApp({
    state,
    site: files,
    allowedOrigins: options.allowedOrigins ?? [],
    features,
    redirectURL,
    report,
  });
  const server = createAdaptorServer({
    fetch: async (request, env) => {
      const began = performance.now();
      const { incoming } = env as { incoming: IncomingMessage };
      const response = await app(request, {
        isLocal: mayControl(incoming.socket.remoteAddress),
      });
      const took = Math.round(performance.now() - began);
      const { pathname } = new URL(request.url);
      if (/^\/(api|_sandbox)\b/.test(pathname)) {
        log?.(`${request.method} ${pathname} ${response.status} ${took} ms`);
      }
      return response;
    },
  }) as Server;
  const stop = () => {
    state.close();
    dataFile?.close();
  };
  try {
    dataFile?.keep(state.persistence);
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    stop();
    throw error;
  }
  const { port: actual, address } = server.address() as AddressInfo;
  state.webhooks.leaveOut(actual);
  if (!isThisMachine(address)) warn(reachable(address, allowControl));
  let closed: Promise<unknown> | undefined;
  return {
    origin: `http://${isIP(host) === 6 ? `[${host}]` : host}:${actual}`,
    close: async () => {
      if (!closed) {
        closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        stop();
      }
      await closed;
    },
  };
}

/** From JavaScript, anything may come, and an empty host would mean every network. */
function filled(name: string, value: string | undefined): string | undefined {
  if (value === undefined || (typeof value === 'string' && value.trim())) return value;
  throw new RangeError(`${name} must not be empty. Leave it out, or give it a value.`);
}

const isThisMachine = controlPeers([]);

const reachable = (address: string, allowControl: readonly string[]): string =>
  `It listens on ${address}, beyond this machine: whoever reaches that can use the page and the API, as any client. The control API answers ${['this machine', ...allowControl].join(' and ')} only.`;

function readControl(allowed: readonly string[]): ReturnType<typeof controlPeers> {
  try {
    return controlPeers(allowed);
  } catch (error) {
    throw new RangeError(`allowControl ${(error as Error).message}`, { cause: error });
  }
}

function readRateLimit(value: number | undefined): number | undefined {
  const fits = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= highestRateLimit;
  if (value === undefined || fits) return value;
  throw new RangeError(`rateLimit must be a whole number from 1 to ${highestRateLimit}.`);
}

function readRedirectUrl(value: string | undefined): string | undefined {
  const given = filled('redirectURL', value);
  const url = given === undefined ? undefined : redirectUrlOf(given);
  if (given !== undefined && url === undefined)
    throw new RangeError(`redirectURL ${redirectUrlRule}.`);
  return url;
}

/** From JavaScript, anything may come. */
function knownFeatures(names: readonly string[]): readonly UbaFeature[] {
  const { named, unknown } = readFeatures(names.join());
  if (unknown.length > 0) throw new RangeError(`features ${wrongFeatures}`);
  return named;
}

/** All files of a folder, by the path that they are served at. */
function readFiles(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => lstatSync(join(folder, name)).isFile())
      .map((name) => [`/${name.split(sep).join('/')}`, readFileSync(join(folder, name))]),
  );
}
