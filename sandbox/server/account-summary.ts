/** An account on one page, as PDF. */
import { centsOf } from '../core/contract/money.js';
import type { DataAccount } from './account-data.js';

export type SummaryLanguage = 'de' | 'en';

const texts = {
  de: {
    title: 'Kontoübersicht',
    owner: 'Inhaber',
    bank: 'Bank',
    number: 'Kontonummer',
    bookings: 'Buchungen',
    period: 'Zeitraum',
    opening: 'Anfangssaldo',
    incoming: 'Eingänge',
    outgoing: 'Ausgänge',
    balance: 'Saldo',
    note: 'Aus der Sandbox: kein Konto und keine Bank ist echt.',
  },
  en: {
    title: 'Account summary',
    owner: 'Owner',
    bank: 'Bank',
    number: 'Account number',
    bookings: 'Bookings',
    period: 'Period',
    opening: 'Opening balance',
    incoming: 'Incoming',
    outgoing: 'Outgoing',
    balance: 'Balance',
    note: 'From the sandbox: no account and no bank is real.',
  },
} as const;

/** How much of a text fits on a line, in characters. */
const longest = 60;

/**
 * @param now of the sandbox, in ms since 1970: the same account gives the same file
 * @returns the file
 */
export async function accountSummary(
  account: DataAccount,
  language: SummaryLanguage,
  now: number,
): Promise<Uint8Array<ArrayBuffer>> {
  // Large, and needed by few.
  const { PDFDocument, StandardFonts } = await import('@cantoo/pdf-lib');
  const file = await PDFDocument.create();
  file.setCreationDate(new Date(now));
  file.setModificationDate(new Date(now));
  const t = texts[language];
  file.setTitle(t.title);
  file.setLanguage(language);
  const font = await file.embedFont(StandardFonts.Helvetica);
  const known = new Set(font.getCharacterSet());
  /** The font has western letters only, and a client may upload any. */
  const written = (text: string): string =>
    Array.from(text, (letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?'))
      .slice(0, longest)
      .join('');
  const page = file.addPage();
  let y = page.getHeight() - 72;
  const line = (left: string, right: string, size = 11) => {
    page.drawText(written(left), { x: 56, y, size, font });
    page.drawText(written(right), { x: 200, y, size, font });
    y -= size * 2;
  };
  line(t.title, '', 20);
  for (const [left, right] of linesOf(account, language)) line(left, right);
  line(t.note, '', 9);
  return new Uint8Array(await file.save());
}

/** What stands on the page, left and right. */
export function linesOf(
  account: DataAccount,
  language: SummaryLanguage,
): readonly (readonly [left: string, right: string])[] {
  const t = texts[language];
  const { transactions, balance, currency, iban, name, owner, bankName, accountNumber } = account;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  // Intl parts numbers by spaces that the font does not have.
  const money = (cents: number): string => format.format(cents / 100).replace(/\s/g, ' ');
  const date = ({ bookingDate }: { readonly bookingDate: number }): string =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC' }).format(bookingDate * 1000);
  const cents = transactions.map(({ amount }) => centsOf(amount));
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  const newest = transactions.at(0);
  const oldest = transactions.at(-1);
  return [
    [name ?? account.type, iban ?? ''],
    [t.owner, owner],
    [t.bank, bankName],
    [t.number, accountNumber ?? ''],
    [t.period, oldest && newest ? `${date(oldest)} - ${date(newest)}` : '-'],
    [t.bookings, String(transactions.length)],
    [t.opening, money(centsOf(balance) - sum(cents))],
    [t.incoming, money(sum(cents.filter((one) => one > 0)))],
    [t.outgoing, money(sum(cents.filter((one) => one < 0)))],
    [t.balance, money(centsOf(balance))],
  ];
}
