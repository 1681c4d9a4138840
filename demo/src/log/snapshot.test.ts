import { expect } from 'chai';
import fc from 'fast-check';
import { mask, takeSnapshot } from './snapshot.js';

describe('takeSnapshot', () => {
  it('keeps a small payload as it is', () => {
    const payload = {
      accountIds: ['a', 'b'],
      bankLoginId: 'x',
      balance: 1.5,
      done: true,
      no: null,
    };
    expect(takeSnapshot(payload)).to.deep.equal(payload);
  });

  it('gives JSON for whatever a frame may send, and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withMap: true, withDate: true, withTypedArray: true }),
        (value) => {
          const copy = takeSnapshot(value);
          expect(JSON.parse(JSON.stringify(copy))).to.deep.equal(copy);
        },
      ),
    );
  });

  it('writes numbers that JSON lacks as JSON can', () => {
    expect(Object.is(takeSnapshot(-0), 0)).to.equal(true);
    expect(takeSnapshot([NaN, -Infinity])).to.deep.equal(['NaN', '-Infinity']);
  });

  it('cuts cycles, depth, length and long texts', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const huge = { cycle, list: new Array(200_000).fill(1), text: 'x'.repeat(16_000_000) };
    expect(JSON.stringify(takeSnapshot(huge)).length).to.be.lessThan(5000);
  });

  it('masks what looks like a secret by its key or in an address', () => {
    const copy = takeSnapshot({
      sessionId: 'a',
      accessToken: 'b',
      pin: 'c',
      url: 'https://shop.example/back?userIdentifier=d&sessionId=e&lang=de',
    });
    expect(copy).to.deep.equal({
      sessionId: mask,
      accessToken: mask,
      pin: mask,
      url: `https://shop.example/back?userIdentifier=${mask}&sessionId=${mask}&lang=de`,
    });
  });

  it('masks known secrets wherever they occur, in keys too', () => {
    const copy = takeSnapshot({ note: 'id s3cret!', s3cret: ['s3cret'] }, ['s3cret']);
    expect(JSON.stringify(copy)).to.not.include('s3cret');
  });

  it('keeps an own key named __proto__ as a key', () => {
    const copy = takeSnapshot(JSON.parse('{"__proto__":{"a":1}}')) as object;
    expect(Object.keys(copy)).to.deep.equal(['__proto__']);
    expect(Object.getPrototypeOf(copy)).to.equal(Object.prototype);
  });
});
