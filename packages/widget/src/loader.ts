import type * as widget from './index.js';

/**
 * Loads the widget when it is needed, so that a page can do without until then.
 * The element is registered by the time the promise is fulfilled.
 */
export function loadUbaWidget(): Promise<typeof widget> {
  return import('./index.js');
}
