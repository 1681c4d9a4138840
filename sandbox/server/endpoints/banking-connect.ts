import { clientEndpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { ApiSession } from '../sessions.js';

const tag = 'Banking-Connect';

/** What an integrator is told of a session. */
export const described = ({ sessionId, user }: ApiSession, origin: string) => {
  const address = new URL('/auth', origin);
  address.searchParams.set('sessionId', sessionId);
  address.searchParams.set('userIdentifier', user.userId);
  return { sessionId, userIdentifier: user.userId, redirectURL: address.href };
};

export const bankingConnect = [
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
    ({ world, caller, origin, params, query, body }) => {
      const { recurring = false, storeSecrets = true, multiple = false } = { ...body, ...query };
      const user =
        world.users.find(caller, params.userId) ?? world.users.add(caller, params.userId);
      user.setTerms({ recurring, storeSecrets });
      const process = world.begin();
      const session = world.sessions.open(user, {
        kind: 'connect',
        process,
        ...(multiple && { options: { multiple } }),
      });
      return {
        status: 201,
        body: described(session, origin),
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
      answers: { 201: { description: 'Created.', body: models.session } },
    },
    ({ world, caller, origin, params, query: { addBankLogin = false } }) => {
      const user = world.users.get(caller, params.userId);
      const session = world.sessions.open(user, {
        kind: 'management',
        ...(addBankLogin && { options: { addBankLogin } }),
      });
      return { status: 201, body: described(session, origin) };
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
    ({ world, caller, params: { userId, bankLoginId } }) => {
      const user = world.users.get(caller, userId);
      user.ledger.close(bankLoginId);
      user.dropEnrolment(bankLoginId);
      return { status: 204 };
    },
  ),
];
