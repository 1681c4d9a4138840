/** Reading a user's accounts and what was booked on them. */
import { second, day } from '../../core/contract/durations.js';
import { accountSummary } from '../account-summary.js';
import type { DataAccount } from '../account-data.js';
import { userEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import { pageOf } from '../page-of.js';
import type { SandboxState } from '../sandbox-state.js';
import * as data from '../upload-models.js';

const tag = 'Banking';

const withoutTransactions = ({ transactions: _, ...account }: DataAccount) => account;

/** Midnight at the beginning of a day, in Unix seconds. */
const beginOf = (date: string): number => Date.parse(date) / second;

export const accounts = ({
  accountData,
  clock,
  users,
}: Pick<SandboxState, 'accountData' | 'clock' | 'users'>): readonly Endpoint[] => [
  userEndpoint(
    'banking-fetch',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/banking/accounts',
      operationId: 'banking-get-accounts',
      tag,
      summary: "Read a user's accounts",
      params: models.userPath,
      query: data.accountsQuery,
      answers: {
        200: { description: 'Those of banks, then those that were uploaded.', body: data.accounts },
      },
    },
    ({ user, query }) => {
      const all = accountData.of(user);
      return {
        status: 200,
        body: { accounts: query.transactions ? all : all.map(withoutTransactions) },
      };
    },
  ),
  userEndpoint(
    'banking-fetch',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/banking/accounts/{accountId}',
      operationId: 'banking-get-account',
      tag,
      summary: 'Read an account',
      params: data.accountPath,
      query: data.accountsQuery,
      answers: { 200: { description: 'The account.', body: data.account } },
    },
    ({ user, params, query }) => {
      const account = accountData.find(user, params.accountId);
      return { status: 200, body: query.transactions ? account : withoutTransactions(account) };
    },
  ),
  userEndpoint(
    'banking-fetch',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/banking/accounts/{accountId}/transactions',
      operationId: 'banking-get-account-transactions',
      tag,
      summary: 'Read what was booked on an account',
      params: data.accountPath,
      query: data.transactionsQuery,
      answers: { 200: { description: 'The newest first.', body: data.transactions } },
    },
    ({ user, params, query: { from, to, ...page } }) => {
      const { transactions } = accountData.find(user, params.accountId);
      const start = from === undefined ? -Infinity : beginOf(from);
      const end = to === undefined ? Infinity : beginOf(to) + day / second;
      const within = transactions.filter(
        ({ bookingDate }) => bookingDate >= start && bookingDate < end,
      );
      return { status: 200, body: { transactions: pageOf(within, page) } };
    },
  ),
  userEndpoint(
    'banking-fetch',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/banking/accounts/{accountId}/summary',
      operationId: 'banking-get-account-summary',
      tag,
      summary: 'Read an account on one page',
      invented: true,
      params: data.accountPath,
      query: data.summaryQuery,
      answers: { 200: { description: 'A PDF.', file: 'application/pdf' } },
    },
    async ({ user, params, query: { language = 'de' } }) => {
      const account = accountData.find(user, params.accountId);
      return { status: 200, body: await accountSummary(account, language, clock.now()) };
    },
  ),
];
