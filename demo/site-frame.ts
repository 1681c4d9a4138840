/**
 * What all pages of the demo share, written into each at build time: the head's links, the header and
 * the footer. So the first paint is complete, and each page holds nothing but its own words.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { commandOf, published } from '../scripts/published.mjs';
import { languages, pages, rootOf, type Lang } from './pages.mjs';

const { version, license, homepage } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string; license: string; homepage: string };

/** The repository, and a file in it. */
const repository = homepage.replace(/#.*$/, '');
const inRepository = (path: string) => `${repository}/blob/main/${path}`;

/**
 * Replaces `<!-- frame: head -->`, `header`, `install` and `footer` in each page of the demo.
 *
 * @param isPublished whether the packages are on npm
 */
export function siteFrame(isPublished = published): Plugin[] {
  return [
    {
      name: 'site-frame',
      transformIndexHtml: {
        order: 'pre',
        handler: (html, { path }) => {
          const place = placeOf(path);
          return html
            .replace('<!-- frame: head -->', head(place))
            .replace('<!-- frame: header -->', header(place))
            .replace('<!-- frame: install -->', installing(place.lang, isPublished))
            .replace('<!-- frame: footer -->', footer(place));
        },
      },
    },
    {
      // Otherwise the font comes after the scripts, and the page moves when it does.
      name: 'font-preload',
      transformIndexHtml: {
        order: 'post',
        handler: (_html, { path, bundle = {} }) =>
          Object.keys(bundle)
            .filter((file) => file.endsWith('.woff2'))
            .map((file) => ({
              tag: 'link',
              attrs: {
                rel: 'preload',
                as: 'font',
                crossorigin: '',
                href: placeOf(path).top + file,
              },
              injectTo: 'head-prepend' as const,
            })),
      },
    },
  ];
}

/** Where a page stands. */
interface Place {
  readonly lang: Lang;
  /** The way to the demo's root: relative, because the demo may be hosted below any path. */
  readonly top: string;
  /** The page's folder, seen from where its language begins. */
  readonly folder: string;
}

/** @param path of a page's file, from the demo's root */
function placeOf(path: string): Place {
  const lang = languages.find((one) => rootOf(one) && path.startsWith(`/${rootOf(one)}`)) ?? 'en';
  return {
    lang,
    top: '../'.repeat(path.split('/').length - 2) || './',
    folder: path.slice(1 + rootOf(lang).length).replace(/index\.html$/, ''),
  };
}

const words = {
  en: {
    skip: 'Skip to the content',
    site: 'Site',
    pages: 'Pages',
    project: 'Project',
    packages: 'Packages',
    claim: 'Banking Connect, embedded: open source, made to be tried without an account.',
    licence: `${license} licence`,
    version: `Version ${version}`,
    source: 'Source on GitHub',
    readme: 'Documentation',
    changelog: 'Changelog',
    api: 'API',
    security: 'Security',
    questions: 'Questions and bugs',
    notPublished: 'Not on npm yet:',
    pack: 'pack it from the repository',
    then: ', then',
    copy: 'Copy the install command',
  },
  de: {
    skip: 'Zum Inhalt springen',
    site: 'Website',
    pages: 'Seiten',
    project: 'Projekt',
    packages: 'Pakete',
    claim: 'Banking Connect zum Einbetten: quelloffen und ohne Konto auszuprobieren.',
    licence: `${license}-Lizenz`,
    version: `Version ${version}`,
    source: 'Quelltext auf GitHub',
    readme: 'Dokumentation',
    changelog: 'Änderungen',
    api: 'API',
    security: 'Sicherheit',
    questions: 'Fragen und Fehler',
    notPublished: 'Noch nicht auf npm:',
    pack: 'aus dem Repository packen',
    then: ', dann',
    copy: 'Befehl zum Installieren kopieren',
  },
} as const;

const languageNames: Readonly<Record<Lang, string>> = { en: 'English', de: 'Deutsch' };

const packages = {
  '@finodigital/uba-widget': 'packages/widget/README.md',
  '@finodigital/uba-react': 'packages/react/README.md',
  '@finodigital/uba-host': 'packages/host/README.md',
  '@finodigital/uba-protocol': 'packages/protocol/README.md',
  '@finodigital/uba-sandbox': 'sandbox/README.md',
} as const;

/** How to install the widget: by its name once it is published, until then from what one packs oneself. */
function installing(lang: Lang, isPublished: boolean): string {
  const t = words[lang];
  const name = '@finodigital/uba-widget';
  const command = commandOf(name, { isPublished });
  const how = `${inRepository(packages[name])}#install`;
  const note = `<span>${t.notPublished} <a href="${how}">${t.pack}</a>${t.then}</span>`;
  return `<p class="install">
            ${isPublished ? '' : note}
            <code>${command}</code>
            <copy-button text="${command}" spoken="${t.copy}"></copy-button>
          </p>`;
}

const link = (href: string, text: string) => `<li><a href="${href}">${text}</a></li>`;

// The scheme is set before the first paint: a module would come too late.
const head = ({ top }: Place) => `
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" type="image/svg+xml" href="${top}favicon.svg" />
    <link rel="stylesheet" href="${top}src/site.css" />
    <script>
      try {
        document.documentElement.dataset.scheme = localStorage.getItem('demo-scheme') ?? '';
      } catch {
        // Storage is denied: the device's scheme it is.
      }
    </script>
    <script type="module" src="${top}src/scheme-switch.ts"></script>`;

// On a phone the list of pages is wider than the screen: this one is brought into view. What a link
// shares stands in the address, and goes along into the other language.
const header = ({ lang, top, folder }: Place) => {
  const t = words[lang];
  const home = top + rootOf(lang);
  const others = languages.filter((one) => one !== lang);
  return `
    <a class="skip" href="#main">${t.skip}</a>
    <header class="site-header" aria-label="${t.site}">
      <a class="brand" rel="home" href="${home}"><img src="${top}favicon.svg" alt="" width="28" height="28" />Banking Connect</a>
      <nav aria-label="${t.pages}">
        ${pages.map((page) => `<a href="${home}${page.folder}"${page.folder === folder ? ' aria-current="page"' : ''}>${page.name[lang]}</a>`).join('\n        ')}
      </nav>
      ${others.map((one) => `<a class="language" rel="alternate" hreflang="${one}" lang="${one}" href="${top}${rootOf(one)}${folder}">${languageNames[one]}</a>`).join('')}
      <scheme-switch></scheme-switch>
      <script>
        document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
        document.querySelector('.language')?.addEventListener('click', ({ currentTarget }) => {
          currentTarget.search = location.search;
        });
      </script>
    </header>`;
};

const footer = ({ lang }: Place) => {
  const t = words[lang];
  return `
    <footer class="site-footer" aria-label="${t.project}">
      <p><b>uba-embed</b> ${t.claim}</p>
      <ul aria-label="${t.project}">
        ${[
          link(repository, t.source),
          link(inRepository('packages/widget/README.md'), t.readme),
          link(inRepository('sandbox/README.md#your-back-end-in-one-file'), t.api),
          link(inRepository('CHANGELOG.md'), t.changelog),
          link(inRepository('packages/widget/SECURITY.md'), t.security),
          link(`${repository}/issues`, t.questions),
        ].join('\n        ')}
      </ul>
      <ul aria-label="${t.packages}">
        ${Object.entries(packages)
          .map(([name, path]) => link(inRepository(path), `<code>${name}</code>`))
          .join('\n        ')}
      </ul>
      <p>${t.version} · <a href="${inRepository('LICENSE')}">${t.licence}</a></p>
    </footer>`;
};
