import { endOfDuration } from '../duration.js';
import { clientEndpoint, userEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import { pageOf } from '../page-of.js';
import type { SandboxState } from '../sandbox-state.js';
import type { User } from '../user.js';

const tag = 'Users';

const userBody = ({ profile }: User) => {
  const { userId, type, automaticAnalysis, customUserID, expiresAt } = profile;
  return {
    userId,
    type,
    automaticAnalysis,
    ...(customUserID !== undefined && { customUserID }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
  };
};

export const users = ({
  clock,
  secrets,
  userEvents,
  users,
}: Pick<SandboxState, 'clock' | 'secrets' | 'userEvents' | 'users'>): readonly Endpoint[] => [
  clientEndpoint(
    undefined,
    {
      method: 'post',
      path: '/api/users',
      operationId: 'users-add-user',
      tag,
      summary: 'Add a user',
      body: models.newUser,
      bodyOptional: true,
      answers: {
        201: { description: 'Created.', body: models.user },
        409: {
          description: 'There is a user with this custom id in this tenant.',
          body: models.errorBody,
        },
      },
    },
    ({ caller, body }) => {
      const { type, automaticAnalysis, customUserID, expiresIn } = body;
      const user = users.add(caller, secrets.next(), {
        type,
        automaticAnalysis,
        ...(customUserID !== undefined && { customUserID }),
        ...(expiresIn !== undefined && {
          expiresAt: endOfDuration(expiresIn, clock.now()),
        }),
      });
      return { status: 201, body: { ...body, ...userBody(user) } };
    },
  ),
  clientEndpoint(
    undefined,
    {
      method: 'get',
      path: '/api/users',
      operationId: 'users-get-users',
      tag,
      summary: "List the tenant's users",
      query: models.listQuery,
      answers: { 200: { description: 'In the order of their making.', body: models.users } },
    },
    ({ caller, query }) => ({
      status: 200,
      body: { users: pageOf(users.ofTenant(caller), query).map(userBody) },
    }),
  ),
  userEndpoint(
    undefined,
    users,
    {
      method: 'get',
      path: '/api/users/{userId}',
      operationId: 'users-get-user',
      tag,
      summary: 'Read a user',
      invented: true,
      params: models.userPath,
      answers: { 200: { description: 'The user.', body: models.user } },
    },
    ({ user }) => ({ status: 200, body: userBody(user) }),
  ),
  userEndpoint(
    undefined,
    users,
    {
      method: 'delete',
      path: '/api/users/{userId}',
      operationId: 'users-delete-user',
      tag,
      summary: 'Delete a user, all bank logins and their consents',
      invented: true,
      params: models.userPath,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ user }) => {
      users.delete(user);
      return { status: 204 };
    },
  ),
  userEndpoint(
    undefined,
    users,
    {
      method: 'post',
      path: '/api/users/{userId}/trigger-analysis',
      operationId: 'users-trigger-analysis',
      tag,
      summary: "Analyse the user's data",
      params: models.userPath,
      answers: {
        202: {
          description: 'The analysis began.',
          headers: { 'Finoos-Correlation-Id': 'Identifies the analysis.' },
        },
      },
    },
    ({ user }) => {
      const process = userEvents.begin();
      userEvents.analyse(user, process);
      return { status: 202, headers: { 'Finoos-Correlation-Id': process.correlationId } };
    },
  ),
];
