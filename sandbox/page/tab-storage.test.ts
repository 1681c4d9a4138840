import { expect } from '@open-wc/testing';
import { tabStorage } from './tab-storage.js';

describe('tabStorage', () => {
  afterEach(() => sessionStorage.clear());

  it('stores what was saved for the same seed, and for no other', () => {
    tabStorage(() => sessionStorage, 'a')?.save('saved');
    expect(tabStorage(() => sessionStorage, 'a')?.load()).to.equal('saved');
    expect(tabStorage(() => sessionStorage, 'b')?.load()).to.equal(null);
    expect(tabStorage(() => sessionStorage)?.load()).to.equal(null);
  });

  it('stores nothing where storage is denied', () => {
    const denied = (): Storage => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(tabStorage(denied)).to.equal(undefined);
  });
});
