/**
 * A document's own member. Markup can put an element in the place of any that the document inherits
 * (`<img name=defaultView>`), and pages may hold such markup.
 *
 * @example ofDocument(document, 'createElement').call(document, 'p')
 */
export function ofDocument<K extends keyof Document>(document: Document, name: K): Document[K] {
  return Reflect.get(Document.prototype, name, document);
}

/** `document.createElement`, whatever the page's markup is named. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
): HTMLElementTagNameMap[K];
export function createElement(document: Document, tag: string): HTMLElement;
export function createElement(document: Document, tag: string): HTMLElement {
  return ofDocument(document, 'createElement').call(document, tag);
}
