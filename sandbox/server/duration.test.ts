import { expect } from 'chai';
import { day, hour, minute } from '../core/contract/durations.js';
import { durationPattern, endOfDuration } from './duration.js';

const at = (text: string) => Date.parse(text);

describe('endOfDuration', () => {
  it('gives whole ms, of whatever fraction of a second', () => {
    for (let ms = 0; ms < 3000; ms += 1) {
      expect(endOfDuration(`PT${(ms / 1000).toFixed(3)}S`, 0)).to.equal(ms);
    }
    expect(endOfDuration('P1W1DT1H1M1.001S', 0)).to.equal(694_861_001);
  });

  it('takes months and years of the calendar, and the last day where there is no such one', () => {
    for (const [text, start, end] of [
      ['P1M', '2026-01-31T10:00Z', '2026-02-28T10:00Z'],
      ['P1M', '2028-01-31T10:00Z', '2028-02-29T10:00Z'],
      ['P1Y', '2028-02-29T00:00Z', '2029-02-28T00:00Z'],
      ['P1Y2M3DT4H5M', '2026-11-27T00:00Z', '2028-01-30T04:05Z'],
      ['P14M', '2026-11-30T23:59Z', '2028-01-30T23:59Z'],
      ['P1Y6M', '2026-08-31T00:00Z', '2028-02-29T00:00Z'],
    ] as const) {
      expect(endOfDuration(text, at(start)), `${text} from ${start}`).to.equal(at(end));
    }
  });

  it('takes a fraction of the smallest part, with a point or a comma', () => {
    expect(endOfDuration('P1.5D', 0)).to.equal(1.5 * day);
    expect(endOfDuration('PT0,5H', 0)).to.equal(30 * minute);
    expect(endOfDuration('P1DT1.5H', 0)).to.equal(day + 1.5 * hour);
    expect(endOfDuration('P0.5W', 0)).to.equal(3.5 * day);
    expect(endOfDuration('P0.5M', at('2026-02-01T00:00Z'))).to.equal(at('2026-02-15T00:00Z'));
    expect(endOfDuration('P0.5Y', at('2026-01-01T00:00Z'))).to.equal(at('2026-07-01T00:00Z'));
  });

  it('takes nothing else', () => {
    for (const text of ['', 'P', 'PT', 'P1', '1D', 'P1DT', 'PT1D', 'P1H', 'P-1D', 'P1.5DT1H']) {
      expect(durationPattern.test(text), text).to.equal(false);
      expect(() => endOfDuration(text, 0)).to.throw(RangeError);
    }
    for (const text of ['p1d', 'P1M1Y', 'P1.D', ' P1D', 'P1D ', 'P1D\n', 'P1Y1.5MT1S']) {
      expect(durationPattern.test(text), text).to.equal(false);
    }
  });
});
