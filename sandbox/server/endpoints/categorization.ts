import { ApiError } from '../api-error.js';
import { userEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';

export const categorization = ({ users }: Pick<SandboxState, 'users'>): readonly Endpoint[] => [
  userEndpoint(
    'categorization',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/categorization/correlation',
      operationId: 'categorization-get-correlation',
      tag: 'Categorization',
      summary: 'Ask whether an analysis is complete',
      params: models.userPath,
      query: models.correlationQuery,
      headers: { 'Finoos-Correlation-Id': 'The correlation id, instead of the query parameter.' },
      answers: {
        200: { description: 'The analysis completed.', body: models.correlation },
        404: {
          description: 'The analysis is in progress, or the connection was cancelled.',
          body: models.errorBody,
        },
      },
    },
    ({ user, query, header }) => {
      const correlationID = query.correlationId ?? header('Finoos-Correlation-Id');
      if (!correlationID) {
        throw new ApiError(400, 'Send a correlationId or the header Finoos-Correlation-Id.');
      }
      const at = user.analysedAt(correlationID);
      if (at === undefined) {
        throw new ApiError(404, 'The analysis is in progress, or the connection was cancelled.');
      }
      return {
        status: 200,
        body: {
          correlationID,
          userID: user.userId,
          status: 'completed',
          completedAt: new Date(at).toISOString(),
        },
      };
    },
  ),
];
