/**
 * A frame may send anything that a structured clone can hold: cycles, 3,000 levels, megabytes,
 * and ids that nobody should read over a shoulder. The log keeps a small, harmless copy instead.
 */

/** What a payload becomes in the log: plain JSON. */
export type Snapshot =
  string | number | boolean | null | readonly Snapshot[] | { readonly [key: string]: Snapshot };

const limits = { depth: 8, items: 100, text: 2000, nodes: 2000 } as const;

/** Stands in the place of a secret. */
export const mask = '•••';

const secretKey = /session|token|secret|password|\bpin\b|\btan\b/i;
const secretParam = /([?&#](?:sessionId|userIdentifier|token|code|state)=)[^&#\s]*/gi;

/**
 * A copy of `value` that is safe to keep, show and export: bounded in depth and size, without what
 * looks like a secret by its key or in an address, and without the `secrets` wherever they occur.
 */
export function takeSnapshot(value: unknown, secrets: readonly string[] = []): Snapshot {
  let nodes = 0;

  const copy = (part: unknown, depth: number): Snapshot => {
    nodes += 1;
    if (part === null || typeof part === 'boolean') return part;
    // JSON knows no negative zero; adding 0 makes it a plain one.
    if (typeof part === 'number') return Number.isFinite(part) ? part + 0 : String(part);
    if (typeof part === 'string') return maskText(part, secrets);
    if (typeof part === 'bigint') return `${part}n`;
    if (typeof part !== 'object') return typeof part;
    if (depth >= limits.depth || nodes > limits.nodes) return '…';
    if (Array.isArray(part)) return copyList(part, depth);
    if (isPlain(part)) return copyObject(part, depth);
    return Object.prototype.toString.call(part).slice(8, -1);
  };

  const copyList = (list: readonly unknown[], depth: number): Snapshot => {
    const kept = Array.from(list.slice(0, limits.items), (item) => copy(item, depth + 1));
    const rest = list.length - limits.items;
    return rest > 0 ? [...kept, `… ${rest} more`] : kept;
  };

  const copyObject = (object: object, depth: number): Snapshot => {
    const keys = Object.keys(object);
    const entries = keys
      .slice(0, limits.items)
      .map((key): [string, Snapshot] => [
        maskText(key, secrets),
        secretKey.test(key) ? mask : copy(Reflect.get(object, key), depth + 1),
      ]);
    const rest = keys.length - limits.items;
    if (rest > 0) entries.push(['…', `${rest} more`]);
    // An own key `__proto__` becomes an own key again: fromEntries defines, it does not assign.
    return Object.fromEntries(entries);
  };

  return copy(value, 0);
}

/** A text without what looks like a secret in an address, without the `secrets`, and not too long. */
export function maskText(text: string, secrets: readonly string[]): string {
  // Cut twice: no megabytes to search, and no secret cut in half before it is found.
  const start = text.slice(0, 5 * limits.text).replace(secretParam, `$1${mask}`);
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), start);
  return masked.length > limits.text ? `${masked.slice(0, limits.text)}…` : masked;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
