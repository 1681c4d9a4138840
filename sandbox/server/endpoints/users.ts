import { endOfDuration } from '../duration.js';
import { clientEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';

export const users = ({
  clock,
  secrets,
  userEvents,
  users,
}: Pick<SandboxState, 'clock' | 'secrets' | 'userEvents' | 'users'>): readonly Endpoint[] => [
  clientEndpoint(
    'banking',
    {
      method: 'post',
      path: '/api/users',
      operationId: 'users-add-user',
      tag: 'Users',
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
      const { userId } = users.add(caller, secrets.next(), {
        type,
        automaticAnalysis,
        ...(customUserID !== undefined && { customUserID }),
        ...(expiresIn !== undefined && {
          expiresAt: endOfDuration(expiresIn, clock.now()),
        }),
      });
      return { status: 201, body: { ...body, userId } };
    },
  ),
  clientEndpoint(
    'banking',
    {
      method: 'delete',
      path: '/api/users/{userId}',
      operationId: 'users-delete-user',
      tag: 'Users',
      summary: 'Delete a user, all bank logins and their consents',
      invented: true,
      params: models.userPath,
      answers: { 204: { description: 'Deleted.' } },
    },
    ({ caller, params }) => {
      users.delete(users.get(caller, params.userId));
      return { status: 204 };
    },
  ),
  clientEndpoint(
    'banking',
    {
      method: 'post',
      path: '/api/users/{userId}/trigger-analysis',
      operationId: 'users-trigger-analysis',
      tag: 'Users',
      summary: "Analyse the user's data",
      params: models.userPath,
      answers: {
        202: {
          description: 'The analysis began.',
          headers: { 'Finoos-Correlation-Id': 'Identifies the analysis.' },
        },
      },
    },
    ({ caller, params }) => {
      const user = users.get(caller, params.userId);
      const process = userEvents.begin();
      userEvents.analyse(user, process);
      return { status: 202, headers: { 'Finoos-Correlation-Id': process.correlationId } };
    },
  ),
];
