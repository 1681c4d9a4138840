/**
 * A value as it travels in an address. Opaque, which is to say: nobody is meant to read it or to
 * write one, and its form may change. It is not secret and not signed, so it must hold nothing that
 * has to be kept, and whoever opens one must check what is in it.
 */
export function encodeState(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** What was sealed; `undefined` where the text is none of ours. Never throws. */
export function decodeState(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Cut off, mistyped or made up.
    return undefined;
  }
}
