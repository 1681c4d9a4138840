/**
 * Makes room in what keeps the order of its coming: where it holds more than so many, the oldest goes.
 *
 * @returns what had to go, in a map its key
 */
export function dropOldest<K>(kept: Map<K, unknown> | Set<K>, most: number): K | undefined {
  const [oldest] = kept.keys();
  if (kept.size <= most || oldest === undefined) return undefined;
  kept.delete(oldest);
  return oldest;
}
