/** The API for the page that Vite serves from its sources; Vite loads this anew where it changes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Welcome } from '../core/contract/welcome.js';
import { createApp } from './app.js';
import { controlPeers } from './control-peers.js';
import { createState } from './sandbox-state.js';
import { welcomeFor } from './welcome.js';

interface BesideViteOptions {
  /** Where Vite listens, and where webhooks must not lead. */
  readonly port: number;
  /** Origins of other pages that may call the API. */
  readonly allowedOrigins: readonly string[];
  /** Gets the errors that are ours, and what the developer should know. */
  readonly report: (error: unknown) => void;
}

export interface BesideVite {
  /** Answers a request to the API, to the control API, or of the page. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** @param address the path and the query of the page */
  welcome(address: string): Welcome;
  /** Ends all timers. */
  close(): void;
}

export function openBesideVite({ port, allowedOrigins, report }: BesideViteOptions): BesideVite {
  const state = createState({ report });
  state.webhooks.leaveOut(port);
  const isThisMachine = controlPeers([]);
  const app = createApp({ state, allowedOrigins, report });
  const answer = getRequestListener((request, env) => {
    const { incoming } = env as { incoming: IncomingMessage };
    return app(request, { isLocal: isThisMachine(incoming.socket.remoteAddress) });
  });
  return {
    answer,
    // Vite listens on this machine only.
    welcome: (address) => welcomeFor(state, { features: [] }, address, true),
    close: state.close,
  };
}
