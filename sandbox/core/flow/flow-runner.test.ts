import { expect } from 'chai';
import { waitUntil } from '../../../test/fixtures/wait-until.js';
import { banks, redirectBank, scaBank } from '../bank/banks.js';
import type { BankSide, BankAnswer } from '../contract/bank-side.js';
import { FlowRunner, type FlowPorts } from './flow-runner.js';
import type { SandboxMessage } from '../contract/sandbox-message.js';

/** A question that the bank side was asked, to be answered when the test wants. */
interface Question {
  readonly call: string;
  readonly args: readonly unknown[];
  answer(value: unknown): void;
  fail(error: Error): void;
}

/** A runner with a bank side that answers when the test wants, and ports that record. */
class Rig {
  readonly questions: Question[] = [];
  readonly posted: SandboxMessage[] = [];
  readonly done: string[] = [];
  readonly errors: unknown[] = [];
  readonly scheduled: { at: number; callback: () => void }[] = [];
  now = 0;
  requestIds = 0;
  readonly runner: FlowRunner;

  constructor(ports: Partial<FlowPorts> = {}) {
    const bankSide = new Proxy({} as BankSide, {
      get:
        (_, call: string) =>
        (...args: unknown[]) =>
          new Promise((answer, fail) => this.questions.push({ call, args, answer, fail })),
    });
    this.runner = new FlowRunner(
      { multiple: false, addBankLogin: false },
      {
        bankSide,
        clock: {
          now: () => this.now,
          schedule: (at, callback) => {
            const call = { at, callback };
            this.scheduled.push(call);
            return () => this.scheduled.splice(this.scheduled.indexOf(call), 1);
          },
        },
        post: (message) => this.posted.push(message),
        openBank: (url) => this.done.push(`open ${url}`),
        openBankInside: (url) => this.done.push(`open inside ${url}`),
        closeBank: () => this.done.push('close'),
        leave: (url) => this.done.push(`leave ${url}`),
        requestId: () => `REQ-${++this.requestIds}`,
        report: (error) => this.errors.push(error),
        ...ports,
      },
    );
  }

  get types() {
    return this.posted.map(({ type }) => type);
  }

  asked(call: string): Question[] {
    return this.questions.filter((question) => question.call === call);
  }

  /** Answers the latest question of that kind, and lets the answer arrive. */
  async answer(call: string, value: unknown): Promise<void> {
    this.asked(call).at(-1)?.answer(value);
    await arrival();
  }

  async toSearch(): Promise<void> {
    this.runner.start();
    await this.answer('openSession', {
      kind: 'connect',
      sessionId: 's',
      userIdentifier: 'u',
      expiresAt: 900_000,
    });
    await this.answer('findBanks', banks);
  }

  async toTan(): Promise<void> {
    await this.toSearch();
    this.runner.send({ type: 'select-bank', bank: scaBank });
    this.runner.send({ type: 'submit-login', userName: 'user', pin: '1' });
    await this.answer('logIn', challenge('embedded'));
  }

  async toDecoupled(): Promise<void> {
    await this.toSearch();
    this.runner.send({ type: 'select-bank', bank: scaBank });
    this.runner.send({ type: 'submit-login', userName: 'user', pin: '1' });
    await this.answer('logIn', challenge('decoupled'));
  }
}

const arrival = () => new Promise((resolve) => setTimeout(resolve, 0));

const challenge = (approach: 'embedded' | 'decoupled', attemptId = 'attempt-1'): BankAnswer => ({
  step: 'challenge',
  attemptId,
  challenge: {
    approach,
    method: 'smsTAN',
    methods: ['smsTAN', 'pushTAN'],
    round: 1,
    rounds: 1,
    triesLeft: 3,
    expiresAt: 300_000,
  },
});

const accountsOf = (attemptId: string): BankAnswer => ({
  step: 'accounts',
  attemptId,
  accounts: [],
});

describe('FlowRunner', () => {
  it('announces itself before it asks for the session', () => {
    const rig = new Rig();
    rig.runner.start();
    expect(rig.types).to.deep.equal(['ready']);
    expect(rig.questions.map(({ call }) => call)).to.deep.equal(['openSession']);
  });

  it('passes over the answer to a search that was typed over', async () => {
    const rig = new Rig();
    await rig.toSearch();
    rig.runner.send({ type: 'search', query: 'sca' });
    rig.runner.send({ type: 'search', query: 'redirect' });
    const [, first, second] = rig.asked('findBanks');
    second?.answer([redirectBank]);
    await arrival();
    first?.answer([scaBank]);
    await arrival();
    expect(rig.runner.flow.state).to.deep.include({ query: 'redirect', banks: [redirectBank] });
  });

  it('lets no answer to a login that was given up disturb the next one, and aborts it', async () => {
    const rig = new Rig();
    await rig.toSearch();
    rig.runner.send({ type: 'select-bank', bank: scaBank });
    rig.runner.send({ type: 'submit-login', userName: 'first', pin: '1' });
    rig.runner.send({ type: 'back' });
    rig.runner.send({ type: 'select-bank', bank: scaBank });
    rig.runner.send({ type: 'submit-login', userName: 'second', pin: '2' });
    const [first, second] = rig.asked('logIn');
    first?.answer(challenge('embedded', 'attempt-1'));
    await arrival();
    expect(rig.runner.flow.state).to.deep.include({ at: 'credentials', busy: true });
    expect(rig.asked('abort').map(({ args }) => args)).to.deep.equal([['attempt-1']]);
    second?.answer(challenge('embedded', 'attempt-2'));
    await arrival();
    expect(rig.runner.flow.state).to.deep.include({ at: 'tan', attemptId: 'attempt-2' });
  });

  it('does not abort the attempt under way for an answer that came too late', async () => {
    const rig = new Rig();
    await rig.toDecoupled();
    rig.runner.send({ type: 'renew-tan' });
    rig.runner.send({ type: 'other-method' });
    await rig.answer('renewChallenge', challenge('decoupled'));
    expect(rig.runner.flow.state.at).to.equal('method');
    expect(rig.asked('abort')).to.have.length(0);
  });

  it('aborts a login whose answer comes after the flow was closed', async () => {
    const rig = new Rig();
    await rig.toSearch();
    rig.runner.send({ type: 'select-bank', bank: scaBank });
    rig.runner.send({ type: 'submit-login', userName: 'user', pin: '1' });
    rig.runner.send({ type: 'exit' });
    await rig.answer('logIn', challenge('embedded'));
    expect(rig.runner.flow.state.at).to.equal('exited');
    expect(rig.asked('abort')).to.have.length(1);
  });

  it('ends with an error where the bank side cannot be reached', async () => {
    const rig = new Rig();
    await rig.toTan();
    rig.runner.send({ type: 'submit-tan', tan: '1' });
    const failure = new Error('offline');
    rig.asked('answerChallenge').at(-1)?.fail(failure);
    await arrival();
    expect(rig.errors).to.deep.equal([failure]);
    expect(rig.runner.flow.state).to.deep.include({ at: 'fatal', code: 'UNKNOWN' });
    expect(rig.types.slice(-3)).to.deep.equal(['state', 'BANK_LOGIN_ABORT', 'ERROR']);
  });

  it('ends with its session, and says so only with the next act where it had failed already', async () => {
    const over = { type: 'session', session: { kind: 'over', requestId: 'REQ-9' } } as const;
    const failure = { at: 'fatal', code: 'UNKNOWN', reason: 'session-expired' };
    const ended = new Rig();
    await ended.toTan();
    ended.runner.send(over);
    expect(ended.runner.flow.state).to.deep.include({ ...failure, requestId: 'REQ-9' });
    ended.runner.send(over);
    expect(ended.types.filter((type) => type === 'ERROR')).to.have.length(1);

    const failed = new Rig();
    await failed.toSearch();
    const legacy = banks.find(({ shortName }) => shortName === 'fino Legacy Bank');
    if (legacy) failed.runner.send({ type: 'select-bank', bank: legacy });
    expect(failed.runner.flow.state).to.deep.include({ at: 'fatal', code: 'NOT_SUPPORTED' });
    failed.runner.send(over);
    expect(failed.types.filter((type) => type === 'ERROR')).to.have.length(1);
    failed.runner.send({ type: 'back' });
    failed.asked('findBanks').at(-1)?.fail(new Error('401'));
    await arrival();
    expect(failed.runner.flow.state).to.deep.include(failure);
  });

  it('goes on after a poll that fails: the next may get through', async () => {
    const rig = new Rig();
    await rig.toDecoupled();
    rig.asked('pollChallenge').at(-1)?.fail(new Error('offline'));
    await arrival();
    expect(rig.errors).to.have.length(1);
    expect(rig.runner.flow.state.at).to.equal('decoupled');
  });

  it('checks for an approval at once and after each change, and at no other time', async () => {
    let change: (() => void) | undefined;
    const rig = new Rig({
      subscribe: (listener) => {
        change = listener;
        return () => undefined;
      },
    });
    await rig.toDecoupled();
    await rig.answer('pollChallenge', { step: 'pending', attemptId: 'attempt-1' });
    expect(rig.asked('pollChallenge')).to.have.length(1);
    change?.();
    expect(rig.asked('pollChallenge')).to.have.length(2);
    await rig.answer('pollChallenge', accountsOf('attempt-1'));
    expect(rig.runner.flow.state.at).to.equal('accounts');
    change?.();
    expect(rig.asked('pollChallenge')).to.have.length(2);
  });

  it('polls a bank side without notifications, as long as an approval is awaited', async () => {
    const rig = new Rig({ pollInterval: 1 });
    await rig.toDecoupled();
    await waitUntil(() => rig.asked('pollChallenge').length >= 4, 'polls');
    await rig.answer('pollChallenge', accountsOf('attempt-1'));
    const polls = rig.asked('pollChallenge').length;
    // Longer than the interval: each arrival is a task of its own.
    for (let i = 0; i < 5; i++) await arrival();
    expect(rig.runner.flow.state.at).to.equal('accounts');
    expect(rig.asked('pollChallenge')).to.have.length(polls);
  });

  it('notifies when the flow is about to end, and ends it when its time has come', async () => {
    const rig = new Rig();
    await rig.toSearch();
    let notified = 0;
    rig.runner.subscribe(() => notified++);
    const [warn, end] = rig.scheduled;
    expect([warn?.at, end?.at]).to.deep.equal([240_000, 300_000]);
    rig.now = 240_000;
    warn?.callback();
    expect(notified).to.equal(1);
    rig.now = 300_000;
    end?.callback();
    expect(rig.runner.flow.state).to.deep.include({ at: 'fatal', reason: 'session-expired' });
    expect(rig.scheduled).to.have.length(0);
  });

  it('replaces a request id once it was posted, and not before', async () => {
    const rig = new Rig();
    await rig.toSearch();
    for (const query of ['a', 'ab', 'abc']) rig.runner.send({ type: 'search', query });
    rig.runner.send({ type: 'exit' });
    const ids = rig.posted.flatMap(({ payload }) =>
      'requestId' in payload ? [payload.requestId] : [],
    );
    expect(ids).to.deep.equal(['REQ-1', 'REQ-2']);
  });

  it('keeps the order of what is posted where a listener acts in between', async () => {
    const rig: Rig = new Rig({
      post: (message) => {
        rig.posted.push(message);
        if (message.type === 'BANK_SEARCH_INIT') rig.runner.send({ type: 'exit' });
        if (message.type === 'EXIT') rig.done.push('exit seen');
      },
    });
    rig.runner.subscribe(({ state }) => rig.done.push(state.at));
    await rig.toSearch();
    expect(rig.types).to.deep.equal(['ready', 'BANK_SEARCH_INIT', 'EXIT']);
    expect(rig.done).to.deep.equal(['boot', 'search', 'exit seen', 'exited']);
  });

  it('opens the bank’s page inside the click, and closes it when the user gives up', async () => {
    const rig = new Rig();
    await rig.toSearch();
    rig.runner.send({ type: 'select-bank', bank: redirectBank });
    rig.runner.send({ type: 'go-to-bank' });
    expect(rig.done).to.deep.equal([]);
    await rig.answer('startRedirect', {
      step: 'redirect',
      attemptId: 'attempt-1',
      url: 'https://bank.example/',
    });
    rig.runner.send({ type: 'go-to-bank' });
    expect(rig.done).to.deep.equal(['open https://bank.example/']);
    rig.runner.send({ type: 'go-to-bank' });
    rig.runner.send({ type: 'cancel' });
    expect(rig.done.slice(1)).to.deep.equal(['open https://bank.example/', 'close']);
    expect(rig.asked('finishRedirect').map(({ args }) => args)).to.deep.equal([
      ['attempt-1', { outcome: 'closed' }],
    ]);
  });

  it('stops for good: no call, no answer, no listener is left', async () => {
    const rig: Rig = new Rig({ subscribe: () => () => rig.done.push('unsubscribed') });
    await rig.toDecoupled();
    let notified = 0;
    rig.runner.subscribe(() => notified++);
    rig.runner.stop();
    expect(rig.scheduled).to.have.length(0);
    expect(rig.done).to.deep.equal(['unsubscribed']);
    await rig.answer('pollChallenge', accountsOf('attempt-1'));
    rig.runner.send({ type: 'exit' });
    expect(notified).to.equal(0);
    expect(rig.runner.flow.state.at).to.equal('decoupled');
  });
});
