/** The bank logins of one user of UBA: made, synchronised, renewed, ended. */
import type { Account, BankLogin, ConsentStatus } from '../contract/bank-side.js';
import type { Clock } from '../contract/clock.js';
import type { ControlledLogin } from '../contract/sandbox-controls.js';
import { accountsOf } from './accounts.js';
import { bankByCode } from './banks.js';
import { consentStatus, end, expire, grant, revoke } from './consents.js';
import type { StoredLogin, Store } from './store.js';
import { NotFound } from './not-found.js';
import type { Seeded } from './seeded.js';

/** Who logs in where; what makes two logins the same. */
export type Holder = Pick<StoredLogin, 'bankCode' | 'userName' | 'accountType'>;

export class Ledger {
  /** @param user a digest of the user of UBA */
  constructor(
    private readonly user: string,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly seeded: Seeded,
  ) {}

  /** Nothing was ever written down for this user. */
  get isBlank(): boolean {
    return !this.store.state.logins[this.user];
  }

  logins(): readonly BankLogin[] {
    return this.#kept().map((login) => this.#asBankLogin(login));
  }

  controlled(): readonly ControlledLogin[] {
    const now = this.clock.now();
    return this.#kept().map((login) => ({
      ...this.#asBankLogin(login),
      userName: login.userName,
      consent: consentStatus(login.consents, now),
      consentEndsAt: login.consents.at(-1)?.endsAt ?? now,
    }));
  }

  /** @throws NotFound */
  get(bankLoginId: string): BankLogin {
    return this.#asBankLogin(this.find(bankLoginId));
  }

  /** @throws NotFound */
  find(bankLoginId: string): StoredLogin {
    const login = this.#kept().find((kept) => kept.bankLoginId === bankLoginId);
    if (!login) throw new NotFound('bank login with this id');
    return login;
  }

  findSame({ bankCode, userName, accountType }: Holder): StoredLogin | undefined {
    return this.#kept().find(
      (kept) =>
        kept.bankCode === bankCode &&
        kept.userName === userName &&
        kept.accountType === accountType,
    );
  }

  accountsOf({ bankCode, userName, accountType }: Holder): readonly Account[] {
    return accountsOf(bankByCode(bankCode), userName, accountType, this.seeded);
  }

  /** Writes down a new bank login with its first consent. */
  open(holder: Holder & Pick<StoredLogin, 'sca' | 'accountIds'>): BankLogin {
    const now = this.clock.now();
    return this.add({ ...holder, consents: grant([], now), lastSynchronization: now });
  }

  /** Writes down a bank login that exists already. */
  add(login: Omit<StoredLogin, 'bankLoginId' | 'failed'>): BankLogin {
    const bankLoginId = this.seeded.id('bank login', this.store.nextNumber('bank login'));
    const kept = { ...login, bankLoginId, failed: false };
    this.#write([...this.#kept(), kept]);
    return this.#asBankLogin(kept);
  }

  recordSync(bankLoginId: string): BankLogin {
    return this.#change(bankLoginId, { lastSynchronization: this.clock.now(), failed: false });
  }

  /** A new consent, and a synchronisation with it. */
  recordRenewal(bankLoginId: string): BankLogin {
    const { consents } = this.find(bankLoginId);
    this.#change(bankLoginId, { consents: grant(consents, this.clock.now()) });
    return this.recordSync(bankLoginId);
  }

  markFailed(bankLoginId: string): void {
    this.#change(bankLoginId, { failed: true });
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
    this.#change(bankLoginId, { consents: revoke(consents) });
  }

  /** Ends a bank login, and its consent with it. */
  close(bankLoginId: string): void {
    const { bankLoginId: id } = this.find(bankLoginId);
    this.#write(this.#kept().filter((login) => login.bankLoginId !== id));
  }

  #kept(): readonly StoredLogin[] {
    return this.store.state.logins[this.user] ?? [];
  }

  #write(logins: readonly StoredLogin[]): void {
    const { logins: all } = this.store.state;
    this.store.change({ logins: { ...all, [this.user]: [...logins] } });
  }

  #change(bankLoginId: string, change: Partial<StoredLogin>): BankLogin {
    const changed = { ...this.find(bankLoginId), ...change };
    this.#write(this.#kept().map((login) => (login.bankLoginId === bankLoginId ? changed : login)));
    return this.#asBankLogin(changed);
  }

  #asBankLogin(login: StoredLogin): BankLogin {
    const { bankLoginId, bankCode, accountIds, lastSynchronization } = login;
    return {
      bankLoginId,
      bank: bankByCode(bankCode),
      accounts: this.accountsOf(login).filter(({ accountId }) => accountIds.includes(accountId)),
      status: this.#status(login),
      lastSynchronization,
    };
  }

  /** A revocation that UBA has not heard of does not show. */
  #status({ consents, failed }: StoredLogin): ConsentStatus {
    if (failed) return 'SYNC_FAILED';
    return consentStatus(consents, this.clock.now()) === 'expired' ? 'SCA_REQUIRED' : 'OK';
  }
}
