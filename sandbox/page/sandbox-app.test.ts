import { expect, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Account, Bank, BankLogin, Challenge } from '../core/contract/bank-side.js';
import type { Flow, FlowState, Intent } from '../core/flow/flow-state.js';
import type { SandboxApp } from './sandbox-app.js';
import './sandbox-app.js';
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
  attemptId: 'x',
  accounts: [account],
  selected: ['a1'],
  busy: false,
};

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
  { at: 'overview', logins: [login] },
  { at: 'disconnect', login, logins: [login], busy: false },
  { at: 'syncing', login, logins: [login] },
  { at: 'retry', bank, userName: '', reason: 'closed', requestId: 'REQ-1' },
  { at: 'fatal', code: 'BANK_ERROR', requestId: 'REQ-1', bank },
  { at: 'leaving', url: 'https://shop.example/callback' },
  { at: 'exited' },
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
    const screen = app.renderRoot.querySelector<SandboxApp>('main > *');
    await screen?.updateComplete;
    return screen?.renderRoot as ShadowRoot;
  }

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

  it('shows back and close below the title where the page wants no header', async () => {
    app.hideHeader = true;
    const screen = await show(credentials);
    const page = screen.querySelector('sandbox-page');
    await page?.updateComplete;
    expect(app.renderRoot.querySelector('nav-buttons')).to.be.null;
    expect(page?.renderRoot.querySelector('nav-buttons')).not.to.be.null;
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

    it('clears what was typed with Escape', async () => {
      const screen = await search(banks, 'fino');
      key(find(screen, 'input'), 'Escape');
      expect(acts).to.deep.equal([{ type: 'search', query: '' }]);
    });

    it('says how many banks were found', async () => {
      const screen = await search(banks);
      expect(find(screen, '[role=status]').textContent.trim()).to.equal('2 banks found');
      await search([]);
      expect(find(screen, '[role=status]').textContent.trim()).to.equal('No bank found');
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
      expect(find(screen, '#name-missing').textContent).to.equal('Please enter your user name.');
      expect(acts).to.deep.equal([]);
    });

    it('is busy in words, and takes nothing meanwhile', async () => {
      const screen = await show({ ...credentials, userName: 'fino01', busy: true });
      const button = find(screen, 'button[type=submit]');
      expect(button.textContent.trim()).to.equal('Logging in …');
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
        'Valid for 4:30 · 3 tries left',
      );
      await show({ ...tan, challenge: { ...challenge, expiresAt: now + 59_000 } });
      expect(find(screen, '[role=status]').textContent).to.include('less than a minute');
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
        find(flicker, '[aria-label=Faster]').click();
        await update(screen, 'flicker-picture');
      }
      expect(flicker.textContent).to.include('Speed: 3 flashes a second');
    });
  });

  describe('accounts', () => {
    it('toggles, counts and connects', async () => {
      const screen = await show(accounts);
      find(screen, 'input').click();
      press(screen, 'Connect 1 account');
      expect(acts).to.deep.equal([
        { type: 'toggle-account', accountId: 'a1' },
        { type: 'confirm-accounts' },
      ]);
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
