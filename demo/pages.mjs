/**
 * The pages of the demo, once: what the header links to, what is built, tested and measured. Each is
 * there in English, and in German below `de/`.
 */

/** @typedef {'en' | 'de'} Lang */

/** @type {readonly Lang[]} */
export const languages = ['en', 'de'];

/** @type {readonly { readonly folder: string, readonly name: Readonly<Record<Lang, string>> }[]} */
export const pages = [
  { folder: '', name: { en: 'Overview', de: 'Überblick' } },
  { folder: 'demo/widget/', name: { en: 'Widget', de: 'Widget' } },
  { folder: 'demo/iframe/', name: { en: 'Iframe', de: 'Iframe' } },
  { folder: 'demo/scenarios/', name: { en: 'Scenarios', de: 'Szenarien' } },
  { folder: 'demo/theming/', name: { en: 'Theming', de: 'Theming' } },
  { folder: 'demo/back-end/', name: { en: 'Back end', de: 'Backend' } },
];

/** Where a language begins, seen from the demo's root. @param {Lang} lang */
export const rootOf = (lang) => (lang === 'en' ? '' : `${lang}/`);

/** The paths of all pages in a language. @param {Lang} lang */
export const pathsIn = (lang) => pages.map(({ folder }) => `/${rootOf(lang)}${folder}`);
