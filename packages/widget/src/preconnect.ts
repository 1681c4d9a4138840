import { createElement, ofDocument } from '@finodigital/uba-host/internal';

/**
 * Lets the browser connect to an origin, ahead of the first request there. The hint names nothing but
 * the origin, and stays in the document, which has one for each.
 *
 * @param origin that has passed its check
 */
export function preconnect(document: Document, origin: string): void {
  const head = ofDocument(document, 'head') as Element | null;
  if (head?.querySelector(`[rel=preconnect][href="${origin}"]`)) return;
  const link = createElement(document, 'link');
  link.rel = 'preconnect';
  link.href = origin;
  head?.append(link);
}
