/**
 * What all pages of the demo share, written into each at build time: the head's links and the
 * header. So the first paint is complete, and each page holds nothing but its own words.
 */
import type { Plugin } from 'vite';

const pages = [
  { folder: '', name: 'Overview' },
  { folder: 'demo/widget/', name: 'Widget' },
  { folder: 'demo/iframe/', name: 'Iframe' },
  { folder: 'demo/scenarios/', name: 'Scenarios' },
  { folder: 'demo/theming/', name: 'Theming' },
  { folder: 'demo/back-end/', name: 'Back end' },
];

/** Replaces `<!-- frame: head -->` and `<!-- frame: header -->` in each page of the demo. */
export function siteFrame(): Plugin[] {
  return [
    {
      name: 'site-frame',
      transformIndexHtml: {
        order: 'pre',
        handler: (html, { path }) =>
          html
            .replace('<!-- frame: head -->', head(topFrom(path)))
            .replace('<!-- frame: header -->', header(topFrom(path), path)),
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
              attrs: { rel: 'preload', as: 'font', crossorigin: '', href: topFrom(path) + file },
              injectTo: 'head-prepend' as const,
            })),
      },
    },
  ];
}

/** The way from a page to the demo's root: relative, because the demo may be hosted below any path. */
function topFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './';
}

// The scheme is set before the first paint: a module would come too late.
const head = (top: string) => `
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

// On a phone the list of pages is wider than the screen: this one is brought into view.
const header = (top: string, path: string) => `
    <a class="skip" href="#main">Skip to the content</a>
    <header class="site-header" aria-label="Site">
      <a class="brand" rel="home" href="${top}"><img src="${top}favicon.svg" alt="" width="28" height="28" />Banking Connect</a>
      <nav aria-label="Pages">
        ${pages.map((page) => `<a href="${top}${page.folder}"${path === `/${page.folder}index.html` ? ' aria-current="page"' : ''}>${page.name}</a>`).join('\n        ')}
      </nav>
      <scheme-switch></scheme-switch>
      <script>
        document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
      </script>
    </header>`;
