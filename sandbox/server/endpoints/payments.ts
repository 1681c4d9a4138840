/** Orders to pay: made here, authorised in UBA. */
import type * as z from 'zod';
import { bankByCode } from '../../core/bank/banks.js';
import { dateOf } from '../../core/bank/orders.js';
import { ownSync } from '../../core/bank/session.js';
import type { StoredLogin, StoredOrder } from '../../core/bank/stored-state.js';
import { sessionLimit } from '../../core/contract/bank-side.js';
import { day } from '../../core/contract/durations.js';
import { centsOf } from '../../core/contract/money.js';
import { ApiError } from '../api-error.js';
import { userEndpoint, type Endpoint } from '../endpoint.js';
import { errorBody } from '../models.js';
import * as payment from '../payment-models.js';
import type { SandboxState } from '../sandbox-state.js';
import type { ApiSession } from '../sessions.js';
import type { User } from '../user.js';
import { sessionBody, wayBack } from './banking-connect.js';

const tag = 'Banking-Money-Transfer';

/** The most that the demo banks take in one order, in euros. Ours. */
const paymentLimit = 10_000;

/** How far ahead an order can be made, in ms. Ours. */
const longestAhead = 366 * day;

type Asked = z.output<typeof payment.newMoneyTransfer>;

export const payments = ({
  clock,
  payments,
  sessions,
  users,
}: Pick<SandboxState, 'clock' | 'payments' | 'sessions' | 'users'>): readonly Endpoint[] => {
  /** The session that an earlier call has made for the order, while it runs. */
  const runningFor = (user: User, { moneyTransferId }: StoredOrder): ApiSession | undefined =>
    sessions
      .all()
      .find((one) => one.user === user && one.options?.moneyTransferId === moneyTransferId);

  /** A session in which the user authorises the order. */
  function open(user: User, { moneyTransferId }: StoredOrder, asked: Asked): ApiSession {
    const { exitUrl, fallbackUrl } = asked;
    return sessions.open(user, {
      kind: 'payment',
      sync: ownSync,
      options: {
        moneyTransferId,
        ...wayBack(asked),
        ...(exitUrl !== undefined && { exitURL: exitUrl }),
        ...(fallbackUrl !== undefined && { fallbackURL: fallbackUrl }),
      },
    });
  }

  const bodyOf = (user: User, order: StoredOrder) => {
    const { moneyTransferId, accountId, executionDate, singleBooking, transfers, debtor } = order;
    return {
      moneyTransferId,
      status: user.ledger.statusOf(order),
      accountId,
      executionDate,
      singleBooking,
      transfers: transfers.map(({ amount, currency, creditor, purpose }) => ({
        amount,
        currency: payment.currencyOf(currency),
        creditor,
        debtor,
        purpose,
      })),
    };
  };

  return [
    userEndpoint(
      'banking-payment',
      users,
      {
        method: 'post',
        path: '/api/users/{userId}/banking/logins/{bankLoginId}/money-transfers',
        operationId: 'banking-money-transfer',
        tag,
        summary: 'Create a payment initiation session',
        description:
          'Makes an order, which the user checks and authorises in the session. It is refused with ' +
          'a sentence where the bank login is not healthy or was made without a challenge, and ' +
          'where the account is not a current account of it.',
        invented: true,
        params: payment.moneyTransfersPath,
        body: payment.newMoneyTransfer,
        headers: {
          'Idempotency-Key':
            'Calls with the same key make one order: 1 to 255 letters, digits or signs. Ours.',
        },
        answers: {
          201: { description: 'Created, or found again.', body: payment.moneyTransferSession },
          409: {
            description:
              'The bank login cannot pay, the key made another order, or there are too many.',
            body: errorBody,
          },
        },
      },
      ({ user, params, body, header, origin }) => {
        const { bankLoginId } = params;
        const login = user.ledger.find(bankLoginId);
        const key = keyOf(header('Idempotency-Key'));
        const digest = user.seeded.id('order', JSON.stringify({ bankLoginId, ...body }));
        const made = key === undefined ? undefined : orderOfKey(user, key, digest);
        if (!made) payments.checkRoom(user, body.moneyTransferInfos.length);
        const order =
          made ??
          user.orders.add({
            ...checkOrder(user, login, body, clock.now()),
            openUntil: clock.now() + sessionLimit,
            ...(key !== undefined && { idempotency: { key, digest } }),
          });
        const session = (made && runningFor(user, made)) ?? open(user, order, body);
        payments.settle(user);
        return {
          status: 201,
          body: { ...bodyOf(user, order), ...sessionBody(session, origin) },
        };
      },
    ),
    userEndpoint(
      'banking-payment',
      users,
      {
        method: 'get',
        path: '/api/users/{userId}/banking/logins/{bankLoginId}/money-transfers/{moneyTransferId}',
        operationId: 'banking-get-money-transfer',
        tag,
        summary: 'Read a money transfer, and how it stands',
        invented: true,
        params: payment.moneyTransferPath,
        answers: { 200: { description: 'The money transfer.', body: payment.moneyTransfer } },
      },
      ({ user, params }) => {
        const { bankLoginId } = user.ledger.find(params.bankLoginId);
        const order = user.orders.find(params.moneyTransferId);
        if (order.bankLoginId !== bankLoginId) {
          throw new ApiError(404, 'The bank login has no money transfer with this id.');
        }
        return { status: 200, body: bodyOf(user, order) };
      },
    ),
  ];
};

/** @throws ApiError 400 or 409 that says why the order cannot be made */
function checkOrder(
  user: User,
  login: StoredLogin,
  { accountId, executionDate: asked, moneyTransferInfos, singleBooking }: Asked,
  now: number,
) {
  const { ledger, uploads } = user;
  const { bankLoginId, bankCode, sca, accountIds } = login;
  const { status, consent } = ledger.standing(bankLoginId);
  if (status !== 'OK' || consent !== 'valid') {
    const why = status === 'OK' ? 'its consent was revoked' : `its status is ${status}`;
    throw new ApiError(409, `The bank login is not healthy: ${why}. Synchronise it first.`);
  }
  if (sca === 'none' && bankByCode(bankCode).login === 'here') {
    throw new ApiError(
      409,
      'The bank login was made without a challenge, so the bank takes no order from it. ' +
        'Connect it with a password that asks for one, such as 654321.',
    );
  }
  const account = ledger
    .accountsOf(login)
    .find((one) => one.accountId === accountId && accountIds.includes(accountId));
  if (!account) {
    const isUploaded = uploads.some((one) => one.accountId === accountId);
    throw new ApiError(
      400,
      isUploaded
        ? 'body.accountId: from an account that was uploaded nothing can be paid.'
        : 'body.accountId: the bank login has no account with this id.',
    );
  }
  const { owner, iban, type } = account;
  if (type !== 'GIRO' || iban === undefined) {
    throw new ApiError(400, `body.accountId: from an account of type ${type} nothing can be paid.`);
  }
  const today = dateOf(now);
  const executionDate = asked ?? today;
  if (executionDate < today) {
    throw new ApiError(400, `body.executionDate: must not be in the past; today is ${today}.`);
  }
  if (Date.parse(executionDate) > now + longestAhead) {
    throw new ApiError(400, 'body.executionDate: must not be more than a year ahead.');
  }
  const cents = moneyTransferInfos.reduce((sum, { amount }) => sum + centsOf(amount), 0);
  if (cents > centsOf(paymentLimit)) {
    throw new ApiError(
      400,
      `body.moneyTransferInfos: the bank takes ${paymentLimit} EUR at most in one order.`,
    );
  }
  return {
    bankLoginId,
    accountId,
    debtor: { name: owner, iban },
    executionDate,
    transfers: moneyTransferInfos,
    singleBooking,
  };
}

/** @throws ApiError 400 */
function keyOf(header: string | undefined): string | undefined {
  if (header !== undefined && !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new ApiError(400, 'Idempotency-Key: must be 1 to 255 letters, digits or signs.');
  }
  return header;
}

/** @throws ApiError 409 where the key has made another order */
function orderOfKey(user: User, key: string, digest: string): StoredOrder | undefined {
  const order = user.orders.all.find(({ idempotency }) => idempotency?.key === key);
  if (order && order.idempotency?.digest !== digest) {
    throw new ApiError(409, 'Idempotency-Key: another order was made with this key.');
  }
  return order;
}
