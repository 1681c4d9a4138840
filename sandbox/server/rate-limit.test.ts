import { expect } from 'chai';
import { second } from '../core/contract/durations.js';
import { RateLimit } from './rate-limit.js';

/** A limit by a clock that the test moves, and whether a client's next call is let through. */
function limited(perSecond: number | undefined) {
  const real = { time: 0, now: () => real.time };
  const limit = new RateLimit(real, perSecond);
  const passes = (clientId = 'shop'): boolean => {
    try {
      limit.count(clientId);
      return true;
    } catch (error) {
      expect(error).to.include({ status: 429 });
      return false;
    }
  };
  return { real, limit, passes };
}

describe('RateLimit', () => {
  it('lets each client call so many times a second, whatever the others do', () => {
    const { real, passes } = limited(2);
    expect([passes(), passes(), passes()]).to.deep.equal([true, true, false]);
    expect(passes('other')).to.equal(true);
    real.time = second - 1;
    expect(passes()).to.equal(false);
    real.time = second;
    expect([passes(), passes(), passes()]).to.deep.equal([true, true, false]);
  });

  it('limits nothing where none is set', () => {
    const { passes } = limited(undefined);
    expect(Array.from({ length: 1000 }, () => passes())).not.to.include(false);
  });

  it('forgets who has not called for the longest, and all at a reset', () => {
    const { limit, passes } = limited(1);
    passes('first');
    passes('second');
    passes('first');
    for (let i = 0; i < 9_999; i += 1) passes(`client-${i}`);
    expect([passes('first'), passes('second')]).to.deep.equal([false, true]);
    limit.clear();
    expect(passes('first')).to.equal(true);
  });
});
