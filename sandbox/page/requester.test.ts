import { expect } from 'chai';
import { requesterOf } from './requester.js';

describe('requesterOf', () => {
  it('is the service, else the tenant, else nobody', () => {
    expect(requesterOf({ service: 'Fair Credit', tenant: 'fair' })).to.equal('Fair Credit');
    expect(requesterOf({ tenant: 'fair' })).to.equal('fair');
    expect(requesterOf({})).to.equal(undefined);
  });

  it('takes a name that shows nothing for none', () => {
    expect(requesterOf({ service: '', tenant: 'fair' })).to.equal('fair');
    expect(requesterOf({ service: ' \n', tenant: '\u202e' })).to.equal(undefined);
  });

  it('keeps a name on one line, and from turning what follows it', () => {
    expect(requesterOf({ service: '\u202eFair\n\tCredit\u2066\u0007 ' })).to.equal('Fair Credit');
  });
});
