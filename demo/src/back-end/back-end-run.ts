/**
 * What a back end does for one of its users, step by step, and what it knows by then. The page shows it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { newSeed } from '../demo-session.js';
import { EventRecord } from '../log/event-record.js';
import { withCall } from './api-calls.js';
import { ApiClient, ApiProblem, type ApiCall } from './api-client.js';
import type {
  Account,
  Category,
  Delivery,
  LoginStatus,
  MoneyTransfer,
  Session,
  Transaction,
} from './api-types.js';
import { backEndRunTexts } from '../texts/back-end.js';
import { lang, wordsOf } from '../texts/language.js';
import { sampleAccount } from './sample-account.js';

const t = wordsOf(backEndRunTexts);

/** Each call belongs to the first step whose words fit. */
const steps = [
  ['clock', /^(POST \/_sandbox\/clock|GET \/_sandbox$)/],
  ['webhooks', /^\w+ \/(api|_sandbox)\/webhooks/],
  ['upload', /^POST \S+\/banking\/accounts/],
  ['transactions', /\/(transactions|categorization|trigger-analysis)/],
  ['accounts', /^GET \S+\/banking\/accounts/],
  ['payment', /\/money-transfers/],
  ['logins', /\/banking\/logins\//],
  ['session', /^/],
] as const;

/** What the page's form asks for. */
export interface NewPayment {
  readonly payee: string;
  readonly iban: string;
  readonly amount: number;
  readonly purpose: string;
  /** `YYYY-MM-DD`; today where it is empty. */
  readonly date: string;
}

export type Step = (typeof steps)[number][0];

/** What came of the last thing that was done in a step. */
interface Note {
  readonly text: string;
  readonly isBad?: true;
}

/** What keeps all from going on: see ApiProblem; `gone`: the sandbox does not know the user any more. */
export interface Problem {
  readonly kind: 'absent' | 'lost' | 'gone';
  readonly text: string;
}

/** How often the page asks what webhooks were delivered, in ms: a back end would be told. */
const pollPause = 2000;

/** What the widget says when the bank logins are others than before. */
const changes: ReadonlySet<string> = new Set([
  'bank-connect',
  'bank-disconnect',
  'BANK_SYNC_SUCCESS',
]);

interface RunOptions {
  /** The sandbox's origin. */
  readonly origin: string;
  /** Where webhooks are to be delivered. */
  readonly webhookURL: string;
}

export class BackEndRun implements ReactiveController {
  /** What the widget said. */
  readonly record = new EventRecord();

  session: Session | undefined;
  logins: readonly LoginStatus[] = [];
  accounts: readonly Account[] = [];
  /** The account whose transactions are shown. */
  chosen: Account | undefined;
  transactions: readonly Transaction[] | undefined;
  /** The ids of those that came last. */
  fresh: ReadonlySet<string> = new Set();
  /** In words, by account and transaction. */
  categories: ReadonlyMap<string, string> = new Map();
  /** The last one that was ordered. */
  payment: MoneyTransfer | undefined;
  /** The newest first. */
  deliveries: readonly Delivery[] = [];
  notes: Readonly<Partial<Record<Step, Note>>> = {};
  problem: Problem | undefined;
  /** What is being done, or waits until it can be. */
  readonly busy = new Set<string>();

  readonly #calls = new Map<Step, readonly ApiCall[]>();
  readonly #api: ApiClient;
  readonly #webhookURL: string;
  /** The ids of the transactions that were read, by account. */
  readonly #seen = new Map<string, ReadonlySet<string>>();
  #userId: string | undefined;
  /** From which the payment is. */
  #payingLoginId = '';
  #isSubscribed = false;
  #isAnalysed = false;
  /** How far the sandbox's clock is ahead, in ms. */
  #ahead = 0;
  #reading: Promise<void> = Promise.resolve();
  #acting: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unobserve: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    { origin, webhookURL }: RunOptions,
  ) {
    host.addController(this);
    this.#webhookURL = webhookURL;
    this.#api = new ApiClient(origin, `demo-${newSeed()}`, (call) => {
      const { pathname } = new URL(call.url);
      const words = `${call.method} ${pathname}`;
      const [step] = steps.find(([, pattern]) => pattern.test(words)) ?? ['session' as const];
      this.#calls.set(step, withCall(this.callsOf(step), call));
      this.host.requestUpdate();
    });
  }

  hostConnected(): void {
    this.#unobserve = this.record.observe(() => this.#onEvent());
    this.#poll();
  }

  hostDisconnected(): void {
    this.#unobserve?.();
    clearTimeout(this.#timer);
  }

  callsOf(step: Step): readonly ApiCall[] {
    return this.#calls.get(step) ?? [];
  }

  /** What the sandbox's clock says, in ms since 1970. */
  get now(): number {
    return Date.now() + this.#ahead;
  }

  get hasUser(): boolean {
    return this.#userId !== undefined;
  }

  /** A session for the widget; the user, too, where there is none yet. */
  begin(): Promise<void> {
    return this.#act('begin', 'session', async () => {
      await this.#subscribe();
      if (!this.#userId) {
        const { body } = await this.#api.call<{ userId: string }>('POST', '/api/users', {
          body: { type: 'person' },
        });
        this.#userId = body.userId;
        const state = await this.#api.call<{ now: number }>('GET', '/_sandbox');
        this.#setClock(state.body.now);
      }
      const path = `${this.#user}/banking/connect?recurring=true`;
      this.#use((await this.#api.call<Session>('POST', path)).body);
      return t.hasSession;
    });
  }

  /** Goes on where a problem kept it from. */
  retry(): Promise<void> {
    const { problem } = this;
    this.problem = undefined;
    if (problem?.kind === 'gone') this.#forget();
    if (!this.session) return this.begin();
    return this.#act('retry', 'session', async () => {
      await this.#read();
      this.#poll();
      return '';
    });
  }

  synchronise({ bankLoginId }: LoginStatus): Promise<void> {
    return this.#act(`synchronise ${bankLoginId}`, 'logins', async () => {
      const path = `${this.#user}/banking/logins/${bankLoginId}/synchronization`;
      const { status, body } = await this.#api.call<Session>('POST', path, { expected: [451] });
      if (status === 202 || status === 451) {
        this.#use(body);
        return t.takesPart;
      }
      await this.#read();
      if (status === 206) return t.notSynchronised;
      return t.synchronised(this.fresh.size);
    });
  }

  deleteLogin({ bankLoginId }: LoginStatus): Promise<void> {
    return this.#act(`delete ${bankLoginId}`, 'logins', async () => {
      await this.#api.call('DELETE', `${this.#user}/banking/logins/${bankLoginId}`);
      await this.#read();
      return t.deleted;
    });
  }

  async choose(account: Account): Promise<void> {
    this.chosen = account;
    this.transactions = undefined;
    this.fresh = new Set();
    this.host.requestUpdate();
    try {
      await this.#readTransactions();
    } catch (error) {
      await this.#fail('transactions', error);
    }
    this.host.requestUpdate();
  }

  analyse(): Promise<void> {
    return this.#act('analyse', 'transactions', async () => {
      await this.#api.call('POST', `${this.#user}/trigger-analysis`);
      return t.analysing;
    });
  }

  /** Orders a payment from the chosen account; the widget gets its session. */
  pay({ payee, iban, amount, purpose, date }: NewPayment): Promise<void> {
    return this.#act('pay', 'payment', async () => {
      // Of no account of its own, the API says itself why nothing can be paid from it.
      const login = this.chosen?.bankLoginId ?? this.logins[0]?.bankLoginId;
      if (!this.chosen || login === undefined) return t.connectFirst;
      const body = {
        accountId: this.chosen.accountId,
        ...(date && { executionDate: date }),
        moneyTransferInfos: [{ amount, currency: 'EUR', creditor: { name: payee, iban }, purpose }],
      };
      const path = `${this.#user}/banking/logins/${login}/money-transfers`;
      const made = await this.#api.call<Session & MoneyTransfer>('POST', path, { body });
      this.payment = made.body;
      this.#payingLoginId = login;
      this.#use(made.body);
      return t.payInWidget;
    });
  }

  upload(): Promise<void> {
    return this.#act('upload', 'upload', async () => {
      const account = sampleAccount(this.now);
      const path = `${this.#user}/banking/accounts`;
      await this.#api.call('POST', path, { body: { accounts: [account] } });
      await this.#read();
      return t.isAmong(account.name, account.owner);
    });
  }

  /** @param advance an ISO 8601 duration */
  advance(advance: string): Promise<void> {
    return this.#act(`advance ${advance}`, 'clock', async () => {
      const { body } = await this.#api.call<{ now: number }>('POST', '/_sandbox/clock', {
        body: { advance },
      });
      this.#setClock(body.now);
      await this.#read();
      return '';
    });
  }

  get #user(): string {
    return `/api/users/${this.#userId}`;
  }

  #use(session: Session): void {
    this.record.hide(session.sessionId);
    this.session = session;
  }

  #setClock(now: number): void {
    this.#ahead = now - Date.now();
  }

  /** Whoever makes the secret up here need not keep it: nobody in a page checks it. */
  async #subscribe(): Promise<void> {
    if (this.#isSubscribed) return;
    const body = {
      url: this.#webhookURL,
      secret: crypto.randomUUID(),
      events: ['ubaconnect', 'ubasync', 'ubasyncerror', 'ubapayment', 'categorization'],
    };
    try {
      await this.#api.call('POST', '/api/webhooks', { body });
      this.#isSubscribed = true;
    } catch (error) {
      if (!isRefused(error)) throw error;
      this.#note('webhooks', error.message, true);
    }
  }

  /** The user, and all that is known of them. */
  #forget(): void {
    this.#userId = undefined;
    this.#isSubscribed = false;
    this.#isAnalysed = false;
    this.session = undefined;
    this.logins = [];
    this.accounts = [];
    this.chosen = undefined;
    this.transactions = undefined;
    this.categories = new Map();
    this.payment = undefined;
    this.deliveries = [];
    this.notes = {};
    this.#seen.clear();
  }

  /** Reads all anew, one reading after another. */
  #read(): Promise<void> {
    const reading = this.#reading.then(() => this.#readNow());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #readNow(): Promise<void> {
    const logins = `${this.#user}/banking/logins/synchronization-status`;
    this.logins = (await this.#api.call<LoginStatus[]>('GET', logins)).body;
    const accounts = `${this.#user}/banking/accounts`;
    this.accounts = (await this.#api.call<{ accounts: Account[] }>('GET', accounts)).body.accounts;
    const chosenId = this.chosen?.accountId;
    this.chosen = this.accounts.find(({ accountId }) => accountId === chosenId) ?? this.accounts[0];
    await this.#readTransactions();
    await this.#readPayment();
    await this.#readCategories();
    await this.#readDeliveries();
    this.host.requestUpdate();
  }

  async #readTransactions(): Promise<void> {
    if (!this.chosen) {
      this.transactions = undefined;
      return;
    }
    const { accountId } = this.chosen;
    const path = `${this.#user}/banking/accounts/${accountId}/transactions`;
    const { body } = await this.#api.call<{ transactions: Transaction[] }>('GET', path);
    // Another account may have been chosen meanwhile.
    if (this.chosen.accountId !== accountId) return;
    const ids = new Set(body.transactions.map(({ transactionId }) => transactionId));
    const seen = this.#seen.get(accountId) ?? ids;
    const fresh = [...ids].filter((id) => !seen.has(id));
    if (fresh.length > 0) this.fresh = new Set(fresh);
    this.#seen.set(accountId, ids);
    this.transactions = body.transactions;
  }

  /** Nothing more is heard of it once its bank login is deleted. */
  async #readPayment(): Promise<void> {
    const login = this.#payingLoginId;
    if (!this.payment || !this.logins.some(({ bankLoginId }) => bankLoginId === login)) return;
    const { moneyTransferId } = this.payment;
    const path = `${this.#user}/banking/logins/${login}/money-transfers/${moneyTransferId}`;
    const { body } = await this.#api.call<MoneyTransfer>('GET', path);
    if (this.payment.moneyTransferId !== moneyTransferId) return;
    this.payment = body;
    // There is nothing to check any more.
    if (body.status !== 'OPEN') {
      const { payment: _, ...others } = this.notes;
      this.notes = others;
    }
  }

  async #readCategories(): Promise<void> {
    if (!this.#isAnalysed) return;
    const path = `${this.#user}/categorization?language=${lang}`;
    const { body } = await this.#api.call<{ transactions: Category[] }>('GET', path);
    this.categories = new Map(
      body.transactions.map((one) => [categoryKey(one), one.localizedTag ?? '']),
    );
  }

  /** What was delivered to this client's webhook; gives the new ones. */
  async #readDeliveries(): Promise<readonly Delivery[]> {
    const { body } = await this.#api.call<Delivery[]>('GET', '/_sandbox/webhooks');
    const own = body.filter(({ body: { tenantID } }) => tenantID === this.#api.clientId).reverse();
    const known = new Set(this.deliveries.map(({ deliveryId }) => deliveryId));
    const fresh = own.filter(({ deliveryId }) => !known.has(deliveryId));
    this.deliveries = own;
    if (fresh.some(({ body: { event } }) => event === 'categorization')) {
      this.#isAnalysed = true;
      await this.#readCategories();
    }
    return fresh;
  }

  /** Asks for deliveries while the page is looked at, and reads all anew where there are new ones. */
  #poll(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#pollOnce().finally(() => {
        if (!this.problem) this.#poll();
      });
    }, pollPause);
  }

  async #pollOnce(): Promise<void> {
    if (!this.session || this.busy.size > 0 || document.hidden) return;
    try {
      if ((await this.#readDeliveries()).length > 0) await this.#read();
    } catch (error) {
      await this.#fail('webhooks', error);
    }
    this.host.requestUpdate();
  }

  #onEvent(): void {
    const { type = '', payload } = this.record.entries.at(-1) ?? {};
    if (changes.has(type)) {
      this.#note('session', '');
      this.#read().catch((error: unknown) => this.#fail('accounts', error));
    }
    const isOver = type === 'ERROR' && JSON.stringify(payload).includes('session-expired');
    if (isOver) this.#note('session', t.sessionOver, true);
  }

  /** One thing after another, each once at a time; says what came of it. */
  #act(name: string, step: Step, work: () => Promise<string>): Promise<void> {
    if (this.busy.has(name)) return this.#acting;
    this.busy.add(name);
    this.#note(step, '');
    this.#acting = this.#acting.then(async () => {
      try {
        this.#note(step, await work());
      } catch (error) {
        await this.#fail(step, error);
      } finally {
        this.busy.delete(name);
        this.host.requestUpdate();
      }
    });
    return this.#acting;
  }

  #note(step: Step, text: string, isBad = false): void {
    this.notes = { ...this.notes, [step]: { text, ...(isBad && { isBad }) } };
    this.host.requestUpdate();
  }

  async #fail(step: Step, error: unknown): Promise<void> {
    if (!(error instanceof ApiProblem)) throw error;
    const { kind, message, status } = error;
    if (kind !== 'refused') this.problem = { kind, text: message };
    else if (status === 404 && (await this.#isUserGone())) {
      this.problem = { kind: 'gone', text: t.userGone };
    } else this.#note(step, message, true);
    this.host.requestUpdate();
  }

  async #isUserGone(): Promise<boolean> {
    if (!this.#userId) return false;
    try {
      return (await this.#api.call('GET', this.#user, { expected: [404] })).status === 404;
    } catch {
      return false;
    }
  }
}

export const categoryKey = (one: { accountId: string; transactionId: string }): string =>
  `${one.accountId} ${one.transactionId}`;

const isRefused = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.kind === 'refused';
