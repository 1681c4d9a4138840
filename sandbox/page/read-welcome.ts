import { isObject } from '@finodigital/uba-protocol/internal';
import type { Welcome } from '../core/contract/welcome.js';

/** What the server wrote into the page; `undefined` where plain files are served. */
export function readWelcome(place: HTMLMetaElement | null): Welcome | undefined {
  const welcome: unknown = place?.content ? JSON.parse(place.content) : undefined;
  return isObject(welcome) ? (welcome as unknown as Welcome) : undefined;
}
