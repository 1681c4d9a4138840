/** The built page. All files are read at the start, so that no request can read another one. */
import { getMimeType } from 'hono/utils/mime';
import type { Welcome } from '../core/contract/welcome.js';
import { embeddable } from './embeddable.js';
import { withWelcome } from './welcome.js';

export interface File {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds the file of a path; `welcome` is asked for where it is a page. */
export type Site = (path: string, welcome: () => Welcome) => File | undefined;

const shared = {
  'X-Content-Type-Options': 'nosniff',
  // The page's URL holds a session id.
  'Referrer-Policy': 'same-origin',
  // Who may frame the page is left open: everybody may embed the sandbox.
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  ...embeddable,
};

/** The paths of UBA that the page itself stands at. Source: finoOS documentation. */
const aliases = ['/auth', '/sandbox'];

/** @param files by path, such as `/assets/main.js` */
export function siteOf(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Site {
  return (path, welcome) => {
    const name = aliases.includes(path) ? '/index.html' : path.replace(/\/$/, '/index.html');
    const content = files.get(name);
    if (!content) return undefined;
    const type = getMimeType(name) ?? 'application/octet-stream';
    if (!type.startsWith('text/html')) {
      // Built assets carry a digest of their content in the name.
      const cache = name.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache';
      return { content, headers: { ...shared, 'Content-Type': type, 'Cache-Control': cache } };
    }
    return {
      content: withWelcome(new TextDecoder().decode(content), welcome()),
      headers: { ...shared, 'Content-Type': type, 'Cache-Control': 'no-store' },
    };
  };
}
