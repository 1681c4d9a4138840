/**
 * ISO 8601 durations, such as `P7D`, `P1M`, `PT1.5H` and `P1Y6M`. Months and years are those of the
 * calendar, so how long they are depends on when they begin.
 */
import { day, hour, minute, second } from '../core/contract/durations.js';

/** The smallest part that is named may have a fraction, as the standard says. */
const number = '\\d{1,9}(?:[.,]\\d{1,9})?';
const parts = (letters: string) =>
  Array.from(letters, (letter) => `(?:(${number})${letter})?`).join('');

export const durationPattern = new RegExp(
  `^P(?=\\d|T\\d)(?!.*[.,]\\d+[A-Z]+.*\\d)${parts('YMWD')}(?:T(?=\\d)${parts('HMS')})?$`,
);

/**
 * When a duration that begins at `start` is over; both in ms since 1970.
 *
 * @throws RangeError where it does not have the pattern
 */
export function endOfDuration(text: string, start: number): number {
  const match = durationPattern.exec(text);
  if (!match) throw new RangeError('This is no duration.');
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number((part ?? '0').replace(',', '.')));
  const rest = (weeks * 7 + days) * day + hours * hour + minutes * minute + seconds * second;
  return Math.round(addMonths(start, years * 12 + months) + rest);
}

/** The same day of a later month, or the last one that it has; of a part of a month, that part. */
function addMonths(start: number, months: number): number {
  const whole = Math.floor(months);
  const end = sameDay(start, whole);
  const part = months - whole;
  return part > 0 ? end + part * (sameDay(start, whole + 1) - end) : end;
}

function sameDay(start: number, months: number): number {
  const date = new Date(start);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  return date.getTime();
}
