/**
 * Loads the widget when it is needed, so that a page can do without until then.
 * The element is registered by the time the promise is fulfilled.
 */
export function loadUbaWidget(): Promise<typeof import('./index.js')> {
  return import('./index.js');
}
