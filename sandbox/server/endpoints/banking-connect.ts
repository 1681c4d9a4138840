import type { SyncSettings } from '../../core/bank/stored-state.js';
import type { SessionOptions } from '../../core/contract/bank-side.js';
import { clientEndpoint, userEndpoint, type Endpoint } from '../endpoint.js';
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

/** What a call that makes a session asks for: the body's values, and the query's, which win. */
interface Asked {
  readonly recurring?: boolean | undefined;
  readonly storeSecrets?: boolean | undefined;
  readonly redirectUrl?: string | undefined;
}

/** How the bank logins of the session are synchronised. Source of the defaults: "Key Components". */
export const syncOf = ({ recurring = false, storeSecrets = true }: Asked): SyncSettings => ({
  recurring,
  storeSecrets,
});

/** Where the session leads back to. */
export const wayBack = ({ redirectUrl }: Asked): Pick<SessionOptions, 'redirectURL'> =>
  redirectUrl === undefined ? {} : { redirectURL: redirectUrl };

export const bankingConnect = ({
  sessions,
  userEvents,
  users,
}: Pick<SandboxState, 'sessions' | 'userEvents' | 'users'>): readonly Endpoint[] => [
  clientEndpoint(
    'banking-connect',
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
      const asked = { ...body, ...query };
      const { multiple = false } = asked;
      const user = users.find(caller, params.userId) ?? users.add(caller, params.userId);
      const process = userEvents.begin();
      const session = sessions.open(user, {
        kind: 'connect',
        process,
        sync: syncOf(asked),
        options: { ...(multiple && { multiple }), ...wayBack(asked) },
      });
      return {
        status: 201,
        body: sessionBody(session, origin),
        headers: { 'Finoos-Correlation-Id': process.correlationId },
      };
    },
  ),
  userEndpoint(
    'banking-connect',
    users,
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
      answers: {
        201: {
          description: 'Created.',
          body: models.session,
          headers: { 'Finoos-Correlation-Id': 'Identifies what is done in it, and its analysis.' },
        },
      },
    },
    ({ user, origin, query, body }) => {
      const asked = { ...body, ...query };
      const { addBankLogin = false } = asked;
      const process = userEvents.begin();
      const session = sessions.open(user, {
        kind: 'management',
        process,
        sync: syncOf(asked),
        options: { ...(addBankLogin && { addBankLogin }), ...wayBack(asked) },
      });
      return {
        status: 201,
        body: sessionBody(session, origin),
        headers: { 'Finoos-Correlation-Id': process.correlationId },
      };
    },
  ),
  userEndpoint(
    'banking-connect',
    users,
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
    ({ user, params: { bankLoginId } }) => {
      user.ledger.close(bankLoginId);
      return { status: 204 };
    },
  ),
];
