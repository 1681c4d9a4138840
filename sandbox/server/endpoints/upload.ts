/** Accounts that a client has from elsewhere. Source: finoOS documentation, "Manual Upload". */
import { userEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';
import * as data from '../upload-models.js';

const tag = 'Manual Upload';
const largestBody = data.largestUpload;

const conflict = {
  409: {
    description: 'There is an account with this id and another number, or there is no room.',
    body: models.errorBody,
  },
};

export const upload = ({
  uploads,
  users,
}: Pick<SandboxState, 'uploads' | 'users'>): readonly Endpoint[] => [
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'post',
      path: '/api/users/{userId}/banking/accounts',
      operationId: 'banking-create-accounts',
      tag,
      summary: 'Upload accounts; one with the id and the number of another replaces it',
      params: models.userPath,
      body: data.newAccounts,
      largestBody,
      answers: { 201: { description: 'As they are kept.', body: data.accounts }, ...conflict },
    },
    ({ user, body }) => ({ status: 201, body: { accounts: uploads.add(user, body.accounts) } }),
  ),
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'patch',
      path: '/api/users/{userId}/banking/accounts',
      operationId: 'banking-update-accounts',
      tag,
      summary: 'Change uploaded accounts; what is left out stays as it is',
      params: models.userPath,
      body: data.accountChanges,
      largestBody,
      answers: { 200: { description: 'As they are now.', body: data.accounts }, ...conflict },
    },
    ({ user, body }) => ({ status: 200, body: { accounts: uploads.change(user, body.accounts) } }),
  ),
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'delete',
      path: '/api/users/{userId}/banking/accounts',
      operationId: 'banking-delete-accounts',
      tag,
      summary: 'Delete uploaded accounts',
      params: models.userPath,
      body: data.ids,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ user, body }) => {
      uploads.remove(user, body.ids);
      return { status: 204 };
    },
  ),
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'patch',
      path: '/api/users/{userId}/banking/accounts/{accountId}',
      operationId: 'banking-update-transactions',
      tag,
      summary: 'Change transactions of an uploaded account; what is left out stays as it is',
      params: data.accountPath,
      body: data.transactionChanges,
      largestBody,
      answers: {
        200: { description: 'Those that were changed.', body: data.transactions },
        ...conflict,
      },
    },
    ({ user, params, body }) => ({
      status: 200,
      body: {
        transactions: uploads.changeTransactions(user, params.accountId, body.transactions),
      },
    }),
  ),
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'delete',
      path: '/api/users/{userId}/banking/accounts/{accountId}',
      operationId: 'banking-delete-account',
      tag,
      summary: 'Delete an uploaded account',
      params: data.accountPath,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ user, params }) => {
      uploads.remove(user, [params.accountId]);
      return { status: 204 };
    },
  ),
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'post',
      path: '/api/users/{userId}/banking/accounts/{accountId}/transactions',
      operationId: 'banking-create-transactions',
      tag,
      summary: 'Upload transactions; one with the id of another replaces it',
      params: data.accountPath,
      body: data.newTransactions,
      largestBody,
      answers: { 201: { description: 'As they are kept.', body: data.transactions }, ...conflict },
    },
    ({ user, params, body }) => ({
      status: 201,
      body: { transactions: uploads.addTransactions(user, params.accountId, body.transactions) },
    }),
  ),
  userEndpoint(
    'banking-upload',
    users,
    {
      method: 'delete',
      path: '/api/users/{userId}/banking/accounts/{accountId}/transactions',
      operationId: 'banking-delete-transactions',
      tag,
      summary: 'Delete transactions of an uploaded account',
      params: data.accountPath,
      body: data.ids,
      largestBody,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ user, params, body }) => {
      uploads.removeTransactions(user, params.accountId, body.ids);
      return { status: 204 };
    },
  ),
];
