/** Amounts and times as the page shows them; the sandbox's days are those of UTC. */
import { locale } from '../texts/language.js';

export const money = (amount: number, currency = 'EUR'): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);

const dayFormat = new Intl.DateTimeFormat(locale, {
  day: '2-digit',
  month: 'short',
  timeZone: 'UTC',
});
const timeFormat = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** A day without its year. @param unixTime in seconds */
export const dayOf = (unixTime: number): string => dayFormat.format(unixTime * 1000);

/** The same for a machine. @param unixTime in seconds */
export const isoDayOf = (unixTime: number): string =>
  new Date(unixTime * 1000).toISOString().slice(0, 10);

export const timeOf = (time: number | string): string => timeFormat.format(new Date(time));

/** An IBAN in groups of four. */
export const spacedIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
