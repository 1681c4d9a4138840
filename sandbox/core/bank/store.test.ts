import { expect } from 'chai';
import { freshState, Store } from './store.js';
import { readState } from './stored-state.js';

describe('readState', () => {
  it('gives back what a store saved', () => {
    let saved = '';
    const store = new Store(freshState('seed', 0), {
      load: () => saved,
      save: (text) => (saved = text),
    });
    store.change({ movedBy: 5 });
    store.nextNumber('request');
    expect(readState(saved)).to.deep.equal(store.state);
  });

  it('gives nothing where nothing of ours was stored', () => {
    for (const text of ['', 'no json', 'null', '{}', '{"seed":1}']) {
      expect(readState(text)).to.equal(undefined);
    }
  });
});

describe('Store', () => {
  it('notifies a listener of each change until it unsubscribes', () => {
    const store = new Store(freshState('seed', 0));
    let notified = 0;
    const unsubscribe = store.subscribe(() => notified++);
    store.change({ latency: 1 });
    store.nextNumber('request');
    unsubscribe();
    store.change({ latency: 2 });
    expect(notified).to.equal(1);
  });

  it('counts each kind of id by itself', () => {
    const store = new Store(freshState('seed', 0));
    expect([store.nextNumber('a'), store.nextNumber('b'), store.nextNumber('a')]).to.deep.equal([
      1, 1, 2,
    ]);
  });
});
