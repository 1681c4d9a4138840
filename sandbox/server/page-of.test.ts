import { expect } from 'chai';
import { pageOf } from './page-of.js';

const all = Array.from({ length: 250 }, (_, index) => index);

describe('pageOf', () => {
  it('gives all where no page is asked for', () => {
    expect(pageOf(all, {})).to.deep.equal(all);
    expect(pageOf(all, { page: undefined, size: undefined })).to.deep.equal(all);
  });

  it('counts from 0, a hundred a page or as many as are asked for', () => {
    expect(pageOf(all, { page: 0 })).to.deep.equal(all.slice(0, 100));
    expect(pageOf(all, { page: 2 })).to.deep.equal(all.slice(200));
    expect(pageOf(all, { size: 3 })).to.deep.equal([0, 1, 2]);
    expect(pageOf(all, { page: 2, size: 120 })).to.deep.equal(all.slice(240));
  });

  it('gives nothing beyond the end', () => {
    expect(pageOf(all, { page: 3 })).to.deep.equal([]);
    expect(pageOf([], { page: 0, size: 10 })).to.deep.equal([]);
  });
});
