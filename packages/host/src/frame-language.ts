import { checkOption } from '@finodigital/uba-protocol/internal';

/**
 * The language of a place in a page: the preferred one, else the nearest `lang` attribute (the
 * element's own included, and across shadow roots), else the browser's, else English.
 * What is no language tag is passed over.
 */
export function languageAt(element: Element, preferred?: unknown): string {
  return tag(preferred) ?? nearest(element) ?? navigator.languages.map(tag).find(Boolean) ?? 'en';
}

function nearest(element: Element): string | undefined {
  let place: Element | undefined = element;
  while (place) {
    const lang = tag(place.getAttribute('lang'));
    if (lang) return lang;
    place = place.parentElement ?? hostOf(place);
  }
  return undefined;
}

/** The host of the shadow tree that an element stands in. */
function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  // A document has no host, though markup may give it one by name.
  if (!element.isConnected || root === element.ownerDocument) return undefined;
  return (root as ShadowRoot).host;
}

const tag = (lang: unknown) => checkOption('lang', lang).value;

/** Which of the languages that our own texts exist in serves a reader of `lang`. */
export function textLanguage(lang: string): 'de' | 'en' {
  return lang.split('-')[0]?.toLowerCase() === 'de' ? 'de' : 'en';
}
