import { expect } from 'chai';
import * as fc from 'fast-check';
import { encodeState, decodeState } from './encoded-state.js';

describe('an encoded state', () => {
  it('is decoded to what was encoded, in whatever script', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })),
        (value) => void expect(decodeState(encodeState(value))).to.deep.equal(value),
      ),
    );
  });

  it('needs no escapes in a URL, and cannot be read there', () => {
    const encoded = encodeState({ kind: 'connect', userName: 'müller+ÿÿÿ' });
    expect(encoded).to.match(/^[\w-]+$/);
    expect(encoded).not.to.match(/connect|ller/);
  });

  it('is nothing where it is none of ours', () => {
    const cut = encodeState({ kind: 'connect' }).slice(0, 7);
    for (const text of ['', 'null', '{"kind":"connect"}', '%%%', 'é', '_w', btoa('{'), cut]) {
      expect(decodeState(text), text).to.be.undefined;
    }
    fc.assert(fc.property(fc.string(), (text) => void decodeState(text)));
  });
});
