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
];

/** Replaces `<!-- frame: head -->` and `<!-- frame: header -->` in each page of the demo. */
export function siteFrame(): Plugin {
  return {
    name: 'site-frame',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { path }) => {
        const folder = path.slice(1).replace(/index\.html$/, '');
        // Relative, because the demo may be hosted below any path.
        const top = '../'.repeat(folder.split('/').length - 1) || './';
        return html
          .replace('<!-- frame: head -->', head(top))
          .replace('<!-- frame: header -->', header(top, folder));
      },
    },
  };
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

const header = (top: string, folder: string) => `
    <a class="skip" href="#main">Skip to the content</a>
    <header class="site-header">
      <a class="brand" rel="home" href="${top}"><img src="${top}favicon.svg" alt="" width="28" height="28" />Banking Connect</a>
      <nav aria-label="Pages">
        ${pages.map((page) => `<a href="${top}${page.folder}"${page.folder === folder ? ' aria-current="page"' : ''}>${page.name}</a>`).join('\n        ')}
      </nav>
      <scheme-switch></scheme-switch>
    </header>`;
