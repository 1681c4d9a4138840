import { expect, waitUntil } from '@open-wc/testing';
import { BankWindow, takeReturn } from './bank-window.js';
import type { BankReturn } from '../core/contract/bank-side.js';
import { encodeState } from './encoded-state.js';

const returnState = { kind: 'connect', bankCode: '90000002' } as const;

describe('BankWindow', () => {
  const open = window.open.bind(window);
  let returns: BankReturn[];
  let bankWindow: BankWindow;
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    returns = [];
    frame = document.createElement('iframe');
    document.body.append(frame);
    window.open = () => frame.contentWindow;
    bankWindow = new BankWindow((back) => returns.push(back));
    bankWindow.open('/bank/', returnState);
  });

  afterEach(() => {
    bankWindow.close();
    window.open = open;
    frame.remove();
  });

  const receive = (data: unknown, source: Window | null = frame.contentWindow, from?: string) =>
    dispatchEvent(new MessageEvent('message', { data, source, origin: from ?? location.origin }));

  it('passes on what the bank’s page came back with, once', () => {
    receive({ outcome: 'agreed', userName: 'persondemo' });
    receive({ outcome: 'cancelled' });
    expect(returns).to.deep.equal([{ outcome: 'agreed', userName: 'persondemo' }]);
  });

  it('ignores other windows, other origins and what is no outcome', () => {
    receive({ outcome: 'agreed', userName: 'x' }, window);
    receive({ outcome: 'agreed', userName: 'x' }, frame.contentWindow, 'https://evil.example');
    receive({ outcome: 'agreed' });
    receive({ outcome: 'won' });
    receive(null);
    expect(returns).to.deep.equal([]);
  });

  it('calls back when the window was closed', async () => {
    frame.remove();
    await waitUntil(() => returns.length > 0, 'closed', { timeout: 9_000 });
    expect(returns).to.deep.equal([{ outcome: 'closed' }]);
  });

  it('opens one window at a time', () => {
    let opened = 0;
    window.open = () => {
      opened += 1;
      return null;
    };
    bankWindow.open('/bank/', returnState);
    expect(opened).to.equal(0);
  });
});

describe('takeReturn', () => {
  const here = location.href;

  afterEach(() => history.replaceState(null, '', here));

  const comeBackWith = (resume: string) => {
    const url = new URL(here);
    url.searchParams.set('resume', resume);
    history.replaceState(null, '', url);
    return takeReturn();
  };

  it('reads what happened at the bank, and takes it out of the URL', () => {
    const resume = { ...returnState, back: { outcome: 'cancelled' } };
    expect(comeBackWith(encodeState(resume))).to.deep.equal(resume);
    expect(takeReturn()).to.be.undefined;
    expect(location.href).not.to.include('resume');
  });

  for (const hostile of [
    null,
    [],
    {},
    'connect',
    { kind: 'connect' },
    { kind: 'pay', bankCode: '1', back: { outcome: 'agreed', userName: 'x' } },
    { kind: 'connect', bankCode: 1, back: { outcome: 'cancelled' } },
    { kind: 'connect', bankCode: '1', back: { outcome: 'agreed' } },
    { kind: 'connect', bankCode: '1', back: { outcome: '__proto__' } },
  ]) {
    it(`makes nothing of ${JSON.stringify(hostile)}`, () => {
      expect(comeBackWith(encodeState(hostile))).to.be.undefined;
    });
  }

  it('makes nothing of what is no encoded state', () => {
    const readable = JSON.stringify({ ...returnState, back: { outcome: 'cancelled' } });
    for (const text of ['', '{', readable]) expect(comeBackWith(text)).to.be.undefined;
  });
});
