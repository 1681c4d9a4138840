import { expect } from 'chai';
import type { BankAnswer } from '../contract/bank-side.js';
import { minute } from '../contract/durations.js';
import type { StateStorage } from './store.js';
import { readState } from './stored-state.js';
import { openSandboxBank, type SandboxBankOptions } from './sandbox-bank.js';

const bankPage = 'https://bank.example/bank/?lang=de';

const open = (options: Partial<SandboxBankOptions> = {}) =>
  openSandboxBank({
    visit: { kind: 'own' },
    seed: 'test',
    bankPage,
    stored: readState(options.storage?.load() ?? ''),
    ...options,
  });

const given = (sessionId: string, userIdentifier = 'user') =>
  ({ kind: 'given', sessionId, userIdentifier }) as const;

function memoryStorage(): StateStorage {
  let stored: string | null = null;
  return { load: () => stored, save: (text) => (stored = text) };
}

type Bank = ReturnType<typeof open>;

const logIn = ({ bankSide }: Bank, bankCode: string, userName: string, pin: string) =>
  bankSide.logIn({ bankCode, userName, pin });

function attemptOf(step: BankAnswer): string {
  if (!('attemptId' in step)) throw new Error(step.step);
  return step.attemptId;
}

async function connect(bank: Bank, userName = 'persondemo', pin = ''): Promise<BankAnswer> {
  const login = await logIn(bank, '90000001', userName, pin);
  if (login.step !== 'consent') return login;
  const offer = await bank.bankSide.giveConsent(login.attemptId);
  if (offer.step !== 'accounts') return offer;
  const ids = offer.accounts.map(({ accountId }) => accountId);
  return bank.bankSide.connect(login.attemptId, ids);
}

describe('the session', () => {
  it('of a page without one is a connect session of its own', async () => {
    const bank = open();
    const session = await bank.bankSide.openSession();
    expect(session.kind).to.equal('connect');
    if (session.kind === 'over') throw new Error('over');
    expect(session.expiresAt - bank.clock.now()).to.equal(15 * minute);
  });

  it('is read from the id', async () => {
    const kindOf = async (id: string) =>
      (await open({ visit: given(id) }).bankSide.openSession()).kind;
    expect(await kindOf('anything')).to.equal('connect');
    expect(await kindOf('sbx-manage-7')).to.equal('management');
    expect(await kindOf('sbx-expired-7')).to.equal('over');
    expect(await kindOf('')).to.equal('over');
  });

  it('of management finds two bank logins, one with a valid consent', async () => {
    const logins = await open({ visit: given('sbx-manage') }).bankSide.logins();
    expect(logins.map(({ bank, status }) => [bank.shortName, status])).to.deep.equal([
      ['fino SCA Bank', 'SCA_REQUIRED'],
      ['fino Redirect Bank', 'OK'],
    ]);
  });
});

describe('a login', () => {
  it('of a demo user never locks', async () => {
    const bank = open();
    for (let i = 0; i < 5; i++) {
      expect((await logIn(bank, '90000001', 'fino01', '999999')).step).to.equal('wrong-login');
    }
    expect((await logIn(bank, '90000001', 'fino01', '')).step).to.equal('consent');
  });

  it('of sbx-lock locks with the third wrong PIN in a row, and stays locked', async () => {
    const bank = open();
    const steps: string[] = [];
    for (const pin of ['999999', '999999', '1', '999999', '999999', '999999', '1']) {
      steps.push((await logIn(bank, '90000001', 'sbx-lock', pin)).step);
    }
    expect(steps).to.deep.equal([
      'wrong-login',
      'wrong-login',
      'consent',
      'wrong-login',
      'wrong-login',
      'refused',
      'refused',
    ]);
    expect((await logIn(bank, '90000004', 'sbx-lock', '1')).step).to.equal('consent');
  });

  it('keeps to the password table at every bank that asks for a password', async () => {
    for (const bankCode of ['90000001', '90000003', '90000004', '90000005']) {
      const bank = open();
      const stepFor = async (pin: string) => {
        const step = await logIn(bank, bankCode, 'persondemo', pin);
        return step.step === 'challenge'
          ? `${step.challenge.approach} ${step.challenge.rounds}`
          : step.step;
      };
      expect(await stepFor('')).to.equal('consent');
      expect(await stepFor('999999')).to.equal('wrong-login');
      expect(await stepFor('999991')).to.equal('decoupled 1');
      expect(await stepFor('999992')).to.equal('embedded 2');
      expect(await stepFor('654321')).to.equal(bankCode === '90000004' ? 'method' : 'embedded 1');
    }
  });

  it('takes the bank’s own page where that is its way, with what the page needs', async () => {
    const step = await open().bankSide.startRedirect('90000002');
    if (step.step !== 'redirect') throw new Error(step.step);
    const url = new URL(step.url);
    expect(url.origin + url.pathname).to.equal('https://bank.example/bank/');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      lang: 'de',
      bank: '90000002',
      attempt: step.attemptId,
    });
  });

  it('that was aborted cannot go on', async () => {
    const bank = open();
    const attemptId = attemptOf(await logIn(bank, '90000001', 'fino01', '654321'));
    await bank.bankSide.abort(attemptId);
    await bank.bankSide.abort(attemptId);
    const error: unknown = await bank.bankSide
      .answerChallenge(attemptId, '123456')
      .catch((reason: unknown) => reason);
    expect(error).to.be.an('error');
    expect(String(error)).not.to.include(attemptId);
  });

  it('that has been decided is decided: asked again, the bank says the same', async () => {
    const bank = open({ visit: given('sbx-connect') });
    const attemptId = attemptOf(await logIn(bank, '90000001', 'persondemo', '999991'));
    expect((await bank.bankSide.pollChallenge(attemptId)).step).to.equal('pending');
    await bank.controls.decide(attemptId, 'declined');
    await bank.controls.decide(attemptId, 'approved');
    const first = await bank.bankSide.pollChallenge(attemptId);
    expect(first).to.deep.include({ step: 'challenge-failed', reason: 'declined' });
    expect(await bank.bankSide.pollChallenge(attemptId)).to.equal(first);
  });
});

describe('the stored state', () => {
  it('outlives the page for the same user, and not for another', async () => {
    const storage = memoryStorage();
    const options = { storage, seed: undefined } as unknown as Partial<SandboxBankOptions>;
    await connect(open({ ...options, visit: given('one', 'anna') }));
    const again = await connect(open({ ...options, visit: given('two', 'anna') }));
    expect(again.step).to.equal('duplicate');
    expect((await connect(open({ ...options, visit: given('two', 'bert') }))).step).to.equal(
      'connected',
    );
    expect(storage.load()).not.to.include('anna');
  });

  it('counts for a seed only where the page comes back from the bank’s page', async () => {
    const storage = memoryStorage();
    const visit = given('sbx-connect');
    await connect(open({ storage, visit }));
    expect((await connect(open({ storage, visit, resumed: true }))).step).to.equal('duplicate');
    expect((await connect(open({ storage, visit }))).step).to.equal('connected');
  });

  it('keeps the user of a session that the sandbox made, when the page comes back', async () => {
    const storage = memoryStorage();
    const before = await open({ storage }).bankSide.openSession();
    expect(await open({ storage, resumed: true }).bankSide.openSession()).to.deep.equal(before);
  });
});

describe('the test controls', () => {
  it('show on the phone what waits there, and the TAN that was sent', async () => {
    const bank = open();
    const attemptId = attemptOf(await logIn(bank, '90000001', 'persondemo', '999991'));
    await logIn(bank, '90000001', 'fino01', '654321');
    const { phone } = await bank.controls.view();
    expect(phone.map((item) => [item.kind, item.bankName])).to.deep.equal([
      ['tan', 'fino SCA Bank'],
      ['approval', 'fino SCA Bank'],
    ]);
    await bank.controls.decide(attemptId, 'approved');
    await bank.controls.advance(5 * minute);
    expect((await bank.controls.view()).phone).to.deep.equal([]);
  });

  it('notify whenever there is something new to see', async () => {
    const bank = open();
    let notified = 0;
    bank.controls.subscribe(() => notified++);
    const acts: (() => Promise<unknown>)[] = [
      () => logIn(bank, '90000001', 'persondemo', '999991'),
      () => bank.controls.advance(1),
      () => bank.controls.setLatency(1),
      () => bank.controls.reset(),
    ];
    for (const act of acts) {
      const before = notified;
      await act();
      expect(notified).to.be.above(before);
    }
  });

  it('end a consent early, with the day it ended on', async () => {
    const bank = open();
    await connect(bank);
    const [login] = (await bank.controls.view()).logins;
    expect(login).to.deep.include({ consent: 'valid', userName: 'persondemo', status: 'OK' });
    await bank.controls.expireConsent(login?.bankLoginId ?? '');
    const [expired] = (await bank.controls.view()).logins;
    expect(expired).to.deep.include({
      consent: 'expired',
      status: 'SCA_REQUIRED',
      consentEndsAt: bank.clock.now(),
    });
  });

  it('make the bank take its time to answer', async () => {
    const bank = open({ latency: 30 });
    const start = performance.now();
    await bank.bankSide.findBanks('');
    expect(performance.now() - start).to.be.at.least(25);
    await bank.controls.setLatency(0);
    expect((await bank.controls.view()).latency).to.equal(0);
  });

  it('set everything back to how the visit found it', async () => {
    const bank = open({ visit: given('sbx-manage') });
    const before = await bank.controls.view();
    await connect(bank, 'companydemo');
    await bank.controls.advance(1_000);
    await bank.controls.reset();
    const after = await bank.controls.view();
    expect(after.now).to.equal(before.now);
    expect(after.logins).to.deep.equal(before.logins);
  });
});
