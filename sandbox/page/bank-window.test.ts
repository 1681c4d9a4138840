import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { BankWindow, takeReturn } from './bank-window.js';
import type { BankReport } from '../core/contract/bank-report.js';
import type { BankReturn } from '../core/contract/bank-side.js';
import { encodeState } from './encoded-state.js';

const returnState = { kind: 'connect', bankCode: '90000002' } as const;

describe('BankWindow', () => {
  const open = window.open.bind(window);
  let returns: BankReturn[];
  let sights: boolean[];
  let bankWindow: BankWindow;
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    returns = [];
    sights = [];
    frame = document.createElement('iframe');
    document.body.append(frame);
    window.open = () => frame.contentWindow;
    bankWindow = new BankWindow(
      (back) => returns.push(back),
      (isSeen) => sights.push(isSeen),
    );
    bankWindow.open('/bank/');
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
    bankWindow.open('/bank/');
    expect(opened).to.equal(0);
  });

  it('stays where it is where no window is to be seen, and says so', () => {
    bankWindow.close();
    window.open = () => null;
    bankWindow.open('/bank/');
    expect(sights).to.deep.equal([false]);
    expect(returns).to.deep.equal([]);
  });
});

describe('BankWindow, with reports by the server', () => {
  const open = window.open.bind(window);
  let opened: URL[];
  let heard: (BankReturn | boolean)[];
  /** What the server answers, one after the other; the last again and again. */
  let answers: (BankReport | undefined)[];
  let read: string[];
  let bankWindow: BankWindow;

  beforeEach(() => {
    [opened, heard, answers, read] = [[], [], [], []];
    window.open = (url) => {
      opened.push(new URL(String(url), location.href));
      return null;
    };
    const hear = (one: BankReturn | boolean) => heard.push(one);
    bankWindow = new BankWindow(hear, hear, {
      read: (id) => {
        read.push(id);
        return Promise.resolve(answers.length > 1 ? answers.shift() : answers[0]);
      },
    });
  });

  afterEach(() => {
    bankWindow.close();
    window.open = open;
  });

  const hears = async (...expected: unknown[]) => {
    await waitUntil(() => heard.length >= expected.length, 'heard', { timeout: 9_000 });
    expect(heard).to.deep.equal(expected);
  };

  it('asks for what the window that it opened reports, until it has an end', async () => {
    answers = [{ outcome: 'opened' }, { outcome: 'opened' }, { outcome: 'cancelled' }];
    bankWindow.open('/bank/?bank=90000002');
    await hears(true, { outcome: 'cancelled' });
    expect(read).to.deep.equal(Array(3).fill(opened[0]?.searchParams.get('report')));
    expect(read[0]).to.match(/^[\da-f]{32}$/);
  });

  it('says that a window which reports nothing is not to be seen, and when it is', async () => {
    answers = [undefined, undefined, undefined, { outcome: 'opened' }];
    bankWindow.open('/bank/');
    await hears(false, true);
  });

  it('takes a page that is loaded anew for open', async () => {
    answers = [
      { outcome: 'opened' },
      { outcome: 'closed' },
      { outcome: 'opened' },
      { outcome: 'closed' },
      { outcome: 'closed' },
    ];
    bankWindow.open('/bank/');
    await hears(true, true, { outcome: 'closed' });
    expect(answers).to.have.length(1);
  });

  it('asks no more where the server is gone, until the window is opened again', async () => {
    bankWindow = new BankWindow(
      () => undefined,
      (isSeen) => heard.push(isSeen),
      {
        read: (id) => {
          read.push(id);
          return Promise.reject(new TypeError('Failed to fetch'));
        },
      },
    );
    const polls = new Map<number, () => void>();
    const setInterval = window.setInterval.bind(window);
    const clearInterval = window.clearInterval.bind(window);
    window.setInterval = ((ask: () => void) => {
      polls.set(1, ask);
      return 1;
    }) as typeof window.setInterval;
    window.clearInterval = ((id: number) => polls.delete(id)) as typeof window.clearInterval;
    try {
      bankWindow.open('/bank/');
      for (let failures = 1; failures <= 10; failures += 1) {
        polls.get(1)?.();
        await aTimeout(0);
      }
      expect(read).to.have.length(10);
      expect(polls.size).to.equal(0);
      expect(heard).to.deep.equal([false]);
      bankWindow.open('/bank/');
      expect(polls.size).to.equal(1);
    } finally {
      bankWindow.close();
      Object.assign(window, { setInterval, clearInterval });
    }
  });

  it('passes on nothing that is no outcome', async () => {
    const forged = { outcome: 'agreed' } as unknown as BankReport;
    answers = [forged, forged, { outcome: 'refused' }];
    bankWindow.open('/bank/');
    await hears({ outcome: 'refused' });
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

  for (const kind of ['connect', 'renew', 'pay'] as const) {
    it(`reads what happened at the bank, and takes it out of the URL (${kind})`, () => {
      const resume = { ...returnState, kind, back: { outcome: 'cancelled' } };
      expect(comeBackWith(encodeState(resume))).to.deep.equal(resume);
      expect(takeReturn()).to.be.undefined;
      expect(location.href).not.to.include('resume');
    });
  }

  for (const hostile of [
    null,
    [],
    {},
    'connect',
    { kind: 'connect' },
    { kind: 'transfer', bankCode: '1', back: { outcome: 'agreed', userName: 'x' } },
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
