/** ISO 8601 durations in weeks, days, hours, minutes and seconds, such as `P7D` and `PT5M`. */
import { day, hour, minute, second } from '../core/contract/durations.js';

export const durationPattern =
  /^P(?=\d|T\d)(\d{1,4}W)?(\d{1,5}D)?(?:T(?=\d)(\d{1,6}H)?(\d{1,7}M)?(\d{1,9}(?:\.\d{1,3})?S)?)?$/;

const units = [7 * day, day, hour, minute, second];

/** In whole ms. @throws RangeError where it does not have the pattern */
export function parseDuration(text: string): number {
  const match = durationPattern.exec(text);
  if (!match) throw new RangeError('This is no duration.');
  const ms = match
    .slice(1)
    .reduce(
      (sum, part: string | undefined, i) => sum + parseFloat(part ?? '0') * (units[i] ?? 0),
      0,
    );
  // 1.001 * 1000 is a little less than 1001.
  return Math.round(ms);
}
