import { expect } from 'chai';
import { readFeatures } from './read-features.js';

describe('readFeatures', () => {
  it('finds any subset, in whatever order and with white space', () => {
    expect(readFeatures('').named).to.deep.equal([]);
    expect(readFeatures('resize').named).to.deep.equal(['resize']);
    expect(readFeatures(' resize , theme,resize').named).to.deep.equal(['theme', 'resize']);
  });

  it('tells names that are none apart', () => {
    expect(readFeatures('theme,camera,__proto__')).to.deep.equal({
      named: ['theme'],
      unknown: ['camera', '__proto__'],
    });
  });
});
