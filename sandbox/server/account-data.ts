/** The accounts of users, with what was booked on them: given by banks, or uploaded. */
import { dropOldest } from '../core/bank/drop-oldest.js';
import type { Statement } from '../core/bank/ledger.js';
import type { Clock } from '../core/contract/clock.js';
import type { StoredLogin } from '../core/bank/stored-state.js';
import { ApiError } from './api-error.js';
import type { UploadedAccount } from './upload-models.js';
import type { User } from './user.js';

/** Of how many bank logins the bookings are kept, which take long to make. */
const mostKept = 100;

type BankAccount = Statement & { readonly bankLoginId: string };

export type DataAccount = BankAccount | UploadedAccount;

export class AccountData {
  /**
   * A login changes by becoming another object, so what was made of one stays true of it. Payments are
   * booked without that, so of who pays nothing is kept.
   */
  readonly #made = new Map<StoredLogin, readonly BankAccount[]>();

  constructor(private readonly clock: Clock) {}

  /** Those of banks, then those that were uploaded; the bookings of each, the newest first. */
  of(user: User): readonly DataAccount[] {
    const ofBanks = user.ledger.stored.flatMap((login) => this.#ofLogin(user, login));
    return [...ofBanks, ...user.uploads];
  }

  /**
   * Where two bank logins give access to the same account, by the newer one.
   *
   * @throws ApiError 404
   */
  find(user: User, accountId: string): DataAccount {
    const found = this.of(user).findLast((account) => account.accountId === accountId);
    if (!found) throw new ApiError(404, 'The user has no account with this id.');
    return found;
  }

  clear(): void {
    this.#made.clear();
  }

  #ofLogin({ ledger, orders }: User, login: StoredLogin): readonly BankAccount[] {
    const { bankLoginId } = login;
    const make = () =>
      ledger
        .statements(login, this.clock.now())
        .map((statement) => ({ ...statement, bankLoginId }));
    if (orders.all.length > 0) return make();
    const made = this.#made.get(login) ?? make();
    this.#made.delete(login);
    this.#made.set(login, made);
    dropOldest(this.#made, mostKept);
    return made;
  }
}
