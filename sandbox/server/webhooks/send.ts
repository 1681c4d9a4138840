/** Sends one delivery. Not by fetch, which cannot be told where a name must not lead. */
import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isThisMachine } from './target.js';

interface Sending {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  /** Whether a name in the URL must not lead to this machine. */
  readonly isRemote: boolean;
}

/**
 * Sends it and follows no redirect.
 *
 * @returns the status of the answer, whose body is not waited for
 * @throws Error where there is none
 */
export const send = (address: string, { body, isRemote, ...sending }: Sending): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = new URL(address);
    const { request } = url.protocol === 'https:' ? https : http;
    const options = {
      ...sending,
      // A connection of its own: one that is kept may be closed at the other end just now.
      agent: false,
      ...(isRemote && { lookup: lookupElsewhere }),
    };
    request(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    })
      .on('error', reject)
      .end(body);
  });

/** Looks names up like Node, and fails where one leads to this machine. */
const lookupElsewhere: LookupFunction = (name, options, callback) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) callback(error, '', 0);
    else if (found.some(({ address }) => isThisMachine(address))) {
      callback(new Error('The name leads to this machine.'), '', 0);
    } else if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  });
};
