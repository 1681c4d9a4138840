/** The bank logins of one user of UBA: made, synchronised, renewed, ended. */
import type { Account, BankLogin, ConsentStatus } from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import type { PaymentStatus } from '../contract/payments.js';
import type { ControlledLogin } from '../contract/sandbox-controls.js';
import { accountsOf } from './accounts.js';
import { balanceOf, statementOf, type BookedAccount, type Transaction } from './bookings.js';
import { bankByCode } from './banks.js';
import { consentStatus, end, expire, grant, knownAt, revoke } from './consents.js';
import { paymentsOn, statusOf, type Orders } from './orders.js';
import type { Store } from './store.js';
import type { StoredLogin, StoredOrder, SyncSettings } from './stored-state.js';
import { mostManualSyncs } from './manual-syncs.js';
import { NotFound } from './not-found.js';
import type { Seeded } from './seeded.js';

/** Who logs in where: two logins of the same holder are the same. */
type Holder = Pick<StoredLogin, 'bankCode' | 'userName' | 'accountType'>;

/** How a bank login stands. */
export type LoginStanding = Pick<
  ControlledLogin,
  'bankLoginId' | 'status' | 'lastSynchronization' | 'consent' | 'consentEndsAt'
> & {
  /** It can be synchronised with nobody there. */
  readonly isUnattended: boolean;
  /** A synchronisation failed, which ended the automatic ones. */
  readonly stopped: boolean;
};

/** What a new bank login is made of. */
type NewLogin = Holder & SyncSettings & Pick<StoredLogin, 'sca' | 'accountIds'>;

/** An account with what was booked on it, the newest first. */
export type Statement = Account & { readonly transactions: readonly Transaction[] };

/** Who synchronised: the user or an integrator for them, or the sandbox by itself. */
export type SyncCause = 'manual' | 'automatic';

export class Ledger {
  /** @param user a digest of the user of UBA */
  constructor(
    private readonly user: string,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly seeded: Seeded,
    private readonly orders: Orders,
  ) {}

  /** This user has never had a bank login. */
  get isNew(): boolean {
    return !this.store.state.logins[this.user];
  }

  logins(): readonly BankLogin[] {
    return this.stored.map((login) => this.#asBankLogin(login));
  }

  controlled(): readonly ControlledLogin[] {
    return this.stored.map((login) => ({
      ...this.#asBankLogin(login),
      userName: login.userName,
      ...this.#standing(login),
    }));
  }

  /** How they stand, without their accounts, which take long to make. */
  standings(): readonly LoginStanding[] {
    return this.stored.map((login) => this.#standing(login));
  }

  /** @throws NotFound */
  standing(bankLoginId: string): LoginStanding {
    return this.#standing(this.find(bankLoginId));
  }

  has(bankLoginId: string): boolean {
    return this.stored.some((login) => login.bankLoginId === bankLoginId);
  }

  /** @throws NotFound */
  get(bankLoginId: string): BankLogin {
    return this.#asBankLogin(this.find(bankLoginId));
  }

  /** @throws NotFound */
  find(bankLoginId: string): StoredLogin {
    const login = this.stored.find((stored) => stored.bankLoginId === bankLoginId);
    if (!login) throw new NotFound('bank login with this id');
    return login;
  }

  findSame(holder: Holder): StoredLogin | undefined {
    return this.stored.find((stored) => isSame(stored, holder));
  }

  accountsOf({ bankCode, userName, accountType }: Holder): readonly Account[] {
    return accountsOf(bankByCode(bankCode), userName, accountType, this.seeded);
  }

  /** Makes a new bank login with its first consent, and of its accounts those that are named. */
  open(login: NewLogin): BankLogin {
    const accountIds = this.accountsOf(login)
      .map(({ accountId }) => accountId)
      .filter((accountId) => login.accountIds.includes(accountId));
    const consents = grant([], this.#endOfNewConsent(login));
    const now = this.clock.now();
    return this.add({ ...login, accountIds, consents, connectedAt: now, lastSynchronization: now });
  }

  /** Stores a bank login that exists already. */
  add(
    login: NewLogin & Pick<StoredLogin, 'consents' | 'connectedAt' | 'lastSynchronization'>,
  ): BankLogin {
    const bankLoginId = this.seeded.id('bank login', this.store.nextNumber('bank login'));
    const stored: StoredLogin = {
      ...login,
      bankLoginId,
      automaticUntil: login.lastSynchronization,
      manualSyncs: [],
      failed: false,
      failures: 0,
      stopped: false,
    };
    this.#write([...this.stored, stored]);
    return this.#asBankLogin(stored);
  }

  recordSync(bankLoginId: string, cause: SyncCause): void {
    const now = this.clock.now();
    const { manualSyncs } = this.find(bankLoginId);
    this.#change(bankLoginId, {
      lastSynchronization: now,
      failed: false,
      ...(cause === 'automatic'
        ? { automaticUntil: now }
        : { manualSyncs: [...manualSyncs, now].slice(0, mostManualSyncs) }),
    });
  }

  /** A new consent, and a synchronisation with it. */
  recordRenewal(bankLoginId: string): void {
    const login = this.find(bankLoginId);
    const consents = grant(login.consents, this.#endOfNewConsent(login));
    this.#change(bankLoginId, { consents });
    this.recordSync(bankLoginId, 'manual');
  }

  /**
   * The accounts of a bank login as it stood, with what was booked on them.
   *
   * @param now when it stood like that, in sandbox ms
   * @param before leaves out what it had been given when it stood like this
   */
  statements(login: StoredLogin, now: number, before?: StoredLogin): readonly Statement[] {
    return this.#connected(login).map((account) => ({
      ...account,
      ...statementOf(this.seeded, this.#booked(login, account, now), login, before),
    }));
  }

  /** How an order to pay stands, as far as UBA knows. @throws NotFound where its bank login is gone */
  statusOf(order: StoredOrder): PaymentStatus {
    const now = this.clock.now();
    return statusOf(order, now, knownAt(this.find(order.bankLoginId).consents, now));
  }

  markFailed(bankLoginId: string): void {
    this.#change(bankLoginId, { failed: true });
  }

  /** The bank could not be asked for its data. */
  recordFailure(bankLoginId: string): void {
    const { failures } = this.find(bankLoginId);
    this.#change(bankLoginId, { failed: true, failures: failures + 1 });
  }

  /** Ends that a bank login is synchronised by itself, or begins it anew. */
  setStopped(bankLoginId: string, stopped: boolean): void {
    if (this.find(bankLoginId).stopped !== stopped) this.#change(bankLoginId, { stopped });
  }

  /** The bank said that the consent was revoked: only a new one helps. */
  markRevoked(bankLoginId: string): void {
    const { consents } = this.find(bankLoginId);
    this.#change(bankLoginId, { consents: end(consents), failed: true });
  }

  expireConsent(bankLoginId: string): void {
    const { consents } = this.find(bankLoginId);
    this.#change(bankLoginId, { consents: expire(consents, this.clock.now()) });
  }

  revokeConsent(bankLoginId: string): void {
    const { consents } = this.find(bankLoginId);
    this.#change(bankLoginId, { consents: revoke(consents, this.clock.now()) });
  }

  /** Ends a bank login, and its consent with it. */
  close(bankLoginId: string): void {
    const { bankLoginId: id } = this.find(bankLoginId);
    this.#write(this.stored.filter((login) => login.bankLoginId !== id));
  }

  /** The bank logins as they stand, which no change of theirs touches. */
  get stored(): readonly StoredLogin[] {
    return this.store.state.logins[this.user] ?? [];
  }

  #write(logins: readonly StoredLogin[]): void {
    const { logins: all } = this.store.state;
    this.store.change({ logins: { ...all, [this.user]: [...logins] } });
  }

  #change(bankLoginId: string, change: Partial<StoredLogin>): void {
    const changed = { ...this.find(bankLoginId), ...change };
    this.#write(this.stored.map((login) => (login.bankLoginId === bankLoginId ? changed : login)));
  }

  #endOfNewConsent({ bankCode }: Holder): number {
    return this.clock.now() + bankByCode(bankCode).consentTerm;
  }

  #asBankLogin(login: StoredLogin): BankLogin {
    const { bankLoginId, bankCode, lastSynchronization, consents, recurring } = login;
    const now = this.clock.now();
    const isExpired = consentStatus(consents, now) === 'expired';
    const consentUntil = isExpired ? undefined : consents.at(-1)?.endsAt;
    return {
      bankLoginId,
      bank: bankByCode(bankCode),
      accounts: this.#connected(login).map((account) => ({
        ...account,
        balance: balanceOf(this.seeded, this.#booked(login, account, now), login),
      })),
      status: this.#status(login),
      lastSynchronization,
      recurring,
      ...(consentUntil !== undefined && { consentUntil }),
      ...(this.#isObsolete(login) && { isObsolete: true }),
    };
  }

  /** The accounts that were chosen, as they stood then. */
  #connected(login: StoredLogin): readonly Account[] {
    return this.accountsOf(login).filter(({ accountId }) => login.accountIds.includes(accountId));
  }

  #booked({ userName, consents }: StoredLogin, account: Account, now: number): BookedAccount {
    const end = knownAt(consents, now);
    const payments = paymentsOn(this.orders.all, account).filter(({ at }) => at <= end);
    return { account, userName, payments };
  }

  /** There is a newer one of the same holder, as some banks show duplicates only afterwards. */
  #isObsolete(login: StoredLogin): boolean {
    const same = this.stored.filter((other) => isSame(other, login));
    return same.at(-1)?.bankLoginId !== login.bankLoginId;
  }

  #standing(login: StoredLogin): LoginStanding {
    const now = this.clock.now();
    const { bankLoginId, consents, lastSynchronization, recurring, storeSecrets, stopped } = login;
    return {
      bankLoginId,
      status: this.#status(login),
      lastSynchronization,
      isUnattended: recurring && storeSecrets,
      stopped,
      consent: consentStatus(consents, now),
      consentEndsAt: consents.at(-1)?.endsAt ?? now,
    };
  }

  /** A revocation that UBA does not know of yet does not show. */
  #status({ consents, failed }: StoredLogin): ConsentStatus {
    if (failed) return 'SYNC_FAILED';
    return consentStatus(consents, this.clock.now()) === 'expired' ? 'SCA_REQUIRED' : 'OK';
  }
}

const isSame = (one: Holder, other: Holder): boolean =>
  one.bankCode === other.bankCode &&
  one.userName === other.userName &&
  one.accountType === other.accountType;
