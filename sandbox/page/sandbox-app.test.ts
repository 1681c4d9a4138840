import { errorCodes } from '@finodigital/uba-protocol';
import { expect, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Account, Bank, BankLogin, Challenge } from '../core/contract/bank-side.js';
import type { Payment } from '../core/contract/bank-side.js';
import type { PayeeCheck } from '../core/contract/payments.js';
import type { Flow, FlowState, Intent } from '../core/flow/flow-state.js';
import type { SandboxApp } from './sandbox-app.js';
import './sandbox-app.js';
import type { Screen } from './shell/screen.js';
import { errorAdvice, retryAdvice } from './texts/errors.js';
import { chooseLanguage } from './texts/index.js';

const now = Date.UTC(2026, 0, 5, 9);
const bank: Bank = {
  bankCode: '90000001',
  bic: 'FINODE01XXX',
  shortName: 'fino SCA Bank',
  mark: { color: '#1d5c90', letters: 'f' },
  icon: '',
  login: 'here',
  consentTerm: 90 * 86_400_000,
  supported: true,
  accountTypes: ['GIRO', 'KREDIT_KARTE'],
};
const otherBank: Bank = { ...bank, bankCode: '90000002', shortName: 'fino Redirect Bank' };
const account: Account = {
  accountId: 'a1',
  accountNumber: '0000000001',
  bankCode: bank.bankCode,
  bankName: bank.shortName,
  bic: bank.bic,
  icon: bank.icon,
  owner: 'Erika Mustermann',
  name: 'Girokonto',
  type: 'GIRO',
  iban: 'DE25900000010000000001',
  balance: 2480.15,
  currency: 'EUR',
};
const login: BankLogin = {
  bankLoginId: 'l1',
  bank,
  accounts: [account],
  status: 'SCA_REQUIRED',
  lastSynchronization: now,
  recurring: true,
};
const purpose = { kind: 'connect', bank, userName: 'fino01' } as const;
const challenge: Challenge = {
  approach: 'embedded',
  method: 'smsTAN',
  methods: ['smsTAN', 'pushTAN'],
  round: 1,
  rounds: 1,
  triesLeft: 3,
  expiresAt: now + 270_000,
  phone: '42',
};
const credentials = { at: 'credentials', bank, userName: '', busy: false } as const;
const tan = { at: 'tan', purpose, attemptId: 'x', challenge, busy: false } as const;
const accounts: Extract<FlowState, { at: 'accounts' }> = {
  at: 'accounts',
  bank,
  userName: 'fino01',
  attemptId: 'x',
  until: now,
  accounts: [account],
  selected: ['a1'],
  busy: false,
};

const transfer = {
  amount: 249.9,
  currency: 'EUR',
  creditor: { name: 'Möbelhaus Beispiel', iban: 'DE95900000994711081500' },
  purpose: 'Rechnung 2026-0815',
  payee: { result: 'match' },
} as const;
const payment: Payment = {
  moneyTransferId: 'm1',
  status: 'OPEN',
  bankLoginId: 'l1',
  bank,
  account,
  executionDate: '2026-01-05',
  transfers: [transfer],
  singleBooking: true,
};
const several: Payment = {
  ...payment,
  transfers: [transfer, { ...transfer, amount: 84.5 }, { ...transfer, amount: 112.37 }],
};
const pay = { kind: 'pay', payment } as const;
const notPaid = { at: 'fatal', code: 'BANK_ERROR', requestId: 'REQ-1', isPayment: true } as const;

const states: readonly FlowState[] = [
  { at: 'boot' },
  { at: 'search', query: '', fromOverview: false },
  { at: 'search', query: 'x', banks: [], fromOverview: true },
  { at: 'account-type', bank },
  credentials,
  { at: 'method', purpose, attemptId: 'x', methods: ['pushTAN', 'smsTAN'], busy: false },
  {
    at: 'medium',
    purpose,
    attemptId: 'x',
    method: 'smsTAN',
    media: [{ mediumId: 'm', phone: '42' }],
    methods: ['smsTAN'],
    busy: false,
  },
  tan,
  { ...tan, challenge: { ...challenge, method: 'chipTAN-QR', picture: 'x' } },
  { ...tan, challenge: { ...challenge, method: 'chipTAN-optical', picture: 'x' } },
  { at: 'decoupled', purpose, attemptId: 'x', challenge },
  { at: 'redirect-info', purpose },
  { at: 'at-bank', purpose, attemptId: 'x', url: 'https://bank.example' },
  { at: 'at-bank', purpose, attemptId: 'x', url: 'https://bank.example', unseen: true },
  { at: 'consent', purpose, attemptId: 'x', until: now, busy: false },
  accounts,
  { ...accounts, accounts: [], selected: [], accountType: 'DEPOT' },
  { at: 'conflict', bank, bankLoginId: 'l1' },
  { at: 'done', login, isDuplicate: false },
  { at: 'done', login, isDuplicate: true },
  { at: 'payment', payment, busy: false },
  { at: 'payment', payment: several, busy: true },
  { at: 'discarding', step: 'tan' },
  { at: 'paid', payment: { ...payment, status: 'PENDING' } },
  { at: 'overview', logins: [login] },
  { at: 'disconnect', login, logins: [login], busy: false },
  { at: 'syncing', login, logins: [login] },
  { at: 'retry', bank, userName: '', reason: 'closed', requestId: 'REQ-1' },
  { at: 'fatal', code: 'BANK_ERROR', requestId: 'REQ-1', bank },
  { at: 'leaving', url: 'https://shop.example/callback' },
  { at: 'exited' },
  { at: 'exited', isDiscarded: true },
  notPaid,
];

describe('sandbox-app', () => {
  let app: SandboxApp;
  let acts: Intent[];

  beforeEach(() => {
    acts = [];
    app = document.createElement('sandbox-app');
  });

  afterEach(() => app.remove());

  const flowAt = (state: FlowState): Flow => ({
    setup: { multiple: false, addBankLogin: false },
    session: { kind: 'connect', sessionId: 's', userIdentifier: 'u', expiresAt: now + 900_000 },
    activeAt: now,
    hasOverview: false,
    state,
  });

  /** The screen of a state. */
  async function show(state: FlowState, more: Partial<Flow> = {}): Promise<ShadowRoot> {
    app.flow = { ...flowAt(state), ...more };
    if (!app.isConnected) {
      app.dispatch = (intent) => acts.push(intent);
      app.language = chooseLanguage(['en']);
      app.clock = { now: () => now, schedule: () => () => undefined };
      document.body.append(app);
    }
    await app.updateComplete;
    const isThere = () => state.at === 'boot' || !app.renderRoot.querySelector('boot-screen');
    await waitUntil(isThere, 'a screen that comes when it is needed', { timeout: 9_000 });
    const screen = app.renderRoot.querySelector<SandboxApp>('main > *');
    await screen?.updateComplete;
    // What the screen has to say is said by the app.
    await app.updateComplete;
    return screen?.renderRoot as ShadowRoot;
  }

  /** What the live region says. */
  const said = () =>
    [...app.renderRoot.querySelectorAll('[role=status] p')]
      .map(({ textContent }) => textContent.trim())
      .filter(Boolean);

  const find = (root: ParentNode, selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing is ${selector}.`);
    return found;
  };

  const field = (root: ParentNode, selector: string) => find(root, selector) as HTMLInputElement;

  const update = async (root: ParentNode, selector: string): Promise<ShadowRoot> => {
    const element = root.querySelector<LitElement>(selector);
    await element?.updateComplete;
    return element?.renderRoot as ShadowRoot;
  };

  const press = (root: ParentNode, words: string) => {
    const button = [...root.querySelectorAll('button')].find((one) =>
      one.textContent.includes(words),
    );
    if (!button) throw new Error(`No button says ${words}.`);
    button.click();
  };

  const type = (input: HTMLInputElement, text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };

  const key = (input: HTMLElement, name: string) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));

  for (const state of states) {
    it(`has a screen with one title at ${JSON.stringify(state).slice(0, 40)}`, async () => {
      const screen = await show(state);
      const page = screen.querySelector('sandbox-page');
      await page?.updateComplete;
      const titles = (page?.renderRoot ?? screen).querySelectorAll('h1');
      expect([...titles].map((title) => title.textContent !== '')).to.deep.equal([true]);
    });
  }

  it('names the document by the step and its bank, and says where something is wrong', async () => {
    for (const [state, title] of [
      [{ at: 'search', query: '', fromOverview: false }, 'Find your bank – fino Sandbox'],
      [credentials, 'Log in to your bank – fino SCA Bank'],
      [{ ...credentials, error: 'wrong-login' }, 'Error: Log in to your bank – fino SCA Bank'],
      [{ at: 'payment', payment, busy: false }, 'Check the payment – fino Sandbox'],
      [{ at: 'paid', payment }, 'Payment ordered – fino Sandbox'],
      [notPaid, 'Error: The payment was not made – fino Sandbox'],
    ] as const) {
      await show(state);
      await waitUntil(() => document.title === title, title, { timeout: 9_000 });
    }
  });

  describe('the live region', () => {
    it('is one for the whole page, whatever the step', async () => {
      for (const state of states) {
        const screen = await show(state);
        expect(app.renderRoot.querySelectorAll('[role=status]')).to.have.length(1);
        expect(screen.querySelector('[role=status], [aria-live=polite]'), state.at).to.be.null;
      }
    });

    it('says what is awaited once that has taken a while, and not before', async () => {
      await show({ ...credentials, userName: 'fino01', busy: true });
      expect(said()).to.deep.equal([]);
      await waitUntil(() => said().join() === 'Logging in …', 'the wait is said');
      await show({ ...credentials, userName: 'fino01' });
      expect(said()).to.deep.equal([]);
    });

    it('says that the session ends, and what a control has done', async () => {
      const { session } = flowAt(credentials);
      await show(credentials, { session: { ...session, expiresAt: now + 30_000 } as never });
      expect(said()).to.deep.equal(['Your session ends in less than a minute.']);
      const screen = await show(notPaid);
      press(await update(screen, 'request-id'), '');
      await waitUntil(() => /Copied|Could not copy/.test(said().join()), 'the copy is said');
    });

    it('does not say a time again and again', async () => {
      const silence = { attemptId: 'x', givesUpAt: now + 60_000 };
      await show({ ...credentials, busy: true, silence });
      expect(said()[0]).to.equal('fino SCA Bank has not answered yet.');
    });
  });

  describe('an error of a step', () => {
    const described = (screen: ShadowRoot, element: Element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => screen.getElementById(id)?.textContent.replace(/\s+/g, ' ').trim());

    it('is a heading and what to do, in one', async () => {
      const screen = await show({ ...tan, error: 'wrong-tan' });
      const note = find(screen, '#error');
      const title = screen.getElementById(note.getAttribute('aria-labelledby') ?? '');
      expect([title?.localName, title?.textContent]).to.deep.equal([
        'h2',
        'This TAN is not correct.',
      ]);
      expect(described(screen, note)).to.deep.equal(['You have 3 tries left. Check the TAN']);
    });

    it('is said at the fields as well', async () => {
      const login = await show({ ...credentials, error: 'wrong-login' });
      for (const id of ['#user-name', '#pin']) {
        expect(described(login, find(login, id))).to.deep.equal([
          'The username or the PIN is wrong.',
        ]);
      }
      const wrong = await show({ ...tan, error: 'wrong-tan' });
      expect(described(wrong, find(wrong, '#tan'))[0]).to.equal('This TAN is not correct.');
      const device = await show({ ...tan, error: 'unknown-device' });
      expect(described(device, find(device, '#tan'))[0]).to.equal(
        'Your bank does not know your device.',
      );
      const none = await show({ ...accounts, selected: [], error: 'none' });
      expect(described(none, find(none, 'fieldset'))).to.deep.equal([
        'Please choose at least one account.',
      ]);
    });
  });

  describe('where the page wants no header', () => {
    const nav = async (state: FlowState) => {
      app.hideHeader = true;
      const page = await update(await show(state), 'sandbox-page');
      expect(app.renderRoot.querySelector('nav-buttons')).to.be.null;
      return { page, row: await update(page, 'nav-buttons') };
    };

    it('shows the way back, the step and the way out in a row right below the title', async () => {
      const { page, row } = await nav(credentials);
      expect([...row.children].map(({ className }) => className)).to.deep.equal([
        'icon back',
        'step figures',
        'icon close',
      ]);
      expect(find(page, 'h1 + nav-buttons').offsetHeight).to.be.at.least(44);
    });

    it('shows no cross in mid-air at the end, but says the way out below all buttons', async () => {
      for (const state of [
        { at: 'done', login, isDuplicate: false },
        { at: 'retry', bank, userName: '', reason: 'closed', requestId: 'REQ-1' },
        { at: 'overview', logins: [login] },
      ] as const) {
        acts = [];
        const { page, row } = await nav(state);
        expect(row.querySelector('svg'), state.at).to.be.null;
        expect(find(page, 'nav-buttons').parentElement?.className).to.equal('actions');
        press(row, 'Close');
        expect(acts, state.at).to.deep.equal([{ type: 'exit' }]);
      }
      const { page } = await nav({ at: 'exited' });
      expect(page.querySelector('nav-buttons')?.shadowRoot?.querySelector('button')).to.be.null;
    });
  });

  describe('the header', () => {
    const step = async () => {
      const row = await update(app.renderRoot, 'nav-buttons');
      return row.querySelector('.step')?.textContent ?? '';
    };
    const bankShown = () =>
      app.renderRoot.querySelector('.bank-line')?.textContent.replace(/\s+/g, ' ').trim();

    it('says in sight which step of how many this is, in one row with back and close', async () => {
      await show(credentials);
      expect(await step()).to.equal('Step 2 of 4 · Login');
      const row = await update(app.renderRoot, 'nav-buttons');
      const tops = [...row.children].map((part) => {
        const { top, height } = part.getBoundingClientRect();
        return top + height / 2;
      });
      expect(tops).to.have.length(3);
      expect(Math.max(...tops) - Math.min(...tops)).to.be.below(1);
      await show({ at: 'overview', logins: [login] });
      expect(await step()).to.equal('');
    });

    it('keeps the bank in sight on every step between its choice and the end', async () => {
      const about = 'f fino SCA Bank Bank code 900 000 01';
      for (const state of states) {
        await show(state);
        const before = ['boot', 'search', 'overview', 'payment', 'discarding'];
        const without =
          [...before, 'paid', 'done', 'leaving', 'exited'].includes(state.at) || state === notPaid;
        expect(bankShown(), state.at).to.equal(without ? undefined : about);
      }
    });
  });

  it('has all its type in a measure that follows the browser’s font size', async () => {
    const sheetsIn = (root: ShadowRoot): readonly CSSStyleSheet[] => [
      ...root.adoptedStyleSheets,
      ...[...root.querySelectorAll('*')].flatMap((part) =>
        part.shadowRoot ? sheetsIn(part.shadowRoot) : [],
      ),
    ];
    const sheets = new Set<CSSStyleSheet>();
    for (const state of states) {
      await show(state);
      for (const sheet of sheetsIn(app.renderRoot as ShadowRoot)) sheets.add(sheet);
    }
    const css = [...sheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
    expect(css).to.have.length.above(100);
    expect(css.filter((rule) => /(font|font-size|line-height):[^;]*\dpx/.test(rule))).to.deep.equal(
      [],
    );
  });

  it('warns of the end of the session and extends it', async () => {
    const { session } = flowAt(credentials);
    await show(credentials, { session: { ...session, expiresAt: now + 30_000 } as never });
    press(app.renderRoot, 'Extend session');
    expect(acts).to.deep.equal([{ type: 'stay' }]);
  });

  it('asks for the height of the content, not of the frame', async () => {
    const heights: number[] = [];
    app.addEventListener('height', ({ height }) => heights.push(height));
    app.style.minHeight = '3000px';
    await show({ at: 'done', login, isDuplicate: false });
    await waitUntil(() => heights.length > 0, 'a height', { timeout: 9_000 });
    expect(app.offsetHeight).to.equal(3000);
    expect(heights.at(-1)).to.be.below(900);
  });

  describe('search', () => {
    const banks = [bank, otherBank];
    const search = (found: readonly Bank[], query = '') =>
      show({ at: 'search', query, banks: found, fromOverview: false });

    it('chooses with the arrow keys and Enter', async () => {
      const screen = await search(banks);
      const input = find(screen, 'input');
      for (const name of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) key(input, name);
      await search(banks);
      expect(input.getAttribute('aria-activedescendant')).to.equal('bank-90000002');
      key(input, 'Enter');
      expect(acts).to.deep.equal([{ type: 'select-bank', bank: otherBank }]);
    });

    it('takes the only bank found with Enter alone, but not the first of several', async () => {
      const screen = await search(banks);
      key(find(screen, 'input'), 'Enter');
      expect(acts).to.deep.equal([]);
      await search([bank]);
      key(find(screen, 'input'), 'Enter');
      expect(acts).to.deep.equal([{ type: 'select-bank', bank }]);
    });

    it('says once, at the field, that nothing was connected where the consent was declined', async () => {
      const screen = await show({ at: 'search', query: '', fromOverview: false, declined: true });
      const note = find(screen, '#declined');
      expect(said()).to.deep.equal([]);
      expect(note.textContent).to.contain('Nothing was connected');
      expect(find(screen, 'input').getAttribute('aria-describedby')).to.equal(note.id);
    });

    it('says of older rows that they are no answer, and takes none of them', async () => {
      const state = { at: 'search', query: 'Slow', banks: [bank], fromOverview: false } as const;
      const screen = await show({ ...state, searching: true });
      expect(find(screen, '#banks').getAttribute('aria-busy')).to.equal('true');
      expect(find(screen, '.help').textContent.trim()).to.equal('Looking for banks\u00a0…');
      key(find(screen, 'input'), 'Enter');
      find(screen, '[role=option]').click();
      expect(acts).to.deep.equal([]);
      expect(find(screen, '[role=option]').ariaDisabled).to.equal('true');
      await waitUntil(() => said().join() === 'Looking for banks …', 'the wait is said');
      await show(state);
      key(find(screen, 'input'), 'Enter');
      expect(acts).to.deep.equal([{ type: 'select-bank', bank }]);
    });

    it('says in its row that a bank is not supported', async () => {
      const screen = await search([{ ...bank, supported: false }]);
      expect(find(screen, '[role=option]').textContent).to.include('not supported');
    });

    it('clears what was typed with Escape', async () => {
      const screen = await search(banks, 'fino');
      key(find(screen, 'input'), 'Escape');
      expect(acts).to.deep.equal([{ type: 'search', query: '' }]);
    });

    it('says how many banks were found', async () => {
      await search(banks);
      expect(said()).to.deep.equal(['2 banks found']);
      await search([]);
      expect(said()).to.deep.equal(['No bank found']);
    });
  });

  describe('login', () => {
    it('submits user name and PIN, an empty PIN too', async () => {
      const screen = await show(credentials);
      type(field(screen, '#user-name'), ' fino01 ');
      press(screen, 'Log in');
      expect(acts).to.deep.equal([{ type: 'submit-login', userName: 'fino01', pin: '' }]);
    });

    it('asks for a missing user name and sends nothing', async () => {
      const screen = await show(credentials);
      press(screen, 'Log in');
      await show(credentials);
      expect(find(screen, '#name-missing').textContent).to.equal('Please enter your username.');
      expect(acts).to.deep.equal([]);
    });

    it('is busy in words, and takes nothing meanwhile', async () => {
      const screen = await show({ ...credentials, userName: 'fino01', busy: true });
      const button = find(screen, 'button[type=submit]');
      expect(button.textContent.trim()).to.equal('Logging in\u00a0…');
      expect(button.getAttribute('aria-busy')).to.equal('true');
      button.click();
      expect(acts).to.deep.equal([]);
    });

    it('clears the PIN after a refusal, keeps the user name, and moves the focus to the error', async () => {
      const screen = await show(credentials);
      const pin = field(screen, '#pin');
      type(field(screen, '#user-name'), 'fino01');
      type(pin, '999999');
      await show({ ...credentials, userName: 'fino01', busy: true });
      await show({ ...credentials, userName: 'fino01', error: 'wrong-login' });
      expect(pin.value).to.equal('');
      expect(field(screen, '#user-name').value).to.equal('fino01');
      expect(screen.activeElement?.id).to.equal('error');
      find(screen, 'a[href="#pin"]').click();
      expect(screen.activeElement).to.equal(pin);
    });

    it('never holds the PIN in an attribute', async () => {
      const screen = await show(credentials);
      type(field(screen, '#pin'), '654321');
      find(screen, '[aria-label="Show PIN"]').click();
      await show({ ...credentials, busy: true });
      expect(field(screen, '#pin').value).to.equal('654321');
      expect(screen.innerHTML).not.to.include('654321');
    });

    it('is filled in by a deep link', async () => {
      app.prefill = { userName: 'fino01', pin: '654321' };
      const screen = await show(credentials);
      press(screen, 'Log in');
      expect(acts).to.deep.equal([{ type: 'submit-login', userName: 'fino01', pin: '654321' }]);
    });
  });

  describe('closing and going back', () => {
    const click = async (way: '.close' | '.back') => {
      const row = await update(app.renderRoot, 'nav-buttons');
      find(row, way).click();
      await app.updateComplete;
      return find(app.renderRoot, 'dialog') as HTMLDialogElement;
    };
    const close = () => click('.close');

    it('asks before a step back that loses what was proved, and in its own words', async () => {
      const consent = { at: 'consent', purpose, attemptId: 'x', until: now, busy: false } as const;
      const { until, ...atRedirectBank } = accounts;
      const decoupled = { at: 'decoupled', purpose, attemptId: 'x', challenge } as const;
      for (const state of [tan, decoupled, consent, atRedirectBank] as const) {
        acts = [];
        await show(state);
        const question = await click('.back');
        expect([question.open, acts.length], state.at).to.deep.equal([true, 0]);
        expect(find(question, 'h2').textContent).to.equal('Go back?');
        press(question, 'Continue');
        await click('.back');
        press(question, 'Go back');
        expect([question.open, acts], state.at).to.deep.equal([false, [{ type: 'back' }]]);
      }
    });

    it('goes a step back without a question where nothing is lost by it', async () => {
      for (const state of [
        credentials,
        accounts,
        { at: 'method', purpose, attemptId: 'x', methods: ['smsTAN'], busy: false, challenge },
      ] as const) {
        acts = [];
        await show(state);
        expect((await click('.back')).open, state.at).to.be.false;
        expect(acts, state.at).to.deep.equal([{ type: 'back' }]);
      }
    });

    it('asks once from the challenge on, and does what is answered', async () => {
      await show(tan);
      const question = await close();
      expect([question.open, acts.length]).to.deep.equal([true, 0]);
      press(question, 'Continue');
      expect([question.open, acts.length]).to.deep.equal([false, 0]);
      await close();
      press(question, 'Leave');
      expect([question.open, acts]).to.deep.equal([false, [{ type: 'exit' }]]);
    });

    it('asks nothing before, and no more where the step is over', async () => {
      await show(credentials);
      expect((await close()).open).to.be.false;
      expect(acts).to.deep.equal([{ type: 'exit' }]);
      await show(tan);
      const question = await close();
      expect(question.open).to.be.true;
      await show({ at: 'done', login, isDuplicate: false });
      expect(question.open).to.be.false;
    });
  });

  describe('where no TAN and no request arrives', () => {
    const fresh = { ...challenge, expiresAt: now + 300_000 };
    const renew = { type: 'renew-tan' };

    for (const [at, words] of [
      ['tan', ['No TAN received?', 'Request a new TAN']],
      ['decoupled', ['No request received?', 'Send the request again']],
    ] as const) {
      it(`one disclosure has all that helps, another after 30 s (${at})`, async () => {
        const open = (one: Challenge) =>
          show(
            at === 'tan'
              ? { ...tan, challenge: one }
              : { at, purpose, attemptId: 'x', challenge: one },
          );
        const screen = await open(fresh);
        const details = find(screen, 'details') as HTMLDetailsElement;
        expect([details.open, find(details, 'summary').textContent]).to.deep.equal([
          false,
          words[0],
        ]);
        press(details, words[1]);
        expect(acts).to.deep.equal([]);
        expect(details.textContent).to.include(
          'Possible again in 0:30\u00a0minutes.Possible again in 30 seconds.',
        );
        await open({ ...fresh, expiresAt: now + 270_000 });
        press(details, words[1]);
        press(details, 'Use another method');
        expect(acts).to.deep.equal([renew, { type: 'other-method' }]);
        acts = [];
        press(screen, 'Cancel');
        expect(acts).to.deep.equal([{ type: 'cancel' }]);
      });
    }

    it('a request that is sent again is awaited at the link, and told of', async () => {
      const decoupled = { at: 'decoupled', purpose, attemptId: 'x', challenge } as const;
      const screen = await show(decoupled);
      press(screen, 'Send the request again');
      await update(app.renderRoot, 'decoupled-screen');
      expect(find(screen, 'details').textContent).to.include('Sending the request\u00a0…');
      await show({ ...decoupled, challenge: { ...challenge }, renewed: true });
      await update(app.renderRoot, 'decoupled-screen');
      expect(find(screen, 'details').textContent).to.include('Send the request again');
      expect(said().join()).to.include('The request has been sent again.');
    });

    it('the answer is awaited at the link, and what was typed stays until then', async () => {
      const screen = await show(tan);
      type(field(screen, '#tan'), '12');
      press(screen, 'Request a new TAN');
      await show({ ...tan, busy: true });
      expect(find(screen, 'button[type=submit]').textContent.trim()).to.equal('Confirm');
      expect(find(screen, 'details').textContent).to.include('Requesting a new TAN\u00a0…');
      expect(field(screen, '#tan').value).to.equal('12');
      await show({ ...tan, renewed: true });
      expect(field(screen, '#tan').value).to.equal('');
      expect(said()).to.deep.equal(['A new TAN has been requested.']);
    });
  });

  describe('TAN', () => {
    it('takes a TAN that was pasted with spaces', async () => {
      const screen = await show(tan);
      type(field(screen, '#tan'), ' 123 456 ');
      press(screen, 'Confirm');
      expect(acts).to.deep.equal([{ type: 'submit-tan', tan: '123456' }]);
    });

    it('asks for a missing TAN and sends nothing', async () => {
      const screen = await show(tan);
      press(screen, 'Confirm');
      await show({ ...tan });
      expect(find(screen, '#missing').textContent).to.equal('Please enter the TAN.');
      expect(acts).to.deep.equal([]);
    });

    it('shows the time and the tries that are left, and warns when the time is nearly up', async () => {
      const screen = await show(tan);
      expect(find(screen, '[role=timer]').textContent.trim()).to.equal(
        'TAN valid for 4:30\u00a0minutesTAN valid for 4 minutes 30 seconds · 3 tries left',
      );
      await show({ ...tan, challenge: { ...challenge, expiresAt: now + 59_000 } });
      expect(said().join()).to.include('less than a minute');
    });

    it('says of a device that the bank does not know what to do, not that the TAN is wrong', async () => {
      const screen = await show({ ...tan, error: 'unknown-device' });
      const { textContent } = find(screen, '#error');
      expect(textContent).to.include('Your bank does not know your device.');
      expect(textContent).to.include('Register it again in the banking app, then enter the TAN.');
      expect(textContent).not.to.include('not correct');
    });

    it('offers another method only where there is one', async () => {
      const screen = await show({ ...tan, challenge: { ...challenge, methods: ['smsTAN'] } });
      expect(() => press(screen, 'Use another method')).to.throw('No button');
      await show(tan);
      press(screen, 'Use another method');
      expect(acts).to.deep.equal([{ type: 'other-method' }]);
    });

    it('offers three flashes a second at most', async () => {
      const picture = { ...challenge, method: 'chipTAN-optical', picture: '0482' } as const;
      const screen = await show({ ...tan, challenge: picture });
      await customElements.whenDefined('flicker-picture');
      const flicker = await update(screen, 'flicker-picture');
      for (let i = 0; i < 5; i++) {
        find(flicker, '[title=Faster]').click();
        await update(screen, 'flicker-picture');
      }
      expect(flicker.textContent).to.include('Speed: 3 flashes a second');
    });
  });

  describe('consent', () => {
    const until = Date.UTC(2026, 3, 5, 9);
    const consent = { at: 'consent', purpose, attemptId: 'x', until, busy: false } as const;
    const renewed = { ...consent, purpose: { kind: 'renew', login, logins: [login] } } as const;

    const answers = (screen: ShadowRoot) =>
      [...screen.querySelectorAll<HTMLElement>('.answers > button')].map((button) => ({
        words: button.textContent.trim(),
        box: [button.offsetWidth, button.offsetHeight, button.offsetTop],
        colours: [getComputedStyle(button).color, getComputedStyle(button).backgroundColor],
      }));

    it('says who asks, and has words where nobody is named', async () => {
      const screen = await show(consent);
      const lead = find(screen, '[slot=lead]');
      expect(lead.textContent).to.equal('This application would like to read:');
      app.requester = 'Fair Credit';
      await show({ ...consent });
      await update(app.renderRoot, 'consent-screen');
      expect(lead.textContent).to.equal('Fair Credit would like to read:');
    });

    it('keeps its shape with names that do not end', async () => {
      const endless = 'Donaudampfschifffahrt'.repeat(20);
      app.style.width = '320px';
      app.requester = endless;
      const long = { ...purpose, bank: { ...bank, shortName: endless } };
      const screen = await show({ ...consent, purpose: long });
      const page = find(screen, 'sandbox-page');
      expect(page.scrollWidth).to.equal(page.clientWidth);
      const [agree, decline] = answers(screen);
      expect(agree?.box).to.deep.equal(decline?.box);
    });

    for (const [kind, state] of Object.entries({ connect: consent, renew: renewed })) {
      it(`says which data, until when and how it is withdrawn (${kind})`, async () => {
        const screen = await show(state);
        const { textContent } = find(screen, 'sandbox-page');
        for (const words of [
          'Name and account numbers',
          'Balances and transactions',
          'Securities in your accounts',
          'Access ends on April 5, 2026.',
          'Payments are not possible.',
          'You can withdraw it at any time: with “Disconnect” under “Your banks”, or at your bank.',
        ]) {
          expect(textContent).to.include(words);
        }
      });
    }

    it('says the date of the bank’s own term', async () => {
      const screen = await show({ ...consent, until: now + 180 * 86_400_000 });
      expect(find(screen, 'sandbox-page').textContent).to.include('Access ends on July 4, 2026.');
    });

    it('has two answers alike, nothing ticked, and begins with neither', async () => {
      app.style.setProperty('--primary', 'gold');
      const screen = await show(consent);
      app.renderRoot.querySelector<Screen<'consent'>>('consent-screen')?.begin();
      const [agree, decline] = answers(screen);
      expect([agree?.words, decline?.words]).to.deep.equal(['Agree', 'Decline']);
      expect(agree?.box).to.deep.equal(decline?.box);
      expect(agree?.colours).to.deep.equal(decline?.colours);
      expect(screen.querySelector('input, [autofocus]')).to.equal(null);
      expect(screen.activeElement?.localName).to.equal('sandbox-page');
    });

    it('sends the answer that is pressed', async () => {
      const screen = await show(consent);
      press(screen, 'Agree');
      press(screen, 'Decline');
      expect(acts).to.deep.equal([{ type: 'agree-consent' }, { type: 'decline-consent' }]);
    });

    it('is busy, announces it, and keeps both answers alike', async () => {
      app.style.width = '320px';
      const screen = await show(consent);
      const before = answers(screen).map(({ box }) => box);
      await show({ ...consent, busy: true });
      await waitUntil(() => said().join() === 'One moment …', 'the wait is said');
      const [agree, decline] = answers(screen);
      expect(agree?.words).to.equal('Agree');
      expect([agree?.box, decline?.box]).to.deep.equal(before);
    });
  });

  describe('the check of a payment', () => {
    const check = { at: 'payment', payment, busy: false } as const;
    const paying = (payee: PayeeCheck): FlowState => ({
      ...check,
      payment: { ...payment, transfers: [{ ...transfer, payee }] },
    });
    const buttons = (screen: ShadowRoot) => [
      ...screen.querySelectorAll<HTMLElement>('.answers > button'),
    ];
    const facts = (list: Element) =>
      [...list.querySelectorAll('dl > div')].map((row) =>
        ['dt', 'dd'].map((part) =>
          (row.querySelector(part)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      );

    it('says what is paid to whom, for what, when and from which account', async () => {
      const screen = await show(check);
      expect(facts(find(screen, 'sandbox-page'))).to.deep.equal([
        ['Amount', '€249.90'],
        ['Payee', 'Möbelhaus Beispiel DE95 9000 0099 4711 0815 00 The name matches the IBAN.'],
        ['Purpose', 'Rechnung 2026-0815'],
        ['Execution date', 'January 5, 2026'],
        // The letter is the bank’s mark, hidden from those who listen.
        ['From account', 'f Girokonto · fino SCA Bank DE25 9000 0001 0000 0000 01'],
      ]);
    });

    it('lists several, below what they come to', async () => {
      const screen = await show({ ...check, payment: several });
      const list = find(screen, 'ol');
      expect(list.getAttribute('aria-label')).to.equal('3 transfers');
      expect([...list.children].map((item) => facts(item)[0]?.[1])).to.deep.equal([
        '€249.90',
        '€84.50',
        '€112.37',
      ]);
      const all = facts(find(screen, 'sandbox-page'));
      expect(all[0]).to.deep.equal(['Total, 3 transfers', '€446.77']);
      expect(all.slice(-3).map(([name, value]) => (name === 'Booking' ? value : name))).to.include(
        'all as one',
      );
    });

    it('shows each amount of several currencies, and does not add them up', async () => {
      const mixed = { ...payment, transfers: [transfer, { ...transfer, currency: 'USD' }] };
      const screen = await show({ ...check, payment: mixed });
      expect(facts(find(screen, 'sandbox-page'))[0]?.[1]).to.equal('€249.90 + $249.90');
    });

    const doubts: Readonly<Record<string, readonly [PayeeCheck, ...string[]]>> = {
      'a close match': [
        { result: 'close-match', name: 'Erika Mustermann' },
        'The name is slightly different.',
        'The bank has the account under “Erika Mustermann”.',
        'the money will reach somebody else',
      ],
      'no match': [
        { result: 'no-match' },
        'The name does not match the IBAN.',
        'the money may reach somebody else, and you may not get it back',
      ],
      'a name that cannot be checked': [
        { result: 'not-possible' },
        'The name could not be checked.',
        'the money will reach somebody else, and you may not get it back',
      ],
    };

    for (const [what, [payee, ...sentences]] of Object.entries(doubts)) {
      it(`warns of ${what} at the payee, and makes neither answer the obvious one`, async () => {
        app.style.setProperty('--primary', 'gold');
        const screen = await show(paying(payee));
        const row = find(screen, '.note').closest('dl > div');
        for (const sentence of sentences) expect(row?.textContent).to.include(sentence);
        const [go, leave] = buttons(screen);
        expect([go?.textContent.trim(), leave?.textContent.trim()]).to.deep.equal([
          'Continue anyway',
          'Cancel',
        ]);
        const looks = [go, leave].map((one) => one && getComputedStyle(one).backgroundColor);
        expect(looks[0]).to.equal(looks[1]);
      });
    }

    it('warns where one payee of several is in doubt', async () => {
      const doubt = { ...transfer, payee: { result: 'no-match' } } as const;
      const screen = await show({
        ...check,
        payment: { ...several, transfers: [transfer, doubt] },
      });
      expect(screen.querySelectorAll('.note')).to.have.length(1);
      expect(buttons(screen)[0]?.textContent.trim()).to.equal('Continue anyway');
    });

    it('has both answers beside each other, and begins with neither', async () => {
      const screen = await show(check);
      app.renderRoot.querySelector<Screen<'payment'>>('payment-screen')?.begin();
      const [go, leave] = buttons(screen);
      expect([go?.offsetWidth, go?.offsetHeight, go?.offsetTop]).to.deep.equal([
        leave?.offsetWidth,
        leave?.offsetHeight,
        leave?.offsetTop,
      ]);
      expect(screen.activeElement?.localName).to.equal('sandbox-page');
      press(screen, 'Continue to approval');
      press(screen, 'Cancel');
      expect(acts).to.deep.equal([{ type: 'authorise' }, { type: 'cancel' }]);
    });

    it('is busy, announces it, and keeps its name', async () => {
      const screen = await show(check);
      const before = buttons(screen).map(({ offsetWidth }) => offsetWidth);
      await show({ ...check, busy: true });
      await waitUntil(() => said().join() === 'One moment …', 'the wait is said');
      const [go] = buttons(screen);
      expect([go?.textContent.trim(), go?.getAttribute('aria-busy')]).to.deep.equal([
        'Continue to approval',
        'true',
      ]);
      expect(buttons(screen).map(({ offsetWidth }) => offsetWidth)).to.deep.equal(before);
    });

    it('keeps its shape with names that do not end, and takes no text that turns it around', async () => {
      app.style.width = '320px';
      const endless = 'Donaudampfschifffahrt'.repeat(20);
      const long = { ...transfer, purpose: endless, creditor: { name: endless, iban: endless } };
      const screen = await show({ ...check, payment: { ...payment, transfers: [long] } });
      const page = find(screen, 'sandbox-page');
      expect(page.scrollWidth).to.equal(page.clientWidth);
      const turned = { ...transfer.creditor, name: '\u202eleipsieB' };
      await show({
        ...check,
        payment: { ...payment, transfers: [{ ...transfer, creditor: turned }] },
      });
      expect(find(screen, 'sandbox-page').textContent).not.to.include('\u202e');
    });
  });

  describe('a challenge of a payment', () => {
    const open = { purpose: pay, attemptId: 'x', challenge } as const;
    const methods = ['pushTAN', 'smsTAN'] as const;
    const atBankNow = {
      at: 'at-bank',
      purpose: pay,
      attemptId: 'x',
      url: 'https://b.example',
    } as const;
    const challenges: readonly FlowState[] = [
      { at: 'method', purpose: pay, attemptId: 'x', methods, busy: false },
      {
        at: 'medium',
        purpose: pay,
        attemptId: 'x',
        method: 'smsTAN',
        media: [{ mediumId: 'm', phone: '42' }],
        methods,
        busy: false,
      },
      { at: 'tan', ...open, busy: false },
      { at: 'decoupled', ...open },
      { at: 'redirect-info', purpose: pay, way: { attemptId: 'x', url: 'https://b.example' } },
      atBankNow,
      { ...atBankNow, unseen: true },
    ];

    for (const state of challenges) {
      it(`names what is approved, and speaks of no access (${state.at})`, async () => {
        const screen = await show(state);
        expect(find(screen, '.subject').textContent.trim()).to.equal(
          '€249.90 to Möbelhaus Beispiel',
        );
        const words = find(screen, 'sandbox-page').textContent;
        expect(words).not.to.match(/consent|access|connect|log in/i);
        await show({ ...state, purpose: { kind: 'pay', payment: several } } as FlowState);
        expect(find(screen, '.subject').textContent.trim()).to.equal('€446.77 in 3 transfers');
      });
    }

    it('is left by words that say so', async () => {
      for (const at of ['tan', 'decoupled', 'redirect-info'] as const) {
        acts = [];
        const state = challenges.find((one) => one.at === at);
        if (!state) throw new Error(at);
        press(await show(state), 'Cancel');
        expect(acts, at).to.deep.equal([{ type: 'cancel' }]);
      }
      acts = [];
      press(await show(atBankNow), 'Back to the payment');
      expect(acts).to.deep.equal([{ type: 'cancel' }]);
    });
  });

  describe('the end of a payment', () => {
    const lead = (screen: ShadowRoot) =>
      [...screen.querySelectorAll('[slot=lead]')].map((one) => one.textContent.trim()).join(' ');
    const heading = (screen: ShadowRoot) => screen.querySelector('sandbox-page')?.heading;

    it('says what was ordered and what comes next, and promises nothing', async () => {
      const paid = (more: Partial<Payment>) =>
        show({ at: 'paid', payment: { ...payment, status: 'PENDING', ...more } });
      expect(lead(await paid({}))).to.equal(
        '€249.90 to Möbelhaus Beispiel Your bank has the order and will execute it. When the money arrives is up to your bank.',
      );
      expect(lead(await paid({ executionDate: '2026-02-01' }))).to.include(
        'Execution date: February 1, 2026.',
      );
      const done = await paid({ status: 'SUCCESSFUL' });
      expect(heading(done)).to.equal('Payment ordered');
      expect(lead(done)).to.include('Your bank has executed it.');
    });

    it('says what happened, that nothing was paid, and what to do', async () => {
      const screen = await show(notPaid);
      expect(heading(screen)).to.equal('The payment was not made');
      expect(lead(screen)).to.equal(
        'Your bank refused the order. Nothing was paid. You can try again in the application.',
      );
      await show({ ...notPaid, code: 'INVALID_OTP' });
      expect(lead(screen)).to.match(/^The TAN was wrong three times\. Nothing was paid\./);
      await show({ ...notPaid, code: 'UNKNOWN' });
      expect(lead(screen)).to.match(/^The reason is not known\. Nothing was paid\./);
      await show({ ...notPaid, code: 'UNKNOWN', reason: 'session-expired' });
      expect(heading(screen)).to.equal('Your session has ended');
      expect(lead(screen)).to.match(/^Nothing was paid\. Please start again/);
    });

    it('has words for every code, from the table of errors, that speak of no connection', async () => {
      const leads = new Set<string>();
      for (const code of errorCodes) {
        const words = lead(await show({ ...notPaid, code }));
        const { happened, help } = errorAdvice(code, 'pay', 'en');
        expect(words, code).to.equal(`${happened}. ${help}`);
        expect(words, code).to.match(/\. Nothing was paid\./);
        expect(words, code).not.to.match(/connect another|try again in a few/i);
        leads.add(words);
      }
      expect(leads.size).to.equal(errorCodes.length);
    });

    it('does not say that nothing was paid where nobody knows', async () => {
      for (const reason of [undefined, 'session-expired'] as const) {
        const screen = await show({
          ...notPaid,
          code: 'UNKNOWN',
          ...(reason && { reason }),
          isUncertain: true,
        });
        expect(heading(screen)).to.equal('The payment may or may not be made');
        expect(lead(screen)).to.include('Check in your online banking');
        expect(lead(screen)).not.to.include('Nothing was paid');
      }
    });

    it('that the user chose says that nothing was paid', async () => {
      const screen = await show({ at: 'exited', isDiscarded: true });
      expect(heading(screen)).to.equal('Payment cancelled');
      expect(lead(screen)).to.match(/^Nothing was paid\./);
      expect(lead(await show({ at: 'exited' }))).not.to.include('paid');
    });

    it('on its way says that the bank is asked', async () => {
      const screen = await show({ at: 'discarding', step: 'tan' });
      await waitUntil(() => said().join() === 'Asking your bank …', 'the wait is said');
      expect(screen.querySelector('button')).to.equal(null);
    });
  });

  describe('choice of a phone', () => {
    const medium = {
      at: 'medium',
      purpose,
      attemptId: 'x',
      method: 'smsTAN',
      media: [
        { mediumId: 'm1', phone: '42' },
        { mediumId: 'm2', phone: '77' },
      ],
      methods: ['smsTAN'],
      busy: false,
    } as const;

    it('says for which method and bank, and takes the phone that is pressed', async () => {
      const screen = await show(medium);
      expect(find(screen, '[slot=lead]').textContent).to.equal(
        'On which phone do you use fino SCA Bank’s smsTAN?',
      );
      press(screen, 'Phone ending in 77');
      expect(acts).to.deep.equal([{ type: 'choose-medium', mediumId: 'm2' }]);
    });

    it('announces that it is busy', async () => {
      await show({ ...medium, busy: true });
      await waitUntil(() => said().join() === 'One moment …', 'the wait is said');
    });
  });

  describe('overview', () => {
    const until = Date.UTC(2026, 3, 5, 9);
    const card = async (more: Partial<BankLogin>): Promise<HTMLElement> =>
      find(await show({ at: 'overview', logins: [{ ...login, ...more }] }), '.card');

    const advice: Readonly<Record<string, readonly [Partial<BankLogin>, ...string[]]>> = {
      'a valid consent': [
        { status: 'OK', consentUntil: until },
        'Active',
        'Consent until April 5, 2026.',
        'Refresh',
      ],
      'a consent for each refresh': [
        { status: 'OK', consentUntil: until, recurring: false },
        'Active',
        'Consent until April 5, 2026. Each refresh needs your consent.',
        'Refresh',
      ],
      'an expired consent': [
        { status: 'SCA_REQUIRED' },
        'Consent expired',
        'Renew the consent to get new transactions.',
        'Renew consent',
      ],
      'a failed refresh': [
        { status: 'SYNC_FAILED', consentUntil: until },
        'Error',
        'The last refresh failed. Please try again. Consent until April 5, 2026.',
        'Refresh',
      ],
      'a consent withdrawn at the bank': [
        { status: 'SYNC_FAILED' },
        'Error',
        'The consent is no longer valid at the bank. Please renew it.',
        'Renew consent',
      ],
      'an older connection': [
        { status: 'OK', consentUntil: until, isObsolete: true },
        'No longer needed',
        'A newer connection leads to the same accounts. You can disconnect this one.',
        'Disconnect',
      ],
    };

    for (const [what, [more, chip, words, action]] of Object.entries(advice)) {
      it(`says what to do about ${what}`, async () => {
        const found = await card(more);
        expect(find(found, '.chip').textContent.trim()).to.equal(chip);
        expect([...found.querySelectorAll('.more')].at(-1)?.textContent).to.equal(words);
        const buttons = [...found.querySelectorAll('button')].map((one) => one.textContent.trim());
        expect(buttons).to.include(action);
      });
    }

    it('has one primary button, and none that covers what stands above it', async () => {
      const screen = await show({ at: 'overview', logins: [{ ...login, status: 'SCA_REQUIRED' }] });
      const primaries = [...screen.querySelectorAll('.button:not(.plain, .text)')];
      expect(primaries.map(({ textContent }) => textContent.trim())).to.deep.equal(['Done']);
      const page = await update(screen, 'sandbox-page');
      expect(getComputedStyle(find(page, '.primary')).position).to.equal('static');
    });

    it('names the buttons of two logins at one bank apart, in sight too', async () => {
      const groups = async (...logins: readonly BankLogin[]) => {
        const screen = await show({ at: 'overview', logins });
        return [...screen.querySelectorAll('[role=group]')].map((group) => group.ariaLabel);
      };
      const second = { ...account, accountId: 'a2', accountNumber: '0000000042' };
      const older = { ...login, bankLoginId: 'l3', isObsolete: true } as const;
      const elsewhere = { ...login, bankLoginId: 'l4', bank: otherBank };
      expect(await groups(login, elsewhere)).to.deep.equal([
        'Actions for fino SCA Bank',
        'Actions for fino Redirect Bank',
      ]);
      expect(
        await groups(login, { ...login, bankLoginId: 'l2', accounts: [second] }, older),
      ).to.deep.equal([
        'Actions for fino SCA Bank, Girokonto ending in 0001',
        'Actions for fino SCA Bank, Girokonto ending in 0042',
        'Actions for fino SCA Bank, Girokonto ending in 0001, No longer needed',
      ]);
    });

    it('says by the one region that a bank is disconnected', async () => {
      await show({ at: 'overview', logins: [], notice: { kind: 'disconnected' } });
      expect(said()).to.include('The bank is disconnected and the consent withdrawn.');
    });

    it('announces a duplicate and a consent that was not renewed', async () => {
      const told = async (kind: 'duplicate' | 'declined') => {
        const notice = { kind, bankLoginId: 'l1' };
        const screen = await show({ at: 'overview', logins: [login], notice });
        expect(screen.querySelector('.note')).not.to.be.null;
        return said().join();
      };
      expect(await told('duplicate')).to.equal(
        'fino SCA Bank is connected. An older connection to the same accounts is no longer needed.',
      );
      expect(await told('declined')).to.equal(
        'The consent for fino SCA Bank was not renewed. Nothing has changed.',
      );
    });
  });

  describe('done', () => {
    const until = Date.UTC(2026, 3, 5, 9);
    const connected = { ...login, status: 'OK', consentUntil: until } as const;

    it('says what is connected, until when, where it is withdrawn, and what comes next', async () => {
      const screen = await show({ at: 'done', login: connected, isDuplicate: false });
      const words = find(screen, 'sandbox-page').textContent.replace(/\s+/g, ' ');
      for (const one of [
        'Girokonto ending in 0001',
        'Access ends on April 5, 2026.',
        'with “Disconnect” under “Your banks”, or at your bank',
        'This application can now read the data.',
      ]) {
        expect(words).to.include(one);
      }
      const many = Array.from({ length: 6 }, (_, i) => ({ ...account, accountId: `a${i}` }));
      await show({ at: 'done', login: { ...connected, accounts: many }, isDuplicate: false });
      expect(find(screen, 'ul').textContent).to.include('and 2 accounts more');
    });

    it('stays success once it was read', async () => {
      const screen = await show({ at: 'done', login: connected, isDuplicate: false });
      press(screen, 'Done');
      expect(acts).to.deep.equal([{ type: 'done' }]);
      await show({ at: 'done', login: connected, isDuplicate: false, isRead: true });
      expect(screen.querySelector('sandbox-page')?.heading).to.equal('Connected');
      expect(said()).to.deep.equal(['All done. You can continue in the application.']);
      expect(screen.activeElement?.localName).to.equal('sandbox-page');
    });

    it('is no abandonment, and that is no success', async () => {
      const page = async (state: FlowState) => (await show(state)).querySelector('sandbox-page');
      expect((await page({ at: 'exited', isDone: true }))?.heading).to.equal('All done');
      const left = await page({ at: 'exited' });
      expect([left?.heading, left?.mood]).to.deep.equal(['You have left the process', 'calm']);
      expect(left?.textContent).not.to.match(/window/);
    });

    it('says that the accounts were connected before, and only then', async () => {
      const duplicate = await show({ at: 'done', login, isDuplicate: true });
      expect(find(duplicate, '.note').textContent.trim()).to.equal(
        'It turns out that these accounts were already connected. You can disconnect the older connection under “Your banks”.',
      );
      const usual = await show({ at: 'done', login, isDuplicate: false });
      expect(usual.querySelector('.note')).to.equal(null);
    });
  });

  describe('an error', () => {
    const fatal = { at: 'fatal', code: 'BANK_ERROR', requestId: 'REQ-1', bank } as const;
    const setup = { multiple: false, addBankLogin: false };

    const labels = (root: ParentNode, selector: string) =>
      [...root.querySelectorAll<HTMLElement>(selector)].map((one) => one.textContent.trim());
    /** What a button does, by what it says. */
    const does: Readonly<Record<string, Intent>> = {
      'Try again': { type: 'retry' },
      'Choose another bank': { type: 'back' },
    };
    /** What the words tell the user to do is what the button does. */
    const told: Readonly<Record<string, RegExp>> = {
      'Try again': /try (it )?again/i,
      'Choose another bank': /another bank/i,
      'Renew consent': /renew/i,
    };

    for (const code of errorCodes) {
      it(`has one button for ${code}, which does what the words say`, async () => {
        const screen = await show({ ...fatal, code });
        const [label = '', ...others] = labels(screen, 'button[slot=primary]');
        expect(others).to.deep.equal([]);
        const words = find(screen, '[slot=lead]').textContent;
        expect(words, label).to.match(told[label] ?? /^$/);
        find(screen, 'button[slot=primary]').click();
        expect(acts).to.deep.equal([does[label]]);
        expect(screen.querySelector('request-id')).not.to.be.null;
      });

      it(`has one button for ${code} while synchronising, which does what the words say`, async () => {
        const notice = { kind: 'failed', bankLoginId: 'l1', code, requestId: 'REQ-1' } as const;
        const screen = await show({ at: 'overview', logins: [login], notice });
        const note = find(screen, '#error');
        const [label = '', ...others] = labels(note, 'button');
        expect(others).to.deep.equal([]);
        expect(note.textContent.replace(label, ''), label).to.match(told[label] ?? /^$/);
        find(note, 'button').click();
        expect(acts).to.deep.equal([
          label === 'Choose another bank'
            ? { type: 'add-bank' }
            : { type: 'synchronise', bankLoginId: 'l1' },
        ]);
        const { support } = errorAdvice(code, 'sync', 'en');
        expect(note.querySelector('request-id') !== null).to.equal(support);
      });
    }

    const reasons = [
      'declined',
      'expired',
      'no-answer',
      'closed',
      'cancelled-at-bank',
      'refused-at-bank',
      'no-token',
    ] as const;

    it('of an attempt has one button that does what the words say', async () => {
      for (const reason of reasons) {
        acts = [];
        const state = { at: 'retry', bank, userName: '', reason, requestId: 'REQ-1' } as const;
        const screen = await show(state);
        const [label = '', ...others] = labels(screen, 'button[slot=primary]');
        expect(others).to.deep.equal([]);
        expect(find(screen, '[slot=lead]').textContent, reason).to.match(told[label] ?? /^$/);
        find(screen, 'button[slot=primary]').click();
        expect(acts, reason).to.deep.equal([does[label]]);
        const { support } = retryAdvice(reason, 'en');
        expect(screen.querySelector('request-id') !== null, reason).to.equal(support);
      }
      const own = reasons.filter((reason) => !retryAdvice(reason, 'de').support);
      expect(own).to.deep.equal(['declined', 'expired', 'closed', 'cancelled-at-bank']);
    });

    it('says the same in both languages: who names support shows the id', () => {
      for (const code of errorCodes) {
        for (const stage of ['connect', 'sync'] as const) {
          const [de, en] = [errorAdvice(code, stage, 'de'), errorAdvice(code, stage, 'en')];
          expect([de.remedy, de.support]).to.deep.equal([en.remedy, en.support]);
          const names = [de, en].map(({ help }) => /support/i.test(help));
          expect(names[0], code).to.equal(names[1]);
          if (names[0]) expect(de.support, code).to.be.true;
        }
      }
    });

    it('that nothing is to be done about leads back where there is a way', async () => {
      const over = {
        at: 'fatal',
        code: 'UNKNOWN',
        reason: 'session-expired',
        requestId: 'R',
      } as const;
      const screen = await show(over);
      expect(screen.querySelector('button')).to.be.null;
      await show({ ...over }, { setup: { ...setup, redirectURL: 'https://shop.example/' } });
      await update(app.renderRoot, 'fatal-screen');
      press(screen, 'Back to the application');
      expect(acts).to.deep.equal([{ type: 'exit' }]);
    });

    it('leads back to the application where there is a way', async () => {
      const screen = await show(fatal);
      expect(() => press(screen, 'Back to the application')).to.throw('No button');
      for (const way of ['redirectURL', 'usualRedirectURL']) {
        acts = [];
        await show({ ...fatal }, { setup: { ...setup, [way]: 'https://shop.example/' } });
        await update(app.renderRoot, 'fatal-screen');
        press(screen, 'Back to the application');
        expect(acts).to.deep.equal([{ type: 'exit' }]);
      }
    });
  });

  describe('disconnecting', () => {
    it('is named for what it does, in the colours of a danger', async () => {
      app.style.setProperty('--bad', 'rgb(1, 2, 3)');
      const screen = await show({ at: 'disconnect', login, logins: [login], busy: false });
      const submit = find(screen, 'button[type=submit]');
      expect(getComputedStyle(submit).color).to.equal('rgb(1, 2, 3)');
      expect([
        submit.textContent.trim(),
        screen.querySelector('sandbox-page')?.heading,
      ]).to.deep.equal(['Disconnect', 'Disconnect from fino SCA Bank?']);
      press(screen, 'Keep the connection');
      expect(acts).to.deep.equal([{ type: 'cancel' }]);
    });
  });

  describe('accounts', () => {
    it('keeps the words of a name whole beside a large amount, on a small phone', async () => {
      app.style.width = '320px';
      const large = { ...account, name: 'Gemeinschaftskonto', balance: 12_345_678.9 };
      const screen = await show({ ...accounts, accounts: [large] });
      const name = find(screen, '.name');
      expect(name.offsetHeight).to.be.at.most(48);
      expect(find(screen, 'fieldset').scrollWidth).to.equal(find(screen, 'fieldset').clientWidth);
      const below = find(screen, '.amount').getBoundingClientRect().top;
      expect(below).to.be.at.least(find(screen, '.words').getBoundingClientRect().bottom - 1);
    });

    it('toggles, counts and connects', async () => {
      const screen = await show(accounts);
      find(screen, 'input').click();
      press(screen, 'Connect 1 account');
      expect(acts).to.deep.equal([
        { type: 'toggle-account', accountId: 'a1' },
        { type: 'confirm-accounts' },
      ]);
    });

    it('says of what type an account is, unless its name does', async () => {
      const savings: Account = {
        ...account,
        accountId: 'a2',
        name: 'Tagesgeld',
        type: 'TAGESGELD',
      };
      const screen = await show({ ...accounts, accounts: [account, savings] });
      expect(find(screen, '[slot=lead]').textContent).to.equal(
        'To change this later, you have to connect the bank again.',
      );
      const rows = [...screen.querySelectorAll('.row')].map((row) => row.textContent);
      expect(rows[0]).to.include('Current account');
      expect(rows[1]).to.include('Instant-access savings account');
    });

    it('says in words that the bank has none of the type, and offers another', async () => {
      const none = { ...accounts, accounts: [], selected: [], accountType: 'DEPOT' } as const;
      const screen = await show(none);
      expect(find(screen, '[slot=lead]').textContent).to.equal(
        'fino SCA Bank has no securities accounts under this login. Nothing was connected.',
      );
      expect(screen.querySelector('input')).to.equal(null);
      press(screen, 'Choose another account type');
      press(screen, 'Choose another bank');
      expect(acts).to.deep.equal([{ type: 'retry' }, { type: 'cancel' }]);
    });

    it('answers every vain try with the focus on the error', async () => {
      const screen = await show({ ...accounts, selected: [] });
      await show({ ...accounts, selected: [], error: 'none' });
      expect(screen.activeElement?.id).to.equal('error');
      find(screen, 'a').click();
      expect(screen.activeElement?.id).to.equal('account-0');
      await show({ ...accounts, selected: [], error: 'none' });
      expect(screen.activeElement?.id).to.equal('error');
      find(screen, '#account-0').focus();
      await show({ ...accounts, selected: ['a1'], error: 'none' });
      expect(screen.activeElement?.id).to.equal('account-0');
    });
  });
});
