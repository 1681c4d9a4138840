import { expect } from 'chai';
import { parseDuration } from './duration.js';

describe('parseDuration', () => {
  it('gives whole ms, of whatever fraction of a second', () => {
    for (let ms = 0; ms < 3000; ms += 1) {
      expect(parseDuration(`PT${(ms / 1000).toFixed(3)}S`)).to.equal(ms);
    }
    expect(parseDuration('P1W1DT1H1M1.001S')).to.equal(694_861_001);
  });
});
