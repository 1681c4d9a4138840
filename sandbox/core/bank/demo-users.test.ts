import { errorCodes } from '@finodigital/uba-protocol';
import { expect } from 'chai';
import { errorBank, scaBank } from './banks.js';
import { failureAt, isDocumented, isUser, passwordMeaning, profileOf } from './demo-users.js';

describe('passwordMeaning', () => {
  it('keeps to the documented table', () => {
    expect(passwordMeaning('654321')).to.equal('tan');
    expect(passwordMeaning('999999')).to.equal('wrong');
    expect(passwordMeaning('999991')).to.equal('decoupled');
    expect(passwordMeaning('999992')).to.equal('photo');
  });

  it('lets everything else in, and nothing at all', () => {
    for (const pin of ['', ' ', 'hunter2', '6543210', '99999']) {
      expect(passwordMeaning(pin)).to.equal('none');
    }
  });
});

describe('failureAt', () => {
  it('refuses every code at the login, where no stage is named', () => {
    for (const code of errorCodes) {
      expect(failureAt('login', errorBank, `err-${code}`)).to.equal(code);
      expect(failureAt('tan', errorBank, `err-${code}`)).to.equal(undefined);
    }
  });

  it('refuses at the stage that is named, and at no other', () => {
    expect(failureAt('sync', errorBank, 'err-BANK_ERROR@sync')).to.equal('BANK_ERROR');
    expect(failureAt('login', errorBank, 'err-BANK_ERROR@sync')).to.equal(undefined);
    expect(failureAt('sync', errorBank, 'ERR-bank_error@SYNC+2')).to.equal('BANK_ERROR');
  });

  it('takes a code that is not known for UNKNOWN, and a stage for the login', () => {
    expect(failureAt('login', errorBank, 'err-OOPS@nowhere')).to.equal('UNKNOWN');
  });

  it('refuses nobody else, and nowhere else', () => {
    expect(failureAt('login', errorBank, 'persondemo')).to.equal(undefined);
    expect(failureAt('login', errorBank, 'err-')).to.equal(undefined);
    expect(failureAt('login', scaBank, 'err-BANK_ERROR')).to.equal(undefined);
  });
});

describe('a user name', () => {
  it('counts with whatever follows a plus, and in any case', () => {
    expect(isUser('sbx-lock+2', 'sbx-lock')).to.equal(true);
    expect(isUser(' SBX-No-Push ', 'sbx-no-push')).to.equal(true);
    expect(isUser('sbx-locksmith', 'sbx-lock')).to.equal(false);
    expect(profileOf('DEPOT01+x')).to.equal('securities');
    expect(profileOf('constructor')).to.equal('private');
  });

  it('is documented or not', () => {
    expect(['fino01', 'companydemo+1'].every(isDocumented)).to.equal(true);
    expect(['somebody', 'sbx-lock', ''].some(isDocumented)).to.equal(false);
  });
});
