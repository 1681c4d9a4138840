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
import { keepData, readData } from './data-file.js';
import { createState, type StateOptions } from './sandbox-state.js';
import { siteOf } from './site.js';

export interface SandboxOptions extends Omit<StateOptions, 'before'> {
  /** 0 for any that is free. Default: 5174. */
  readonly port?: number;
  /** Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string;
  /** Where the state outlives the run. */
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
  /** The folder of the built page. Default: the one that comes with this package. */
  readonly site?: string;
  /** Gets a line for each call of the API and the control API, without query and body. Default: nobody. */
  readonly log?: (line: string) => void;
  /** Gets the errors that are ours. Default: a warning of the process. */
  readonly report?: (error: unknown) => void;
}

export interface RunningSandbox {
  /** Such as `http://127.0.0.1:5174`. */
  readonly origin: string;
  /** Stops listening, ends all timers and writes what is left to write. */
  close(): Promise<void>;
}

export const defaultPort = 5174;

const ownSite = fileURLToPath(new URL('../site', import.meta.url));

/** Starts the sandbox: page, API and control API. @throws Error where an option is of no use */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { port = defaultPort, host = '127.0.0.1', data, site = ownSite, log } = options;
  const mayControl = readControl(options.allowControl ?? []);
  const features = knownFeatures(options.features ?? []);
  const report = options.report ?? ((error) => process.emitWarning(error as Error));
  const state = createState({
    ...options,
    before: data === undefined ? undefined : readData(data),
  });
  const app = createApp({
    state,
    site: siteOf(readFiles(site)),
    allowedOrigins: options.allowedOrigins ?? [],
    features,
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
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    state.close();
    throw error;
  }
  const stopKeeping = data === undefined ? undefined : keepData(data, state.persistence);
  const { port: actual } = server.address() as AddressInfo;
  return {
    origin: `http://${isIP(host) === 6 ? `[${host}]` : host}:${actual}`,
    close: async () => {
      stopKeeping?.();
      state.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function readControl(allowed: readonly string[]): ReturnType<typeof controlPeers> {
  try {
    return controlPeers(allowed);
  } catch (error) {
    throw new RangeError(`allowControl ${(error as Error).message}`, { cause: error });
  }
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
