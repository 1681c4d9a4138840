/**
 * A value in the form in which it is passed in a URL. Opaque: nobody is meant to read or write one,
 * and its form may change. It is neither encrypted nor signed, so it must hold no secret, and
 * whoever decodes one must check what is in it.
 */
export function encodeState(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The value that was encoded; `undefined` where the text is none of ours. Never throws. */
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
