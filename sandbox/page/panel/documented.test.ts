import { expect } from 'chai';
import { isDocumented } from './documented.js';

describe('isDocumented', () => {
  it('knows the documented keys, those that may be absent among them', () => {
    expect(isDocumented('bank-connect', 'accountIds')).to.be.true;
    expect(isDocumented('ready', 'features')).to.be.true;
    expect(isDocumented('BANK_LOGIN_ERROR', 'code')).to.be.true;
  });

  it('takes everything else for our design', () => {
    expect(isDocumented('BANK_LOGIN_ERROR', 'requestId')).to.be.false;
    expect(isDocumented('state', 'approach')).to.be.false;
    expect(isDocumented('bank-connect', 'toString')).to.be.false;
  });
});
