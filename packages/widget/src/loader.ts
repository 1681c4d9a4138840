import type * as widget from './index.js';

/** Where `loadUbaWidget` finds the widget, and on which terms. */
export interface UbaLoaderOptions {
  /**
   * The address of `dist/cdn/uba-widget.js` or of `uba-widget.iife.js` on a host of yours, http or https. It
   * is code: never take it from an address or a field. By default the package itself is imported.
   */
  readonly src?: string | URL;
  /** The hash of the script, as in `integrity.json`: if one byte differs, it never runs. */
  readonly integrity?: string;
  /** The nonce that the page's Content Security Policy wants of scripts. */
  readonly nonce?: string;
  /** How long to wait for the script, in ms, at most 2147483647. Default: 30000. */
  readonly timeout?: number;
}

/** What `loadUbaWidget` is rejected by. */
export interface UbaLoaderError extends Error {
  readonly name: 'UbaError';
  /**
   * `INVALID_CONFIG` where the option that the message names is none or breaks its rule above;
   * `LOAD_FAILED` where the script did not come, not in time, or is not the right one.
   */
  readonly code: 'INVALID_CONFIG' | 'LOAD_FAILED';
}

const failure = (message: string, code: UbaLoaderError['code'] = 'INVALID_CONFIG') =>
  Object.assign(Error(message), { name: 'UbaError', code });

const must = (isMet: unknown, problem: string) => {
  if (!isMet) throw failure(problem);
};

/** The part of Trusted Types that is needed here. */
interface TrustingWindow {
  readonly document: Document;
  readonly trustedTypes?: { createPolicy(name: string, given: typeof rules): typeof rules };
}

/** Browsers would leave an ill-formed hash out. Source: W3C, Subresource Integrity. */
const hash = /^sha(256|384|512)-[\w+/]+=*$/;

/** What the classic script leaves behind; in a module that is no name of its own. */
declare const FinoUba: typeof widget;

/** What the script exports that is loading or loaded, and which one that is. */
let exported: Promise<typeof widget> | undefined;
let known: string | undefined;
/** Firefox remembers of an address that it failed, and every engine that its script threw. */
let retry = '';
/** Where there are no Trusted Types, the rules of the policy are all of it. */
const rules = { createScriptURL: (url: string): string => url };
let policy: typeof rules | undefined;

/**
 * Loads the widget when it is needed, so that a page can do without until then. However often it is
 * called, one script is loaded; after a failure the next call tries again. The element is registered by
 * the time the promise is fulfilled. Under Trusted Types it needs the policy `fino-uba`.
 *
 * @returns all that `@finodigital/uba-widget` exports
 * @throws UbaLoaderError by the promise: `INVALID_CONFIG`, which names the option, also where `src` or
 *   `integrity` is another one than that of the script which is loaded; `LOAD_FAILED`
 *
 * @example
 * const src = 'https://your.site/uba-widget.js';
 * const { createUbaWidget } = await loadUbaWidget({ src, integrity: 'sha384-…' });
 */
export async function loadUbaWidget(options: UbaLoaderOptions = {}): Promise<typeof widget> {
  // Without a prototype, nothing that the page did to `Object.prototype` can name a script.
  const {
    src,
    integrity,
    nonce,
    timeout = 30_000,
    ...others
  } = { __proto__: null, ...options } as UbaLoaderOptions;
  // A misspelt `integrity` would check nothing.
  for (const name of Object.keys(others)) throw failure(`${name} is wrong`);
  must(timeout > 0, 'timeout is wrong');
  must(integrity === undefined || hash.test(integrity), 'integrity is wrong');
  if (src === integrity) return import('./index.js');
  must(src, 'src is wrong');
  must(globalThis.document, 'src needs a page');
  const script = document.createElement('script');
  policy ??= (globalThis as TrustingWindow).trustedTypes?.createPolicy('fino-uba', rules) ?? rules;
  script.src = policy.createScriptURL((src as string) + retry);
  const wanted = script.src + (integrity as string);
  must((known ??= wanted) === wanted, 'src or integrity is wrong');
  script.integrity = integrity ?? '';
  script.nonce = nonce ?? '';
  // Which both files can be.
  script.type = 'module';
  return (exported ??= new Promise((resolve, reject) => {
    script.onload = resolve;
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- named below
    script.onerror = () => reject('missing or altered');
    setTimeout(reject, timeout, 'timeout');
    document.head.append(script);
  })
    .then(() => import(/* webpackIgnore: true */ /* @vite-ignore */ script.src))
    .then((module: Partial<typeof widget>) =>
      module.FinoUba ? (module as typeof widget) : FinoUba,
    )
    .catch((reason: unknown) => {
      script.remove();
      exported = known = undefined;
      retry += '#';
      throw failure(`${script.src}: ${String(reason)}`, 'LOAD_FAILED');
    }));
}
