import type { StateStorage } from '../core/bank/store.js';

/**
 * Stores the state for the tab; `undefined` where the browser denies storage.
 *
 * @param storage gives the storage; may throw
 * @param seed runs of different seeds share nothing
 */
export function tabStorage(storage: () => Storage, seed = ''): StateStorage | undefined {
  const key = `uba-sandbox ${seed}`;
  try {
    const tab = storage();
    tab.setItem(`${key}-probe`, '1');
    tab.removeItem(`${key}-probe`);
    return { load: () => tab.getItem(key), save: (text) => tab.setItem(key, text) };
  } catch {
    // Denied, as in a cross-site frame: the state then lasts as long as the page.
    return undefined;
  }
}
