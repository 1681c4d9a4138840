import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { encodeState, decodeState } from './encoded-state.js';

describe('a snapshot', () => {
  it('brings back what was put in, in whatever script', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })),
        (value) => void expect(decodeState(encodeState(value))).to.deep.equal(value),
      ),
    );
  });

  it('stands in an address as it is, and cannot be read there', () => {
    const sealed = encodeState({ kind: 'connect', userName: 'müller+ÿÿÿ' });
    expect(sealed).to.match(/^[\w-]+$/);
    expect(sealed).not.to.match(/connect|ller/);
  });

  it('is nothing where it is none of ours', () => {
    const cut = encodeState({ kind: 'connect' }).slice(0, 7);
    for (const text of ['', 'null', '{"kind":"connect"}', '%%%', 'é', '_w', btoa('{'), cut]) {
      expect(decodeState(text), text).to.be.undefined;
    }
    fc.assert(fc.property(fc.string(), (text) => void decodeState(text)));
  });
});
