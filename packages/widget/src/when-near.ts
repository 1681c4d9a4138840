import { ofDocument } from '@finodigital/uba-host/internal';

/** How far from what the user sees "near" begins, in px: about a second of scrolling. */
const distance = '400px';

/**
 * Calls `act` each time that an element comes near what the user sees. What is not drawn, as in a closed
 * dialog, is never near. Where no engine can tell, as in simulated browsers, it is so from the
 * beginning.
 *
 * @param element in a document that is shown
 * @returns a function that ends it
 */
export function whenNear(element: Element, act: () => void): () => void {
  // An observer of another window would not see an element that was adopted from there.
  const view = ofDocument(element.ownerDocument, 'defaultView') as typeof window;
  if (!(view.IntersectionObserver as unknown)) {
    queueMicrotask(act);
    return () => undefined;
  }
  const observer = new view.IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) act();
    },
    // The one for the page, the other for what scrolls within it.
    { __proto__: null, rootMargin: distance, scrollMargin: distance } as IntersectionObserverInit,
  );
  observer.observe(element);
  return () => observer.disconnect();
}
