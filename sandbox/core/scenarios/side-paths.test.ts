/** What the scenarios leave out: side paths through the flow on the demo banks. */
import { errorCodes } from '@finodigital/uba-protocol';
import { expect } from 'chai';
import { Headless, run } from '../../../test/fixtures/headless.js';
import { waitUntil } from '../../../test/fixtures/wait-until.js';
import { day, minute } from '../contract/durations.js';
import { compareEvents } from './compare-events.js';
import { warning } from '../flow/deadlines.js';
import type { ScenarioAction } from './scenarios.js';
import { scenarios } from './scenarios.js';

const connect = { sessionId: 'sbx-connect' };
const manage = { sessionId: 'sbx-manage' };

const pick = (bank: string): ScenarioAction => ({ act: 'pick-bank', bank });
const logIn = (bank: string, userName: string, pin = ''): ScenarioAction[] => [
  pick(bank),
  { act: 'log-in', userName, pin },
];
const tan = (value: string): ScenarioAction => ({ act: 'enter-tan', tan: value });
const close: ScenarioAction = { act: 'close' };
const agree: ScenarioAction = { act: 'agree-consent' };
const decline: ScenarioAction = { act: 'decline-consent' };
const confirm: ScenarioAction = { act: 'connect-accounts' };

async function after(
  start: { sessionId: string; params?: Record<string, string> },
  ...actions: readonly ScenarioAction[]
): Promise<Headless> {
  const headless = new Headless(start);
  await headless.player.play(actions);
  await headless.settle();
  expect(headless.errors).to.deep.equal([]);
  return headless;
}

/** The last events, as many as are expected. */
const endsWith = (headless: Headless, ...types: readonly string[]): void => {
  expect(headless.types.slice(-types.length)).to.deep.equal(types);
};

describe('a failure', () => {
  const bank = 'fino Error Bank';
  /** How a login comes to each stage, and past it. */
  type Stage = 'login' | 'tan' | 'accounts' | 'redirect';
  const ways: Readonly<Record<Stage, (user: string) => ScenarioAction[]>> = {
    login: (user) => logIn(bank, user),
    tan: (user) => [...logIn(bank, user, '654321'), tan('123456')],
    accounts: (user) => [...logIn(bank, user), agree, confirm],
    redirect: (user) => [
      ...logIn(bank, user),
      { act: 'go-to-bank' },
      { act: 'at-bank', choice: 'agree' },
    ],
  };

  for (const [stage, way] of Object.entries(ways)) {
    it(`at ${stage} leads to the same bank again, with the name kept, and to the search`, async () => {
      for (const code of errorCodes) {
        const userName = `err-${code}@${stage}`;
        const again = await after(connect, ...way(userName), { act: 'retry' });
        expect(again.flow.state, code).to.deep.include({ at: 'credentials', busy: false });
        expect(again.flow.state, code).to.deep.include({ userName });
        const back = await after(connect, ...way(userName), { act: 'back' });
        expect(back.flow.state.at, code).to.equal('search');
      }
    });
  }

  it('at sync leads back to the overview, which knows the code, and may be tried again', async () => {
    for (const code of errorCodes) {
      const headless = await after(
        manage,
        { act: 'add-bank' },
        ...logIn(bank, `err-${code}@sync`),
        agree,
        confirm,
        { act: 'synchronise', bank },
      );
      const { logins = [], notice } = await headless.reach('overview');
      const failed = logins.find((login) => login.bank.shortName === bank);
      expect(notice, code).to.deep.include({
        kind: 'failed',
        code,
        bankLoginId: failed?.bankLoginId,
      });
      const count = headless.posted.length;
      await headless.player.play([{ act: 'synchronise', bank }]);
      await headless.settle();
      expect(headless.types.slice(count), code).to.include('ERROR');
    }
  });
});

describe('success', () => {
  it('stays success when the user has read it, and the page hears of no end but a closed one', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'), agree, confirm, {
      act: 'done',
    });
    endsWith(headless, 'bank-connect', 'SUCCESS');
    expect(headless.flow.state).to.include({ at: 'done', isRead: true });
    headless.runner.send({ type: 'exit' });
    endsWith(headless, 'SUCCESS', 'EXIT');
    expect(headless.flow.state).to.deep.equal({ at: 'exited', isDone: true });
  });
});

describe('a step back', () => {
  it('from the accounts is the consent, and nothing that was proved is lost', async () => {
    const toAccounts = [...logIn('fino SCA Bank', 'fino01', '654321'), tan('123456'), agree];
    const headless = await after(connect, ...toAccounts);
    const { until } = await headless.reach('accounts');
    const count = headless.posted.length;
    await headless.player.play([{ act: 'back' }]);
    expect(await headless.reach('consent')).to.deep.include({ until, busy: false });
    expect(headless.posted).to.have.length(count);
    await headless.player.play([agree, confirm]);
    await headless.settle();
    expect(headless.types.slice(count)).to.deep.equal([
      'BANK_ACCOUNT_SELECT',
      'BANK_ACCOUNT_SELECT_SUCCESS',
      'bank-connect',
      'SUCCESS',
    ]);
  });

  it('and a consent that is declined then is declined', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'), agree, {
      act: 'back',
    });
    await headless.player.play([decline]);
    endsWith(headless, 'BANK_ACCOUNT_SELECT', 'BANK_LOGIN_ABORT', 'BANK_SEARCH_INIT');
  });

  it('from the consent is the login with the name kept, for what was proved is used up', async () => {
    const headless = await after(
      connect,
      ...logIn('fino SCA Bank', 'fino01', '654321'),
      tan('123456'),
    );
    const count = headless.posted.length;
    await headless.player.play([{ act: 'back' }]);
    expect(await headless.reach('credentials')).to.deep.include({
      userName: 'fino01',
      busy: false,
    });
    expect(headless.posted).to.have.length(count);
    await headless.player.play([{ act: 'log-in', userName: 'fino01', pin: '654321' }]);
    await headless.reach('tan');
  });

  it('from the accounts at the redirect bank is the way to the bank', async () => {
    const headless = await after(
      connect,
      pick('fino Redirect Bank'),
      { act: 'go-to-bank' },
      { act: 'at-bank', choice: 'agree' },
    );
    await headless.reach('accounts');
    await headless.player.play([{ act: 'back' }]);
    await headless.settle();
    expect((await headless.reach('redirect-info')).way).not.to.be.undefined;
  });

  it('means nothing while the accounts are being connected', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'), agree);
    headless.runner.send({ type: 'confirm-accounts' });
    headless.runner.send({ type: 'back' });
    await headless.settle();
    expect(headless.flow.state.at).to.equal('done');
  });

  it('from a challenge ends it, as a cancellation does', async () => {
    for (const pin of ['654321', '999991']) {
      const headless = await after(connect, ...logIn('fino SCA Bank', 'u', pin), { act: 'back' });
      endsWith(headless, 'state', 'BANK_LOGIN_ABORT', 'BANK_SEARCH_INIT');
    }
  });
});

describe('closing', () => {
  const steps: readonly [step: string, start: { sessionId: string }, ...ScenarioAction[]][] = [
    ['search', connect],
    ['account-type', connect, pick('fino Interface Bank')],
    ['credentials', connect, pick('fino SCA Bank')],
    ['method', connect, ...logIn('fino TAN-Methods Bank', 'persondemo', '654321')],
    ['redirect-info', connect, pick('fino Redirect Bank')],
    ['consent', connect, ...logIn('fino SCA Bank', 'persondemo')],
    ['accounts', connect, ...logIn('fino SCA Bank', 'persondemo'), agree],
    [
      'medium',
      connect,
      ...logIn('fino TAN-Methods Bank', 'persondemo', '654321'),
      { act: 'choose-method', method: 'smsTAN' },
    ],
    ['done', connect, ...logIn('fino SCA Bank', 'persondemo'), agree, confirm],
    ['retry', connect, ...logIn('fino SCA Bank', 'u', '999991'), { act: 'decline-on-phone' }],
    ['fatal', connect, ...logIn('fino Offline Bank', 'persondemo')],
    ['overview', manage],
    ['disconnect', manage, { act: 'disconnect', bank: 'fino SCA Bank' }],
    ['conflict', manage, { act: 'add-bank' }, ...logIn('fino SCA Bank', 'persondemo')],
  ];
  for (const [step, start, ...actions] of steps) {
    it(`at ${step} posts EXIT with that step and nothing else`, async () => {
      const before = await after(start, ...actions);
      const count = before.posted.length;
      before.runner.send({ type: 'exit' });
      expect(
        compareEvents([{ type: 'EXIT', payload: { step } }], before.posted.slice(count)),
      ).to.deep.equal([]);
      expect(before.flow.state.at).to.equal('exited');
    });
  }

  it('at a challenge ends the challenge first', async () => {
    for (const pin of ['654321', '999991']) {
      endsWith(
        await after(connect, ...logIn('fino SCA Bank', 'u', pin), close),
        'state',
        'BANK_LOGIN_ABORT',
        'EXIT',
      );
    }
  });

  it('while the user is at the bank ends the redirect first, and closes the bank’s page', async () => {
    const headless = await after(connect, pick('fino Redirect Bank'), { act: 'go-to-bank' }, close);
    endsWith(headless, 'state', 'BANK_LOGIN_ABORT', 'EXIT');
    expect(headless.done.at(-1)).to.equal('close');
  });

  it('while a consent is renewed says that it is still required', async () => {
    const headless = await after(manage, { act: 'synchronise', bank: 'fino SCA Bank' }, close);
    endsWith(headless, 'state', 'BANK_SYNC_ERROR', 'EXIT');
  });

  it('leaves no attempt behind at the bank', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'u', '999991'), close);
    expect((await headless.bank.controls.view()).phone).to.deep.equal([]);
  });
});

describe('the error bank', () => {
  for (const code of errorCodes) {
    it(`refuses the login with ${code}`, async () => {
      const { posted } = await after(connect, ...logIn('fino Error Bank', `err-${code}`));
      const expected = [
        { type: 'BANK_LOGIN_ERROR', payload: { code } },
        { type: 'ERROR', payload: { code } },
      ] as const;
      expect(compareEvents(expected, posted.slice(-2))).to.deep.equal([]);
    });
  }

  it('refuses the TAN, whatever it is', async () => {
    const headless = await after(
      connect,
      ...logIn('fino Error Bank', 'err-HBCI_ERROR@tan'),
      tan('123456'),
    );
    endsWith(headless, 'TAN_CHALLENGE_SUBMIT', 'TAN_CHALLENGE_ERROR', 'state', 'ERROR');
  });

  it('refuses the accounts', async () => {
    const headless = await after(
      connect,
      ...logIn('fino Error Bank', 'err-BANK_ERROR@accounts'),
      agree,
      confirm,
    );
    endsWith(headless, 'BANK_ACCOUNT_SELECT', 'BANK_ACCOUNT_SELECT_ERROR', 'ERROR');
  });

  it('sends the user to its own page, and refuses there', async () => {
    const headless = await after(
      connect,
      ...logIn('fino Error Bank', 'err-ACCESS_DENIED@redirect'),
      { act: 'go-to-bank' },
      { act: 'at-bank', choice: 'agree' },
    );
    endsWith(headless, 'handle-redirect', 'BANK_REDIRECT_ERROR', 'state', 'ERROR');
    expect(headless.flow.state.at).to.equal('fatal');
  });

  it('connects, and fails when it is synchronised', async () => {
    const headless = await after(
      manage,
      { act: 'add-bank' },
      ...logIn('fino Error Bank', 'err-BANK_ERROR@sync'),
      agree,
      confirm,
      { act: 'synchronise', bank: 'fino Error Bank' },
    );
    endsWith(headless, 'bank-sync', 'BANK_SYNC_ERROR', 'ERROR');
    const { logins = [] } = await headless.reach('overview');
    expect(logins.map(({ status }) => status)).to.deep.equal(['SCA_REQUIRED', 'OK', 'SYNC_FAILED']);
  });
});

describe('choosing a TAN method', () => {
  const methods = logIn('fino TAN-Methods Bank', 'persondemo', '654321');

  it('comes before the challenge where the bank has several', async () => {
    const headless = await after(connect, ...methods, {
      act: 'choose-method',
      method: 'chipTAN-QR',
    });
    const { challenge } = await headless.reach('tan');
    expect(challenge).to.deep.include({ method: 'chipTAN-QR', approach: 'embedded' });
    expect(challenge.picture).to.be.a('string');
  });

  it('with a step back leads to the login, the user name kept', async () => {
    const headless = await after(connect, ...methods, { act: 'back' });
    expect(await headless.reach('credentials')).to.deep.include({
      userName: 'persondemo',
      busy: false,
    });
    expect((await headless.bank.controls.view()).phone).to.deep.equal([]);
  });

  it('leaves the open challenge open until another one takes its place', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'fino01', '654321'));
    const count = headless.posted.length;
    headless.runner.send({ type: 'other-method' });
    headless.runner.send({ type: 'back' });
    expect((await headless.reach('tan')).challenge.method).to.equal('smsTAN');
    expect(headless.posted).to.have.length(count);
    headless.runner.send({ type: 'other-method' });
    await headless.player.play([{ act: 'choose-method', method: 'pushTAN' }]);
    await headless.reach('decoupled');
    await headless.player.play([{ act: 'approve-on-phone' }, agree, confirm]);
    await headless.settle();
    expect(headless.types.slice(count)).to.deep.equal([
      'state',
      'TAN_CHALLENGE_SUCCESS',
      'state',
      'BANK_LOGIN_SUCCESS',
      'BANK_ACCOUNT_SELECT',
      'BANK_ACCOUNT_SELECT_SUCCESS',
      'bank-connect',
      'SUCCESS',
    ]);
  });

  it('sees the open challenge expire', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'fino01', '654321'));
    headless.runner.send({ type: 'other-method' });
    await headless.bank.controls.advance(5 * minute);
    endsWith(headless, 'TAN_CHALLENGE_ERROR', 'state', 'BANK_LOGIN_TIMEOUT');
  });

  it('offers by account type what the user has of it, and says where that is nothing', async () => {
    for (const [accountType, userName, count] of [
      ['GIRO', 'persondemo', 1],
      ['KREDIT_KARTE', 'persondemo', 1],
      ['DEPOT', 'depot01', 1],
      ['KREDIT_KARTE', 'depot01', 0],
      ['DEPOT', 'persondemo', 0],
    ] as const) {
      const headless = await after(
        connect,
        pick('fino Interface Bank'),
        { act: 'choose-account-type', accountType },
        { act: 'log-in', userName, pin: '' },
        agree,
      );
      const { accounts } = await headless.reach('accounts');
      expect(accounts.map(({ type }) => type)).to.deep.equal(Array(count).fill(accountType));
      if (count > 0) continue;
      expect(headless.posted.at(-1)).to.deep.include({ type: 'BANK_ACCOUNT_SELECT_ERROR' });
      expect(headless.posted.at(-1)?.payload).to.deep.include({ reason: 'empty' });
      await headless.player.play([{ act: 'retry' }]);
      expect(headless.flow.state.at).to.equal('account-type');
    }
  });

  it('asks which phone, where the user has several, and leads back to the methods', async () => {
    const sms: ScenarioAction = { act: 'choose-method', method: 'smsTAN' };
    const headless = await after(connect, ...methods, sms);
    expect((await headless.reach('medium')).media.map(({ phone }) => phone)).to.deep.equal([
      '42',
      '77',
    ]);
    await headless.player.play([{ act: 'back' }, sms, { act: 'choose-medium', phone: '77' }]);
    expect((await headless.reach('tan')).challenge.phone).to.equal('77');
    // A fresh TAN goes to the same phone.
    headless.runner.send({ type: 'renew-tan' });
    await headless.settle();
    expect((await headless.reach('tan')).challenge.phone).to.equal('77');
  });

  it('of another phone leaves the open challenge open as well', async () => {
    const sms: ScenarioAction = { act: 'choose-method', method: 'smsTAN' };
    const headless = await after(connect, ...methods, sms, { act: 'choose-medium', phone: '42' });
    const count = headless.posted.length;
    headless.runner.send({ type: 'other-method' });
    await headless.player.play([sms]);
    await headless.reach('medium');
    expect(headless.posted).to.have.length(count);
    await headless.player.play([close]);
    endsWith(headless, 'state', 'BANK_LOGIN_ABORT', 'EXIT');
  });
});

describe('a TAN', () => {
  const toTan = logIn('fino SCA Bank', 'fino01', '654321');

  it('may be typed with spaces', async () => {
    const headless = await after(connect, ...toTan, tan(' 123 456 '));
    expect(headless.flow.state.at).to.equal('consent');
  });

  it('can be renewed, which starts its time again and not the tries', async () => {
    const headless = await after(connect, ...toTan, tan('1'), {
      act: 'move-clock',
      ms: 4 * minute,
    });
    headless.runner.send({ type: 'renew-tan' });
    await headless.settle();
    const { challenge, renewed } = await headless.reach('tan');
    expect(renewed).to.equal(true);
    expect(challenge.triesLeft).to.equal(2);
    expect(challenge.expiresAt - headless.bank.clock.now()).to.equal(5 * minute);
    endsWith(headless, 'TAN_CHALLENGE_ERROR', 'state');
    await headless.player.play([{ act: 'move-clock', ms: 4 * minute }, tan('123456')]);
    await headless.settle();
    expect(headless.flow.state.at).to.equal('consent');
  });

  it('expires', async () => {
    const headless = await after(connect, ...toTan, { act: 'move-clock', ms: 5 * minute });
    endsWith(headless, 'TAN_CHALLENGE_ERROR', 'state', 'BANK_LOGIN_TIMEOUT');
    await headless.player.play([{ act: 'retry' }]);
    expect(headless.flow.state).to.deep.include({ at: 'credentials', userName: 'fino01' });
  });

  it('that is wrong three times ends a renewal, and leaves the overview as it was', async () => {
    const headless = await after(
      manage,
      { act: 'synchronise', bank: 'fino SCA Bank' },
      tan('1'),
      tan('2'),
      tan('3'),
    );
    endsWith(headless, 'TAN_CHALLENGE_ERROR', 'state', 'BANK_SYNC_ERROR', 'ERROR');
    const { notice } = await headless.reach('overview');
    expect(notice).to.deep.include({ kind: 'failed', code: 'INVALID_OTP' });
  });
});

describe('a phone with push switched off', () => {
  it('gets no request; another method leads on', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'sbx-no-push', '999991'));
    const { attemptId } = await headless.reach('decoupled');
    expect((await headless.bank.controls.view()).phone).to.deep.equal([]);
    await headless.bank.controls.decide(attemptId, 'approved');
    await headless.settle();
    expect(headless.flow.state.at).to.equal('decoupled');
    headless.runner.send({ type: 'other-method' });
    await headless.player.play([{ act: 'choose-method', method: 'smsTAN' }, tan('123456')]);
    await headless.settle();
    expect(headless.flow.state.at).to.equal('consent');
  });
});

describe('a device that the bank does not know', () => {
  it('has each TAN refused until it is bound anew, and stays bound', async () => {
    const toTan = logIn('fino SCA Bank', 'sbx-new-device', '654321');
    const headless = await after(connect, ...toTan, tan('123456'), tan('123456'));
    const refused = {
      type: 'TAN_CHALLENGE_ERROR',
      payload: { code: 'INVALID_OTP', reason: 'device' },
    } as const;
    expect(compareEvents([refused], headless.posted.slice(-1))).to.deep.equal([]);
    const { error, challenge } = await headless.reach('tan');
    expect(error).to.equal('unknown-device');
    expect(challenge.triesLeft).to.equal(3);
    const kinds = async () => (await headless.bank.controls.view()).phone.map(({ kind }) => kind);
    expect(await kinds()).to.deep.equal(['device']);
    await headless.player.play([{ act: 'bind-on-phone' }]);
    expect(await kinds()).to.deep.equal(['tan']);
    await headless.player.play([tan('123456'), decline, ...toTan, tan('123456')]);
    await headless.settle();
    expect(headless.flow.state.at).to.equal('consent');
  });
});

describe('the consent', () => {
  it('comes before anything is known of the accounts, and is asked for once', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'));
    const state = await headless.reach('consent');
    expect(state.until - headless.bank.clock.now()).to.equal(90 * day);
    expect(headless.types.at(-1)).to.equal('BANK_LOGIN_SUCCESS');
    headless.runner.send({ type: 'agree-consent' });
    headless.runner.send({ type: 'agree-consent' });
    headless.runner.send({ type: 'decline-consent' });
    await headless.settle();
    endsWith(headless, 'BANK_LOGIN_SUCCESS', 'BANK_ACCOUNT_SELECT');
  });

  it('cannot be passed over: the bank connects nobody without', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'));
    const { attemptId } = await headless.reach('consent');
    const error = await headless.bank.bankSide.connect(attemptId, []).catch((e: unknown) => e);
    expect(error).to.be.instanceOf(Error);
    expect(await headless.bank.bankSide.logins()).to.deep.equal([]);
  });

  it('lasts as long as the bank lets it', async () => {
    for (const [bank, days] of [
      ['fino TAN-Methods Bank', 180],
      ['fino Redirect Bank', 90],
      ['fino Interface Bank', 30],
    ] as const) {
      const ways: Record<string, readonly ScenarioAction[]> = {
        'fino Redirect Bank': [
          pick(bank),
          { act: 'go-to-bank' },
          { act: 'at-bank', choice: 'agree' },
        ],
        'fino Interface Bank': [
          pick(bank),
          { act: 'choose-account-type', accountType: 'GIRO' },
          { act: 'log-in', userName: 'persondemo', pin: '' },
          agree,
        ],
      };
      const way = ways[bank] ?? [...logIn(bank, 'persondemo'), agree];
      const headless = await after(connect, ...way, confirm);
      const { login } = await headless.reach('done');
      expect((login.consentUntil ?? 0) - headless.bank.clock.now(), bank).to.equal(days * day);
    }
  });

  it('that is declined leads to the search, which says so', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'), decline);
    expect(await headless.reach('search')).to.deep.include({ declined: true });
  });

  it('that is declined leaves the expired one as it was', async () => {
    const headless = await after(
      manage,
      { act: 'synchronise', bank: 'fino SCA Bank' },
      tan('123456'),
      decline,
    );
    const { logins = [], notice } = await headless.reach('overview');
    expect(notice).to.deep.include({ kind: 'declined' });
    expect(logins[0]).to.deep.include({ status: 'SCA_REQUIRED' });
    expect(logins[0]).not.to.have.property('consentUntil');
  });

  it('is all that is asked for where the login was made without SCA', async () => {
    const headless = await after(
      { sessionId: 'sbx-connect', params: { multiple: 'true' } },
      ...logIn('fino SCA Bank', 'persondemo'),
      agree,
      confirm,
      { act: 'expire-consent', bank: 'fino SCA Bank' },
    );
    const count = headless.posted.length;
    await headless.player.play([{ act: 'synchronise', bank: 'fino SCA Bank' }, agree]);
    await headless.settle();
    const expected = [
      { type: 'bank-sync', payload: { code: 'SCA_REQUIRED', challenge: null } },
      { type: 'BANK_SYNC_SUCCESS' },
      { type: 'SUCCESS' },
      { type: 'bank-accounts' },
    ] as const;
    expect(compareEvents(expected, headless.posted.slice(count))).to.deep.equal([]);
  });
});

describe('a duplicate that shows only afterwards', () => {
  it('is said on the last screen, and the older one is obsolete from then on', async () => {
    let stored = '';
    const storage = { load: () => stored, save: (text: string) => (stored = text) };
    const [scenario] = scenarios.filter(({ id }) => id === '39');
    if (!scenario) throw new Error('no scenario');
    const headless = new Headless(scenario.start, { storage });
    await headless.player.play(scenario.does);
    expect((await headless.reach('done')).isDuplicate).to.equal(true);
    const { logins } = await headless.bank.controls.view();
    expect(logins.map(({ isObsolete = false }) => isObsolete)).to.deep.equal([true, false]);
  });
});

describe('an error', () => {
  const sca = 'fino SCA Bank';
  const ways = {
    'a login': [
      [...logIn(sca, 'fino01', '999999')],
      { type: 'submit-login', userName: 'fino01', pin: '' },
    ],
    'a TAN': [
      [...logIn(sca, 'fino01', '654321'), tan('111111')],
      { type: 'submit-tan', tan: '123456' },
    ],
  } as const;
  for (const [what, [actions, intent]] of Object.entries(ways)) {
    it(`with ${what} stays in sight until the next try is answered`, async () => {
      const headless = await after(connect, ...actions);
      headless.runner.send(intent);
      expect(headless.flow.state).to.include({ busy: true });
      expect(headless.flow.state).to.have.property('error');
      await headless.settle();
      expect(headless.flow.state.at).to.equal('consent');
    });
  }

  it('with the accounts stays when one is ticked, until they are confirmed', async () => {
    const toggle = (index: number): ScenarioAction => ({ act: 'toggle-account', index });
    const untickAll = [toggle(0), toggle(1), toggle(2)];
    const headless = await after(
      connect,
      ...logIn(sca, 'persondemo'),
      agree,
      ...untickAll,
      confirm,
    );
    expect(headless.flow.state).to.include({ at: 'accounts', error: 'none' });
    await headless.player.play([toggle(1)]);
    expect(headless.flow.state).to.include({ at: 'accounts', error: 'none' });
    await headless.player.play([confirm]);
    await headless.settle();
    expect(headless.flow.state.at).to.equal('done');
  });
});

describe('accounts', () => {
  it('can be ticked again after an error about none', async () => {
    const [scenario] = scenarios.filter(({ id }) => id === '15');
    const headless = await after(connect, ...(scenario?.does ?? []));
    await headless.player.play([{ act: 'toggle-account', index: 1 }, confirm]);
    const { login } = await headless.reach('done');
    expect(login.accounts.map(({ name }) => name)).to.deep.equal(['Tagesgeld']);
  });

  it('are connected in the order of the list, whatever the order of the ticks', async () => {
    const toggles = [2, 0, 2, 0].map((index) => ({ act: 'toggle-account' as const, index }));
    const headless = await after(
      connect,
      ...logIn('fino SCA Bank', 'persondemo'),
      agree,
      ...toggles,
      confirm,
    );
    const { login } = await headless.reach('done');
    const [message] = headless.posted.filter(({ type }) => type === 'bank-connect');
    expect(message?.payload).to.deep.equal({
      accountIds: login.accounts.map(({ accountId }) => accountId),
      bankLoginId: login.bankLoginId,
    });
    expect(login.accounts).to.have.length(3);
  });
});

describe('a second login', () => {
  const overview = { sessionId: 'sbx-connect', params: { multiple: 'true' } };
  const persondemo = logIn('fino SCA Bank', 'persondemo');

  it('of the same user at the same bank is a conflict, at the redirect bank after the callback', async () => {
    const headless = await after(
      manage,
      { act: 'add-bank' },
      pick('fino Redirect Bank'),
      { act: 'go-to-bank' },
      { act: 'at-bank', choice: 'agree' },
    );
    endsWith(headless, 'handle-redirect', 'BANK_REDIRECT_SUCCESS', 'state', 'BANK_LOGIN_CONFLICT');
    const [seeded] = headless.posted.filter(({ type }) => type === 'bank-accounts');
    const { bankLoginId } = await headless.reach('conflict');
    expect(JSON.stringify(seeded?.payload)).to.include(bankLoginId);
  });

  it('as user+x is another one', async () => {
    const headless = await after(
      overview,
      ...persondemo,
      agree,
      confirm,
      { act: 'add-bank' },
      ...logIn('fino SCA Bank', 'persondemo+2'),
      agree,
      confirm,
    );
    const { logins = [] } = await headless.reach('overview');
    expect(new Set(logins.map(({ bankLoginId }) => bankLoginId)).size).to.equal(2);
  });

  it('is no conflict once the first was disconnected, and gets an id of its own', async () => {
    const headless = await after(overview, ...persondemo, agree, confirm, {
      act: 'disconnect',
      bank: 'fino SCA Bank',
    });
    const before = await headless.reach('disconnect');
    await headless.player.play([
      { act: 'confirm-disconnect' },
      { act: 'add-bank' },
      ...persondemo,
      agree,
      confirm,
    ]);
    await headless.settle();
    const { logins = [] } = await headless.reach('overview');
    expect(logins).to.have.length(1);
    expect(logins[0]?.bankLoginId).not.to.equal(before.login.bankLoginId);
  });

  it('leads back to the overview where there is one, and to the search', async () => {
    const headless = await after(
      overview,
      ...persondemo,
      agree,
      confirm,
      { act: 'add-bank' },
      ...persondemo,
    );
    expect(headless.flow.state.at).to.equal('conflict');
    headless.runner.send({ type: 'done' });
    expect(headless.flow.state.at).to.equal('overview');
  });
});

describe('the way out', () => {
  const redirectURL = 'https://shop.example/back?cart=1';
  const ids = 'userIdentifier=a1b2c3d4&sessionId=sbx-connect';
  const start = { ...connect, params: { redirectURL } };
  const redirect = (reason: string, url: string) => ({
    type: 'redirect',
    payload: { url, reason },
  });

  it('of a connect session announces the address with the two ids, and goes there', async () => {
    const headless = await after(start, ...logIn('fino SCA Bank', 'persondemo'), agree, confirm);
    const url = `${redirectURL}&${ids}`;
    expect(headless.posted.at(-1)).to.deep.equal(redirect('connected', url));
    expect(headless.done).to.deep.equal([`leave ${url}`]);
    expect(headless.flow.state.at).to.equal('done');
    // It was announced: to close what is done announces nothing more.
    headless.runner.send({ type: 'exit' });
    expect(headless.types.at(-1)).to.equal('EXIT');
  });

  it('names the outcome where the user leaves, or where nothing went on', async () => {
    const ways = [
      ['left', 'cancelled', [pick('fino SCA Bank'), close]],
      ['left', 'cancelled', [...logIn('fino SCA Bank', 'fino01', '654321'), close]],
      ['failed', 'failed', [...logIn('fino Offline Bank', 'persondemo'), close]],
    ] as const;
    for (const [reason, outcome, actions] of ways) {
      const headless = await after(start, ...actions);
      const url = `${redirectURL}&${ids}&uba-outcome=${outcome}`;
      expect(headless.types.at(-2)).to.equal('EXIT');
      expect(headless.posted.at(-1)).to.deep.equal(redirect(reason, url));
      expect(headless.done).to.deep.equal([`leave ${url}`]);
    }
  });

  it('leads back by itself where the session is over, with the ids of the address', async () => {
    const over = { sessionId: 'sbx-expired', params: { redirectURL } };
    const headless = new Headless(over, {
      setup: { visit: { sessionId: 'sbx-expired', userIdentifier: 'u' } },
    });
    await headless.reach('fatal');
    const url = `${redirectURL}&userIdentifier=u&sessionId=sbx-expired&uba-outcome=failed`;
    expect(headless.types).to.deep.equal(['ready', 'ERROR', 'redirect']);
    expect(headless.done).to.deep.equal([`leave ${url}`]);
    headless.runner.send({ type: 'exit' });
    expect(headless.types.at(-1)).to.equal('EXIT');
  });

  it('is the page’s own, else the session’s, else the server’s', async () => {
    const urls = ['https://page.example/', 'https://session.example/', 'https://server.example/'];
    const [page = '', session = '', server = ''] = urls;
    for (const [setup, options, expected] of [
      [{ redirectURL: page, usualRedirectURL: server }, { redirectURL: session }, page],
      [{ usualRedirectURL: server }, { redirectURL: session }, session],
      [{ usualRedirectURL: server }, {}, server],
    ] as const) {
      const headless = new Headless(connect, { setup });
      const { session: opened } = await headless.reach('search').then(() => headless.flow);
      headless.runner.send({ type: 'session', session: { ...opened, options } as never });
      headless.runner.send({ type: 'exit' });
      expect(headless.done.at(-1)).to.match(new RegExp(`^leave ${expected}`));
    }
  });

  it('of the overview closes the flow where the page gave no address', async () => {
    endsWith(await after(manage, { act: 'done' }), 'bank-accounts', 'EXIT');
  });
});

describe('consents', () => {
  it('end after 90 days, which a look at the overview shows at once', async () => {
    const headless = await after(
      { sessionId: 'sbx-connect', params: { multiple: 'true' } },
      ...logIn('fino SCA Bank', 'persondemo'),
      agree,
      confirm,
      { act: 'move-clock', ms: 90 * day },
    );
    const { logins = [] } = await headless.reach('overview');
    expect(logins.map(({ status }) => status)).to.deep.equal(['SCA_REQUIRED']);
    await headless.player.play([{ act: 'synchronise', bank: 'fino SCA Bank' }, agree]);
    await headless.settle();
    endsWith(headless, 'BANK_SYNC_SUCCESS', 'SUCCESS', 'bank-accounts');
    const { logins: renewed = [] } = await headless.reach('overview');
    expect(renewed.map(({ status }) => status)).to.deep.equal(['OK']);
  });

  it('are renewed at the bank where the login happens there', async () => {
    const headless = await after(
      manage,
      { act: 'expire-consent', bank: 'fino Redirect Bank' },
      { act: 'synchronise', bank: 'fino Redirect Bank' },
      { act: 'go-to-bank' },
      { act: 'at-bank', choice: 'agree' },
    );
    expect(headless.types.slice(2)).to.deep.equal([
      'bank-sync',
      'bank-redirect',
      'redirect',
      'state',
      'handle-redirect',
      'BANK_REDIRECT_SUCCESS',
      'state',
      'BANK_SYNC_SUCCESS',
      'SUCCESS',
      'bank-accounts',
    ]);
  });

  it('that are refused at the bank leave the login as it was', async () => {
    const headless = await after(
      manage,
      { act: 'expire-consent', bank: 'fino Redirect Bank' },
      { act: 'synchronise', bank: 'fino Redirect Bank' },
      { act: 'go-to-bank' },
      { act: 'at-bank', choice: 'refuse' },
    );
    endsWith(headless, 'BANK_REDIRECT_ERROR', 'state', 'ERROR', 'BANK_SYNC_ERROR');
    const { logins = [] } = await headless.reach('overview');
    expect(logins.map(({ status }) => status)).to.deep.equal(['SCA_REQUIRED', 'SCA_REQUIRED']);
  });

  it('that were revoked fail once, and can then be renewed', async () => {
    const sync: ScenarioAction = { act: 'synchronise', bank: 'fino Redirect Bank' };
    const headless = await after(manage, { act: 'revoke-consent', bank: 'fino Redirect Bank' });
    const { logins: before = [] } = await headless.reach('overview');
    expect(before.map(({ status }) => status)).to.deep.equal(['SCA_REQUIRED', 'OK']);
    await headless.player.play([sync]);
    await headless.settle();
    endsWith(headless, 'bank-sync', 'BANK_SYNC_ERROR', 'ERROR');
    const { logins = [] } = await headless.reach('overview');
    expect(logins.map(({ status }) => status)).to.deep.equal(['SCA_REQUIRED', 'SYNC_FAILED']);
    await headless.player.play([sync, { act: 'go-to-bank' }, { act: 'at-bank', choice: 'agree' }]);
    await headless.settle();
    endsWith(headless, 'BANK_SYNC_SUCCESS', 'SUCCESS', 'bank-accounts');
  });

  it('that were declined on the phone are still required', async () => {
    const headless = await after(
      { sessionId: 'sbx-connect', params: { multiple: 'true' } },
      ...logIn('fino SCA Bank', 'persondemo', '999991'),
      { act: 'approve-on-phone' },
      agree,
      confirm,
      { act: 'expire-consent', bank: 'fino SCA Bank' },
      { act: 'synchronise', bank: 'fino SCA Bank' },
      { act: 'decline-on-phone' },
    );
    endsWith(headless, 'TAN_CHALLENGE_ERROR', 'state', 'BANK_SYNC_ERROR');
    expect(headless.flow.state.at).to.equal('overview');
  });
});

describe('time', () => {
  it('that passes with nobody there ends the flow, after a warning', async () => {
    const headless = await after(connect, pick('fino SCA Bank'), {
      act: 'move-clock',
      ms: 4 * minute,
    });
    const { clock } = headless.bank;
    expect(warning(headless.flow, clock.now())).to.deep.include({ kind: 'inactivity' });
    await headless.bank.controls.advance(minute);
    expect(headless.posted.at(-1)).to.deep.include({ type: 'ERROR' });
    expect(headless.flow.state).to.deep.include({ at: 'fatal', reason: 'session-expired' });
  });

  it('is put off by activity', async () => {
    const headless = await after(connect, pick('fino SCA Bank'), {
      act: 'move-clock',
      ms: 4 * minute,
    });
    headless.runner.send({ type: 'stay' });
    expect(warning(headless.flow, headless.bank.clock.now())).to.equal(undefined);
    await headless.bank.controls.advance(4 * minute);
    expect(headless.flow.state.at).to.equal('credentials');
  });

  it('ends a session after 15 minutes, unless the user wants to stay', async () => {
    for (const stays of [false, true]) {
      const headless = await after(connect, pick('fino SCA Bank'));
      for (let minutes = 0; minutes < 14; minutes++) {
        await headless.bank.controls.advance(minute);
        headless.runner.send({ type: 'search', query: '' });
        if (minutes % 4 === 3) headless.runner.send({ type: 'stay' });
      }
      const { clock } = headless.bank;
      expect(warning(headless.flow, clock.now())).to.deep.include({ kind: 'session' });
      if (stays) headless.runner.send({ type: 'stay' });
      await headless.settle();
      await headless.bank.controls.advance(minute);
      expect(headless.flow.state.at).to.equal(stays ? 'credentials' : 'fatal');
    }
  });

  it('of a visit at the bank’s page is no idleness', async () => {
    const headless = await after(connect, pick('fino Redirect Bank'), { act: 'go-to-bank' });
    await headless.bank.controls.advance(14 * minute);
    expect(headless.flow.state.at).to.equal('at-bank');
    await headless.bank.controls.advance(minute);
    endsWith(headless, 'state', 'BANK_LOGIN_ABORT', 'ERROR');
  });

  it('that is up is up: activity comes too late', async () => {
    const headless = await after(connect, pick('fino SCA Bank'), {
      act: 'move-clock',
      ms: 5 * minute,
    });
    const { flow } = headless;
    headless.runner.send({ type: 'stay' });
    expect(headless.flow).to.equal(flow);
  });

  it('that moves by days stands for another visit: the session is new, a challenge is over', async () => {
    const idle = await after(connect, pick('fino SCA Bank'), { act: 'move-clock', ms: 2 * day });
    expect(idle.flow.state.at).to.equal('credentials');
    expect(warning(idle.flow, idle.bank.clock.now())).to.equal(undefined);
    const open = await after(connect, ...logIn('fino SCA Bank', 'fino01', '654321'), {
      act: 'move-clock',
      ms: 2 * day,
    });
    endsWith(open, 'TAN_CHALLENGE_ERROR', 'state', 'BANK_LOGIN_TIMEOUT');
    expect(open.flow.state.at).to.equal('retry');
  });

  it('does not end what is done', async () => {
    const headless = await after(connect, ...logIn('fino SCA Bank', 'persondemo'), agree, confirm);
    await headless.bank.controls.advance(60 * minute);
    expect(headless.flow.state.at).to.equal('done');
  });
});

describe('a page that comes back from the bank’s page', () => {
  const back = { outcome: 'agreed', userName: 'persondemo' } as const;

  it('announces itself again and goes on with the login', async () => {
    const headless = new Headless(connect, {
      setup: { resume: { kind: 'connect', bankCode: '90000002', back } },
    });
    await headless.reach('accounts');
    expect(headless.types).to.deep.equal([
      'ready',
      'handle-redirect',
      'BANK_REDIRECT_SUCCESS',
      'state',
      'BANK_LOGIN_SUCCESS',
      'BANK_ACCOUNT_SELECT',
    ]);
  });

  it('goes on with a renewal', async () => {
    let stored = '';
    const storage = { load: () => stored, save: (text: string) => (stored = text) };
    const before = new Headless(manage, { storage });
    await before.player.play([
      { act: 'expire-consent', bank: 'fino Redirect Bank' },
      { act: 'synchronise', bank: 'fino Redirect Bank' },
      { act: 'go-to-bank' },
    ]);
    const headless = new Headless(manage, {
      storage,
      resumed: true,
      setup: { resume: { kind: 'renew', bankCode: '90000002', back } },
    });
    await headless.reach('overview');
    expect(headless.types).to.deep.equal([
      'ready',
      'handle-redirect',
      'BANK_REDIRECT_SUCCESS',
      'state',
      'BANK_SYNC_SUCCESS',
      'SUCCESS',
      'bank-accounts',
    ]);
  });

  it('shows the overview where there is nothing to renew any more', async () => {
    const headless = new Headless(manage, {
      setup: { resume: { kind: 'renew', bankCode: '90000002', back } },
    });
    await headless.reach('overview');
    expect(headless.types).to.deep.equal(['ready', 'state', 'bank-accounts']);
  });

  it('says what went wrong there', async () => {
    const headless = new Headless(connect, {
      setup: { resume: { kind: 'connect', bankCode: '90000002', back: { outcome: 'cancelled' } } },
    });
    await headless.reach('retry');
    expect(headless.types).to.deep.equal([
      'ready',
      'handle-redirect',
      'BANK_REDIRECT_ERROR',
      'state',
    ]);
  });

  it('searches for a bank where the address names one that does not exist', async () => {
    const headless = new Headless(connect, {
      setup: { resume: { kind: 'connect', bankCode: '1', back } },
    });
    await headless.reach('search');
    expect(headless.types).to.deep.equal(['ready', 'state', 'BANK_SEARCH_INIT']);
  });
});

describe('two runs with the same seed', () => {
  const trace = async (latency: number) => {
    const runs = await Promise.all(scenarios.map((scenario) => runToEnd(scenario, latency)));
    return JSON.stringify(runs.map(({ posted, flow }) => [posted, flow]));
  };
  async function runToEnd(scenario: (typeof scenarios)[number], latency: number) {
    const headless = new Headless(scenario.start, { latency });
    await headless.player.play(scenario.does);
    await waitUntil(() => headless.posted.length >= scenario.events.length, scenario.id);
    return headless;
  }

  it('are the same byte for byte, however fast', async () => {
    const first = await trace(0);
    expect((await trace(7)) === first).to.equal(true);
    expect((await trace(0)) === first).to.equal(true);
  });

  it('differ from one with another seed', async () => {
    const [scenario] = scenarios;
    if (!scenario) throw new Error('no scenario');
    const [one, other] = await Promise.all(['one', 'other'].map((seed) => run(scenario, { seed })));
    expect(one?.posted).not.to.deep.equal(other?.posted);
  });
});

describe('secrets', () => {
  it('appear in no event, no state and nothing that is stored', async () => {
    const sessionId = 'geheim-7b1d';
    for (const scenario of scenarios) {
      const suffixed = { ...scenario.start, sessionId: `${scenario.start.sessionId}-${sessionId}` };
      // Its id decides which bank logins a session begins with.
      const isPlain = ['sbx-connect', 'sbx-manage', 'sbx-pay', 'sbx-expired'].includes(
        scenario.start.sessionId,
      );
      const start = isPlain ? suffixed : scenario.start;
      const stored: string[] = [];
      const states: string[] = [];
      const headless = new Headless(start, {
        storage: { load: () => null, save: (text) => stored.push(text) },
      });
      headless.runner.subscribe(({ state }) => {
        // The URL of the way back holds the session's id, as documented.
        if (state.at !== 'leaving') states.push(JSON.stringify(state));
      });
      await headless.player.play(scenario.does);
      await headless.settle();
      const events = headless.posted.filter(({ type }) => type !== 'redirect');
      const text = JSON.stringify(events) + states.join('\n') + stored.join('\n');
      const secrets = scenario.does.flatMap((action) => {
        if (action.act === 'log-in') return action.pin ? [action.pin] : [];
        return action.act === 'enter-tan' ? [action.tan] : [];
      });
      for (const secret of [...secrets, start.sessionId]) {
        expect(text.includes(secret), `${scenario.id}: a secret`).to.equal(false);
      }
      expect(states).not.to.have.length(0);
    }
  });
});

describe('the bank’s window', () => {
  const atBank = () => after(connect, pick('fino Redirect Bank'), { act: 'go-to-bank' });

  it('that nobody sees is offered in place of this page, by a click, and posts nothing', async () => {
    const headless = await atBank();
    const posted = headless.types.length;
    // Without a doubt there is nothing to offer.
    headless.runner.send({ type: 'go-inside' });
    expect(headless.done).to.have.length(1);
    headless.runner.send({ type: 'bank-window', isSeen: false });
    expect(headless.flow.state).to.deep.include({ at: 'at-bank', unseen: true });
    expect(headless.done).to.have.length(1);
    headless.runner.send({ type: 'go-inside' });
    expect(headless.done.at(-1)).to.match(/^open inside https:\/\/bank\.example\/bank\//);
    expect(headless.types).to.have.length(posted);
  });

  it('that is seen after all is waited for', async () => {
    const headless = await atBank();
    headless.runner.send({ type: 'bank-window', isSeen: false });
    headless.runner.send({ type: 'bank-window', isSeen: true });
    expect(headless.flow.state).to.deep.include({ at: 'at-bank', unseen: false });
    headless.runner.send({ type: 'bank-returned', outcome: 'cancelled' });
    await headless.settle();
    endsWith(headless, 'handle-redirect', 'BANK_REDIRECT_ERROR', 'state');
  });

  it('that nobody sees can be given up', async () => {
    const headless = await atBank();
    headless.runner.send({ type: 'bank-window', isSeen: false });
    headless.runner.send({ type: 'cancel' });
    await headless.settle();
    endsWith(headless, 'redirect', 'state', 'BANK_REDIRECT_ERROR', 'state');
  });
});

describe('ready', () => {
  const announced = ({ posted: [ready] }: Headless) => ready?.payload;

  it('announces no feature, unless the flow is set up with some', () => {
    expect(announced(new Headless(connect))).to.deep.include({ features: [] });
    const told = new Headless(connect, { setup: { features: ['resize'] } });
    expect(announced(told)).to.deep.include({ features: ['resize'] });
  });
});
