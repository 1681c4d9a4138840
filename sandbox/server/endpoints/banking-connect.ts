import type { SessionOptions } from '../../core/contract/bank-side.js';
import { clientEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';
import type { ApiSession } from '../sessions.js';

const tag = 'Banking-Connect';

/** A session as an integrator gets it. */
export const sessionBody = ({ sessionId, user }: ApiSession, origin: string) => {
  const url = new URL('/auth', origin);
  url.searchParams.set('sessionId', sessionId);
  const { userIdentifier } = user;
  url.searchParams.set('userIdentifier', userIdentifier);
  return { sessionId, userIdentifier, redirectURL: url.href };
};

/** Where the session leads back to: what the body says, or the query, which wins. */
export const wayBack = (
  body: { readonly redirectUrl?: string | undefined } | undefined,
  query: { readonly redirectUrl?: string | undefined },
): Pick<SessionOptions, 'redirectURL'> => {
  const redirectURL = query.redirectUrl ?? body?.redirectUrl;
  return redirectURL === undefined ? {} : { redirectURL };
};

export const bankingConnect = ({
  sessions,
  userEvents,
  users,
}: Pick<SandboxState, 'sessions' | 'userEvents' | 'users'>): readonly Endpoint[] => [
  clientEndpoint(
    'banking',
    {
      method: 'post',
      path: '/api/users/{userId}/banking/connect',
      operationId: 'banking-create-connect-user-session',
      tag,
      summary: 'Create a connect session, and the user where there is none with that id',
      params: models.userPath,
      query: models.connectQuery,
      body: models.connectBody,
      bodyOptional: true,
      answers: {
        201: {
          description: 'Created.',
          body: models.session,
          headers: { 'Finoos-Correlation-Id': 'Identifies the connection and its analysis.' },
        },
      },
    },
    ({ caller, origin, params, query, body }) => {
      const { recurring = false, storeSecrets = true, multiple = false } = { ...body, ...query };
      const user = users.find(caller, params.userId) ?? users.add(caller, params.userId);
      const process = userEvents.begin();
      const session = sessions.open(user, {
        kind: 'connect',
        process,
        sync: { recurring, storeSecrets },
        options: { ...(multiple && { multiple }), ...wayBack(body, query) },
      });
      return {
        status: 201,
        body: sessionBody(session, origin),
        headers: { 'Finoos-Correlation-Id': process.correlationId },
      };
    },
  ),
  clientEndpoint(
    'banking',
    {
      method: 'post',
      path: '/api/users/{userId}/banking/management',
      operationId: 'banking-create-management-session',
      tag,
      summary: 'Create a management session',
      invented: true,
      params: models.userPath,
      query: models.managementQuery,
      body: models.managementBody,
      bodyOptional: true,
      answers: { 201: { description: 'Created.', body: models.session } },
    },
    ({ caller, origin, params, query, body }) => {
      const {
        recurring = false,
        storeSecrets = true,
        addBankLogin = false,
      } = {
        ...body,
        ...query,
      };
      const user = users.get(caller, params.userId);
      const session = sessions.open(user, {
        kind: 'management',
        sync: { recurring, storeSecrets },
        options: { ...(addBankLogin && { addBankLogin }), ...wayBack(body, query) },
      });
      return { status: 201, body: sessionBody(session, origin) };
    },
  ),
  clientEndpoint(
    'banking',
    {
      method: 'delete',
      path: '/api/users/{userId}/banking/logins/{bankLoginId}',
      operationId: 'banking-delete-login',
      tag,
      summary: 'Delete a bank login and revoke its consent',
      invented: true,
      params: models.loginPath,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ caller, params: { userId, bankLoginId } }) => {
      const user = users.get(caller, userId);
      user.ledger.close(bankLoginId);
      return { status: 204 };
    },
  ),
];
