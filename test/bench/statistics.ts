/** Figures that say something about noisy measurements. */

export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? NaN) + (sorted[Math.ceil(last / 2)] ?? NaN)) / 2;
}

/** Fewer values than this have no 95 % interval: even from the least to the greatest is less sure. */
export const fewestForInterval = 6;

/** Both ends of the median's 95 % interval, whatever the values are spread like. */
export function interval(values: readonly number[]): readonly [low: number, high: number] {
  const sorted = ascending(values);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const low = Math.max(Math.floor(sorted.length / 2 - reach), 0);
  return [sorted[low] ?? NaN, sorted[sorted.length - 1 - low] ?? NaN];
}

/** Half the width of that interval. */
export function uncertainty(values: readonly number[]): number {
  const [low, high] = interval(values);
  return (high - low) / 2;
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
