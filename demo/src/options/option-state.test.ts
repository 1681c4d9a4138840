import { expect } from '@open-wc/testing';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { OptionState, sessionOf } from './option-state.js';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const address = location.href;

function stateAt(search: string, session?: UbaOptions): OptionState {
  history.replaceState(null, '', location.pathname + search);
  const state = new OptionState(host, { origin: 'https://uba.fino.run' }, session);
  state.hostConnected();
  return state;
}

describe('OptionState', () => {
  afterEach(() => history.replaceState(null, '', address));

  it('begins with a demo session and with what the address says', () => {
    const { applied, problems } = stateAt('?tenant=bank&sessionId=secret');
    expect(applied.tenant).to.equal('bank');
    expect(applied.sessionId).to.match(/^demo-/);
    expect(problems).to.deep.equal([]);
  });

  it('begins with the session that it is given, unless the address leads elsewhere', () => {
    const given = { connectURL: 'https://uba.fino.run/auth?sessionId=demo-2&features=theme' };
    expect(stateAt('?tenant=bank', given).applied).to.deep.include({ tenant: 'bank', ...given });
    const { applied, problems } = stateAt('?origin=https%3A%2F%2Fuba.test.fino.run', given);
    expect(applied.connectURL).to.equal(undefined);
    expect(applied.sessionId).to.match(/^demo-/);
    expect(problems).to.deep.equal([]);
  });

  it('writes each change into the address, but nothing of the session', () => {
    const state = stateAt('');
    state.set('hideHeader', true);
    state.set('sessionId', 'eyJ-secret');
    expect(location.search).to.equal('?hideHeader=true');
    state.set('hideHeader', undefined);
    expect(location.search).to.equal('');
  });

  it('keeps the last good options while a value breaks its rule', () => {
    const state = stateAt('');
    state.set('origin', 'javascript:1');
    expect(state.problems.map(({ option }) => option)).to.deep.equal(['origin']);
    expect(state.applied.origin).to.equal('https://uba.fino.run');
    expect(location.search).to.equal('');
  });

  it('lets one value that breaks its rule stop no other', () => {
    const state = stateAt('');
    state.set('origin', 'javascript:1');
    state.set('tenant', 'bank');
    expect(state.applied).to.deep.include({ origin: 'https://uba.fino.run', tenant: 'bank' });
    expect(location.search).to.equal('?tenant=bank');
    state.set('connectURL', 'https://elsewhere.example/auth?sessionId=demo-2');
    state.set('hideHeader', true);
    expect(state.problems.map(({ option }) => option)).to.include.members(['origin', 'connectURL']);
    expect(state.applied).to.deep.include({ tenant: 'bank', hideHeader: true });
    expect(state.applied.sessionId).to.match(/^demo-/);
  });

  it('drops what contradicts the option that was set last', () => {
    const state = stateAt('');
    state.set('connectURL', 'https://uba.fino.run/auth?sessionId=demo-2');
    expect(state.problems).to.deep.equal([]);
    expect(state.applied.sessionId).to.equal(undefined);
    expect(sessionOf(state.applied)).to.equal('demo-2');
    state.useSession({ sessionId: 'demo-3', userIdentifier: 'demo-user' });
    expect(state.applied.connectURL).to.equal(undefined);
    expect(sessionOf(state.applied)).to.equal('demo-3');
  });
});
