import { expect } from 'chai';
import { SandboxClock } from '../core/bank/sandbox-clock.js';
import { second } from '../core/contract/durations.js';
import { Callers } from './callers.js';
import { Secrets } from './secrets.js';

describe('an access token', () => {
  it('ends after 300 s of real time, whatever the sandbox’s clock does', () => {
    const clock = SandboxClock.still();
    let real = 0;
    const callers = new Callers(clock, { now: () => real }, new Secrets('seed'));
    const { token } = callers.issue('shop', ['banking-connect']);
    const identify = () => callers.identify(`Bearer ${token}`, undefined);
    clock.advance(10_000 * second);
    real = 300 * second - 1;
    expect(identify().clientId).to.equal('shop');
    real += 1;
    expect(identify).to.throw('expired');
  });
});
