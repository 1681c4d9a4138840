/** The first words of the server that serves the page. */
import { isObject } from '@finodigital/uba-protocol';

/** What the server tells the page that it serves. */
export interface Welcome {
  /** Sandbox time, ms since 1970. */
  readonly now: number;
  /** Whether time passes by itself. */
  readonly ticks: boolean;
  /** For ids that the page draws. */
  readonly seed: string;
  /** Whether the page may show the sandbox's levers. */
  readonly panel: boolean;
}

/** What the server wrote into the page; `undefined` where plain files are served. */
export function readWelcome(place: HTMLMetaElement | null): Welcome | undefined {
  const welcome: unknown = place?.content ? JSON.parse(place.content) : undefined;
  return isObject(welcome) ? (welcome as unknown as Welcome) : undefined;
}
