import { expect } from 'chai';
import { day } from '../contract/durations.js';
import { consentStatus, expire, grant, knownAt, revoke } from './consents.js';

describe('a consent', () => {
  it('is valid up to its end and not a moment longer', () => {
    const consents = grant([], 90 * day);
    expect(consentStatus(consents, 90 * day - 1)).to.equal('valid');
    expect(consentStatus(consents, 90 * day)).to.equal('expired');
  });

  it('makes the one before it void', () => {
    const consents = grant(grant([], 90 * day), 91 * day);
    expect(consents.map(({ standing }) => standing)).to.deep.equal(['void', 'given']);
    expect(consentStatus(consents, day)).to.equal('valid');
    expect(consentStatus(consents.slice(0, 1), day)).to.equal('expired');
  });

  it('can be revoked, and is void once that is known', () => {
    const revoked = revoke(grant([], 90 * day), 1);
    expect(consentStatus(revoked, 1)).to.equal('revoked');
    expect(consentStatus(grant(revoked, 92 * day), 3)).to.equal('valid');
    expect(grant(revoked, 92 * day)[0]?.standing).to.equal('void');
    // What the bank does is known up to then, and again once there is a new one.
    expect(knownAt(revoked, 5)).to.equal(1);
    expect(knownAt(grant(revoked, 92 * day), 5)).to.equal(5);
    expect(knownAt(grant([], 3), 5)).to.equal(3);
  });

  it('can be made to expire early, never late', () => {
    const consents = expire(grant([], 90 * day), 5);
    expect(consentStatus(consents, 5)).to.equal('expired');
    expect(expire(consents, 100 * day)).to.deep.equal(consents);
  });

  it('that was never given is none', () => {
    expect(consentStatus([], 0)).to.equal('expired');
  });
});
