import { expect } from '@open-wc/testing';
import { freshState, Store, loadState } from './store.js';

describe('loadState', () => {
  const keep = (text: string | null) => ({ load: () => text, save: () => undefined });

  it('gives back what a store kept', () => {
    let kept: string | null = null;
    const store = new Store(freshState('seed', 0), {
      load: () => kept,
      save: (text) => (kept = text),
    });
    store.change({ movedBy: 5 });
    store.nextNumber('request');
    expect(loadState(keep(kept))).to.deep.equal(store.state);
  });

  it('begins anew where nothing, or nothing of ours, was kept', () => {
    for (const text of [null, '', 'no json', 'null', '{}', '{"seed":1}']) {
      expect(loadState(keep(text))).to.equal(undefined);
    }
  });
});

describe('Store', () => {
  it('tells who listens of each change, until he listens no more', () => {
    const store = new Store(freshState('seed', 0));
    let told = 0;
    const unsubscribe = store.subscribe(() => told++);
    store.change({ latency: 1 });
    store.nextNumber('request');
    unsubscribe();
    store.change({ latency: 2 });
    expect(told).to.equal(1);
  });

  it('counts each kind of id by itself', () => {
    const store = new Store(freshState('seed', 0));
    expect([store.nextNumber('a'), store.nextNumber('b'), store.nextNumber('a')]).to.deep.equal([
      1, 1, 2,
    ]);
  });
});
