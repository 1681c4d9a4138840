import { expect } from 'chai';
import type { Bank, BankLogin } from '../../core/contract/bank-side.js';
import type { FlowState, StateName } from '../../core/flow/flow-state.js';
import type { Payment } from '../../core/contract/bank-side.js';
import { isForward, leadsBack, leadsOut, stepOf, wayOf } from './progress.js';

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
const account = {
  accountId: 'a1',
  accountNumber: '0000000001',
  balance: 1,
  bankCode: '90000001',
  bankName: 'fino SCA Bank',
  bic: 'FINODE01',
  currency: 'EUR',
  icon: '',
  name: 'Girokonto',
  owner: 'Erika Mustermann',
  type: 'GIRO',
} as const;
const payment: Payment = {
  moneyTransferId: 'm1',
  status: 'OPEN',
  bankLoginId: 'l1',
  bank,
  account,
  executionDate: '2026-01-05',
  transfers: [],
  singleBooking: true,
};
const challenge = {
  approach: 'embedded',
  method: 'smsTAN',
  methods: ['smsTAN'],
  round: 1,
  rounds: 1,
  triesLeft: 3,
  expiresAt: 0,
} as const;
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

describe('the steps of a payment', () => {
  const pay = { kind: 'pay', payment } as const;

  it('are three: the check, the approval, and that it is ordered', () => {
    const steps = [
      stepOf({ at: 'payment', payment, busy: false }),
      stepOf(atMethod(pay)),
      stepOf({ at: 'paid', payment }),
    ];
    expect(steps).to.deep.equal(['check', 'approval', 'ordered']);
    expect(wayOf('approval')).to.deep.equal(steps);
    expect(wayOf('login')).to.have.length(4);
    expect(stepOf({ at: 'discarding', step: 'tan' })).to.be.undefined;
  });

  it('lead back to the check, and never out of the payment by an arrow', () => {
    expect(leadsBack(atMethod(pay))).to.be.true;
    expect(leadsBack({ at: 'redirect-info', purpose: pay })).to.be.true;
    const open = { purpose: pay, attemptId: 'a', challenge };
    expect(leadsBack({ at: 'tan', ...open, busy: false })).to.be.false;
    expect(leadsBack({ at: 'decoupled', ...open })).to.be.false;
    expect(leadsBack({ at: 'payment', payment, busy: false })).to.be.false;
    expect(leadsBack({ at: 'paid', payment })).to.be.false;
  });

  it('cannot be left twice', () => {
    expect(leadsOut({ at: 'payment', payment, busy: true })).to.be.true;
    expect(leadsOut({ at: 'discarding', step: 'payment' })).to.be.false;
  });

  it('go on from the check to the end', () => {
    const way: readonly StateName[] = ['payment', 'method', 'tan', 'paid'];
    expect(way.slice(1).every((to, index) => isForward(way[index] ?? to, to))).to.be.true;
    expect(isForward('tan', 'payment')).to.be.false;
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
