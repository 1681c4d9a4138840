/** Side paths of a payment: what the scenarios leave out. */
import { errorCodes } from '@finodigital/uba-protocol';
import { expect } from 'chai';
import { Headless, type HeadlessOptions } from '../../../test/fixtures/headless.js';
import { day, hour, minute } from '../contract/durations.js';
import type { BankSide } from '../contract/bank-side.js';
import type { PaymentStatus } from '../contract/payments.js';
import type { StateName } from '../flow/flow-state.js';
import { compareEvents } from './compare-events.js';
import type { ExpectedEvent, ScenarioAction } from './scenarios.js';

const authorise: ScenarioAction = { act: 'authorise-payment' };
const cancel: ScenarioAction = { act: 'cancel' };
const close: ScenarioAction = { act: 'close' };
const toBank: ScenarioAction = { act: 'go-to-bank' };
const tan = (value = '123456'): ScenarioAction => ({ act: 'enter-tan', tan: value });
const atBank = (choice: 'agree' | 'cancel' | 'refuse' | 'close-window'): ScenarioAction => ({
  act: 'at-bank',
  choice,
});
const moveClock = (ms: number): ScenarioAction => ({ act: 'move-clock', ms });

async function after(
  sessionId: string,
  actions: readonly ScenarioAction[],
  options?: HeadlessOptions,
): Promise<Headless> {
  const headless = new Headless({ sessionId }, options);
  await headless.player.play(actions);
  await headless.settle();
  expect(headless.errors).to.deep.equal([]);
  return headless;
}

const state = (status: 'started' | PaymentStatus): ExpectedEvent => ({
  type: 'state',
  payload: { kind: 'payment', status },
});
const error = (code: string): ExpectedEvent => ({ type: 'ERROR', payload: { code } });
const exit = (step: StateName): ExpectedEvent => ({ type: 'EXIT', payload: { step } });

/** The last events, as many as are expected. */
const endsWith = ({ posted }: Headless, ...events: readonly ExpectedEvent[]): void => {
  expect(compareEvents(events, posted.slice(-events.length))).to.deep.equal([]);
};

/** The status of the newest order, as the bank's side has it. */
const statusOf = async ({ bank }: Headless): Promise<PaymentStatus | undefined> =>
  (await bank.controls.view()).orders[0]?.status;

/** The payment statuses that were posted. */
const statuses = ({ posted }: Headless): readonly string[] =>
  posted.flatMap(({ type, payload }) =>
    type === 'state' && payload.kind === 'payment' ? [payload.status] : [],
  );

describe('the review of a payment', () => {
  it('shows the order of its session, each payee verified by name', async () => {
    for (const [sessionId, result] of [
      ['sbx-pay', 'match'],
      ['sbx-pay-close-match', 'close-match'],
      ['sbx-pay-no-match', 'no-match'],
      ['sbx-pay-not-possible', 'not-possible'],
    ] as const) {
      const headless = await after(sessionId, []);
      const { payment } = await headless.reach('payment');
      expect(payment.transfers.map(({ payee }) => payee.result)).to.deep.equal([result]);
      expect(payment.status).to.equal('OPEN');
      // The user decides, whatever the payee’s bank says.
      await headless.player.play([authorise, tan()]);
      await headless.reach('paid');
      expect(await statusOf(headless)).to.equal('PENDING');
    }
  });

  it('asks the bank once, however often it is answered', async () => {
    const headless = await after('sbx-pay', []);
    for (const type of ['authorise', 'authorise', 'done', 'retry'] as const) {
      headless.runner.send({ type });
    }
    await headless.settle();
    expect(headless.types).to.deep.equal(['ready', 'state', 'state']);
  });

  it('is where a step back from the way to the bank leads; the payment can still be made', async () => {
    const headless = await after('sbx-pay-redirect', [authorise, { act: 'back' }]);
    expect(headless.flow.state.at).to.equal('payment');
    await headless.player.play([authorise, toBank, atBank('agree')]);
    await headless.reach('paid');
    expect(statuses(headless)).to.deep.equal(['started', 'PENDING']);
  });

  it('is of several transfers as of one', async () => {
    const headless = await after('sbx-pay-several', [authorise, tan()]);
    const { payment } = await headless.reach('paid');
    expect(payment.transfers).to.have.length(3);
  });

  it('belongs to its session: another one of the same user has its own payment and SCA', async () => {
    let stored = '';
    const storage = { load: () => stored, save: (text: string) => (stored = text) };
    const payments = new Set<string>();
    for (const [sessionId, at] of [
      ['sbx-pay', 'tan'],
      ['sbx-pay-app', 'decoupled'],
      ['sbx-pay-photo', 'tan'],
      ['sbx-pay-several', 'tan'],
      ['sbx-pay-no-match', 'tan'],
    ] as const) {
      const headless = await after(sessionId, [], { storage, resumed: true });
      const { payment } = await headless.reach('payment');
      payments.add(payment.moneyTransferId);
      expect(payment.transfers, sessionId).to.have.length(sessionId === 'sbx-pay-several' ? 3 : 1);
      headless.runner.send({ type: 'authorise' });
      await headless.settle();
      expect(headless.flow.state.at, sessionId).to.equal(at);
    }
    expect(payments.size).to.equal(5);
    // A page that is loaded anew finds the order that is open.
    const again = await after('sbx-pay-app', [], { storage, resumed: true });
    expect(payments).to.include((await again.reach('payment')).payment.moneyTransferId);
  });
});

describe('a payment that fails', () => {
  const ways: readonly (readonly [
    call: 'answerChallenge' | 'finishRedirect',
    sessionId: string,
    ...does: ScenarioAction[],
  ])[] = [
    ['answerChallenge', 'sbx-pay', authorise, tan()],
    ['finishRedirect', 'sbx-pay-redirect', authorise, toBank, atBank('agree')],
  ];
  for (const [call, sessionId, ...does] of ways) {
    it(`says with which code, whichever it is (${call})`, async () => {
      for (const code of errorCodes) {
        const headless = new Headless({ sessionId });
        const refused = { step: 'refused', code, requestId: 'REQ-1' } as const;
        headless.bank.bankSide[call] = () => Promise.resolve(refused);
        await headless.player.play(does);
        await headless.settle();
        expect(headless.flow.state, code).to.deep.equal({
          at: 'fatal',
          code,
          requestId: 'REQ-1',
          isPayment: true,
        });
        endsWith(headless, state('NOT_SUCCESSFUL'), error(code));
      }
    });
  }
});

describe('a payment that the bank has', () => {
  it('is executed an hour later, at once or after a day, by its purpose', async () => {
    for (const [sessionId, before, delay] of [
      ['sbx-pay', 'PENDING', hour],
      ['sbx-pay-slow', 'PENDING', day],
      ['sbx-pay-instant', 'SUCCESSFUL', 0],
    ] as const) {
      const headless = await after(sessionId, [authorise, tan()]);
      endsWith(headless, state(before), { type: 'SUCCESS' });
      expect((await headless.reach('paid')).payment.status).to.equal(before);
      if (delay > 0) {
        await headless.bank.controls.advance(delay - 1);
        expect(await statusOf(headless), sessionId).to.equal('PENDING');
        await headless.bank.controls.advance(1);
      }
      expect(await statusOf(headless), sessionId).to.equal('SUCCESSFUL');
      // What is done does not end, and the page hears no more of it.
      expect(headless.flow.state.at).to.equal('paid');
      expect(statuses(headless)).to.deep.equal(['started', before]);
    }
  });

  it('stays so where the user closes while the bank checks the TAN', async () => {
    for (const type of ['exit', 'cancel', 'back'] as const) {
      const headless = new Headless({ sessionId: 'sbx-pay' });
      await headless.player.play([authorise]);
      await headless.reach('tan');
      headless.runner.send({ type: 'submit-tan', tan: '123456' });
      headless.runner.send({ type });
      await headless.reach('paid');
      await headless.settle();
      endsWith(headless, state('PENDING'), { type: 'SUCCESS' });
      expect(statuses(headless)).to.deep.equal(['started', 'PENDING']);
      expect(headless.types).not.to.include('EXIT');
      expect(headless.errors).to.deep.equal([]);
    }
  });

  it('was not there yet where the TAN is wrong at that time, so that nothing is paid', async () => {
    const headless = new Headless({ sessionId: 'sbx-pay' });
    await headless.player.play([authorise]);
    await headless.reach('tan');
    headless.runner.send({ type: 'submit-tan', tan: '000000' });
    headless.runner.send({ type: 'exit' });
    await headless.reach('exited');
    endsWith(headless, state('DISCARDED'), exit('tan'));
    expect(await statusOf(headless)).to.equal('DISCARDED');
  });

  it('stays ordered by “Done”, and is left only by closing, which is no way out of it', async () => {
    const headless = await after('sbx-pay', [authorise, tan(), { act: 'done' }]);
    endsWith(headless, { type: 'SUCCESS' });
    expect(await headless.reach('paid')).to.include({ isRead: true });
    headless.runner.send({ type: 'exit' });
    endsWith(headless, { type: 'SUCCESS' }, exit('paid'));
    expect(await headless.reach('exited')).to.deep.equal({ at: 'exited', isDone: true });
    expect(await statusOf(headless)).to.equal('PENDING');
  });
});

describe('a payment that comes to nothing', () => {
  it('is not made after three wrong TANs', async () => {
    const headless = await after('sbx-pay', [authorise, tan('1'), tan('2'), tan('3')]);
    endsWith(
      headless,
      { type: 'TAN_CHALLENGE_ERROR', payload: { code: 'INVALID_OTP' } },
      { type: 'state', payload: { kind: 'tan', status: 'failed' } },
      state('NOT_SUCCESSFUL'),
      error('INVALID_OTP'),
    );
    expect(headless.flow.state).to.deep.include({ at: 'fatal', isPayment: true });
    expect(headless.flow.state).not.to.have.property('isUncertain');
    expect(await statusOf(headless)).to.equal('NOT_SUCCESSFUL');
  });

  it('is discarded where its challenge expires, with a TAN as on the phone', async () => {
    for (const [sessionId, step] of [
      ['sbx-pay', 'tan'],
      ['sbx-pay-app', 'decoupled'],
    ] as const) {
      const headless = await after(sessionId, [authorise, moveClock(5 * minute)]);
      endsWith(
        headless,
        { type: 'TAN_CHALLENGE_ERROR', payload: { reason: 'expired' } },
        { type: 'state', payload: { kind: 'tan', status: 'failed' } },
        state('DISCARDED'),
        exit(step),
      );
      expect(await headless.reach('exited')).to.deep.include({ isDiscarded: true });
      expect(await statusOf(headless)).to.equal('DISCARDED');
    }
  });

  it('is discarded by the close button wherever it stands', async () => {
    const ways: readonly [StateName, string, ...ScenarioAction[]][] = [
      ['payment', 'sbx-pay'],
      ['tan', 'sbx-pay', authorise],
      ['tan', 'sbx-pay-photo', authorise, tan()],
      ['decoupled', 'sbx-pay-app', authorise],
      ['redirect-info', 'sbx-pay-redirect', authorise],
      ['at-bank', 'sbx-pay-redirect', authorise, toBank],
    ];
    for (const [step, sessionId, ...actions] of ways) {
      const headless = await after(sessionId, [...actions, close]);
      endsWith(headless, state('DISCARDED'), exit(step));
      expect(await statusOf(headless), step).to.equal('DISCARDED');
      expect((await headless.bank.controls.view()).phone, step).to.deep.equal([]);
    }
  });

  it('is discarded where the user cancels at the bank', async () => {
    const headless = await after('sbx-pay-redirect', [authorise, toBank, atBank('cancel')]);
    endsWith(
      headless,
      { type: 'handle-redirect', payload: { status: 'cancelled' } },
      { type: 'BANK_REDIRECT_ERROR', payload: { code: 'AUTH_NOT_COMPLETED' } },
      { type: 'state', payload: { kind: 'redirect', status: 'failed' } },
      state('DISCARDED'),
      exit('at-bank'),
    );
  });

  it('is not made where the bank refuses there', async () => {
    const headless = await after('sbx-pay-redirect', [authorise, toBank, atBank('refuse')]);
    endsWith(
      headless,
      { type: 'handle-redirect', payload: { status: 'refused' } },
      { type: 'BANK_REDIRECT_ERROR', payload: { code: 'ACCESS_DENIED' } },
      { type: 'state', payload: { kind: 'redirect', status: 'failed' } },
      state('NOT_SUCCESSFUL'),
      error('ACCESS_DENIED'),
    );
    expect(await statusOf(headless)).to.equal('NOT_SUCCESSFUL');
  });

  it('is decided by no window that was closed: the review is there again', async () => {
    const headless = await after('sbx-pay-redirect', [authorise, toBank, atBank('close-window')]);
    expect(headless.flow.state.at).to.equal('payment');
    expect(await statusOf(headless)).to.equal('OPEN');
    await headless.player.play([authorise, toBank, atBank('agree')]);
    await headless.reach('paid');
    expect(statuses(headless)).to.deep.equal(['started', 'PENDING']);
  });
});

describe('a payment whose session ends', () => {
  it('is discarded with it, at the review as at the TAN', async () => {
    for (const actions of [[], [authorise]]) {
      const headless = await after('sbx-pay', actions);
      for (let minutes = 0; minutes < 15; minutes += 3) {
        await headless.bank.controls.advance(3 * minute);
        if (minutes === 0) headless.runner.send({ type: 'renew-tan' });
        if (minutes < 12 && headless.flow.state.at === 'payment') {
          headless.runner.send({ type: 'stay' });
        }
        await headless.settle();
      }
      expect(await statusOf(headless)).to.equal('DISCARDED');
      expect(statuses(headless)).to.deep.equal(['started', 'DISCARDED']);
    }
  });

  it('is discarded at the bank’s side too where nobody was there for a while', async () => {
    const headless = await after('sbx-pay', [moveClock(5 * minute)]);
    endsWith(headless, state('DISCARDED'), {
      type: 'ERROR',
      payload: { code: 'UNKNOWN', reason: 'session-expired' },
    });
    expect(headless.flow.state).to.deep.include({ at: 'fatal', isPayment: true });
    expect(await statusOf(headless)).to.equal('DISCARDED');
  });

  it('is over for a user who comes back on another day', async () => {
    const headless = await after('sbx-pay', [moveClock(2 * day)]);
    endsWith(headless, state('DISCARDED'), error('UNKNOWN'));
    expect(await statusOf(headless)).to.equal('DISCARDED');
  });

  for (const call of ['answerChallenge', 'discard', 'finishRedirect'] as const) {
    it(`is not called off while nobody knows what became of it (${call})`, async () => {
      const silent = silentAt(call);
      const atTheBank = call === 'finishRedirect';
      const headless = new Headless({ sessionId: atTheBank ? 'sbx-pay-redirect' : 'sbx-pay' });
      silent(headless);
      await headless.player.play(
        atTheBank ? [authorise, toBank, atBank('agree')] : [authorise, tan()],
      );
      if (call === 'discard') headless.runner.send({ type: 'exit' });
      for (let passed = 0; passed < 15; passed++) await headless.bank.controls.advance(minute);
      await headless.settle();
      expect(headless.flow.state).to.deep.include({
        at: 'fatal',
        reason: 'session-expired',
        isPayment: true,
        isUncertain: true,
      });
      expect(statuses(headless)).to.deep.equal(['started']);
    });
  }

  it('is not called off where the bank’s side cannot be reached', async () => {
    const headless = await after('sbx-pay', [authorise]);
    headless.runner.send({ type: 'submit-tan', tan: '123456' });
    headless.runner.send({ type: 'unreachable' });
    expect(headless.flow.state).to.deep.include({ at: 'fatal', isUncertain: true });
    expect(statuses(headless)).to.deep.equal(['started']);
  });

  it('is certain not to be made where only the challenge was asked for', async () => {
    const headless = await after('sbx-pay', []);
    headless.runner.send({ type: 'unreachable' });
    expect(headless.flow.state).to.deep.include({ at: 'fatal', isPayment: true });
    expect(headless.flow.state).not.to.have.property('isUncertain');
  });
});

/** Lets one call of the bank’s side go unanswered. */
const silentAt =
  (call: keyof BankSide) =>
  ({ bank }: Headless): void => {
    Object.defineProperty(bank.bankSide, call, {
      value: () => new Promise(() => undefined),
      configurable: true,
    });
  };

describe('the way back of a payment', () => {
  const setup = {
    redirectURL: 'https://shop.example/paid',
    exitURL: 'https://shop.example/left',
    fallbackURL: 'https://shop.example/failed',
  };
  const ends = {
    paid: [[authorise, tan()], 'paid', null],
    left: [[cancel], 'left', 'cancelled'],
    failed: [[authorise, tan('1'), tan('2'), tan('3')], 'failed', 'failed'],
  } as const;

  for (const [path, [actions, reason, outcome]] of Object.entries(ends)) {
    it(`leads to the URL for what was ${path}, which the event names`, async () => {
      const headless = await after('sbx-pay', actions, { setup });
      const last = headless.posted.at(-1);
      if (last?.type !== 'redirect') throw new Error('No redirect was posted.');
      expect(last.payload.reason).to.equal(reason);
      const url = new URL(last.payload.url);
      expect(url.pathname).to.equal(`/${path}`);
      expect(url.searchParams.get('sessionId')).to.equal('sbx-pay');
      expect(url.searchParams.get('uba-outcome')).to.equal(outcome);
      // A page in a frame stays where it is: that is for its port to decide.
      expect(headless.done.at(-1)).to.equal(`leave ${last.payload.url}`);
    });

    it(`leads to the one URL there is where it was ${path}`, async () => {
      const { redirectURL } = setup;
      const headless = await after('sbx-pay', actions, { setup: { redirectURL } });
      expect(headless.posted.at(-1)).to.deep.include({ type: 'redirect' });
      expect(headless.done.at(-1)).to.match(/^leave https:\/\/shop\.example\/paid\?/);
    });

    it(`leads nowhere without a URL where it was ${path}`, async () => {
      const headless = await after('sbx-pay', actions);
      expect(headless.types).not.to.include('redirect');
      expect(headless.done).to.deep.equal([]);
    });
  }

  it('is gone once, however often the user closes', async () => {
    const headless = await after('sbx-pay', [cancel], { setup });
    const count = headless.posted.length;
    headless.runner.send({ type: 'exit' });
    await headless.settle();
    expect(headless.posted).to.have.length(count);
  });
});

describe('a page that comes back from the bank’s page with a payment', () => {
  async function resumed(outcome: 'agreed' | 'cancelled' | 'refused' | 'closed') {
    let stored = '';
    const storage = { load: () => stored, save: (text: string) => (stored = text) };
    const before = await after('sbx-pay-redirect', [authorise, toBank], { storage });
    const { purpose } = await before.reach('at-bank');
    if (purpose.kind !== 'pay') throw new Error('no payment');
    const back = outcome === 'agreed' ? { outcome, userName: '' } : { outcome };
    const headless = new Headless(
      { sessionId: 'sbx-pay-redirect' },
      { storage, resumed: true, setup: { resume: { kind: 'pay', bankCode: '90000002', back } } },
    );
    return { headless, payment: purpose.payment };
  }

  it('goes on with the same order', async () => {
    const { headless, payment } = await resumed('agreed');
    const paid = await headless.reach('paid');
    expect(paid.payment.moneyTransferId).to.equal(payment.moneyTransferId);
    expect(headless.types).to.deep.equal([
      'ready',
      'handle-redirect',
      'BANK_REDIRECT_SUCCESS',
      'state',
      'state',
      'SUCCESS',
    ]);
  });

  it('says that it was cancelled or refused there, or shows the review again', async () => {
    for (const [outcome, at, status] of [
      ['cancelled', 'exited', 'DISCARDED'],
      ['refused', 'fatal', 'NOT_SUCCESSFUL'],
      ['closed', 'payment', 'OPEN'],
    ] as const) {
      const { headless } = await resumed(outcome);
      await headless.reach(at);
      expect(await statusOf(headless)).to.equal(status);
      expect(headless.errors).to.deep.equal([]);
    }
  });
});
