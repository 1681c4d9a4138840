/** Figures that say something about noisy measurements. */

export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? NaN) + (sorted[Math.ceil(last / 2)] ?? NaN)) / 2;
}

/** Half the width of the median's 95 % interval, whatever the values are spread like. */
export function uncertainty(values: readonly number[]): number {
  const sorted = ascending(values);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const low = Math.max(Math.floor(sorted.length / 2 - reach), 0);
  return ((sorted[sorted.length - 1 - low] ?? NaN) - (sorted[low] ?? NaN)) / 2;
}

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
