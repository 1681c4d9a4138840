import { expect } from '@open-wc/testing';
import { freshMemory, Memory, recall, tabKeep } from './memory.js';

describe('tabKeep', () => {
  afterEach(() => sessionStorage.clear());

  it('keeps what was saved for the same seed, and for no other', () => {
    tabKeep(() => sessionStorage, 'a')?.save('kept');
    expect(tabKeep(() => sessionStorage, 'a')?.load()).to.equal('kept');
    expect(tabKeep(() => sessionStorage, 'b')?.load()).to.equal(null);
    expect(tabKeep(() => sessionStorage)?.load()).to.equal(null);
  });

  it('keeps nothing where storage is denied', () => {
    const denied = (): Storage => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(tabKeep(denied)).to.equal(undefined);
  });
});

describe('recall', () => {
  const keep = (text: string | null) => ({ load: () => text, save: () => undefined });

  it('gives back what a memory kept', () => {
    let kept: string | null = null;
    const memory = new Memory(freshMemory('seed', 0), {
      load: () => kept,
      save: (text) => (kept = text),
    });
    memory.change({ movedBy: 5 });
    memory.draw('request');
    expect(recall(keep(kept))).to.deep.equal(memory.state);
  });

  it('begins anew where nothing, or nothing of ours, was kept', () => {
    for (const text of [null, '', 'no json', 'null', '{}', '{"seed":1}']) {
      expect(recall(keep(text))).to.equal(undefined);
    }
  });
});

describe('Memory', () => {
  it('tells who listens of each change, until he listens no more', () => {
    const memory = new Memory(freshMemory('seed', 0));
    let told = 0;
    const callOff = memory.subscribe(() => told++);
    memory.change({ latency: 1 });
    memory.draw('request');
    callOff();
    memory.change({ latency: 2 });
    expect(told).to.equal(1);
  });

  it('counts each kind of id by itself', () => {
    const memory = new Memory(freshMemory('seed', 0));
    expect([memory.draw('a'), memory.draw('b'), memory.draw('a')]).to.deep.equal([1, 1, 2]);
  });
});
