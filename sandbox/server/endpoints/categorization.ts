/** How far an analysis is, and what came of it. Source: finoOS documentation, "Categorization". */
import { categoryOf } from '../../core/bank/categories.js';
import { ApiError } from '../api-error.js';
import { userEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';

const tag = 'Categorization';

export const categorization = ({
  accountData,
  clock,
  users,
}: Pick<SandboxState, 'accountData' | 'clock' | 'users'>): readonly Endpoint[] => [
  userEndpoint(
    'categorization',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/categorization/correlation',
      operationId: 'categorization-get-correlation',
      tag,
      summary: 'Ask whether an analysis is complete',
      params: models.userPath,
      query: models.correlationQuery,
      headers: { 'Finoos-Correlation-Id': 'The correlation id, instead of the query parameter.' },
      answers: {
        200: { description: 'The analysis completed.', body: models.correlation },
        404: {
          description:
            'The analysis is in progress, which takes 5 seconds of sandbox time, or the connection was cancelled.',
          body: models.errorBody,
        },
      },
    },
    ({ user, query, header }) => {
      const correlationID = query.correlationId ?? header('Finoos-Correlation-Id');
      if (!correlationID) {
        throw new ApiError(
          400,
          'Send the correlation id as the query parameter correlationId or the header Finoos-Correlation-Id.',
        );
      }
      const at = user.analysedAt(correlationID);
      if (at === undefined) {
        throw new ApiError(404, 'The analysis has not begun, or the connection was cancelled.');
      }
      if (at > clock.now()) {
        const way = clock.ticks
          ? 'Ask again later.'
          : 'The clock stands still: move it with POST /_sandbox/clock.';
        throw new ApiError(
          404,
          `The analysis is in progress. It takes 5 seconds of sandbox time. ${way}`,
        );
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
  userEndpoint(
    'categorization',
    users,
    {
      method: 'get',
      path: '/api/users/{userId}/categorization',
      operationId: 'get-categorization',
      tag,
      summary: 'Read the transactions with their categories',
      description: 'Which transaction gets which is ours; fino’s own tags are more, and finer.',
      params: models.userPath,
      query: models.categorizationQuery,
      answers: {
        200: {
          description: 'Of all accounts; none before an analysis completed.',
          body: models.categories,
        },
      },
    },
    ({ user, query: { language, transactions: isWanted = false } }) => {
      const at = user.lastAnalysis(clock.now());
      if (at === undefined) return { status: 200, body: { transactions: [] } };
      const creationDate = new Date(at).toISOString();
      const transactions = accountData.of(user).flatMap(({ accountId, transactions: booked }) =>
        booked.map((transaction) => {
          const { tags, words } = categoryOf(transaction);
          return {
            accountId,
            transactionId: transaction.transactionId,
            creationDate,
            descriptiveTag: tags[0],
            ...(language && { localizedTag: words[language] }),
            tags: [...tags],
            ...(isWanted && { transaction }),
          };
        }),
      );
      return { status: 200, body: { transactions } };
    },
  ),
];
