import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { HttpBank } from './http-bank.js';
import { day } from '../core/contract/durations.js';
import type { Welcome } from '../core/contract/welcome.js';
import { readWelcome } from './read-welcome.js';

interface Sent {
  readonly path: string;
  readonly session: string | null;
  readonly args: unknown;
}

const start = Date.UTC(2026, 0, 5, 9);

/** A server that answers each call by its name, and records what was sent. */
function serverOf(answers: Readonly<Record<string, unknown>> = {}) {
  const sent: Sent[] = [];
  const server = { now: start, status: 200, sent };
  const send = (path: string, { headers, body }: RequestInit): Promise<Response> => {
    const session = new Headers(headers).get('X-Sandbox-Session');
    sent.push({ path, session, args: JSON.parse(body as string) });
    const name = path.replace(/^\/_bank\/|\?.*$/g, '');
    const init = { status: server.status, headers: { 'X-Sandbox-Now': String(server.now) } };
    // Read at once, so that a test knows when.
    const json = () => Promise.resolve(answers[name] ?? null);
    return Promise.resolve(Object.assign(new Response(null, init), { json }));
  };
  return { server, send };
}

const welcome: Welcome = { now: start, ticks: false, seed: 'seed', panel: true, features: [] };
const session = { kind: 'connect', sessionId: 'issued', userIdentifier: 'anna', expiresAt: 0 };

type Send = ReturnType<typeof serverOf>['send'];

const open = (send: Send, sessionId?: string, onSessionOver: () => void = () => undefined) =>
  new HttpBank({
    visit: sessionId ? { kind: 'given', sessionId, userIdentifier: '' } : { kind: 'own' },
    welcome,
    lang: 'de',
    send,
    onSessionOver,
  });

describe('HttpBank', () => {
  it('sends a call with its arguments and its session, and gives back the answer', async () => {
    const { server, send } = serverOf({ findBanks: [{ shortName: 'fino SCA Bank' }] });
    const found = await open(send, 'given').bankSide.findBanks('sca');
    expect(found).to.deep.equal([{ shortName: 'fino SCA Bank' }]);
    expect(server.sent).to.deep.equal([
      { path: '/_bank/findBanks?lang=de', session: 'given', args: ['sca'] },
    ]);
  });

  it('sends the id of any session that an address can name', async () => {
    const { server, send } = serverOf({ logins: [] });
    await open(send, 'demo\u20131 %').bankSide.logins();
    expect(server.sent[0]?.session).to.equal('demo%E2%80%931%20%25');
  });

  it('asks for a session where it has none, and goes on with that', async () => {
    const { server, send } = serverOf({ openSession: session, logins: [] });
    const bank = open(send);
    expect(await bank.bankSide.openSession()).to.deep.equal(session);
    await bank.bankSide.logins();
    expect(server.sent.map((one) => one.session)).to.deep.equal([null, 'issued']);
  });

  it('rejects where the server refuses, without saying what was sent', async () => {
    const { server, send } = serverOf();
    server.status = 400;
    const login = { bankCode: '1', userName: 'fino01', pin: '654321' };
    const error: unknown = await open(send, 's')
      .bankSide.logIn(login)
      .catch((e: unknown) => e);
    expect(error).to.be.instanceOf(Error);
    expect(String(error)).not.to.contain('654321');
  });

  it('moves its clock with the server’s', async () => {
    const { server, send } = serverOf({ logins: [] });
    const bank = open(send, 's');
    let notified = 0;
    bank.subscribe(() => (notified += 1));
    server.now += 90 * day;
    await bank.bankSide.logins();
    await bank.bankSide.logins();
    expect(bank.clock.now()).to.equal(server.now);
    expect(notified).to.equal(1);
    bank.close();
  });

  it('notifies the listeners when a test control was used', async () => {
    const { send } = serverOf();
    const bank = open(send, 's');
    let notified = 0;
    const unsubscribe = bank.subscribe(() => (notified += 1));
    await bank.controls.expireConsent('login');
    expect(notified).to.equal(1);
    unsubscribe();
  });

  it('sends what was posted once the session runs, in order, without the URL that holds its id', async () => {
    const { server, send } = serverOf({ openSession: session });
    const bank = open(send, 's');
    bank.recordPosted({ type: 'ready', payload: {} });
    bank.recordPosted({
      type: 'redirect',
      payload: { url: 'https://shop/?sessionId=s', reason: 'connected' },
    });
    const recorded = () => server.sent.filter(({ path }) => path.startsWith('/_bank/posted'));
    expect(recorded()).to.deep.equal([]);
    await bank.bankSide.openSession();
    await waitUntil(() => recorded().length === 2);
    expect(recorded().map(({ args }) => args)).to.deep.equal([
      [{ type: 'ready', payload: {} }],
      [{ type: 'redirect', payload: { reason: 'connected' } }],
    ]);
  });
});

describe('An HttpBank that is listened to', () => {
  const setInterval = window.setInterval.bind(window);
  const clearInterval = window.clearInterval.bind(window);
  /** What is called at each interval, until it is cleared. */
  let polls: Map<number, () => void>;

  beforeEach(() => {
    polls = new Map();
    window.setInterval = ((poll: () => void) => {
      polls.set(polls.size + 1, poll);
      return polls.size;
    }) as typeof window.setInterval;
    window.clearInterval = ((id: number) => polls.delete(id)) as typeof window.clearInterval;
  });

  afterEach(() => Object.assign(window, { setInterval, clearInterval }));

  const poll = async () => {
    for (const one of polls.values()) one();
    // By then every answer is read.
    await aTimeout(0);
  };

  const news = (sent: readonly Sent[]) => sent.filter(({ path }) => path.includes('/revision'));

  it('asks at each interval whether something changed', async () => {
    const { server, send } = serverOf({ openSession: session });
    const bank = open(send, 's');
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    for (const expected of [2, 3, 4]) {
      await poll();
      expect(server.sent).to.have.length(expected);
    }
  });

  it('asks nothing more once its session is over', async () => {
    const { server, send } = serverOf({ openSession: { kind: 'over', requestId: 'REQ-1' } });
    const bank = open(send, 'gone');
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    bank.subscribe(() => undefined);
    expect(polls.size).to.equal(0);
    expect(server.sent).to.have.length(1);
  });

  it('asks nothing more once the server knows its session no more, and says so once', async () => {
    const { server, send } = serverOf({ openSession: session });
    let over = 0;
    const bank = open(send, 's', () => (over += 1));
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    server.status = 401;
    await poll();
    expect(polls.size).to.equal(0);
    const acts = [bank.bankSide.findBanks('sca'), bank.controls.view(), bank.controls.advance(1)];
    for (const { status } of await Promise.allSettled(acts)) expect(status).to.equal('rejected');
    bank.recordPosted({ type: 'ERROR', payload: {} });
    bank.subscribe(() => undefined);
    await aTimeout(0);
    expect(polls.size).to.equal(0);
    expect(server.sent).to.have.length(2);
    expect(over).to.equal(1);
  });

  it('asks for no news once it is closed, and sends what the user still does', async () => {
    const { server, send } = serverOf({ openSession: session });
    let over = 0;
    const bank = open(send, 's', () => (over += 1));
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    bank.recordPosted({ type: 'EXIT', payload: {} });
    bank.close();
    await bank.controls.view();
    await aTimeout(0);
    expect(polls.size).to.equal(0);
    expect(server.sent.map(({ path }) => path)).to.have.members([
      '/_bank/openSession?lang=de',
      '/_bank/posted?lang=de',
      '/_bank/view?lang=de',
    ]);
    server.status = 401;
    await Promise.allSettled([bank.controls.view()]);
    expect(over).to.equal(0);
  });

  it('gives up where nobody answers any more, and goes on with the user’s next act', async () => {
    const { server, send } = serverOf({ openSession: session });
    let isGone = false;
    const sendOrFail: Send = async (path, init) => {
      const answer = await send(path, init);
      if (isGone) throw new TypeError('Failed to fetch');
      return answer;
    };
    const bank = open(sendOrFail, 's');
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    isGone = true;
    for (let failures = 1; failures <= 10; failures += 1) {
      expect(polls.size, `before failure ${failures}`).to.equal(1);
      await poll();
    }
    expect(polls.size).to.equal(0);
    expect(news(server.sent)).to.have.length(10);
    isGone = false;
    await bank.bankSide.logins();
    expect(polls.size).to.equal(1);
    await poll();
    expect(news(server.sent)).to.have.length(11);
  });

  it('forgets failures where an answer comes between them', async () => {
    const { server, send } = serverOf({ openSession: session });
    const bank = open(send, 's');
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    for (const status of [...Array<number>(9).fill(500), 200, ...Array<number>(9).fill(503)]) {
      server.status = status;
      await poll();
    }
    expect(polls.size).to.equal(1);
  });

  it('asks one thing at a time, however slow the answer is', async () => {
    const { server, send } = serverOf({ openSession: session });
    let answer: (() => void) | undefined;
    const slow: Send = async (path, init) => {
      const response = await send(path, init);
      if (path.includes('/revision')) await new Promise<void>((resolve) => (answer = resolve));
      return response;
    };
    const bank = open(slow, 's');
    bank.subscribe(() => undefined);
    await bank.bankSide.openSession();
    for (let tick = 0; tick < 5; tick += 1) await poll();
    expect(news(server.sent)).to.have.length(1);
    answer?.();
    await aTimeout(0);
    await poll();
    expect(news(server.sent)).to.have.length(2);
  });

  it('waits for the session that it makes before it asks about it', async () => {
    const { server, send } = serverOf();
    open(send).subscribe(() => undefined);
    await poll();
    expect(server.sent).to.deep.equal([]);
  });
});

describe('readWelcome', () => {
  const meta = (content: string) => Object.assign(document.createElement('meta'), { content });

  it('reads what the server wrote', () => {
    expect(readWelcome(meta(JSON.stringify(welcome)))).to.deep.equal(welcome);
  });

  it('finds nothing where plain files are served', () => {
    expect(readWelcome(meta(''))).to.be.undefined;
    expect(readWelcome(null)).to.be.undefined;
  });
});
