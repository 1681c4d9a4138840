import type { StateStorage } from '../core/bank/store.js';

/**
 * Keeps in the storage of the tab, or nowhere where the browser denies it.
 *
 * @param storage gives the storage; may throw
 * @param seed runs of different seeds know nothing of each other
 */
export function tabStorage(storage: () => Storage, seed = ''): StateStorage | undefined {
  const key = `uba-sandbox ${seed}`;
  try {
    const tab = storage();
    tab.setItem(`${key}-probe`, '1');
    tab.removeItem(`${key}-probe`);
    return { load: () => tab.getItem(key), save: (text) => tab.setItem(key, text) };
  } catch {
    // Denied, as in a cross-site frame: the sandbox then remembers as long as the page lives.
    return undefined;
  }
}
