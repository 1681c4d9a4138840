/** The languages of the demo: words in both side by side, one of them for each page. */

export type Lang = 'de' | 'en';

type Text = string | ((...given: never[]) => string);

/** Words by name, in both languages: a missing one does not compile. */
export type TextTable = Readonly<Record<string, Readonly<Record<Lang, Text>>>>;

/** The same table with the words of one language. */
export type InOneLanguage<Table extends TextTable> = {
  readonly [Name in keyof Table]: Table[Name]['en'] extends string ? string : Table[Name]['en'];
};

/** The language of this page, which its markup says; English in tests and in Node. */
export const lang: Lang =
  (globalThis as Partial<typeof globalThis>).document?.documentElement.lang === 'de' ? 'de' : 'en';

/** How this page writes numbers and dates. */
export const locale = { de: 'de-DE', en: 'en-GB' }[lang];

/** Picks the words of one language, this page's where no other is named. */
export const wordsOf = <Table extends TextTable>(
  table: Table,
  language: Lang = lang,
): InOneLanguage<Table> =>
  Object.fromEntries(
    Object.entries(table).map(([name, words]) => [name, words[language]]),
  ) as unknown as InOneLanguage<Table>;
