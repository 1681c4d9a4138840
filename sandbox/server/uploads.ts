/**
 * Accounts that a client uploads for its users.
 * Source: finoOS documentation, "Manual Upload". A call is done as a whole, or not at all.
 */
import { ApiError } from './api-error.js';
import { check } from './endpoint.js';
import type { Secrets } from './secrets.js';
import {
  uploadedAccount,
  type AccountChange,
  type NewAccount,
  type NewTransaction,
  type TransactionChange,
  type UploadedAccount,
  type UploadedTransaction,
} from './upload-models.js';
import type { User } from './user.js';
import type { Users } from './users.js';

/** How many accounts a user may have, and how many characters of JSON a user and all together. */
const most = { accounts: 100, ofUser: 4 * 1024 * 1024, inAll: 64 * 1024 * 1024 };

export class Uploads {
  constructor(
    private readonly users: Users,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Adds accounts. One with the id and the number of another replaces it.
   *
   * @throws ApiError 403 where a bank gave it, 409 where the number is another, or there is no room
   */
  add(user: User, added: readonly NewAccount[]): readonly UploadedAccount[] {
    checkOnce(added.flatMap(({ accountId }) => accountId ?? []));
    const accounts = added.map((account) => {
      const { accountId = this.secrets.next(), transactions = [] } = account;
      const before = user.uploads.find((one) => one.accountId === accountId);
      checkNotFromBank(user, accountId);
      if (before) checkNumber(before, account);
      return { ...account, accountId, transactions: this.#merged([], transactions) };
    });
    this.#keep(user, accounts);
    return accounts;
  }

  /** @throws ApiError 404 where there is no such account or transaction, and as `add` */
  change(user: User, changes: readonly AccountChange[]): readonly UploadedAccount[] {
    checkOnce(changes.map(({ accountId }) => accountId));
    const accounts = changes.map(({ transactions, ...change }, index) => {
      const before = find(user, change.accountId);
      checkNumber(before, change);
      const changed = {
        ...before,
        ...change,
        ...(transactions && { transactions: changedTransactions(before, transactions) }),
      };
      // Whether it fits its type shows only now.
      return check(uploadedAccount, changed, `body.accounts.${index}`) as UploadedAccount;
    });
    this.#keep(user, accounts);
    return accounts;
  }

  /** @throws ApiError 404 where one of them is not there, 403 where a bank gave it */
  remove(user: User, accountIds: readonly string[]): void {
    for (const accountId of accountIds) find(user, accountId);
    user.setUploads(user.uploads.filter(({ accountId }) => !accountIds.includes(accountId)));
  }

  /** Adds transactions; one with the id of another replaces it. @throws ApiError as `change` */
  addTransactions(
    user: User,
    accountId: string,
    added: readonly NewTransaction[],
  ): readonly UploadedTransaction[] {
    const account = find(user, accountId);
    const transactions = this.#merged([], added);
    this.#keep(user, [
      { ...account, transactions: this.#merged(account.transactions, transactions) },
    ]);
    return transactions;
  }

  /** @throws ApiError as `change` */
  changeTransactions(
    user: User,
    accountId: string,
    changes: readonly TransactionChange[],
  ): readonly UploadedTransaction[] {
    const account = find(user, accountId);
    const transactions = changedTransactions(account, changes);
    this.#keep(user, [{ ...account, transactions }]);
    const changed = new Set(changes.map(({ transactionId }) => transactionId));
    return transactions.filter(({ transactionId }) => changed.has(transactionId));
  }

  /** @throws ApiError as `remove` */
  removeTransactions(user: User, accountId: string, ids: readonly string[]): void {
    const account = find(user, accountId);
    const there = new Set(account.transactions.map(({ transactionId }) => transactionId));
    if (!ids.every((id) => there.has(id))) throw noTransaction();
    const removed = new Set(ids);
    const transactions = account.transactions.filter((one) => !removed.has(one.transactionId));
    this.#keep(user, [{ ...account, transactions }]);
  }

  /** Both, the newest first; of two with the same id, the one that is added. */
  #merged(
    before: readonly UploadedTransaction[],
    added: readonly NewTransaction[],
  ): UploadedTransaction[] {
    const byId = new Map(before.map((one) => [one.transactionId, one]));
    for (const { transactionId = this.secrets.next(), ...rest } of added) {
      byId.set(transactionId, { transactionId, ...rest });
    }
    return newestFirst([...byId.values()]);
  }

  #keep(user: User, accounts: readonly UploadedAccount[]): void {
    const byId = new Map([...user.uploads, ...accounts].map((one) => [one.accountId, one]));
    const uploads = [...byId.values()];
    if (uploads.length > most.accounts) {
      throw new ApiError(409, `A user can have ${most.accounts} uploaded accounts. Delete some.`);
    }
    const size = JSON.stringify(uploads).length;
    if (size > most.ofUser) {
      throw new ApiError(409, 'A user can have 4 MB of uploaded data. Delete some.');
    }
    const others = this.users.all().reduce((sum, one) => sum + one.uploadSize, -user.uploadSize);
    if (others + size > most.inAll) {
      throw new ApiError(409, 'The sandbox has 64 MB of uploaded data. Delete some, or reset it.');
    }
    user.setUploads(uploads, size);
  }
}

/** @throws ApiError 403 where a bank gave it, 404 where there is none */
function find(user: User, accountId: string): UploadedAccount {
  checkNotFromBank(user, accountId);
  const found = user.uploads.find((account) => account.accountId === accountId);
  if (!found) throw new ApiError(404, 'The user has no uploaded account with this id.');
  return found;
}

function checkNotFromBank({ ledger }: User, accountId: string): void {
  if (!ledger.stored.some(({ accountIds }) => accountIds.includes(accountId))) return;
  throw new ApiError(403, 'A bank gave this account: only what was uploaded can be changed.');
}

function checkNumber(
  before: UploadedAccount,
  { accountNumber }: { readonly accountNumber?: string | undefined },
): void {
  if (accountNumber === undefined || accountNumber === before.accountNumber) return;
  throw new ApiError(
    409,
    'There is an account with this id and another accountNumber, which cannot be changed. Delete it first.',
  );
}

function checkOnce(ids: readonly string[]): void {
  if (new Set(ids).size === ids.length) return;
  throw new ApiError(400, 'body.accounts: each accountId may come once');
}

function changedTransactions(
  { transactions }: UploadedAccount,
  changes: readonly TransactionChange[],
): UploadedTransaction[] {
  const byId = new Map(transactions.map((one) => [one.transactionId, one]));
  for (const { paymentPartner, ...change } of changes) {
    const before = byId.get(change.transactionId);
    if (!before) throw noTransaction();
    // JSON has no undefined: a key that is there has a value.
    byId.set(change.transactionId, {
      ...before,
      ...change,
      paymentPartner: { ...before.paymentPartner, ...paymentPartner },
    } as UploadedTransaction);
  }
  return newestFirst([...byId.values()]);
}

const newestFirst = (transactions: UploadedTransaction[]): UploadedTransaction[] =>
  transactions.sort((a, b) => b.bookingDate - a.bookingDate);

const noTransaction = () => new ApiError(404, 'The account has no transaction with this id.');
