/** The languages of the sandbox: words in both side by side, and how each writes numbers and times. */
import { second } from '../../core/contract/durations.js';

export type Lang = 'de' | 'en';

/** A text in both languages: a missing one does not compile. */
export type Words = Record<Lang, string> | Record<Lang, (...given: never[]) => string>;

/** Texts by name. */
export type Group = Record<string, Words>;

/** Texts by group and name. */
export type Bilingual = Record<string, Group>;

/** The same table with the words of one language. */
export type InOneLanguage<Table> = {
  readonly [Name in keyof Table]: {
    readonly [Word in keyof Table[Name]]: Table[Name][Word] extends { en: infer Text }
      ? Text extends string
        ? string
        : Text
      : never;
  };
};

/** Picks the words of one language out of a table. */
export const wordsIn = <Table extends Bilingual>(table: Table, lang: Lang): InOneLanguage<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([name, group]) => [
      name,
      Object.fromEntries(Object.entries(group).map(([word, words]) => [word, words[lang]])),
    ]),
  ) as unknown as InOneLanguage<Table>;

/** A number with its noun, such as "2 accounts". */
export const counted = (n: number, singular: string, plural: string): string =>
  `${n} ${n === 1 ? singular : plural}`;

/** How a language writes amounts, times and durations. */
export interface Formats {
  /** An amount in a currency (ISO 4217), such as 2.480,15 €. */
  money(amount: number, currency: string): string;
  /** A moment (ms since 1970) seen from `now`: the time where it is today, else the date. */
  moment(ms: number, now: number): string;
  /** A date in full. */
  date(ms: number): string;
  /** A calendar day (`YYYY-MM-DD`) in full. */
  day(date: string): string;
  /** A date with a time. */
  dateTime(ms: number): string;
  /** A duration in ms as minutes and seconds, with its unit: 4:30 minutes. */
  minutes(ms: number): string;
  /** The same for those who hear it, and would take the above for a time of day. */
  spokenMinutes(ms: number): string;
}

/** The words that the formats need. */
interface FormatWords {
  /** For a time of the present day. */
  readonly today: (time: string) => string;
  /** For minutes and seconds. */
  readonly minutes: (digits: string) => string;
}

/** @param tag BCP 47, such as `de-AT` */
export function formatsOf(tag: string, { today, minutes }: FormatWords): Formats {
  const unit = (value: number, name: 'minute' | 'second') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const time = dateFormat(tag, { timeStyle: 'short' });
  const date = dateFormat(tag, { dateStyle: 'medium' });
  const day = dateFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    money: (amount, currency) =>
      new Intl.NumberFormat(tag, { style: 'currency', currency }).format(amount).replace('-', '−'),
    moment: (ms, now) =>
      date(ms) === date(now) ? today(time(ms)) : date(ms).replaceAll(' ', '\u00a0'),
    date: dateFormat(tag, { dateStyle: 'long' }),
    // A day is the same wherever the user is.
    day: (text) => day(Date.parse(text)),
    dateTime: dateFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }),
    minutes: (ms) => {
      const [whole, rest] = split(ms);
      return minutes(`${whole}:${String(rest).padStart(2, '0')}`);
    },
    spokenMinutes: (ms) => {
      const [whole, rest] = split(ms);
      return [
        ...(whole > 0 ? [unit(whole, 'minute')] : []),
        ...(rest > 0 || whole === 0 ? [unit(rest, 'second')] : []),
      ].join(' ');
    },
  };
}

/** A duration in ms as whole minutes and the seconds beside them, rounded up, never below nothing. */
function split(ms: number): readonly [minutes: number, seconds: number] {
  const seconds = Math.max(0, Math.ceil(ms / second));
  return [Math.floor(seconds / 60), seconds % 60];
}

/** A formatter that is made when it is first needed: the first screen needs none, and it is costly. */
function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): (ms: number) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (ms) => (format ??= new Intl.DateTimeFormat(tag, options)).format(ms);
}
