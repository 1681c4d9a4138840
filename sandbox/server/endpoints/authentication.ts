import { ApiError } from '../api-error.js';
import { tokenLifetime } from '../callers.js';
import { openEndpoint, type Endpoint } from '../endpoint.js';
import * as models from '../models.js';
import type { SandboxState } from '../sandbox-state.js';
import { grantedScopes } from '../scopes.js';

export const authentication = ({ callers }: Pick<SandboxState, 'callers'>): readonly Endpoint[] => [
  openEndpoint(
    {
      method: 'post',
      path: '/api/auth',
      operationId: 'authentication-authenticate',
      tag: 'Authentication',
      summary: 'Exchange client credentials for an access token',
      bodyType: 'form',
      body: models.credentials,
      answers: {
        200: { description: 'The token, good for 300 seconds.', body: models.token },
        401: { description: 'The client secret is wrong.', body: models.errorBody },
      },
    },
    ({ body }) => {
      if (body.client_secret === 'wrong') {
        throw new ApiError(401, 'The client identifier or the client secret is wrong.');
      }
      const granted = grantedScopes(body.scope);
      const { token, session } = callers.issue(body.client_id, granted);
      return {
        status: 200,
        body: {
          access_token: token,
          expires_in: tokenLifetime,
          token_type: 'Bearer',
          scope: granted.join(' '),
          session_state: session,
        },
      };
    },
  ),
];
