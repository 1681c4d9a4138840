import { expect } from 'chai';
import type { Bank, BankLogin } from '../../core/contract/bank-side.js';
import type { FlowState, StateName } from '../../core/flow/flow-state.js';
import { isForward, leadsBack, leadsOut, stepOf } from './progress.js';

const bank: Bank = {
  bankCode: '90000001',
  bic: 'FINODE01',
  shortName: 'fino SCA Bank',
  mark: { color: '#1b5f92', letters: 'f' },
  icon: '',
  login: 'here',
  consentTerm: 0,
  supported: true,
};
const login: BankLogin = {
  bankLoginId: 'l1',
  bank,
  accounts: [],
  status: 'OK',
  lastSynchronization: 0,
  recurring: true,
};
const atMethod = (purpose: Extract<FlowState, { at: 'method' }>['purpose']): FlowState => ({
  at: 'method',
  purpose,
  attemptId: 'a',
  methods: [],
  busy: false,
});

describe('stepOf', () => {
  it('counts a login as the second of the four steps', () => {
    expect(stepOf({ at: 'credentials', bank, userName: '', busy: false })).to.equal('login');
  });

  it('counts no step while a consent is renewed', () => {
    expect(stepOf(atMethod({ kind: 'connect', bank, userName: '' }))).to.equal('security');
    expect(stepOf(atMethod({ kind: 'renew', login, logins: [] }))).to.be.undefined;
  });
});

describe('leadsBack', () => {
  it('leads back from the search only where there is an overview', () => {
    expect(leadsBack({ at: 'search', query: '', fromOverview: true })).to.be.true;
    expect(leadsBack({ at: 'search', query: '', fromOverview: false })).to.be.false;
  });

  it('leads nowhere after a connection', () => {
    expect(leadsBack({ at: 'done', login, isDuplicate: false })).to.be.false;
  });

  it('leads back from a failure only where another bank may work', () => {
    const failure = { at: 'fatal', code: 'BANK_ERROR', requestId: 'r' } as const;
    expect(leadsBack({ ...failure, bank })).to.be.true;
    expect(leadsBack(failure)).to.be.false;
  });
});

describe('leadsOut', () => {
  it('leads out of every flow that has begun and not ended', () => {
    expect(leadsOut({ at: 'done', login, isDuplicate: false })).to.be.true;
    expect(leadsOut({ at: 'boot' })).to.be.false;
    expect(leadsOut({ at: 'exited' })).to.be.false;
  });
});

describe('isForward', () => {
  const way: readonly StateName[] = ['search', 'credentials', 'method', 'tan', 'accounts', 'done'];

  it('goes on along the way to a connection, and back the other way', () => {
    for (const [index, to] of way.entries()) {
      const from = way[index - 1];
      if (!from) continue;
      expect([isForward(from, to), isForward(to, from)], `${from}, ${to}`).to.deep.equal([
        true,
        false,
      ]);
    }
  });
});
