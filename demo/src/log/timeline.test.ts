import { expect } from 'chai';
import type { Entry } from './event-record.js';
import { timelineOf } from './timeline.js';

/** Entries a second apart; `status:x` is a status, `state:x` a state with that status. */
function heard(...types: string[]): Entry[] {
  return types.map((text, index) => {
    const [head = '', tail] = text.split(':');
    const base = { id: index + 1, time: index * 1000, origin: '' };
    if (head === 'status') return { ...base, kind: 'status', type: tail ?? '' };
    const payload = tail === undefined ? {} : { payload: { status: tail } };
    return { ...base, kind: 'message', type: head, ...payload };
  });
}

const picture = (entries: readonly Entry[]) =>
  timelineOf(entries).map(({ name, state, spent }) => `${name} ${state} ${spent / 1000}`);

describe('timelineOf', () => {
  it('has everything ahead before anything happened', () => {
    expect(new Set(timelineOf([]).map(({ state }) => state))).to.deep.equal(new Set(['ahead']));
  });

  it('tells how long each step of a login with a TAN took', () => {
    const entries = heard(
      'status:loading',
      'ready',
      'BANK_SEARCH_INIT',
      'bank-select',
      'bank-login',
      'state:started',
      'TAN_CHALLENGE_SUBMIT',
      'TAN_CHALLENGE_SUCCESS',
      'state:finalised',
      'BANK_LOGIN_SUCCESS',
      'BANK_ACCOUNT_SELECT',
      'bank-connect',
      'SUCCESS',
    );
    expect(picture(entries)).to.deep.equal([
      'load passed 1',
      'bank passed 2',
      'login passed 2',
      'security passed 4',
      'accounts passed 2',
      'done passed 0',
    ]);
  });

  it('shows security as skipped where no challenge came', () => {
    const entries = heard('ready', 'bank-select', 'bank-login', 'BANK_LOGIN_SUCCESS');
    expect(picture(entries)[3]).to.equal('security skipped 0');
    expect(picture(entries)[4]).to.equal('accounts running 0');
  });

  it('marks the step where the flow failed', () => {
    const entries = heard(
      'ready',
      'bank-select',
      'bank-login',
      'state:started',
      'BANK_LOGIN_ABORT',
    );
    expect(picture(entries)[3]).to.equal('security failed 1');
  });

  it('counts anew what lies behind a step back', () => {
    const entries = heard('ready', 'bank-select', 'BANK_LOGIN_ABORT', 'BANK_SEARCH_INIT');
    expect(picture(entries)).to.include.members(['bank running 1', 'login ahead 0']);
  });

  it('starts over with the newest load', () => {
    const entries = heard('status:loading', 'ready', 'bank-select', 'status:loading');
    expect(picture(entries)[0]).to.equal('load running 0');
    expect(picture(entries)[2]).to.equal('login ahead 0');
  });

  it('takes a widget that failed to load for a failed step', () => {
    expect(picture(heard('status:loading', 'status:failed'))[0]).to.equal('load failed 1');
  });

  it('is moved by no type that only looks like one, nor by what was rejected', () => {
    const entries = heard('status:loading', 'toString', '__proto__');
    const rejected: Entry = { id: 9, time: 9000, kind: 'rejected', type: 'ready', origin: '' };
    expect(picture([...entries, rejected])[0]).to.equal('load running 0');
  });
});
