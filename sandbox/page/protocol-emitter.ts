/** The only module of the sandbox that exchanges messages with the page that embeds it. */
import { readOptions, type UbaFeature } from '@finodigital/uba-protocol';
import { isObject } from '@finodigital/uba-protocol/internal';
import type { SandboxMessage } from '../core/contract/sandbox-message.js';
import type { Appearance } from './theme/appearance.js';

/** Anything that is posted: an event, or the control message `resize`. */
type Wire =
  | { readonly type: 'ready' | 'resize'; readonly payload: unknown; readonly user?: string }
  | { readonly type: string; readonly message: unknown; readonly user?: string };

export class ProtocolEmitter {
  /** The page that embeds the sandbox; absent where the sandbox is a page of its own. */
  readonly #page = window.parent === window ? undefined : window.parent;
  readonly #pageOrigin = embeddingOrigin();
  #height = 0;

  /**
   * @param features what was announced; the control messages of the others mean nothing
   * @param onAppearance gets what the embedding page asks for by the control message `theme`
   */
  constructor(
    private readonly features: readonly UbaFeature[],
    onAppearance: (appearance: Appearance) => void,
  ) {
    if (!this.#page || !features.includes('theme')) return;
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== this.#page) return;
      if (this.#pageOrigin && origin !== this.#pageOrigin) return;
      const appearance = readAppearance(data);
      if (appearance) onAppearance(appearance);
    });
  }

  /**
   * Posts an event in its documented form: `ready` with a payload, all others with a message.
   *
   * @param user the `userIdentifier` of a session of the API
   */
  post({ type, payload }: SandboxMessage, user?: string): void {
    const wire = type === 'ready' ? { type, payload } : { type, message: payload };
    this.#send(user === undefined ? wire : { ...wire, user });
  }

  /** Posts the height that the content needs, in px, if it is asked for and another than before. */
  resize(height: number): void {
    if (height === this.#height || !this.features.includes('resize')) return;
    this.#height = height;
    this.#send({ type: 'resize', payload: { height } });
  }

  #send(wire: Wire): void {
    this.#page?.postMessage(wire, this.#pageOrigin ?? '*');
  }
}

/**
 * The origin of the page that embeds this one, as exactly as the browser tells. Unknown only where
 * that page is sandboxed to no origin, or where the browser names no ancestors and the page sends
 * no referrer or the bank's own page was here before.
 *
 * Then events are posted to `*`, which is no wider than a name here: the parent of this window is
 * the page that embeds it for as long as this document lives, so nobody else gets them, and a name
 * that is read off the parent itself keeps no parent out. UBA keeps a list of the origins that may
 * embed it; the sandbox, which has no real data, lets everybody.
 */
function embeddingOrigin(): string | undefined {
  // Firefox has it in recent versions only.
  const { ancestorOrigins } = location as Partial<Location>;
  const parent = ancestorOrigins?.[0];
  if (parent) return parent === 'null' ? undefined : parent;
  const referrer = document.referrer && new URL(document.referrer).origin;
  return referrer && referrer !== location.origin ? referrer : undefined;
}

/** The appearance that a control message asks for; nothing where any part of it is ill-formed. */
function readAppearance(data: unknown): Appearance | undefined {
  if (!isObject(data) || data.type !== 'theme' || !isObject(data.payload)) return undefined;
  const { colorScheme, theme } = data.payload;
  const { options, warnings } = readOptions({ colorScheme, theme });
  return warnings.length === 0 ? options : undefined;
}
