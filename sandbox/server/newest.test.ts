import { expect } from 'chai';
import { Newest } from './newest.js';

describe('Newest', () => {
  it('lets go of the oldest where there are more than it holds', () => {
    const gone: string[] = [];
    const newest = new Newest<string>(2, (item) => gone.push(item));
    for (const item of ['a', 'b', 'a', 'c', 'd']) newest.add(item);
    expect(gone).to.deep.equal(['b', 'a']);
    expect(newest.all()).to.deep.equal(['c', 'd']);
    newest.clear();
    expect(newest.all()).to.deep.equal([]);
  });
});
