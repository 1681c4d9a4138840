import { expect } from 'chai';
import { singles } from './request-input.js';

describe('singles', () => {
  const read = (text: string) => singles(new URLSearchParams(text));

  it('are the values of parameters that come once, whatever they are named after', () => {
    expect(read('a=1&b=&__proto__=2')).to.deep.equal(
      Object.fromEntries([
        ['a', '1'],
        ['b', ''],
        ['__proto__', '2'],
      ]),
    );
  });

  it('are no text where a parameter comes more than once', () => {
    expect(read('a=1&a=2&a=3&b=4')).to.deep.equal({ a: [], b: '4' });
  });

  it('take no longer for many names than their number says', () => {
    const time = (count: number) => {
      const params = new URLSearchParams(Array.from({ length: count }, (_, i) => [`p${i}`, '']));
      const start = performance.now();
      expect(Object.keys(singles(params))).to.have.length(count);
      return performance.now() - start;
    };
    time(1000);
    // Were each name looked up among all, this would take minutes.
    expect(time(100_000)).to.be.below(2000);
  });
});
