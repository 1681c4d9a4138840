/**
 * Values that look random and are not: each follows from the seed and from what it is for, so that
 * the order of things does not matter.
 */

/** A generator of numbers in [0, 2^32) that the text decides: FNV-1a to seed, then mulberry32. */
function generator(text: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export class Seeded {
  constructor(private readonly seed: string) {}

  /** `length` letters of `alphabet`. */
  text(alphabet: string, length: number, ...what: readonly (string | number)[]): string {
    const next = generator([this.seed, ...what].join('\n'));
    return Array.from({ length }, () => alphabet[next() % alphabet.length]).join('');
  }

  digits(length: number, ...what: readonly (string | number)[]): string {
    return this.text('0123456789', length, ...what);
  }

  /** An id in the form of a random UUID. */
  id(...what: readonly (string | number)[]): string {
    const hex = this.text('0123456789abcdef', 32, ...what);
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number, ...what: readonly (string | number)[]): number {
    return low + (generator([this.seed, ...what].join('\n'))() % (high - low + 1));
  }
}
